#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a pack that, laid on the shipped one, makes COUNT rules and patterns of both.

Each is a variation of a shipped English one: the same structure, with words of its own in the place
of its classes of words and of its words of four letters and more. The words are drawn from the
shipped lexicon of heads and predicates, so that they stand in articles about as often as those of a
rule that somebody writes. --claims varies claim rules only, as packs mostly grow; without it every
shipped rule is varied in turn, values four times as often as claims.

usage: many_rules.py COUNT DIRECTORY [--claims]
"""
import pathlib
import random
import re
import sys
import tomllib

RULES = pathlib.Path(__file__).resolve().parents[2] / "rules"
TOKEN = re.compile(r"%\{(?P<class>[a-z_]+)(?P<capture>:[a-z0-9_]+)?\}|(?P<word>(?<![-%{:\w])[a-z]{4,}(?![-\w:}]))")
WORDS_EACH = (3, 10)
FILLERS = ("when_filler", "hedge", "direction_from")  # what says how, not what


def tables(language):
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((RULES / language).rglob("*.toml"))]


def vocabulary(files):
    """The single lower-case words of heads and predicates."""
    words = set()
    for file in files:
        for entry in file.get("class", {}).values():
            if entry.get("role") in ("head", "predicate"):
                words.update(word for word in entry.get("words", []) if re.fullmatch(r"[a-z]{4,}", word))
    return sorted(words)


def literal(text):
    return f"'''{text}'''"


class Variation:
    """A shipped rule with other words, as TOML."""

    def __init__(self, number, rule, kinds_of_words, words, rng):
        self.number = number
        self.rule = rule
        self.kinds_of_words = kinds_of_words
        self.words = words
        self.rng = rng
        self.classes = {}  # name of the shipped class: name of ours
        self.literals = {}

    def token(self, match):
        if match["word"]:
            return self.literals.setdefault(match["word"], self.rng.choice(self.words))
        name = match["class"]
        if name not in self.kinds_of_words or name in FILLERS:
            return match[0]
        return f"%{{{self.own_class(name)}{match['capture'] or ''}}}"

    def patterns(self):
        for pattern in self.rule["match"]:
            varied = TOKEN.sub(self.token, pattern)
            # One of figures, names and fillers alone gets a word before it that it stands on.
            yield varied if varied != pattern else f"%{{{self.own_class('')}}} {pattern}"

    def own_class(self, name):
        return self.classes.setdefault(name, f"bench{self.number}_{len(self.classes)}")

    def class_tables(self):
        for own in self.classes.values():
            drawn = self.rng.sample(self.words, self.rng.randint(*WORDS_EACH))
            listed = ", ".join(f'"{word}"' for word in drawn)
            yield f'[class.{own}]\ninflect = "noun"\nwords = [{listed}]\n'

    def claim(self):
        matches = ",\n  ".join(literal(pattern) for pattern in self.patterns())
        emits = ",\n  ".join(
            f'{{ predicate = "bench-{self.number}-{i}", value = "{emit["value"]}" }}'
            for i, emit in enumerate(self.rule["emit"]))
        return "\n".join([*self.class_tables(),
                          f'[[rule]]\nid = "en.bench{self.number}"\nrev = 1\ntitle = "Variation of {self.rule["id"]}"',
                          f"match = [\n  {matches},\n]\nemit = [\n  {emits},\n]\n"])

    def value(self):
        # What is captured is for the reader: a value has a word of its own before it.
        own = self.own_class("")
        matches = ",\n  ".join(literal(f"%{{{own}}} {pattern}") for pattern in self.rule["match"])
        keys = [f'{key} = "{self.rule[key]}"' for key in ("reader", "kind") if key in self.rule]
        return "\n".join([*self.class_tables(),
                          f'[[value]]\nid = "en.bench{self.number}"\nrev = 1\ntitle = "Variation of {self.rule["id"]}"',
                          *keys,
                          f"match = [\n  {matches},\n]\n"])


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--claims"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    count, directory = int(arguments[0]), pathlib.Path(arguments[1])
    english = tables("en")
    claims = [rule for file in english for rule in file.get("rule", [])]
    values = [] if "--claims" in sys.argv else [rule for file in english for rule in file.get("value", [])]
    shipped = sum(len(file.get("rule", [])) + len(file.get("value", []))
                  for language in ("en", "fr") for file in tables(language))
    kinds_of_words = {name for file in english for name, entry in file.get("class", {}).items() if "words" in entry}
    words = vocabulary(english)
    rng = random.Random(8)
    sources = claims + values
    texts = []
    for number in range(max(0, count - shipped)):
        rule = sources[number % len(sources)]
        variation = Variation(number, rule, kinds_of_words, words, rng)
        texts.append(variation.claim() if "emit" in rule else variation.value())
    (directory / "en").mkdir(parents=True, exist_ok=True)
    (directory / "en" / "bench.toml").write_text("\n".join(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
