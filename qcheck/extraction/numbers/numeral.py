"""What numerals are made of: tokens, cardinals, and the words of a pack that join them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from qcheck.extraction.numbers.scan import Part, trie
from qcheck.language.pack import Pack
from qcheck.model.magnitude import Magnitude

Form = Literal["number", "ordinal", "share", "vague", "plural", "most", "both", "refused"]


class Numeral(NamedTuple):
    """A number, or a vague word for one, at characters `start` to `end`.

    form      number; ordinal; share (one in five, "half" before "of"); vague (several, before `base`); plural (hundreds: `base`);
              most; both; refused (with its `reason`)
    spelled   written in words only
    composed  "tens of thousands": the next word follows at ten times
    """

    start: int
    end: int
    form: Form
    magnitude: Magnitude | None = None
    vague: str = ""
    base: int = 1
    composed: bool = False
    spelled: bool = False
    reason: str = ""


class Token(NamedTuple):
    """One part of an atom: a digit group, a number word, or a part of a word that is written as one."""

    part: Part
    start: int
    end: int


class Count(NamedTuple):
    """A cardinal that was read up to token `next`, character `end`: its last word is of kind `last`, its last scale `scale`."""

    number: Magnitude
    next: int
    end: int
    last: str
    scale: int = 1
    spelled: bool = True


@dataclass(frozen=True)
class Joints:
    """The words between and beside the parts of numerals, as a pack gives them."""

    links: frozenset[str]
    link_one: frozenset[str]
    scale_of: frozenset[str]
    plural_of: frozenset[str]
    point: frozenset[str]
    over: frozenset[str]
    in_shares: frozenset[str]
    ones: frozenset[str]
    all: frozenset[str]
    one: tuple[str, ...]
    every: tuple[str, ...]
    ordinal_after: tuple[str, ...]
    scales: dict[str, int]
    money: frozenset[str]
    short: re.Pattern[str] | None
    ordinal: re.Pattern[str] | None
    share_of: re.Pattern[str] | None
    bare_half: frozenset[str]


DIGITS = Part("digits")
GROUPED_SCALES = ("hundred", "scale", "dozen")
LONGEST_GAP = 16


@cache
def joints(pack: Pack) -> Joints:
    """The words of a pack that join and follow numerals, compiled once."""
    rules = pack.numerals
    short = {sign for signs in rules.short_scales.values() for sign in signs}
    scales = {sign: int(key) for table in (rules.short_scales, rules.money_scales) for key, forms in table.items() for sign in forms}
    suffix = trie(rules.ordinal_signs)
    ends = r"(?= [^\W\d_])" if rules.ordinal_after else r"(?!\w)"
    link_one = frozenset(f"{link} {one}" for link in rules.links for one in rules.one)
    ones = frozenset(rules.one) & frozenset(rules.cardinals.get("1", ()))
    phrases = {*ones, *rules.links, *link_one, *rules.scale_of, *rules.plural_of, *rules.point, *rules.over, *rules.in_shares}
    return Joints(
        frozenset(rules.links),
        link_one,
        frozenset(rules.scale_of),
        frozenset(rules.plural_of),
        frozenset(rules.point),
        frozenset(rules.over),
        frozenset(rules.in_shares),
        ones,
        frozenset(phrases),
        rules.one,
        rules.every,
        rules.ordinal_after,
        scales,
        frozenset(sign for signs in rules.money_scales.values() for sign in signs if sign not in short),
        re.compile(f"[ \u00a0\u2009\u202f-]?({trie(scales)})(?:(?!\\w)|(?=[A-Z]{{3}}(?!\\w)))") if scales else None,
        re.compile(f"(?:{suffix}){ends}") if rules.ordinal_signs else None,
        re.compile(rf"[ -](?:{trie(rules.share_of)})(?!\w)") if rules.share_of else None,
        frozenset(forms[0] for key, forms in rules.fractions.items() if key == "1/2"),
    )
