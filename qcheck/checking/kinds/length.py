"""A length that its own ends do not give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words, quantity_words, reason_words
from qcheck.model.interval import Interval
from qcheck.model.timespan import TimeSpan, month, year

DAY = 86_400.0
HALF_A_DAY, A_DAY = 720, 1440  # minutes
STATED = "stated"
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.](\d\d))?(?!\d)")
_UNITS = {"hour": 3600.0, "day": DAY, "week": 7 * DAY, "month": 365.25 / 12 * DAY, "year": 365.25 * DAY, "decade": 3652.5 * DAY}


def wrong_length(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: no first and last day that the words allow lie that far apart, counted with the last day or without, or the last day is
    no date; review: the same where length and days only stand side by side.
    """
    length = operands[0]
    impossible = len(operands) == 3 and operands[2].claim.within == "?"
    ends = _ends(operands[1:]) if not impossible else None
    first = _first(operands[1]) if impossible else ends[0] if ends else None
    if first is None or first.low is None or first.high is None or length.hard.low is None or length.hard.high is None:
        return None
    told = Interval(length.hard.low / DAY, length.hard.high / DAY)
    fitting = first.low + timedelta(days=round((told._low + told._high) / 2))
    if ends is None:
        counted = (reading(length), line("lasts_up_to", first=first.low, last=fitting), in_words(reason_words, operands[2].claim.reason))
        return Proof("conflict", (length, operands[2], operands[1]), counted, {"expected": fitting})
    last = ends[1]
    if last.low is None or last.high is None or last.high < first.low:
        return None
    fewest, most = max(0, (last.low - first.high).days), (last.high - first.low).days + 1
    apart = Interval(float(fewest), float(most))
    if not apart.disjoint(told):
        return None
    working = (reading(length), line("days_between", first=TimeSpan(first), last=TimeSpan(last), fewest=fewest, most=most))
    values = {"expected": _in_unit(apart, length.claim.unit), "other_expected": _coarse(fitting, last)}
    return Proof("conflict" if said.claim.reason == STATED else "review", tuple(operands), working, values)


def wrong_hours(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: the clock times lie another time apart, over midnight and over noon too; review: the two only stand side by side."""
    length, clock, last = operands[0], operands[1].claim, operands[-1].claim
    if length.hard.low is None or length.hard.high is None or clock.clock_low != clock.clock_low or last.clock_high != last.clock_high:
        return None
    told = Interval(length.hard.low / 60, length.hard.high / 60)
    times = (clock.clock_low, last.clock_high)
    if clock is last and times[1] - times[0] >= A_DAY:  # past midnight
        written = [60.0 * int(hour) + int(minute or 0) for hour, minute in _CLOCK.findall(clock.quote)]
        if len(written) != 2:
            return None
        times = (written[0], written[1])
    apart = (times[1] - times[0]) % A_DAY
    if any(minutes in told for minutes in (apart, (apart + HALF_A_DAY) % A_DAY)):
        return None
    fits = in_words(quantity_words, round(apart / 60, 2), "hour")
    working = (reading(length), line("hours_between", first=_clock(times[0]), last=_clock(times[1]), hours=fits))
    end = _clock((times[0] + (told._low + told._high) / 2) % A_DAY)
    return Proof(
        "conflict" if said.claim.reason == STATED else "review", tuple(operands), working, {"expected": fits, "other_expected": end}
    )


def _ends(operands: Sequence[Statement]) -> tuple[Interval[date], Interval[date]] | None:
    """The days that the first and the last one may be: a day, or all of a month or year where no day is written."""
    low, high = operands[0].span.within.low, operands[-1].span.within.high
    if low is None or high is None:
        return None
    begins_year, ends_year = (low.month, low.day) == (1, 1), (high.month, high.day) == (12, 31)
    numbers = len(_DAY_NUMBER.findall(" ".join(operand.claim.quote for operand in operands)))
    if begins_year and ends_year:
        return year(low.year), year(high.year)
    first, last = Interval(low, low), Interval(high, high)
    if numbers >= 2:
        return first, last
    if low.day == 1:
        first = year(low.year) if begins_year and not numbers else month(low.year, low.month)
    if (high + timedelta(days=1)).day == 1:
        last = year(high.year) if ends_year else month(high.year, high.month)
    return first, last


def _first(row: Statement) -> Interval[date] | None:
    low = row.span.within.low
    return None if low is None else Interval(low, low)


def _coarse(day: date, like: Interval[date]) -> TimeSpan:
    """The day as coarse as the one that it would replace."""
    assert like.low is not None and like.high is not None
    size = (like.high - like.low).days
    return TimeSpan(year(day.year) if size > 31 else month(day.year, day.month) if size else Interval(day, day))


def _in_unit(days: Interval[float], unit: str) -> Value:
    """So many days as they are in a unit: `4 years`, `3 to 5 years`."""
    size = _UNITS.get(unit, DAY) / DAY
    low, high = (round((days.low or 0.0) / size, 1), round((days.high or 0.0) / size, 1))
    middle = round((low + high) / 2)
    if abs(high - low) <= 2.1 and middle:
        low = high = float(middle)
    return in_words(amount_words, low, high, "[]", unit if unit in _UNITS else "day")


def _clock(minutes: float) -> str:
    return f"{int(minutes) // 60:02}:{int(minutes) % 60:02}"
