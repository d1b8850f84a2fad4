"""Reads pieces of periods and periods with what is said of them behind: "late August", "the second week of May", "Q3 this year"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial

from qcheck.extraction.timexes import calendar, dates, relative
from qcheck.extraction.timexes.calendar import Days
from qcheck.extraction.timexes.numeric import numeric_date
from qcheck.extraction.timexes.period import PART_CUTS, Cut, Period
from qcheck.extraction.timexes.reader import Counted, Reader
from qcheck.extraction.timexes.relative import LOST, Read, from_today, stepped
from qcheck.model.interval import Interval


def period(r: Reader, i: int) -> Read:
    """The period that begins at token `i`, with what is said of it behind ("of next month", "last year"), and the next place."""
    if i in r.read:
        return r.read[i]
    found = _period(r, i)
    if found is None and (j := r.skip(r.skip(i, "articles"), "era")) > i:
        found = _period(r, i + 1) or (_period(r, j) if j > i + 1 else None)
    whole = _attached(r, *found) if found else None
    r.read[i] = whole
    return whole


def _period(r: Reader, i: int) -> Read:
    for reader in _readers(tuple(r.at[i])):
        if found := reader(r, i):
            return found
    return None


@cache
def _readers(roles: tuple[str, ...]) -> tuple[Callable[[Reader, int], Read], ...]:
    """What may read a token of some roles, in the order of `READERS`."""
    return tuple(reader for role, reader in READERS.items() if role in roles)


_TIED = frozenset(",'’")
"""Signs behind which a year may follow."""


def _attached(r: Reader, found: Period, j: int) -> tuple[Period, int]:
    """With the year, or the relative year, month or week that holds it: "Q3 this year", "the 20th of next month", "next week on Friday"."""
    while r.at[j] or r.words[j] in _TIED:
        k = r.skip(r.sign(j, ","), "of", "articles")
        k = r.skip(k, "articles")
        if found.year is None and found.days is None and not found.lost and (found.month or found.yearly) and not found.event:
            of = r.skip(r.sign(j, ","), "of")
            named = r.skip(r.skip(of, "articles"), "era")
            year = r.year(of) or (r.year(named) if r.at[named - 1].get("era") else None)
            if year and not (k != j and r.words[j] == "," and not found.day):
                found, j = found._replace(year=year[0]), year[1]
                continue
        outer = stepped(r, k) if r.at[k].get("step") is not None else None
        if outer and (joined := dates.inside(found, outer[0])):
            found, j = joined, outer[1]
            continue
        if found.days is not None and r.at[j].get("weekday") is None:
            k = r.skip(j, "prepositions")
        weekday, monday = r.at[k].get("weekday"), _monday(found.days)
        if weekday and monday:
            return Period(days=calendar.single(calendar.shift(monday, "day", weekday - 1)), relative=True), k + 1
        break
    return found, j


def _monday(days: Days | None) -> date | None:
    """The first day of a week; None if the days are none."""
    return days.low if days and days.low and days.high and (days.high - days.low).days == 6 else None


def attached_day(r: Reader, day: int, j: int) -> Read:
    """A bare day of the month with the relative month behind it ("22 this month")."""
    found, end = _attached(r, Period(day=day), j)
    return (found, end) if end > j else None


def _part(r: Reader, i: int) -> Read:
    """ "late August", "the end of 2024", "mid-May", "the rest of the week", "earlier this year"."""
    name = r.at[i].get("part")
    j = r.skip(r.sign(i + 1, "-‑"), "of", "articles")
    j = r.skip(j, "articles")
    if r.at[j].get("unit") and not r.at[j].get("plural") and (name not in ("early", "late", "mid") or j > i + 1) and name != "whole":
        unit = r.at[j].get("unit")
        if unit in ("second", "minute", "hour", "day"):
            return None
        found = relative.calendar_period(r, unit, 0, j + 1)
        found = _attached(r, *found) if found else None
    else:
        found = _period(r, j)
        found = _attached(r, *found) if found else None
    if found is None or found[0].event:
        return None
    inner, j = found
    if name in PART_CUTS:
        if inner.point or (inner.days and inner.days.is_point):
            return inner, j  # "late on Friday"
        return inner._replace(cuts=(*inner.cuts, PART_CUTS[name]), vague=True, late=name == "late"), j
    if name == "whole":
        return found
    today = r.published
    if today is None:
        return LOST, j
    limit = Interval(None, today) if name == "earlier" else Interval(today, None)
    return inner._replace(cuts=(*inner.cuts, lambda days: days & limit), relative=True), j


def _unit_part(r: Reader, i: int) -> Read:
    name, unit = r.at[i].get("unit_part").split()
    year = r.year(i + 1)
    if year and unit == "year":
        return Period(year=year[0], cuts=(PART_CUTS[name],), vague=True, late=name == "late"), year[1]
    found = from_today(r, lambda today: calendar.containing(today, unit), i + 1)
    return (found[0]._replace(cuts=(PART_CUTS[name],), vague=True, late=name == "late"), found[1]) if found else None


def _ordinal(r: Reader, i: int) -> Read:
    """ "the third week of June", "second quarter", "21st century", "tenth of September", "the second Monday of next month"."""
    if r.at[i].get("ordinal") == -1:
        number, j = -1, i + 1
    else:
        day = r.day_number(i)
        if day is None or not day[1]:
            return dates.day_first(r, i)
        number, j = day[0], day[2]
    hyphen = r.sign(j, "-‑")
    unit = r.at[hyphen].get("unit")
    if quarter := dates.numbered(r, i):
        return quarter
    if r.at[hyphen].get("half") is not None and number in (1, 2):
        return _half(r, number, hyphen + 1)
    if unit == "century" and number > 0:
        return Period(days=calendar.years((number - 1) * 100, 100)), hyphen + 1
    if number in (1, -1) and (counted := r.duration(j)) and not counted[0].bare:
        outer = period(r, r.skip(r.skip(counted[1], "of"), "articles"))
        if outer and not outer[0].point and not outer[0].event:
            return outer[0]._replace(cuts=(*outer[0].cuts, partial(_edge, counts=counted[0].counts, number=number))), outer[1]
    weekday = r.at[j].get("weekday")
    if unit or weekday:
        counted_unit = unit or ""
        cut: Cut = (
            partial(calendar.nth_weekday, weekday=weekday, number=number)
            if weekday
            else partial(calendar.nth, unit=counted_unit, number=number)
        )
        k = r.skip(r.skip(j + 1, "of", "prepositions"), "articles")
        outer = period(r, k)
        if outer and not outer[0].cuts and not outer[0].point:
            return outer[0]._replace(cuts=(cut,)), outer[1]
        if unit in ("week", "month", "year", "day", "decade", "weekend") and number == -1:
            return stepped(r, i) if r.at[i].get("step") == -1 else None
        if weekday and number > 0:
            return from_today(r, lambda today: cut(calendar.containing(today, "month") or Interval(today, today)), j + 1)
        return None
    return dates.day_first(r, i)


def _edge(days: Days, *, counts: Counted, number: int) -> Days | None:
    """The first or last counted units of a period ("the first three months of 2023")."""
    at = days.low if number > 0 else days.high
    for count, unit in counts:
        at = None if at is None else calendar.shift(at, unit, count * number)
    at = None if at is None else calendar.shift(at, "day", -number)
    if at is None or at not in days:
        return None
    return Interval(days.low, at) if number > 0 else Interval(at, days.high)


def _half(r: Reader, number: int, j: int) -> Read:
    """ "the first half of 2023", "of May": of a year six months, else half of the days."""
    k = r.skip(r.skip(j, "of"), "articles")
    k = r.skip(k, "articles")
    outer: Read
    if (unit := r.at[k].get("unit")) in ("year", "month", "week", "decade", "century"):
        outer = from_today(r, lambda today: calendar.containing(today, unit), k + 1)
    else:
        outer = period(r, k)
    if outer is None or outer[0].point or outer[0].event:
        return None
    return outer[0]._replace(cuts=(*outer[0].cuts, lambda days: _half_of(days, number))), outer[1]


def _half_of(days: Days, number: int) -> Days | None:
    low, high = days.low, days.high
    if low is None or high is None:
        return None
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        months = 12 * (high.year - low.year + 1) // 2
        return calendar.month_run(low.year + (number - 1) * months // 12, 1 + (number - 1) * months % 12, months)
    middle = calendar.shift(low, "day", (high - low).days // 2)
    after = None if middle is None else calendar.shift(middle, "day", 1)
    if middle is None or after is None or after > high:
        return None
    return Interval(low, middle) if number == 1 else Interval(after, high)


def _week(r: Reader, i: int) -> Read:
    """ "week of May 15", "the week starting Monday"."""
    inner = period(r, r.skip(r.skip(i + 1, "prepositions"), "articles"))
    if inner is None:
        day = r.day_number(r.skip(r.skip(i + 1, "prepositions"), "articles"))
        inner = (Period(day=day[0]), day[2]) if day and day[1] else None
    if inner is None or not (inner[0].point or inner[0].days):
        return None
    return inner[0]._replace(
        cuts=(*inner[0].cuts, lambda days: None if days.low is None else calendar.containing(days.low, "week"))
    ), inner[1]


def _night(r: Reader, i: int) -> Read:
    """ "in der Nacht auf Freitag": Thursday and Friday."""
    inner = period(r, r.skip(i + 1, "articles"))
    if inner is None or not (inner[0].point or inner[0].weekday):
        return None

    def from_the_eve(days: Days) -> Days | None:
        eve = None if days.low is None else calendar.shift(days.low, "day", -1)
        return None if eve is None else Interval(eve, days.high)

    return inner[0]._replace(cuts=(*inner[0].cuts, from_the_eve)), inner[1]


def _unit(r: Reader, i: int) -> Read:
    """ "the year after next", "the week of May 15", "at the weekend"."""
    if r.at[i].get("unit") == "week" and r.at[i + 1].get("of"):
        return _week(r, i)
    return relative.unit_after_next(r, i) or dates.weekend(r, i)


READERS: dict[str, Callable[[Reader, int], Read]] = {
    "iso": numeric_date, "numeric": numeric_date, "monthyear": numeric_date, "short": numeric_date,
    "event": dates.event, "days": relative.days, "now": relative.now, "holiday": dates.holiday, "ordinal": _ordinal, "step": stepped,
    "recent": relative.recent, "part": _part, "unit_part": _unit_part, "weekday": dates.weekday, "weekday_part": dates.weekday_part,
    "month": dates.month, "season": dates.season, "lettered": dates.lettered, "decade": dates.decade, "week_of": _week,
    "night_to": _night,
    "calendar_week": dates.calendar_week, "unit": _unit, "number": dates.year_first, "count": dates.year_first, "sign": dates.year_first,
}  # fmt: skip


def _week_from(days: Days, *, whole: bool) -> Days | None:
    """The calendar week around a day, or the seven days that begin on it."""
    if days.low is None:
        return None
    last = calendar.shift(days.low, "day", 6)
    return calendar.containing(days.low, "week") if whole else None if last is None else Interval(days.low, last)
