"""A place in a line of tokens, and the numbers, durations and clock times that stand there, each with the next place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from qcheck.extraction.timexes.calendar import SECONDS
from qcheck.extraction.timexes.lexicon import NO_ROLES, Lexicon, Token
from qcheck.extraction.timexes.period import Period

Counted = tuple[tuple[float, str], ...]
UNITS = frozenset({"unit", "abbreviation", "duration_word"})
"""Roles of which every duration has one."""
_DAYS = frozenset({"ordinal", "number", "count"})
"""Roles of which every day of a month has one."""
_ROLES, _WORD = attrgetter("roles"), attrgetter("word")
_BEYOND = 16
_NO_ROLES, _NO_WORDS = [NO_ROLES] * _BEYOND, [""] * _BEYOND
"""What stands behind the last token, and, since a list is read backwards there, before the first."""


class Duration(NamedTuple):
    """Counted units; `bare`: "a year" and the like, which alone may be a rate; `vague`: about so many."""

    counts: Counted
    bare: bool = False
    vague: bool = False

    @property
    def seconds(self) -> float:
        """Its length, with years of 365 days and months of 30."""
        return sum(count * SECONDS[unit] for count, unit in self.counts)


class Reader:
    """Tokens around an anchor, with what is needed to read them.

    `toward` tells the tense around some tokens: -1, 0 or 1. `read` and `lasting` keep the periods and durations already read, by place.
    `at` is what each token may mean, by role, `words` are the words; both go on behind the last token.
    `kinds` are the roles that any token has: what needs a role that is not among them needs not be tried.
    """

    __slots__ = ("at", "counts", "joins", "kinds", "lasting", "lexicon", "published", "read", "tokens", "toward", "words")

    def __init__(self, tokens: list[Token], lexicon: Lexicon, published: date | None, toward: Callable[[int, int], int]) -> None:
        self.tokens, self.lexicon, self.published, self.toward = tokens, lexicon, published, toward
        self.at: list[Any] = [*map(_ROLES, tokens), *_NO_ROLES]
        self.words: list[str] = [*map(_WORD, tokens), *_NO_WORDS]
        self.kinds = frozenset().union(*self.at)
        self.counts = not self.kinds.isdisjoint(UNITS)
        self.joins = "connectors" in self.kinds or "joiners" in self.kinds or "/" in self.words
        self.read: dict[int, tuple[Period, int] | None] = {}
        self.lasting: dict[int, tuple[Duration, int] | None] = {}

    def skip(self, i: int, *names: str) -> int:
        """The next place after at most one token of one of these roles."""
        roles = self.at[i]
        if roles:
            for name in names:
                if name in roles:
                    return i + 1
        return i

    def sign(self, i: int, signs: str) -> int:
        """The next place after at most one of these signs."""
        word = self.words[i]
        return i + 1 if word and word in signs else i

    def joined(self, i: int) -> bool:
        """Whether no space stands before token `i`."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def number(self, i: int) -> tuple[float, int] | None:
        """Digits or number words: "18", "3.5", "twenty four", "two thousand and eighteen"."""
        digits = self.at[i].get("number") or self.at[i].get("clock")
        if digits is not None:
            value = decimal(digits, self.lexicon.decimal)
            return None if value is None else (value, i + 1)
        return self.counted(i)

    def counted(self, i: int) -> tuple[float, int] | None:
        """A number in words."""
        total = 0
        last = 10**9
        start = i
        while (count := self.at[i].get("count")) is not None:
            if count in (100, 1000) and total and total % count == total and start != i:
                total, last = total * count, count
            elif count < last and (total == 0 or count < 10 or last >= 100):
                total, last = total + count, (10 if count >= 20 else 1) if count < 100 else count
            else:
                break
            i += 1
            between = self.skip(i, "joiners") if last >= 10 else i
            between = self.sign(between, "-") if between == i else between
            if between != i and self.at[between].get("count") is not None and self.at[between].get("count") < last:
                i = between
        return (float(total), i) if i > start else None

    def day_number(self, i: int) -> tuple[int, bool, int] | None:
        """A day of the month and whether it is an ordinal: "19th", "19.", "4", "twenty-first"."""
        if _DAYS.isdisjoint(self.at[i]):
            return None
        ordinal = self.at[i].get("ordinal")
        if isinstance(ordinal, str):
            value = int("".join(c for c in ordinal if c.isdigit()))
            return (value, True, i + 1) if 1 <= value <= 31 else None
        if isinstance(ordinal, int) and ordinal > 0:
            return ordinal, True, i + 1
        digits = self.at[i].get("number")
        if digits is not None:
            if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31:
                dotted = self.joined(i + 1) and self.words[i + 1] == "." and "." in self.lexicon.times.ordinal_endings
                return int(digits), dotted, i + 1 + dotted
            return None
        tens = self.at[i].get("count")
        if tens in (20, 30):
            j = self.sign(i + 1, "-")
            ones = self.at[j].get("ordinal")
            if isinstance(ones, int) and 0 < ones < 10:
                return tens + ones, True, j + 1
        if tens is not None and (words := self.counted(i)) and 1 <= words[0] <= 31:
            return int(words[0]), False, words[1]
        return None

    def year(self, i: int) -> tuple[int, int] | None:
        """A year in digits or words: "2022", "'22", "two thousand and eighteen", "nineteen seventy eight"."""
        digits = self.at[i].get("number")
        if digits is not None:
            if len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2199:
                return int(digits), i + 1
            return None
        if self.words[i] in "'’" and self.words[i] and self.joined(i + 1):
            short = self.at[i + 1].get("number")
            return (century(int(short)), i + 2) if short and len(short) == 2 and short.isdigit() else None
        count = self.at[i].get("count")
        if count in (19, 20) and (rest := self.counted(i + 1)) and 10 <= rest[0] <= 99:
            return int(count * 100 + rest[0]), rest[1]
        if count is not None and (words := self.counted(i)) and 1000 <= words[0] <= 2199:
            return int(words[0]), words[1]
        return None

    def unit(self, i: int) -> tuple[str, int] | None:
        """A unit of time written as a word, perhaps after a hyphen."""
        j = self.sign(i, "-‑") if i and self.joined(i) else i
        unit = self.at[j].get("unit")
        return (unit, j + 1) if unit else None

    def duration(self, i: int) -> tuple[Duration, int] | None:
        """Counted units: "3 days", "an hour and a half", "half a year", "all week", "1 month and 21 days", "2 years 3 months"."""
        if not self.counts:
            return None
        if i not in self.lasting:
            self.lasting[i] = self._duration(i)
        return self.lasting[i]

    def _duration(self, i: int) -> tuple[Duration, int] | None:
        first = self._single_duration(i)
        if first is None:
            return None
        duration, j = first
        while True:
            k = self.skip(self.sign(j, ","), "joiners")
            if k > j and self.at[k].get("articles") and self.at[k + 1].get("half"):
                count, unit = duration.counts[-1]
                return Duration(((count + 0.5, unit),)), k + 2
            more = self._single_duration(k)
            if more is None or more[0].bare or more[0].vague or (k == j and not self.at[k].get("number")):
                break
            if any(unit == more[0].counts[0][1] for _, unit in duration.counts):
                break
            duration, j = Duration(duration.counts + more[0].counts), more[1]
        if self._is_age(j):
            return None
        return duration, j

    def _is_age(self, j: int) -> bool:
        k = self.sign(j, "-‑")
        return self.words[k] in self.lexicon.times.age

    def _single_duration(self, i: int) -> tuple[Duration, int] | None:
        if not self.at[i]:
            return None
        word = self.at[i].get("duration_word")
        if word:
            return (Duration(((word[1], word[0]),)), i + 1) if word[1] else None
        if self.at[i].get("half") is not None:
            found = self.unit(self.skip(i + 1, "articles"))
            return (Duration(((0.5, found[0]),)), found[1]) if found else None
        if self.at[i].get("part") == "whole":
            j = self.sign(i + 1, "-")
            found = self.unit(j)
            return (Duration(((1, found[0]),)), found[1]) if found else None
        if (
            self.at[i].get("indefinite")
            and (found := self.unit(i + 1))
            and not (self.at[i + 1].get("ordinal") or self.at[i + 1].get("plural"))
        ):
            return Duration(((1, found[0]),), bare=True), found[1]
        if self.at[i].get("articles") and self.at[i + 1].get("half") and (found := self.unit(i + 2)):
            return Duration(((0.5, found[0]),)), found[1]
        if self.at[i].get("few"):
            found = self.unit(i + 1)
            return (Duration(((3, found[0]),), vague=True), found[1]) if found else None
        if (half := self.at[i].get("and_half")) and (found := self.unit(i + 1)):
            return Duration(((half, found[0]),)), found[1]
        number = self.number(i)
        if number is None:
            return None
        count, j = number
        if self.at[j].get("joiners") and self.at[self.skip(j + 1, "articles")].get("half"):
            count, j = count + 0.5, self.skip(j + 1, "articles") + 1
        found = self.unit(j)
        if found is None and (unit := self.at[j].get("abbreviation")):
            found = unit, j + 1
        if found is None and self.at[i].get("number") and (word := self.at[self.sign(j, "-")].get("duration_word")) and not word[1]:
            found = word[0], self.sign(j, "-") + 1
        if found and found[0] == "quarter" and (self.at[found[1]].get("of") or self.words[j] == "-"):
            return None
        return (Duration(((count, found[0]),)), found[1]) if found else None


def decimal(text: str, sign: str) -> float | None:
    """Digits with group and decimal signs as a number; None where they are neither."""
    group = "," if sign == "." else "."
    whole, _, fraction = text.partition(sign)
    if sign in fraction or group in fraction:
        return None
    parts = whole.split(group)
    if len(parts) > 1 and any(len(p) != 3 for p in parts[1:]):
        return float(f"{parts[0]}.{parts[1]}") if len(parts) == 2 and not fraction and all(map(str.isdigit, parts)) else None
    if not all(map(str.isdigit, parts)):
        return None
    return float(f"{''.join(parts)}.{fraction or 0}") if len(text) < 16 else None


def century(short: int) -> int:
    """The year that two digits mean: up to 39 this century, else the last."""
    return short + (2000 if short < 40 else 1900)


def minute_of(text: str) -> int:
    """The minute of the day of HH:MM."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
