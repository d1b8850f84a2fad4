"""An age or an anniversary that the day of birth or foundation does not give."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.periods import told_days
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words
from qcheck.model.timespan import TimeSpan

STATED = "stated"


class YearsSince(Parameters):
    """`slack`: days around the article's own day in which an age holds that names no day; `seasons`: years by which an anniversary
    may be kept early or late where the text does not say when.
    """

    slack: int = 31
    seasons: int = 1


def years_since(said: Statement, operands: Sequence[Statement], parameters: YearsSince) -> Proof | None:
    """conflict: no birthday between the days that the words allow gives that age, or the years do not give that anniversary; review:
    the same where the two only stand near one another.
    """
    count, beginning = operands[0], operands[1]
    begun = told_days(beginning)
    published = said.article.published
    if begun.low is None or begun.high is None:
        return None
    then = count.span.within if count.timed else None
    timed = then is not None and then.low is not None and then.high is not None and then.low > begun.high
    if timed and then is not None and then.low is not None and then.high is not None:
        first, last = then.low, then.high
    elif published is not None:
        first, last = published - timedelta(parameters.slack), published + timedelta(parameters.slack)
    else:
        return None
    years = int(said.claim.value_low)
    if said.claim.trend == "up":
        season = 0 if timed else parameters.seasons
        low, high = first.year - begun.high.year - season, last.year - begun.low.year + season
    else:
        low, high = _completed(begun.high, first), _completed(begun.low, last)
    if low <= years <= high or high < 0:
        return None
    right = (first.year + last.year) // 2 - begun.low.year if said.claim.trend == "up" else high
    counted = in_words(amount_words, max(0, low), high, "[]", "year")
    working = (line("years_between", since=TimeSpan(begun), until=_between(first, last), years=counted),)
    values: dict[str, Value] = {"expected": float(right), "other_expected": str(begun.low.year + right - years), "period": TimeSpan(begun)}
    return Proof("conflict" if said.claim.reason == STATED else "review", (count, beginning), working, values)


def _completed(birth: date, day: date) -> int:
    """The full years from one day to another."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _between(first: date, last: date) -> str:
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
