"""The days that a statement speaks of, as far as its words say: two intervals of days.

Text form: EDTF (Library of Congress, level 1) and ISO 8601: `2022-08/2023-05-17`, `../2022-02-23`; `?` is our sign for an end,
or a whole span, that the text does not tell.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from qcheck.model.interval import ANY_DAY, Interval

Unknown = Literal["", "start", "end", "both"]
VAGUE_MARGIN = timedelta(days=10)

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_COUNTED = range(1000, 9000)  # years from which centuries can be counted on and back within the calendar


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """`within`: it all happened in these days. `throughout`: it held on all of these (None for a point or where nothing says so).

    `unknown` names the ends that the text does not tell (an end that is open without being unknown is `..`). `vague`: the words
    ("late August", "spring") may mean some days more on each side; proofs use `proof`.
    """

    within: Interval[date] = ANY_DAY
    throughout: Interval[date] | None = None
    unknown: Unknown = ""
    vague: bool = False

    def __post_init__(self) -> None:
        if self.throughout is not None and self.throughout is not self.within and not self.throughout.inside(self.within):
            raise ValueError(f"what held throughout {self.throughout} must lie within {self.within}")
        if (self.unknown in ("start", "both") and self.within.low) or (self.unknown in ("end", "both") and self.within.high):
            raise ValueError(f"an end that is told is not unknown: {self.within}, {self.unknown}")

    @property
    def proof(self) -> Interval[date]:
        """`within` as a proof must take it: ten days wider on each side where the words are vague."""
        return widen(self.within, VAGUE_MARGIN) if self.vague else self.within

    @property
    def known(self) -> bool:
        """Whether at least one end is told."""
        return self.unknown != "both"

    def __str__(self) -> str:
        return span_text(self.within, self.unknown)


UNKNOWN_SPAN = TimeSpan(unknown="both")


def widen(days: Interval[date], margin: timedelta) -> Interval[date]:
    """The same days with a margin on each bounded side (clipped to the years 1 to 9999)."""
    low = None if days.low is None else date.fromordinal(max(1, days.low.toordinal() - margin.days))
    high = None if days.high is None else date.fromordinal(min(date.max.toordinal(), days.high.toordinal() + margin.days))
    return Interval(low, high)


@lru_cache(maxsize=4096)
def day_from_text(text: str) -> date | None:
    """The day of an ISO date or time stamp; None for other text and for a year so early or late that no article is of it."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if day.year in _COUNTED else None


def month(year: int, number: int) -> Interval[date]:
    """All days of a month."""
    return Interval(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def year(number: int) -> Interval[date]:
    """All days of a year."""
    return Interval(date(number, 1, 1), date(number, 12, 31))


def _coarse(day: date, *, first: bool, years: bool) -> str:
    """The day as a year, a month or a day: what it begins (or ends) whole; a year only where the other end is one, or open, too."""
    whole_month = day.day == (1 if first else calendar.monthrange(day.year, day.month)[1])
    whole_year = years and _ends_year(day, first=first)
    return f"{day.year:04}" if whole_year else f"{day.year:04}-{day.month:02}" if whole_month else day.isoformat()


def _ends_year(day: date | None, *, first: bool) -> bool:
    return day is None or (day.month, day.day) == ((1, 1) if first else (12, 31))


def span_text(days: Interval[date], unknown: Unknown = "") -> str:
    """The days as EDTF, each end as coarse as it can be said: 2022, 2022-08/2023-05-17, ../2022-02-23, 2022/?, ?."""
    return "?" if unknown == "both" else _text(days.low, days.high, unknown)


@lru_cache(maxsize=4096)
def _text(low: date | None, high: date | None, unknown: Unknown) -> str:
    if low is not None and low == high:
        return low.isoformat()
    years = _ends_year(low, first=True) and _ends_year(high, first=False)
    left = ("?" if unknown == "start" else "..") if low is None else _coarse(low, first=True, years=years)
    right = ("?" if unknown == "end" else "..") if high is None else _coarse(high, first=False, years=years)
    if left == right and low is not None:
        return left
    if low is not None and high is not None and (low.year, low.month) == (high.year, high.month):
        return f"{low.isoformat()}/{high.isoformat()}"
    return f"{left}/{right}"


def _ends(text: str) -> tuple[date, date]:
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(f"not a date: {text!r}; write 2022, 2022-08 or 2022-08-24")
    y, m, d = (int(g) if g else None for g in match.groups())
    assert y is not None
    try:
        days = year(y) if m is None else month(y, m) if d is None else Interval(date(y, m, d), date(y, m, d))
    except ValueError:  # calendar's own for a month 13 is one, too
        raise ValueError(f"not a date: {text!r}; no calendar has it") from None
    assert days.low is not None and days.high is not None
    return days.low, days.high


@lru_cache(maxsize=4096)
def days_from_text(text: str) -> tuple[Interval[date], Unknown]:
    """The inverse of `span_text`: the days, and which ends are unknown. ValueError says what is wrong."""
    if text.strip() == "?":
        return ANY_DAY, "both"
    left, slash, right = text.strip().partition("/")
    right = right if slash else left
    unknown: Unknown = "both" if left == right == "?" else "start" if left == "?" else "end" if right == "?" else ""
    low = None if left in ("..", "?", "") else _ends(left)[0]
    high = None if right in ("..", "?", "") else _ends(right)[1]
    return Interval(low, high), unknown


def span_from_text(within: str, throughout: str = "", *, vague: bool = False) -> TimeSpan:
    """A span from the texts of its two columns (`throughout` is empty where nothing held on all days)."""
    days, unknown = days_from_text(within)
    return TimeSpan(days, days_from_text(throughout)[0] if throughout else None, unknown, vague)


def before(day: date) -> TimeSpan:
    """All days before this one; it cannot be the first of the calendar."""
    return TimeSpan(Interval(None, day - timedelta(days=1)))


def until(span: TimeSpan, day: date) -> TimeSpan:
    """The part of a span that is over on this day (unchanged if it begins later or nothing of it is known)."""
    if not span.known or (span.within.low is not None and span.within.low > day):
        return span
    within = span.within & Interval(None, day)
    held = None if span.throughout is None else span.throughout & Interval(None, day)
    assert within is not None
    return replace(span, within=within, throughout=held, unknown="start" if span.unknown == "start" else "")
