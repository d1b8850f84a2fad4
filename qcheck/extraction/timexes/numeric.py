"""Reads dates written in digits alone: 2023-05-17, 17.05.2023, 5/17/2023, 11/2016, 28.10."""

from __future__ import annotations

import re

from qcheck.extraction.timexes.period import Period
from qcheck.extraction.timexes.reader import Reader, century

_PARTS = re.compile(r"\d+")


def numeric_date(r: Reader, i: int) -> tuple[Period, int] | None:
    """The date and the next place; of two readings of day and month the language's own, unless only the other is possible."""
    for kind in ("iso", "numeric", "monthyear", "short"):
        written = r.at[i].get(kind)
        if written:
            numbers = [int(n) for n in _PARTS.findall(written)]
            return {"iso": _iso, "numeric": _numeric, "monthyear": _month_year, "short": _short}[kind](r, i, written, numbers)
    return None


def _iso(r: Reader, i: int, written: str, numbers: list[int]) -> tuple[Period, int] | None:
    clock = None
    if len(numbers) > 4 and numbers[3] < 24 and numbers[4] < 60:
        clock = (numbers[3] * 60.0 + numbers[4], numbers[3] * 60.0 + numbers[4])
    return _checked(r, numbers[0], numbers[1], numbers[2], clock, i + 1)


def _numeric(r: Reader, i: int, written: str, numbers: list[int]) -> tuple[Period, int] | None:
    lengths = [len(n) for n in _PARTS.findall(written)]
    if lengths[0] == 4:
        return _checked(r, numbers[0], numbers[1], numbers[2], None, i + 1) if lengths[2] <= 2 else None
    if lengths[0] > 2 or lengths[2] not in (2, 4) or min(numbers) == 0:
        return None
    day, month = (numbers[0], numbers[1]) if r.lexicon.times.day_first or "." in written else (numbers[1], numbers[0])
    if month > 12 >= day:
        day, month = month, day
    return _checked(r, numbers[2] if lengths[2] == 4 else century(numbers[2]), month, day, None, i + 1)


def _checked(r: Reader, year: int, month: int, day: int, clock: tuple[float, float] | None, j: int) -> tuple[Period, int] | None:
    if day > 31 or month > 12 or day == 0 or month == 0 or not 1000 <= year <= 2999:
        return None
    return Period(year=year, month=month, day=day, clock=clock), j


def _month_year(r: Reader, i: int, written: str, numbers: list[int]) -> tuple[Period, int] | None:
    first, second = numbers
    if first > 12:
        if second == (first + 1) % 100:  # a school year or season: 2011-12
            return None
        return Period(year=first, month=second), i + 1
    return Period(year=second, month=first), i + 1


def _short(r: Reader, i: int, written: str, numbers: list[int]) -> tuple[Period, int] | None:
    """Day and month without a year: where words before or the closing point make a date of it, not a fraction."""
    first, second = numbers
    day, month = (first, second) if r.lexicon.times.day_first else (second, first)
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = r.at[r.sign(i + 1, ",")].get("number") if r.words[i + 1] == "," and r.joined(i + 2) else None
    if year and year.isdigit() and len(year) in (2, 4):
        return Period(year=int(year) if len(year) == 4 else century(int(year)), month=month, day=day), i + 3
    return Period(month=month, day=day), i + 1
