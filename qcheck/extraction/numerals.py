"""Joins atoms to numerals: "two hundred and fifty", "2.5 million", "half a million", "zweieinhalb", "several hundred", "one in five".

A small state machine over number words, led by the text between them; the words of a language come from its pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from qcheck.extraction.digits import read_digits
from qcheck.extraction.scan import Part, lexicon, trie
from qcheck.extraction.units import unit_after, unit_before
from qcheck.language.pack import Pack
from qcheck.model.magnitude import Magnitude, decimal, fraction, times, whole

Form = Literal["number", "ordinal", "share", "vague", "plural", "most", "both", "refused"]


@dataclass(frozen=True, slots=True)
class Numeral:
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


@dataclass(frozen=True, slots=True)
class _Token:
    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Count:
    """A cardinal that was read up to token `next`, character `end`: its last word is of kind `last`, its last scale `scale`."""

    number: Magnitude
    next: int
    end: int
    last: str
    scale: int = 1
    spelled: bool = True


@dataclass(frozen=True)
class _Joints:
    """The words between and beside the parts of numerals, as a pack gives them."""

    links: frozenset[str]
    link_one: frozenset[str]
    scale_of: frozenset[str]
    plural_of: frozenset[str]
    point: frozenset[str]
    over: frozenset[str]
    in_shares: frozenset[str]
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


_DIGITS = Part("digits")
_GROUPED_SCALES = ("hundred", "scale", "dozen")
_LONGEST_GAP = 16


@cache
def _joints(pack: Pack) -> _Joints:
    rules = pack.numerals
    scales = {sign: int(key) for table in (rules.short_scales, rules.money_scales) for key, forms in table.items() for sign in forms}
    suffix = trie(rules.ordinal_signs)
    ends = r"(?= [^\W\d_])" if rules.ordinal_after else r"(?!\w)"
    link_one = frozenset(f"{link} {one}" for link in rules.links for one in rules.one)
    phrases = {*rules.links, *link_one, *rules.scale_of, *rules.plural_of, *rules.point, *rules.over, *rules.in_shares}
    return _Joints(
        frozenset(rules.links),
        link_one,
        frozenset(rules.scale_of),
        frozenset(rules.plural_of),
        frozenset(rules.point),
        frozenset(rules.over),
        frozenset(rules.in_shares),
        frozenset(phrases),
        rules.one,
        rules.every,
        rules.ordinal_after,
        scales,
        frozenset(sign for forms in rules.money_scales.values() for sign in forms if not any(sign in f for f in rules.short_scales.values())),
        re.compile(f"[ \u00a0\u2009\u202f-]?({trie(scales)})(?:(?!\\w)|(?=[A-Z]{{3}}(?!\\w)))") if scales else None,
        re.compile(f"(?:{suffix}){ends}") if suffix else None,
        re.compile(rf"[ -](?:{trie(rules.share_of)})(?!\w)") if rules.share_of else None,
        frozenset(forms[0] for key, forms in rules.fractions.items() if key == "1/2"),
    )


def numerals(text: str, lowered: str, pack: Pack) -> Iterator[Numeral]:
    """All numerals of a text, in order and without overlap; `lowered` is the text in lower case, character for character."""
    reader = _Reader(text, lowered, pack)
    tokens: list[_Token] = []
    for atom in lexicon(pack).atoms(lowered):
        fresh = [_Token(part, atom.start, atom.end) for part in atom.parts] or [_Token(_DIGITS, atom.start, atom.end)]
        if tokens and reader.gap(tokens[-1].end, atom.start) is None:
            yield from reader.read(tokens)
            tokens = []
        tokens += fresh
    yield from reader.read(tokens)


class _Reader:
    """Reads clusters of tokens that stand close to one another."""

    def __init__(self, text: str, lowered: str, pack: Pack) -> None:
        self.text, self.lowered, self.pack, self.joints = text, lowered, pack, _joints(pack)
        self.done = 0

    def gap(self, left: int, right: int) -> str | None:
        """What stands between two tokens: "" (nothing), " " (spaces, a hyphen), a joining phrase of the pack; else None."""
        if left == right:
            return ""
        between = self.lowered[left : min(right, left + _LONGEST_GAP + 1)]
        if between in (" ", "-"):
            return " "
        if len(between) > _LONGEST_GAP or "\n" in between:
            return None
        words = " ".join(between.replace("-", " ").split())
        return words or " " if not words or words in self.joints.all else None

    def read(self, tokens: list[_Token]) -> Iterator[Numeral]:
        """The numerals of one cluster."""
        at = 0
        while at < len(tokens):
            if tokens[at].start < self.done:
                at += 1
                continue
            numeral, at = self.numeral(tokens, at)
            if numeral:
                self.done = numeral.end
                yield numeral

    def numeral(self, tokens: list[_Token], at: int) -> tuple[Numeral | None, int]:
        """The numeral that begins at a token, and the index of the token after it."""
        token = tokens[at]
        kind = token.part.kind
        if kind == "plural" or (token.part.plural and kind == "scale"):
            return self.open_number(tokens, at)
        if kind in ("couple", "few", "several"):
            return self.vague(tokens, at)
        if kind in ("both", "most"):
            number = whole(2) if kind == "both" else None
            return Numeral(token.start, token.end, "both" if kind == "both" else "most", number, spelled=True), at + 1
        if kind == "ordinal":
            return self.ordinal_alone(tokens, at)
        if kind == "fraction":
            return self.fraction_first(tokens, at)
        if kind in ("link", "and_half"):
            return None, at + 1
        if kind == "digits":
            digits = read_digits(self.text, token.start, token.end, self.pack)
            if digits.number is None:
                return Numeral(token.start, digits.end, "refused", reason=digits.reason), at + 1
            if digits.start >= 0:
                return Numeral(digits.start, digits.end, "number", digits.number), at + 1
            rank = self.ordinal_sign(token.start, digits.end, digits.number)
            if rank:
                return rank, at + 1
        count = self.count(tokens, at)
        return self.completed(tokens, at, count) if count else (None, at + 1)

    # cardinals

    def count(self, tokens: list[_Token], at: int) -> _Count | None:
        """The cardinal that begins at a token."""
        return self.count_digits(tokens, at) if tokens[at].part.kind == "digits" else self.count_words(tokens, at)

    def count_digits(self, tokens: list[_Token], at: int) -> _Count | None:
        """Digits with their scale: 2.5 million, 3 hundred, 4.3M, 4 thousand 3 hundred and 21."""
        start = tokens[at].start
        digits = read_digits(self.text, start, tokens[at].end, self.pack)
        if digits.number is None:
            return None
        number, end, factor, last, spread = digits.number, digits.end, 1, "digits", 1
        after = at + 1
        while after < len(tokens) and tokens[after].start < end:
            after += 1
        while after < len(tokens):
            part = tokens[after].part
            if self.gap(end, tokens[after].start) not in ("", " ") or not (part.kind in _GROUPED_SCALES or part.kind == "plural"):
                break
            if part.kind == "hundred" and not 0 < number.value < 100:
                break
            factor, spread, last, end, after = factor * int(part.number), int(part.number), part.kind, tokens[after].end, after + 1
        if factor == 1:
            factor, end = self.short_scale(start, end)
            while after < len(tokens) and tokens[after].start < end:
                after += 1
        scaled = number.times(factor)
        if factor > 1 and after < len(tokens) and tokens[after].part.kind == "digits" and number.written == 1:
            gap = self.gap(end, tokens[after].start)
            if gap == " " or (gap in self.joints.links and last == "hundred"):
                rest = self.count_digits(tokens, after)
                if rest and rest.number.written == 1 * rest.scale and rest.number.value < spread and (rest.scale > 1 or gap != " "):
                    value = int(scaled.value + rest.number.value)  # type: ignore[operator]
                    return _Count(whole(value, scaled_by=rest.scale), rest.next, rest.end, rest.last, rest.scale, spelled=False)
        return _Count(scaled, after, end, last, factor, spelled=False)

    def short_scale(self, start: int, end: int) -> tuple[int, int]:
        """The scale sign right after digits ("bn", "k", "Mio.") and where it ends; signs such as "m" need a currency beside them."""
        joints = self.joints
        match = joints.short.match(self.text, end) if joints.short else None
        if not match:
            return 1, end
        if match[1] in joints.money:
            after = unit_after(self.text, match.end(), self.pack)
            money = unit_before(self.text, start, self.pack) or (after if after and after.unit.isupper() else None)
            if not money:
                return 1, end
        return joints.scales[match[1]], match.end()

    def count_words(self, tokens: list[_Token], at: int) -> _Count | None:
        """Number words: two hundred and fifty thousand, zweihundertfünfzig, a hundred, twelve dozen."""
        total, group, last, scale, ceiling = 0, -1, "", 1, 10**63
        mixed: Fraction | None = None
        index, end = at, tokens[at].start
        while index < len(tokens):
            token = tokens[index]
            kind, number = token.part.kind, token.part.number
            first = index == at
            gap = "" if first else self.gap(end, token.start) if token.start >= end else ""
            close, linked = gap in ("", " "), gap in self.joints.links
            if kind == "cardinal" and isinstance(number, int):
                inverse = self.tens_after(tokens, index, number)
                fits = (group < 0 and (close or linked)) or (last == "hundred" and number > 0 and (close or linked))
                if linked and group < 0 and not first and self.begins_fraction(tokens, index):
                    break
                if first or (fits and number > 0):
                    group = max(group, 0) + number + inverse
                    last = "tens" if number >= 20 else "ones"
                    index += 2 if inverse else 0
                    end = tokens[index].end
                    if inverse:
                        last = "ones"
                elif last == "tens" and 0 < number < 10 and close:
                    group, last = group + number, "ones"
                else:
                    break
            elif kind == "hundred":
                if first or (group < 0 and gap == ""):
                    group = 100
                elif last in ("ones", "tens") and 0 < group < 100 and close:
                    group *= 100
                else:
                    break
                last = "hundred"
            elif kind == "scale" and close:
                size = int(number)
                if first or (group >= 0 and size < ceiling):
                    total, group, ceiling = total + size * (1 if first else group), -1, size
                elif group < 0 and total and not first:
                    total, ceiling = total * size, size
                else:
                    break
                last, scale = "scale", size
            elif kind in ("dozen", "plural") and close and (kind == "dozen" or not first):
                total, group, last, scale = int(number) * (1 if first else total + max(group, 0)), -1, kind, int(number)
                index, end = index + 1, token.end
                break
            elif kind == "mixed" and first:
                mixed, index, end, last = Fraction(number), index + 1, token.end, "mixed"
                break
            else:
                break
            end = max(end, token.end)
            index += 1
        if mixed is not None:
            return _Count(fraction(mixed), index, end, last)
        if not last:
            return None
        value = total + max(group, 0)
        if group >= 0 or last == "dozen":
            scale = 1
        return _Count(whole(value, scaled_by=scale), index, end, last, scale)

    def begins_fraction(self, tokens: list[_Token], at: int) -> bool:
        """Whether the words from a token on are a fraction of their own: "five ninths" in "nine million and five ninths"."""
        over = self.count_words(tokens, at)
        if not over or over.next >= len(tokens):
            return False
        return tokens[over.next].part.kind == "fraction" and self.gap(over.end, tokens[over.next].start) in ("", " ")

    def tens_after(self, tokens: list[_Token], at: int, ones: int) -> int:
        """The tens of a word such as "siebenunddreißig" whose ones stand at `at`; 0 where there are none."""
        if 0 < ones < 10 and at + 2 < len(tokens) and tokens[at + 1].part.kind == "link":
            tens = tokens[at + 2].part
            if tens.kind == "cardinal" and tens.number >= 20:
                return int(tens.number)
        return 0

    # what follows a cardinal

    def completed(self, tokens: list[_Token], at: int, count: _Count) -> tuple[Numeral, int]:
        """A cardinal with what belongs to it on its right: halves, fractions, decimals in words, ranks, shares."""
        start = self.with_article(tokens[at]) if count.spelled else tokens[at].start
        number, end, after = count.number, count.end, count.next
        if after < len(tokens) or count.last == "scale":
            for step in (self.rank, self.part_of_it, self.point, self.bar, self.in_share):
                found = step(tokens, start, count)
                if found:
                    return found
        if number.fraction and count.spelled and after < len(tokens) and self.gap(end, tokens[after].start) in ("", " "):
            return self.scaled(tokens, start, number, end, after, spelled=True)
        return Numeral(start, end, "number", number, spelled=count.spelled), after

    def rank(self, tokens: list[_Token], start: int, count: _Count) -> tuple[Numeral, int] | None:
        """A rank whose last word is an ordinal: one hundred twenty-fifth, siebenundzwanzigste; and 1/n: one fifth."""
        at, value = count.next, count.number.value
        if not count.spelled or at >= len(tokens) or not isinstance(value, Decimal):
            return None
        token = tokens[at]
        if token.part.kind == "link" and at + 1 < len(tokens) and tokens[at + 1].part.kind == "ordinal" and count.last == "ones":
            rank = int(value) + int(tokens[at + 1].part.number)
            return Numeral(start, tokens[at + 1].end, "ordinal", whole(rank), spelled=True), at + 2
        if value == 1 and count.last == "ones" and token.part.kind in ("cardinal", "hundred") and self.gap(count.end, token.start) == " ":
            below = self.count_words(tokens, at)
            rank_below = self.rank(tokens, token.start, below) if below else None
            if rank_below and rank_below[0].form == "ordinal" and rank_below[0].magnitude:
                below_bar = int(rank_below[0].magnitude.value)
                return self.scaled(tokens, start, fraction(Fraction(1, below_bar)), rank_below[0].end, rank_below[1], spelled=True)
        if token.part.kind != "ordinal":
            return None
        size, gap = int(token.part.number), "" if token.start < count.end else self.gap(count.end, token.start)
        hyphen = self.text[count.end : token.start] == "-"
        if gap not in ("", " ") and not (gap in self.joints.links and count.last in ("hundred", "scale")):
            return None
        if gap != "" and not hyphen and unit_after(self.text, count.end, self.pack):
            return None
        if size >= 100 and value < size:
            rank = int(value) * size
        elif (count.last == "tens" and size < 10) or (count.last in ("hundred", "scale") and size < 100):
            rank = int(value) + size
        elif size >= 3 and gap in ("", " ") and (value == 1 or hyphen):
            return self.scaled(tokens, start, fraction(Fraction(int(value), size)), token.end, at + 1, spelled=True)
        else:
            return None
        return Numeral(start, token.end, "ordinal", whole(rank), spelled=True), at + 1

    def part_of_it(self, tokens: list[_Token], start: int, count: _Count) -> tuple[Numeral, int] | None:
        """Fractions: three quarters, two and a half, three and two thirds, 3 million and a quarter, zweieinhalb."""
        at = count.next
        if at >= len(tokens):
            return None
        part, number = tokens[at].part, Fraction(count.number.value)
        gap = "" if tokens[at].start < count.end else self.gap(count.end, tokens[at].start)
        if part.kind == "and_half" and gap in ("", " "):
            return self.scaled(tokens, start, fraction(number + Fraction(part.number)), tokens[at].end, at + 1, spelled=count.spelled)
        if part.kind == "fraction" and gap in ("", " ") and count.number.written <= 1:
            if number > 1 and self.lowered[tokens[at].start : tokens[at].end] in self.joints.bare_half and gap:
                return None
            return self.scaled(tokens, start, fraction(number * part.number), tokens[at].end, at + 1, spelled=count.spelled)
        scale = count.scale if count.last == "scale" or count.scale > 100 else 1
        if gap in self.joints.link_one and part.kind in ("fraction", "ordinal"):
            size = Fraction(part.number) if part.kind == "fraction" else Fraction(1, int(part.number))
            if size <= Fraction(1, 2) and not (part.kind == "ordinal" and part.number <= 2):
                return self.added(tokens, start, count, size * scale, tokens[at].end, at + 1)
        if gap in self.joints.links:
            over = self.count(tokens, at)
            if over and over.next < len(tokens) and tokens[over.next].part.kind == "fraction" and over.number.written == 1:
                if self.gap(over.end, tokens[over.next].start) in ("", " "):
                    size = Fraction(over.number.value) * tokens[over.next].part.number
                    return self.added(tokens, start, count, size * scale, tokens[over.next].end, over.next + 1)
            if part.kind == "fraction" and scale == 1 and part.number == Fraction(1, 2):
                return self.added(tokens, start, count, Fraction(part.number), tokens[at].end, at + 1)
        return None

    def added(self, tokens: list[_Token], start: int, count: _Count, more: Fraction, end: int, after: int) -> tuple[Numeral, int]:
        value = Fraction(count.number.value) + more
        if count.scale > 1:
            step = Decimal(count.scale) / 10
            number = Magnitude(times(value, 1), step, step, scaled=True)
            return Numeral(start, end, "number", number, spelled=count.spelled), after
        return self.scaled(tokens, start, fraction(value), end, after, spelled=count.spelled)

    def scaled(
        self, tokens: list[_Token], start: int, number: Magnitude, end: int, after: int, *, spelled: bool
    ) -> tuple[Numeral, int]:
        """A fraction, with the scale or dozen after it, or as a share of what follows "of"."""
        if after < len(tokens) and tokens[after].part.kind in _GROUPED_SCALES:
            gap = self.gap(end, tokens[after].start) if tokens[after].start >= end else ""
            if gap in ("", " ") or gap in self.joints.scale_of:
                factor = int(tokens[after].part.number)
                value = times(number.value, factor)
                step = Decimal(factor) / 10 if factor > 100 else Decimal(1)
                exact = Magnitude(value, step, step, scaled=factor > 100)
                return Numeral(start, tokens[after].end, "number", exact, spelled=spelled), after + 1
        of = self.joints.share_of.match(self.lowered, end) if self.joints.share_of else None
        share = of is not None and 0 < number.value < 1
        return Numeral(start, end, "share" if share else "number", number, spelled=spelled), after

    def point(self, tokens: list[_Token], start: int, count: _Count) -> tuple[Numeral, int] | None:
        """Decimals in words: nine point nought four, zwei Komma drei."""
        at, end, digits = count.next, count.end, ""
        if at >= len(tokens) or self.gap(end, tokens[at].start) not in self.joints.point or count.number.written != 1:
            return None
        while at < len(tokens) and tokens[at].part.kind == "cardinal" and (not digits or self.gap(end, tokens[at].start) == " "):
            more = self.count_words(tokens, at)
            if not more or more.last not in ("ones", "tens"):
                break
            digits, at, end = digits + str(more.number.value), more.next, more.end
        if not digits:
            return None
        number = decimal(str(count.number.value), digits, digits="")
        return self.scaled_decimal(tokens, start, number, end, at)

    def scaled_decimal(self, tokens: list[_Token], start: int, number: Magnitude, end: int, after: int) -> tuple[Numeral, int]:
        if after < len(tokens) and tokens[after].part.kind == "scale" and self.gap(end, tokens[after].start) == " ":
            return Numeral(start, tokens[after].end, "number", number.times(int(tokens[after].part.number)), spelled=True), after + 1
        return Numeral(start, end, "number", number, spelled=True), after

    def bar(self, tokens: list[_Token], start: int, count: _Count) -> tuple[Numeral, int] | None:
        """A fraction bar in words between two numbers with nothing after: one over three."""
        at = count.next
        if at >= len(tokens) or self.gap(count.end, tokens[at].start) not in self.joints.over:
            return None
        below = self.count(tokens, at)
        if not below or not below.number.value > 0 or self.lowered[below.end : below.end + 2].strip(" ")[:1].isalpha():
            return None
        value = Fraction(count.number.value) / Fraction(below.number.value)
        return Numeral(start, below.end, "number", fraction(value), spelled=True), below.next

    def in_share(self, tokens: list[_Token], start: int, count: _Count) -> tuple[Numeral, int] | None:
        """One in five, 3 out of 10, einer von fünf: not "two in five days", not "one in 2022"."""
        at = count.next
        if at >= len(tokens) or self.gap(count.end, tokens[at].start) not in self.joints.in_shares:
            return None
        whole_ = self.count(tokens, at)
        if not whole_ or not 0 < count.number.value < whole_.number.value or count.number.written != 1:
            return None
        digits = whole_.number.digits
        if (len(digits) == 4 and digits.isdigit() and digits[:2] in ("18", "19", "20")) or unit_after(self.text, whole_.end, self.pack):
            return None
        value = Fraction(int(count.number.value), int(whole_.number.value))
        spelled = count.spelled and whole_.spelled
        return Numeral(start, whole_.end, "share", fraction(value), spelled=spelled), whole_.next

    # fractions, ranks and vague words that begin a numeral

    def fraction_first(self, tokens: list[_Token], at: int) -> tuple[Numeral, int]:
        """Half a million, eine Viertelmillion, a quarter of the, die Hälfte der."""
        token = tokens[at]
        return self.scaled(tokens, self.with_article(token), fraction(Fraction(token.part.number)), token.end, at + 1, spelled=True)

    def ordinal_alone(self, tokens: list[_Token], at: int) -> tuple[Numeral, int]:
        """A rank in one word; a third of, jeder fünfte are shares; a thousandth."""
        token = tokens[at]
        rank = int(token.part.number)
        before = self.word_before(token.start)
        if before in self.joints.every and rank >= 2:
            start = token.start - len(before) - 1
            return Numeral(start, token.end, "share", fraction(Fraction(1, rank)), spelled=True), at + 1
        of = self.joints.share_of.match(self.lowered, token.end) if self.joints.share_of else None
        if of and rank >= 3 and before in self.joints.one and not self.pack.numerals.joined:
            return self.scaled(tokens, self.with_article(token), fraction(Fraction(1, rank)), token.end, at + 1, spelled=True)
        if before in self.joints.one and rank >= 100:
            return Numeral(self.with_article(token), token.end, "ordinal", whole(rank), spelled=True), at + 1
        return Numeral(token.start, token.end, "ordinal", whole(rank), spelled=True), at + 1

    def ordinal_sign(self, start: int, end: int, number: Magnitude) -> Numeral | None:
        """A rank in digits: 2nd, der 2. Platz."""
        joints = self.joints
        match = joints.ordinal.match(self.lowered, end) if joints.ordinal and number.written == 1 and number.digits.isdigit() else None
        if not match or number.value > 999 and joints.ordinal_after:
            return None
        if joints.ordinal_after and self.word_before(start) not in joints.ordinal_after:
            return None
        return Numeral(start, match.end(), "ordinal", number)

    def vague(self, tokens: list[_Token], at: int) -> tuple[Numeral, int]:
        """Several, a few, a couple, alone or before a base: several hundred thousand, ein paar Dutzend."""
        token = tokens[at]
        base, end, after = self.base_after(tokens, at + 1, token.end)
        return Numeral(token.start, end, "vague", vague=token.part.kind, base=base, spelled=True), after

    def open_number(self, tokens: list[_Token], at: int) -> tuple[Numeral, int]:
        """Hundreds, tens of thousands, Hunderte Millionen, thousands and thousands."""
        token = tokens[at]
        base, end, after = int(token.part.plural), token.end, at + 1
        composed = False
        while after < len(tokens):
            part, gap = tokens[after].part, self.gap(end, tokens[after].start)
            size = part.plural or (int(part.number) if part.kind in ("scale", "hundred") else 0)
            if not size or not (gap == " " or gap in self.joints.plural_of):
                break
            if gap in self.joints.links or size == base:
                base = max(base, size)
            else:
                base, composed = base * size, True
            end, after = tokens[after].end, after + 1
        return Numeral(token.start, end, "plural", base=base, composed=composed, spelled=True), after

    def base_after(self, tokens: list[_Token], at: int, end: int) -> tuple[int, int, int]:
        base = 1
        while at < len(tokens) and self.gap(end, tokens[at].start) == " ":
            part = tokens[at].part
            size = part.plural or (int(part.number) if part.kind in _GROUPED_SCALES else 0)
            if not size:
                break
            base, end, at = base * size, tokens[at].end, at + 1
        return base, end, at

    def with_article(self, token: _Token) -> int:
        """Where a number word begins, the article that stands for one included: a hundred, eine Million."""
        if token.part.kind in ("hundred", "scale", "dozen", "fraction", "ordinal"):
            word = self.word_before(token.start)
            if word in self.joints.one:
                return token.start - len(word) - 1
        return token.start

    def word_before(self, start: int) -> str:
        """The lower-case word that ends one space before `start`; "" if there is none."""
        if self.lowered[start - 1 : start] != " ":
            return ""
        at = start - 1
        while at > 0 and start - at < 20 and self.lowered[at - 1].isalpha():
            at -= 1
        return self.lowered[at : start - 1]
