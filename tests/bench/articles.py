#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes articles for the benches: JSONL of about BYTES bytes, the same on every machine.

Paragraphs are those of samples/, drawn at random with their figures changed.

usage: articles.py BYTES > articles.jsonl
"""
import json
import pathlib
import random
import re
import sys

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
PARAGRAPHS_EACH = 12


def paragraphs():
    out = []
    for path in sorted(SAMPLES.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        out += [part.strip() for part in text.split("\n\n") if len(part) > 80]
    return out


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    left = int(float(sys.argv[1]))
    rng = random.Random(8)
    source = paragraphs()
    number = 0
    while left > 0:
        body = "\n\n".join(rng.choice(source) for _ in range(PARAGRAPHS_EACH))
        # The last digit of longer figures changes, so that nothing is the same text twice.
        body = re.sub(r"(?<=\d)\d\b", lambda _: str(rng.randrange(10)), body)
        record = {
            "id": f"a{number}",
            "title": f"Report {number}",
            "published": f"2024-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}",
            "text": body,
        }
        line = json.dumps(record, ensure_ascii=False) + "\n"
        sys.stdout.write(line)
        left -= len(line.encode("utf-8"))
        number += 1


if __name__ == "__main__":
    main()
