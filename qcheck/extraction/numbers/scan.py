"""One pass over a text that finds every digit group and every number word: the atoms that numerals are built of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter
from typing import Literal, NamedTuple

from qcheck.extraction.nouns.unit_words import spelled, unit_words
from qcheck.language.pack import Pack

Kind = Literal[
    "digits", "cardinal", "hundred", "scale", "dozen", "ordinal", "fraction", "mixed", "and_half", "link",
    "couple", "few", "several", "both", "plural", "most",
]  # fmt: skip

LONGEST_WORD = 120
"""Characters; a longer run of number words in one word is no number."""
NARROW_SPACES = "\u00a0\u2007\u2009\u202f"
"""Spaces that stand between groups of digits."""
VULGAR: dict[str, Fraction] = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅐": Fraction(1, 7),
    "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip


class Part(NamedTuple):
    """What one number word says: its kind and its number. `plural` is the base where the word alone is an open number of them."""

    kind: Kind
    number: int | Fraction = 0
    plural: int = 0


class Atom(NamedTuple):
    """A digit group (no parts) or a number word at characters `start` to `end`; several parts where words are written as one."""

    start: int
    end: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The number words of a language: each with its part, and the patterns that find digits and words."""

    words: dict[str, Part]
    digits: re.Pattern[str]
    spelled: re.Pattern[str]
    joined: bool

    def atoms(self, lowered: str) -> list[Atom]:
        """All atoms of a text in lower case, from left to right; no word begins inside digits, nor digits inside a word."""
        found = [Atom(*match.span()) for match in self.digits.finditer(lowered)]
        found += (Atom(*match.span(), parts) for match in self.spelled.finditer(lowered) if (parts := self.split(match.group())))
        return sorted(found, key=attrgetter("start"))

    def split(self, word: str) -> tuple[Part, ...]:
        """The parts of a number word; empty if it is none."""
        if word in self.words:
            return (self.words[word],)
        return _segment(self, word) if self.joined else ()


@lru_cache(maxsize=4096)
def _segment(lexicon: Lexicon, word: str) -> tuple[Part, ...]:
    """The parts of a word that is written as one ("zweihundertfünfzig"), the longest first; empty if it is no such word."""
    longest = max(map(len, lexicon.words))
    ways: list[tuple[Part, ...] | None] = [None] * (len(word) + 1)
    ways[len(word)] = ()
    for at in range(len(word) - 1, -1, -1):
        for size in range(min(longest, len(word) - at), 0, -1):
            rest = ways[at + size]
            part = lexicon.words.get(word[at : at + size])
            if part and rest is not None and not (rest and part.kind in _LAST):
                ways[at] = (part, *rest)
                break
    return ways[0] or ()


_LAST = ("ordinal", "plural", "and_half", "both", "several", "couple", "few", "most")


def lowered(text: str) -> str:
    """The text in lower case, character for character, so that places stay the same."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_ROW = re.compile(r"[0-9](?<![0-9][0-9])[0-9]*+[ .,:;/+–-][0-9 .,:;/+–-]{118,}")


def number_rows(text: str) -> list[tuple[int, int]]:
    """Where more digits and signs follow one another than any date or number has: tables and codes, which nobody reads."""
    return [match.span() for match in _ROW.finditer(text)]


def trie(words: Iterable[str]) -> str:
    """One pattern that matches any of the words, the longest first, without trying them one by one; nothing where there is none."""
    tree: dict[str, dict[str, object]] = {}
    for word in sorted(words):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}

    def pattern(node: dict[str, dict[str, object]]) -> str:
        ends = "" in node
        branches = [re.escape(letter) + pattern(below) for letter, below in node.items() if letter]  # type: ignore[arg-type]
        if not branches:
            return ""
        if len(branches) == 1 and not ends:
            return branches[0]
        return f"(?:{'|'.join(branches)}){'?' if ends else ''}"

    return pattern(tree) if tree else "(?!)"


def _article_as_one(pack: Pack, numbers: str) -> str:
    """Where an article that is also the number one is a number: after "exactly", before money, before "of five"."""
    rules = pack.numerals
    ones = trie(set(rules.one) & set(rules.cardinals.get("1", ())))
    money = trie(word for word, unit in unit_words(pack).words.items() if len(unit) == 3 and unit.isupper() and word.isalpha())
    after = "|".join(f"(?<={re.escape(word)} )" for word in rules.one_after) or "(?!)"
    shares = trie(rules.in_shares)
    return f"{ones}(?!\\w)(?= (?:{money})(?!\\w)| (?:{shares}) (?:{numbers}|[0-9]))|(?:{after}){ones}(?!\\w)"


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The number words of a pack, compiled once."""
    rules = pack.numerals
    words: dict[str, Part] = {}

    def add(table: dict[str, tuple[str, ...]], kind: Kind) -> None:
        for key, forms in table.items():
            number = Fraction(key)
            value = int(number) if number.denominator == 1 else number
            for form in forms:
                for word in spelled(form):
                    words.setdefault(word, Part(kind, value))

    add({key: forms for key, forms in rules.cardinals.items() if key != "100"}, "cardinal")
    add({key: forms for key, forms in rules.cardinals.items() if key == "100"}, "hundred")
    add(rules.scales, "scale")
    add(rules.dozens, "dozen")
    add(rules.fractions, "fraction")
    add(rules.mixed, "mixed")
    add(rules.and_half, "and_half")
    add(rules.ordinals, "ordinal")
    alone: dict[str, Part] = {}
    for key, forms in rules.plurals.items():
        for form in forms:
            part = words.get(form)
            if part:
                words[form] = Part(part.kind, part.number, int(key))
            else:
                alone[form] = Part("plural", int(key), int(key))
    vague: dict[Kind, tuple[str, ...]] = {
        "couple": rules.couple, "few": rules.few, "several": rules.several, "both": rules.both, "most": rules.most,
    }  # fmt: skip
    for kind, forms in vague.items():
        alone |= {word: Part(kind, 2 if kind == "both" else 0) for form in forms for word in spelled(form)}
    alone |= {word: Part("couple", 1) for word in rules.couple_of} | {word: Part("few", 1) for word in rules.few_of}
    glue = {word: Part("link") for word in rules.inner_links} if rules.joined else {}
    bare = [word for word in words if word not in rules.one and words[word].kind != "and_half"]
    ending = f"(?:(?!\\w)|(?={trie(rules.before_parts)}))" if rules.before_parts else "(?!\\w)"
    whole = trie([*bare, *alone]) + ending
    if rules.joined:
        whole += f"|{trie(words)}(?:{trie([*words, *glue])}){{1,24}}{ending}"
        whole += "|" + _article_as_one(pack, trie(bare))
    digits = (  # the set of first characters stands first, since the engine skips to it
        f"[0-9{''.join(VULGAR)}](?:(?<![0-9])"
        f"|[0-9]{{0,2}}(?:[ {NARROW_SPACES}][0-9]{{3}}){{{rules.spaced_groups},13}}(?![0-9])(?:{re.escape(rules.decimal)}[0-9]+)?"
        f"|[0-9]*(?:[.,{NARROW_SPACES}][0-9]+|['’][0-9]{{3}}(?![0-9]))*)"
    )
    return Lexicon({**words, **alone, **glue}, re.compile(digits), re.compile(f"(?<!\\w)(?:{whole})"), rules.joined)
