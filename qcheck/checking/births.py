"""An age as the days on which its bearer can be born: 21 on a day means born in the year that ended 21 years before it."""

from __future__ import annotations

from datetime import date, timedelta

from qcheck.checking.statement import Statement
from qcheck.model.interval import Interval
from qcheck.model.timespan import UNKNOWN_SPAN

LONG_AGO = 60  # days before an article from which on its words speak of an age at another time
OLD_PICTURE = 3 * 366  # days
_YEAR, _SLACK = 365.2425, 2  # days; ages in months are told no closer


def births(s: Statement, first: date, last: date) -> Interval[date] | None:
    """The birth days of one who was of the hard age of `s` on some day from `first` to `last`; None where they are out of reach."""
    low, high = s.hard.low, s.hard.high
    whole = s.claim.value_low == s.claim.value_low and s.claim.value_low != s.claim.low and s.claim.low > 0
    step = s.claim.low / s.claim.value_low if whole and s.claim.value_low else 1.0
    youngest = date.max if low is None else _before(last, low)
    oldest: date | None = None
    if high is not None and high != float("inf"):
        oldest = _before(first, high if s.hard.closed[1] == ")" else high + step)
        oldest = oldest + timedelta(1) if oldest is not None else None
    if youngest is None or (oldest is not None and oldest > youngest):
        return None
    return Interval(oldest, youngest)


def of_then(s: Statement) -> bool:
    """Whether an age is told of another time than that of its article ("then 19"), on days that are not known."""
    return s.claim.within == str(UNKNOWN_SPAN) and s.article.published is not None


def spoken_of(s: Statement) -> tuple[date, date] | None:
    """The first and last day on which an age can hold: the article's day, from the days on where its words name such long before.

    Pictures are used again for years, so that the age in a caption may be one of then.
    """
    published = s.article.published
    if published is None:
        return None
    low, high = s.span.proof.low, s.span.proof.high
    if s.timed and low is not None and high is not None and (published - high).days > LONG_AGO:
        return low, published
    return (published - timedelta(OLD_PICTURE) if s.claim.zone == "caption" else published), published


def _before(day: date, years: float) -> date | None:
    """The day some years before another one; None where the calendar does not reach so far."""
    try:
        if years == int(years):
            year, leap = day.year - int(years), (day.month, day.day) == (2, 29)
            try:
                return day.replace(year=year)
            except ValueError:
                return date(year, 3, 1) if leap else None
        return day - timedelta(round(years * _YEAR) + _SLACK)
    except (ValueError, OverflowError):
        return None
