#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a larger pack costs: the shipped one against packs of 250, 500 and 1000 rules (many_rules.py).

What is told is the time that articles take once every pattern they need is compiled: that of a run
over them twice without that of a run over them once. Compiling is told apart: what a run over one
article takes, and what a run over all of them takes besides reading them.

usage: bench_rules.py BUILD ARTICLES.jsonl [TIMES]
"""
import pathlib
import subprocess
import sys
import tempfile

from cpu import medians_in_turn

HERE = pathlib.Path(__file__).resolve().parent
COUNTS = (250, 500, 1000)
MIXES = {"values and claims": [], "claims": ["--claims"]}


def make_packs(folder):
    """[(what it is, --rules …)], the shipped pack first."""
    packs = [("the shipped pack", [])]
    for mix, options in MIXES.items():
        for count in COUNTS:
            directory = folder / f"{count}-{len(packs)}"
            subprocess.run([sys.executable, HERE / "many_rules.py", str(count), directory, *options], check=True)
            packs.append((f"{count} rules, {mix} varied", ["--rules", directory]))
    return packs


def rows(tally, articles, times):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        text = articles.read_bytes()
        one, twice = folder / "one.jsonl", folder / "twice.jsonl"
        one.write_bytes(text[:text.index(b"\n") + 1])
        twice.write_bytes(text + text)
        packs = make_packs(folder)
        extract = [tally, "extract", "-j", "1"]
        files = (one, articles, twice)
        commands = [[*extract, *rules, file] for _, rules in packs for file in files]
        seconds = medians_in_turn(commands, times)
        out = []
        for (what, _), start, once, both in zip(packs, seconds[0::3], seconds[1::3], seconds[2::3]):
            spent = both - once
            shipped = spent if not out else shipped
            out.append((f"articles with {what}",
                        f"{spent / len(text) * 1e6:.2f} s/MB, {spent / shipped:.2f} times the shipped pack; "
                        f"start {start * 1e3:.0f} ms, compiling on the way {max(0, once - start - spent) * 1e3:.0f} ms"))
        return out


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    build, articles = map(pathlib.Path, sys.argv[1:3])
    for what, measured in rows(build / "tally", articles, int(sys.argv[3]) if len(sys.argv) == 4 else 7):
        print(f"| {what} | {measured} |")


if __name__ == "__main__":
    main()
