"""Dates written in full, in the words of any language pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from qcheck.language.pack import languages, load_pack

FIRST_YEAR, LAST_YEAR = 1600, 2199
PIVOT = "70"  # years of two digits from here on are of the 20th century
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d{1,9})?)?"
_ZONE = r"(?:Z|(?:UTC|GMT)?[+-]\d\d:?\d\d|[A-Z]{2,4}T|UTC)\b"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day at characters `start` to `end` of a line; `numeric` where no month is named, `clock` where a time of day follows."""

    start: int
    end: int
    day: date
    numeric: bool
    clock: bool


@cache
def _months() -> dict[str, int]:
    """Every name and short form of a month in any pack, lower case -> 1 to 12."""
    lists = [load_pack(code).times.months for code in languages()]
    return {name.rstrip("."): number for months in lists for number, names in enumerate(months, 1) for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, _months()), key=lambda name: (-len(name), name)))
    clock = rf"(?P<clock>(?:T|,?\s{{1,3}}|,?\s[\w.–|-]{{1,4}}\s){_CLOCK}(?![.:]?\d)(?:\s?[ap]\.?m\b\.?)?)?(?:\s?{_ZONE})?"
    forms = (
        r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})",
        r"(?P<d2>\d{1,2})\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>\d{4}|\d\d)",
        r"(?P<a3>\d{1,2})(?P<s3>[/-])(?P<b3>\d{1,2})(?P=s3)(?P<y3>\d{4})",
        rf"(?P<d4>\d{{1,2}})(?:[^\W\d_]{{2}}\b|\.)?[\s-]{{0,3}}(?:[^\W\d_]{{2}}\s)?(?P<m4>{month})\b\.?,?[\s-]{{0,3}}(?P<y4>\d{{4}})",
        rf"(?P<m5>{month})\b\.?\s{{0,3}}(?P<d5>\d{{1,2}})(?:[^\W\d_]{{2}}\b|\.)?,?\s{{1,3}}(?P<y5>\d{{4}})",
    )
    return re.compile(rf"(?<![\w/-])(?<!\d[.,:])(?:{'|'.join(forms)})(?![\d/]|[-.,]\d){clock}(?!\w)", re.IGNORECASE)


def written_dates(line: str) -> Iterator[WrittenDate]:
    """The dates of a line, left to right. Days that no calendar has, and 03/04/2023, which may be March or April, are none."""
    for match in _pattern().finditer(line):
        day = _day(match)
        if day:
            yield WrittenDate(match.start(), match.end(), day, not (match["m4"] or match["m5"]), bool(match["clock"]))


def _day(match: re.Match[str]) -> date | None:
    if match["m4"] or match["m5"]:
        year, month, day = match["y4"] or match["y5"], _months()[(match["m4"] or match["m5"]).casefold()], match["d4"] or match["d5"]
    elif match["y3"]:
        first, second = int(match["a3"]), int(match["b3"])
        if first <= 12 and second <= 12 and first != second:
            return None
        year, month, day = match["y3"], min(first, second) if first <= 12 else second, max(first, second)
    else:
        year, month, day = match["y1"] or match["y2"], int(match["m1"] or match["m2"]), match["d1"] or match["d2"]
    century = 0 if len(year) == 4 else 2000 if year < PIVOT else 1900
    return real_day(century + int(year), month, int(day))


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it and an article can be of that year."""
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
