#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes articles for the benches: JSONL of about BYTES bytes, the same on every machine.

Paragraphs are those of samples/, drawn at random with their figures changed. With --stories the
articles tell stories of one to thirty articles, the largest with two in a hundred of all: each has
names of its own in place of those of the samples, and figures on which most of its articles agree.

usage: articles.py BYTES [--stories] > articles.jsonl
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


def made_up(rng, count):
    """Names that no other story has."""
    parts = ["bar", "dol", "fen", "gra", "hul", "kes", "lin", "mor", "nav", "ost", "pel", "rus", "sto", "tam", "vel", "wyn"]
    return ["".join(rng.choice(parts) for _ in range(4)).capitalize() for _ in range(count)]


def drawn(source, rng, count):
    body = "\n\n".join(rng.choice(source) for _ in range(count))
    # The last digit of longer figures changes, so that nothing is the same text twice.
    return re.sub(r"(?<=\d)\d\b", lambda _: str(rng.randrange(10)), body)


def loose_articles(rng, source):
    number = 0
    while True:
        yield {
            "id": f"a{number}",
            "title": f"Report {number}",
            "published": f"2024-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}",
            "text": drawn(source, rng, PARAGRAPHS_EACH),
        }
        number += 1


def names_in(paragraphs):
    """Words that never stand in small letters, those of months and weekdays left out."""
    words = {w for p in paragraphs for w in re.findall(r"\w+", p)}
    kept = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
    return sorted(w for w in words if w[0].isupper() and len(w) > 4 and w.lower() not in words and w not in kept)


def story_articles(rng, source, articles):
    names = names_in(source)
    number = 0
    size = max(1, articles // 50)
    while True:
        own = dict(zip(names, made_up(rng, len(names))))
        month, day = rng.randrange(1, 13), rng.randrange(1, 25)
        facts = [re.sub(r"\b[A-Z]\w+", lambda m: own.get(m[0], m[0]), drawn(source, rng, 1)) for _ in range(8)]
        for _ in range(size):
            body = "\n\n".join(rng.sample(facts, 5))
            if rng.randrange(4) == 0:  # this one has another figure somewhere
                body = re.sub(r"(?<=\d)\d\b", lambda m: str(rng.randrange(10)), body, count=1)
            yield {
                "id": f"a{number}",
                "title": f"{own[names[0]]} and {own[names[1]]}: report {number}",
                "published": f"2024-{month:02}-{day + rng.randrange(4):02}",
                "text": body,
            }
            number += 1
        size = rng.randrange(1, 31) if rng.randrange(4) == 0 else rng.randrange(1, 4)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--stories"]
    if len(arguments) != 1:
        sys.exit(__doc__)
    left = int(float(arguments[0]))
    rng = random.Random(8)
    source = paragraphs()
    articles = story_articles(rng, source, left // 1000) if "--stories" in sys.argv else loose_articles(rng, source)
    while left > 0:
        line = json.dumps(next(articles), ensure_ascii=False) + "\n"
        sys.stdout.write(line)
        left -= len(line.encode("utf-8"))


if __name__ == "__main__":
    main()
