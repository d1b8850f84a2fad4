"""Reads periods relative to the document's date: "yesterday", "last week", "the past 18 months", "the year after next"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from qcheck.extraction.timexes import calendar
from qcheck.extraction.timexes.calendar import SEASONS, Days
from qcheck.extraction.timexes.period import Period
from qcheck.extraction.timexes.reader import Counted, Reader
from qcheck.model.interval import Interval

Read = tuple[Period, int] | None
LOST = Period(lost=True, relative=True)
LOST_DAY = Period(day=1, lost=True, relative=True)


def from_today(r: Reader, reading: Callable[[date], Days | None], j: int) -> Read:
    """A period reckoned from the document's date; lost where that is unknown."""
    if r.published is None:
        return LOST, j
    days = reading(r.published)
    return (Period(days=days, relative=True), j) if days else None


def days(r: Reader, i: int) -> Read:
    """ "yesterday", "today"."""
    if r.at[i].get("daypart") and i and (r.tokens[i].capital or r.at[i - 1].get("on") or r.at[i - 1].get("articles")):
        return None
    if r.published is None:
        return LOST_DAY, i + 1
    return from_today(r, lambda today: calendar.single(calendar.shift(today, "day", r.at[i].get("days"))), i + 1)


def now(r: Reader, i: int) -> Read:
    """ "now": the document's date."""
    return from_today(r, calendar.single, i + 1)


def stepped(r: Reader, i: int) -> Read:
    """ "last week", "next Friday", "this September", "the past 18 months", "the next few days", "the coming weeks"."""
    step, coming, rolling = r.at[i].get("step"), r.at[i].get("coming"), r.at[i].get("rolling")
    j = i + 1
    if r.at[j].get("of") or (r.at[i - 1].get("modal") and r.at[i].get("ordinal") == -1 and r.number(j)):
        return None  # "the last of them"; "it would last 60 days"
    if (weekday := r.at[j].get("weekday")) is not None:
        if step in (1, 0) and not coming:
            return from_today(r, lambda today: _weekday_of(calendar.step(today, "week", step), weekday), j + 1)
        return Period(weekday=weekday, toward=step), j + 1
    if (month := r.at[j].get("month")) is not None:
        return Period(month=month, toward=step), j + 1
    if r.at[j].get("season") is not None or r.at[j].get("holiday") is not None:
        yearly, j = named(r, j)
        return yearly._replace(toward=step), j
    if r.at[j].get("plural"):
        unit = r.at[j].get("unit")
        return from_today(r, lambda today: _window(today, unit, step, None), j + 1) if unit and step else None
    if (unit := r.at[j].get("unit")) is not None:
        if rolling:
            return from_today(r, lambda today: _window(today, unit, -1, 1), j + 1)
        if unit == "day" and (step == -1 or r.toward(i, j + 1) != 1):
            return None  # "the next day" is counted from the day of the story
        return calendar_period(r, unit, step, j + 1)
    if step and (counted := r.duration(j)) and not counted[0].bare:
        duration, j = counted
        reading = from_today(r, lambda today: _counted_window(today, duration.counts, step), j)
        return (reading[0]._replace(vague=duration.vague or reading[0].vague), reading[1]) if reading else None
    return None


def named(r: Reader, i: int) -> tuple[Period, int]:
    """A season or holiday of any year."""
    season = r.at[i].get("season")
    if season is None:
        return Period(yearly=calendar.holiday(r.at[i].get("holiday"))), i + 1
    return Period(yearly=lambda year: calendar.month_run(year, SEASONS[season], 3), vague=True), i + 1


def recent(r: Reader, i: int) -> Read:
    """ "recent weeks": up to the document's date, since nobody knows when."""
    unit = r.at[i + 1].get("unit")
    return from_today(r, lambda today: _window(today, unit, -1, None), i + 2) if unit and r.at[i + 1].get("plural") else None


def calendar_period(r: Reader, unit: str, step: int, j: int) -> Read:
    """The calendar period some periods from the current one; months and years as fields, so that days in them can follow."""
    found = from_today(r, lambda today: _calendar_step(today, unit, step), j)
    low = found[0].days.low if found and found[0].days else None
    if low is not None and unit in ("month", "year"):
        return Period(year=low.year, month=low.month if unit == "month" else None, relative=True), j
    return found


def _calendar_step(today: date, unit: str, step: int) -> Days | None:
    if unit in ("hour", "minute", "second"):
        return None
    return calendar.step(today, "week" if unit == "fortnight" else unit, step)


def _weekday_of(week: Days | None, weekday: int) -> Days | None:
    return None if week is None or week.low is None else calendar.single(calendar.shift(week.low, "day", weekday - 1))


def _window(today: date, unit: str, step: int, count: int | None) -> Days | None:
    """Some units back to today, or on from tomorrow; with no count the far end is not told."""
    if count is None:
        tomorrow = calendar.shift(today, "day", 1)
        return Interval(None, today) if step < 0 else None if tomorrow is None else Interval(tomorrow, None)
    return _counted_window(today, ((count, unit),), step)


def _counted_window(today: date, counts: Counted, step: int) -> Days | None:
    far: date | None = today
    for count, unit in counts:
        far = None if far is None else calendar.shift(far, unit, count * (1 if step > 0 else -1))
    if far is None:
        return None
    if far == today:
        return Interval(today, today)
    near = calendar.shift(today, "day", 1) if step > 0 else today
    return None if near is None else Interval(min(near, far), max(near, far))


def unit_after_next(r: Reader, i: int) -> Read:
    """ "the year after next"."""
    unit = r.at[i].get("unit")
    if not r.at[i + 1].get("after_next"):
        return None
    return calendar_period(r, unit, 2, i + 2)
