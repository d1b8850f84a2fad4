"""Arithmetic with calendar periods. Every function is total: what no calendar has, or lies outside the years 1 to 9999, is None."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from qcheck.model.interval import Interval
from qcheck.model.timespan import month, year

Days = Interval[date]

SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "business_day": 86400, "weekend": 172800, "week": 604800, "fortnight": 1209600,
    "month": 2592000, "quarter": 7776000, "half": 15768000, "year": 31536000, "decade": 315360000, "century": 3153600000,
}  # fmt: skip
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def day(year_number: int, month_number: int, day_number: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year_number, month_number, day_number)
    except (ValueError, OverflowError):
        return None


def single(point: date | None) -> Days | None:
    """One day as an interval."""
    return None if point is None else Interval(point, point)


def shift(point: date, unit: str, count: float) -> date | None:
    """The date some units later (earlier if negative); months are clamped to the last day of theirs, parts of a day fall away."""
    try:
        if unit == "business_day":
            step = 1 if count > 0 else -1
            for _ in range(abs(int(count))):
                point += timedelta(days=step)
                while point.isoweekday() > 5:
                    point += timedelta(days=step)
            return point
        if unit in MONTHS:
            months = round(count * MONTHS[unit])
            number = point.year * 12 + point.month - 1 + months
            return date(number // 12, number % 12 + 1, min(point.day, monthrange(number // 12, number % 12 + 1)[1]))
        return point + timedelta(seconds=count * SECONDS[unit])
    except (ValueError, OverflowError):
        return None


def containing(point: date, unit: str) -> Days | None:
    """The calendar period around a day: weeks begin on Monday, weekends are Saturday and Sunday, decades begin in years ending in 0."""
    if unit in ("week", "fortnight", "weekend"):
        monday = shift(point, "day", -point.weekday())
        if unit == "weekend":
            monday = None if monday is None else shift(monday, "day", 5)
        last = None if monday is None else shift(monday, "day", {"week": 6, "fortnight": 13, "weekend": 1}[unit])
        return None if monday is None or last is None else Interval(monday, last)
    if unit in ("decade", "century"):
        return years(point.year - point.year % (10 if unit == "decade" else 100), 10 if unit == "decade" else 100)
    if unit in MONTHS:
        size = MONTHS[unit]
        return month_run(point.year, (point.month - 1) // size * size + 1, size)
    return Interval(point, point)


def years(first: int, count: int) -> Days | None:
    """Some whole years."""
    low, high = day(max(first, 1), 1, 1), day(first + count - 1, 12, 31)
    return None if low is None or high is None else Interval(low, high)


@lru_cache(maxsize=4096)
def weekdays(around: date, weekday: int) -> list[Days | None]:
    """A weekday (1: Monday) in the two weeks before, the week of, and the two weeks after a day."""
    return [single(shift(around, "day", weekday - around.isoweekday() + 7 * week)) for week in range(-2, 3)]


@lru_cache(maxsize=4096)
def month_run(year_number: int, first: int, count: int) -> Days | None:
    """Some whole months from the first one on; they may run into the next year."""
    last = first + count - 2
    try:
        return Interval(month(year_number, first).low, month(year_number + last // 12, last % 12 + 1).high)
    except ValueError:
        return None


def step(point: date, unit: str, count: int) -> Days | None:
    """The calendar period some periods after the one around a day."""
    moved = shift(point.replace(day=1) if unit in MONTHS else point, "week" if unit == "weekend" else unit, count)
    return None if moved is None else containing(moved, unit)


def easter(year_number: int) -> date | None:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year_number % 19, divmod(year_number, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    (i, k), m = divmod(c, 4), 0
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    number = (h + weekday - 7 * m + 90) // 25
    return day(year_number, number, (h + weekday - 7 * m + 33 * number + 19) % 32)


def holiday(rule: str) -> Callable[[int], Days | None]:
    """The days of a holiday in a year: `12-25`, or days from Easter such as `easter-2`."""
    if not rule.startswith("easter"):
        month_number, day_number = map(int, rule.split("-"))
        return lambda y: single(day(y, month_number, day_number))
    offset = int(rule.removeprefix("easter"))

    def moved(y: int) -> Days | None:
        sunday = easter(y)
        return None if sunday is None else single(shift(sunday, "day", offset))

    return moved


def part(days: Days, which: str) -> Days | None:
    """The early, mid or late third: of years four months, of months ten days, of weeks three days, else of the days."""
    low, high = days.low, days.high
    if low is None or high is None or low == high:
        return None
    index = ("early", "mid", "late").index(which)
    if days == year(low.year):
        return month_run(low.year, 1 + 4 * index, 4)
    length = (high - low).days + 1
    if length < 3:
        return days
    if 28 <= length <= 31 and low.day == 1:
        return Interval(low.replace(day=1 + 10 * index), high if index == 2 else low.replace(day=10 + 10 * index))
    if length == 7:
        return Interval(low + timedelta(2 * index), low + timedelta(2 * index + 2))
    if length > 3000:
        count = high.year - low.year + 1
        cuts = (0, round(count * 0.4), round(count * 0.7), count)
        return years(low.year + cuts[index], cuts[index + 1] - cuts[index])
    return Interval(low + timedelta(length * index // 3), low + timedelta(length * (index + 1) // 3 - 1))


def nth(days: Days, unit: str, number: int) -> Days | None:
    """The first, second, ... (-1: last) week, month, quarter, half or day of a period. A week belongs where most of its days lie."""
    low, high = days.low, days.high
    if low is None or high is None or number == 0:
        return None
    edge = low if number > 0 else high
    first = containing(edge, unit)
    middle = shift(first.low, "day", 3) if first and first.low else None
    if middle is None:
        return None
    if unit == "week" and (middle < low or middle > high):
        number += 1 if number > 0 else -1
    found = step(edge, unit, number - 1 if number > 0 else number + 1)
    if found is None or found.disjoint(days):
        return None
    return found


def nth_weekday(days: Days, weekday: int, number: int) -> Days | None:
    """The first, second, ... (-1: last) Monday (1) to Sunday (7) of a period."""
    low, high = days.low, days.high
    if low is None or high is None or number == 0:
        return None
    if number > 0:
        found = shift(low, "day", (weekday - low.isoweekday()) % 7 + 7 * (number - 1))
    else:
        found = shift(high, "day", -((high.isoweekday() - weekday) % 7 + 7 * (-number - 1)))
    return single(found) if found is not None and found in days else None


def iso_week(year_number: int, number: int) -> Days | None:
    """A calendar week by its number."""
    try:
        monday = date.fromisocalendar(year_number, number, 1)
    except ValueError:
        return None
    return containing(monday, "week")
