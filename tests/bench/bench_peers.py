#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Other programs on the same articles: recognizers-text and compromise, which read figures and dates,
and chrono-node, which reads dates alone.

They come from npm and are installed into --modules, a folder outside the repository, when they are not
there yet: the only bench that loads something from the network, and only run when it is asked for.
What is told is CPU a pass over the articles once each program is warm: the time of a run with more
passes without that of one with fewer.

usage: bench_peers.py BUILD ARTICLES.jsonl --modules FOLDER [--bytes 1e5] [--times 3]
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

from cpu import medians_in_turn

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = {
    "recognizers": "@microsoft/recognizers-text-suite@1",
    "chrono": "chrono-node@2",
    "compromise": "compromise@14",
}
PASSES = {"recognizers": 1, "chrono": 20, "compromise": 3}  # and as many more
TALLY_PASSES = 40


def install(modules):
    if all((modules / "node_modules" / package.rsplit("@", 1)[0]).is_dir() for package in PACKAGES.values()):
        return
    modules.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", modules,
                    *PACKAGES.values()], check=True, stdout=sys.stderr)


def rows(tally, articles, modules, size, times):
    if shutil.which("node") is None or shutil.which("npm") is None:
        return [("peers", "skipped: node and npm are not installed")]
    install(modules)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        some = folder / "some.jsonl"
        lines = []
        for line in articles.read_bytes().splitlines(keepends=True):
            lines.append(line)
            if sum(map(len, lines)) >= size:
                break
        some.write_bytes(b"".join(lines))
        for factor in (1, 2):
            (folder / f"{factor}.jsonl").write_bytes(b"".join(lines) * TALLY_PASSES * factor)
        commands = [[tally, "extract", "--mentions", "-j", "1", folder / f"{factor}.jsonl"] for factor in (1, 2)]
        passes = [TALLY_PASSES]
        for peer in PACKAGES:
            count = PASSES[peer]
            passes.append(count)
            commands += [["node", HERE / "peers.mjs", modules, peer, some, str(count * factor)] for factor in (1, 2)]
        seconds = medians_in_turn(commands, times)
        mb = some.stat().st_size / 1e6
        each = [max(more - fewer, 1e-9) / count for fewer, more, count in zip(seconds[0::2], seconds[1::2], passes)]
        out = [("tally, every figure and date", f"{mb / each[0]:.2f} MB/s of CPU")]
        for peer, spent in zip(PACKAGES, each[1:]):
            out.append((f"{PACKAGES[peer]}", f"{mb / spent:.4f} MB/s; tally {spent / each[0]:.1f} times as fast"))
        return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("--modules", type=pathlib.Path, required=True)
    parser.add_argument("--bytes", type=float, default=1e5)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    modules = options.modules.resolve()
    if HERE.parents[1] in [modules, *modules.parents]:
        sys.exit("--modules: name a folder outside the repository")
    for what, measured in rows(options.build / "tally", options.articles, modules, options.bytes, options.times):
        print(f"| {what} | {measured} |")


if __name__ == "__main__":
    main()
