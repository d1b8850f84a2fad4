"""A length that its own ends do not give."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, timedelta

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.slots import ends
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
    length, start, end = operands[0], operands[1].span.within.low, operands[-1].span.within.high
    if start is None:
        return None
    shortest, longest = (seconds / DAY for seconds in ends(length.hard))
    fitting = _later(start, _middle(shortest, longest))
    if len(operands) == 3 and operands[2].claim.within == "?":
        counted = (reading(length), line("lasts_up_to", first=start, last=fitting), in_words(reason_words, operands[2].claim.reason))
        return Proof("conflict", (length, operands[2], operands[1]), counted, {"expected": fitting})
    if end is None or end < start:
        return None
    first, last = _ends(start, end, " ".join(operand.claim.quote for operand in operands[1:]))
    assert first.high is not None and last.low is not None
    fewest, most = max(0, (last.low - first.high).days), (end - start).days + 1
    if not Interval(float(fewest), float(most)).disjoint(Interval(shortest, longest)):
        return None
    working = (reading(length), line("days_between", first=TimeSpan(first), last=TimeSpan(last), fewest=fewest, most=most))
    values = {"expected": _in_unit(fewest, most, length.claim.unit), "other_expected": _coarse(fitting, last)}
    return Proof("conflict" if said.claim.reason == STATED else "review", tuple(operands), working, values)


def wrong_hours(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: the clock times lie another time apart, over midnight and over noon too; review: the two only stand side by side."""
    length, clock, last = operands[0], operands[1].claim, operands[-1].claim
    if clock.clock_low != clock.clock_low or last.clock_high != last.clock_high:
        return None
    shortest, longest = (seconds / 60 for seconds in ends(length.hard))
    times = (clock.clock_low, last.clock_high)
    if clock is last and times[1] - times[0] >= A_DAY:  # past midnight
        written = [60.0 * int(hour) + int(minute or 0) for hour, minute in _CLOCK.findall(clock.quote)]
        if len(written) != 2:
            return None
        times = (written[0], written[1])
    apart = (times[1] - times[0]) % A_DAY
    told = Interval(shortest, longest)
    if any(minutes in told for minutes in (apart, (apart + HALF_A_DAY) % A_DAY)):
        return None
    fits = in_words(quantity_words, round(apart / 60, 2), "hour")
    working = (reading(length), line("hours_between", first=_clock(times[0]), last=_clock(times[1]), hours=fits))
    values: dict[str, Value] = {"expected": fits, "other_expected": _clock((times[0] + _middle(shortest, longest)) % A_DAY)}
    return Proof("conflict" if said.claim.reason == STATED else "review", tuple(operands), working, values)


def _ends(low: date, high: date, quotes: str) -> tuple[Interval[date], Interval[date]]:
    """The days that the first and the last one may be: a day, or all of a month or year where no day is written."""
    begins_year, ends_year = (low.month, low.day) == (1, 1), (high.month, high.day) == (12, 31)
    if begins_year and ends_year:
        return year(low.year), year(high.year)
    numbers = len(_DAY_NUMBER.findall(quotes))
    first, last = Interval(low, low), Interval(high, high)
    if numbers >= 2:
        return first, last
    if low.day == 1:
        first = year(low.year) if begins_year and not numbers else month(low.year, low.month)
    if high == month(high.year, high.month).high:
        last = year(high.year) if ends_year else month(high.year, high.month)
    return first, last


def _middle(shortest: float, longest: float) -> float:
    """What a length is taken for: the middle of its range, or its lower end where it has no upper one."""
    return shortest if math.isinf(longest) else (shortest + longest) / 2


def _later(day: date, days: float) -> date:
    """The day so many days on, the last one of the calendar at most."""
    return day + timedelta(round(min(days, (date.max - day).days)))


def _coarse(day: date, like: Interval[date]) -> TimeSpan:
    """The day as coarse as the one that it would replace."""
    assert like.low is not None and like.high is not None
    size = (like.high - like.low).days
    return TimeSpan(year(day.year) if size > 31 else month(day.year, day.month) if size else Interval(day, day))


def _in_unit(fewest: int, most: int, unit: str) -> Value:
    """So many days as they are in a unit: `4 years`, `3 to 5 years`."""
    unit = unit if unit in _UNITS else "day"
    low, high = (round(days * DAY / _UNITS[unit], 1) for days in (fewest, most))
    middle = round((low + high) / 2)
    if high - low <= 2.1 and middle and low <= middle <= high:
        low = high = float(middle)
    return in_words(amount_words, low, high, "[]", unit)


def _clock(minutes: float) -> str:
    return f"{int(minutes) // 60:02}:{int(minutes) % 60:02}"
