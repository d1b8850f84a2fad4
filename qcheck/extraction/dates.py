"""Reads calendar periods: dates, months, weekdays, seasons, holidays, "last week", "late August", "the second week of May"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from qcheck.extraction import calendar
from qcheck.extraction.calendar import MONTHS, SEASONS, Days
from qcheck.extraction.numeric import numeric_date
from qcheck.extraction.periods import Cut, Period, part_cuts
from qcheck.extraction.reader import Reader, century, minute_of
from qcheck.model.interval import Interval

Read = tuple[Period, int] | None
LOST = Period(lost=True, relative=True)


def period(r: Reader, i: int) -> Read:
    """The period that begins at token `i`, with what is said of it behind ("of next month", "last year"), and the next place."""
    found = _period(r, i)
    if found is None and (r.role(i, "articles") or r.role(i, "era")):
        found = _period(r, i + 1)
    return _attached(r, *found) if found else None


def _period(r: Reader, i: int) -> Read:
    roles = r.roles(i)
    for role, reader in READERS.items():
        if role in roles and (found := reader(r, i)):
            return found
    return None


def _attached(r: Reader, found: Period, j: int) -> Read:
    """With a year, or with a relative year, month or week that holds it: "Q3 this year", "the 20th of next month", "next week on Friday"."""
    while True:
        k = r.skip(r.sign(j, ","), "of", "articles")
        k = r.skip(k, "articles")
        if found.year is None and found.days is None and not found.lost and (found.month or found.yearly) and not found.event:
            year = r.year(r.skip(k, "era"))
            if year and not (k != j and r.word(j) == "," and not found.day):
                found, j = replace(found, year=year[0]), year[1]
                continue
        outer = _stepped(r, k) if r.role(k, "step") is not None else None
        if outer and (joined := _inside(found, outer[0], r)):
            found, j = joined, outer[1]
            continue
        if found.days is not None and r.role(j, "weekday") is None:
            k = r.skip(j, "prepositions")
        if (
            (weekday := r.role(k, "weekday"))
            and found.days
            and found.days.low
            and found.days.high
            and (found.days.high - found.days.low).days == 6
        ):
            day = calendar.shift(found.days.low, "day", weekday - 1)
            return Period(days=calendar.single(day), relative=True), k + 1
        return found, j


def _inside(inner: Period, outer: Period, r: Reader) -> Period | None:
    """A period within a relative one that follows it."""
    if inner.days is not None or inner.lost:
        return None
    if outer.lost:
        return LOST
    if outer.days is None or outer.days.low is None or outer.days.high is None or outer.cuts:
        return None
    low, length = outer.days.low, (outer.days.high - outer.days.low).days + 1
    if length >= 365 and inner.year is None and (inner.month or inner.yearly):
        return replace(inner, year=low.year, relative=True)
    if 28 <= length <= 31 and inner.day and inner.month is None:
        return replace(inner, year=low.year, month=low.month, relative=True)
    if length == 7 and inner.weekday and not inner.day:
        return Period(days=calendar.single(calendar.shift(low, "day", inner.weekday - 1)), relative=True)
    return None


def attached_day(r: Reader, day: int, j: int) -> Read:
    """A bare day of the month with the relative month behind it ("22 this month")."""
    found, end = _attached(r, Period(day=day), j)
    return (found, end) if end > j else None


def _days(r: Reader, i: int) -> Read:
    return _from_today(r, lambda today: calendar.single(calendar.shift(today, "day", r.role(i, "days"))), i + 1)


def _now(r: Reader, i: int) -> Read:
    return _from_today(r, calendar.single, i + 1)


def _from_today(r: Reader, reading: Cut | object, j: int) -> Read:
    if r.published is None:
        return LOST, j
    assert callable(reading)
    days = reading(r.published)
    return (Period(days=days, relative=True), j) if days else None


def _event(r: Reader, i: int) -> Read:
    return Period(days=r.role(i, "event"), event=True), i + 1


def _step(r: Reader, i: int) -> Read:
    return _stepped(r, i)


def _stepped(r: Reader, i: int) -> Read:
    """ "last week", "next Friday", "this September", "the past 18 months", "the next few days", "the coming weeks"."""
    step, coming, rolling = r.role(i, "step"), r.role(i, "coming"), r.role(i, "rolling")
    j = i + 1
    if r.role(j, "of"):
        return None
    if (weekday := r.role(j, "weekday")) is not None:
        if step in (1, 0) and not coming:
            return _from_today(r, lambda today: _weekday_of(calendar.step(today, "week", step), weekday), j + 1)
        return Period(weekday=weekday, toward=step), j + 1
    if (month := r.role(j, "month")) is not None:
        return Period(month=month, toward=step), j + 1
    for role in ("season", "holiday"):
        if found := READERS[role](r, j) if r.role(j, role) is not None else None:
            return replace(found[0], toward=step), found[1]
    if r.role(j, "plural"):
        unit = r.role(j, "unit")
        return _from_today(r, lambda today: _window(today, unit, step, None), j + 1) if unit and step else None
    if (unit := r.role(j, "unit")) is not None:
        if rolling:
            return _from_today(r, lambda today: _window(today, unit, -1, 1), j + 1)
        if unit == "day" and step == -1:
            return None
        return _from_today(r, lambda today: _calendar_step(today, unit, step), j + 1)
    if step and (counted := r.duration(j)) and not counted[0].bare:
        duration, j = counted
        reading = _from_today(r, lambda today: _counted_window(today, duration.counts, step), j)
        return (replace(reading[0], vague=duration.vague or reading[0].vague), reading[1]) if reading else None
    return None


def _recent(r: Reader, i: int) -> Read:
    """ "recent weeks": up to the document's date, since nobody knows when."""
    unit = r.role(i + 1, "unit")
    return _from_today(r, lambda today: _window(today, unit, -1, None), i + 2) if unit and r.role(i + 1, "plural") else None


def _calendar_step(today: date, unit: str, step: int) -> Days | None:
    if unit in ("hour", "minute", "second"):
        return None
    if unit == "weekend" and step == -1 and today.isoweekday() >= 6:
        return calendar.step(today, unit, -1)
    return calendar.step(today, "week" if unit == "fortnight" else unit, step)


def _weekday_of(week: Days | None, weekday: int) -> Days | None:
    return None if week is None or week.low is None else calendar.single(calendar.shift(week.low, "day", weekday - 1))


def _window(today: date, unit: str, step: int, count: int | None) -> Days | None:
    """Some units back to today, or on from tomorrow; with no count the far end is not told."""
    if count is None:
        tomorrow = calendar.shift(today, "day", 1)
        return Interval(None, today) if step < 0 else None if tomorrow is None else Interval(tomorrow, None)
    return _counted_window(today, ((count, unit),), step)


def _counted_window(today: date, counts: tuple[tuple[float, str], ...], step: int) -> Days | None:
    far: date | None = today
    for count, unit in counts:
        far = None if far is None else calendar.shift(far, unit, count * (1 if step > 0 else -1))
    if far is None:
        return None
    if far == today:
        return Interval(today, today)
    near = calendar.shift(today, "day", 1) if step > 0 else today
    return None if near is None else Interval(min(near, far), max(near, far))


def _part(r: Reader, i: int) -> Read:
    """ "late August", "the end of 2024", "mid-May", "the rest of the week", "earlier this year"."""
    name = r.role(i, "part")
    j = r.skip(r.sign(i + 1, "-‑"), "of", "articles")
    j = r.skip(j, "articles")
    if r.role(j, "unit") and not r.role(j, "plural") and (name not in ("early", "late", "mid") or j > i + 1) and name != "whole":
        unit = r.role(j, "unit")
        if unit in ("second", "minute", "hour", "day"):
            return None
        found: Read = _from_today(r, lambda today: calendar.containing(today, unit), j + 1)
        found = _attached(r, *found) if found else None
    else:
        found = _period(r, j)
        found = _attached(r, *found) if found else None
    if found is None or found[0].event:
        return None
    inner, j = found
    if name in part_cuts:
        if inner.day or (inner.weekday and inner.days is None):
            return None
        return replace(inner, cuts=(*inner.cuts, part_cuts[name]), vague=True, late=name == "late"), j
    if name == "whole":
        return found
    today = r.published
    if today is None:
        return LOST, j
    limit = Interval(None, today) if name == "earlier" else Interval(today, None)
    return replace(inner, cuts=(*inner.cuts, lambda days: days & limit), relative=True), j


def _unit_part(r: Reader, i: int) -> Read:
    name, unit = r.role(i, "unit_part").split()
    year = r.year(i + 1)
    if year and unit == "year":
        return Period(year=year[0], cuts=(part_cuts[name],), vague=True, late=name == "late"), year[1]
    found = _from_today(r, lambda today: calendar.containing(today, unit), i + 1)
    return (replace(found[0], cuts=(part_cuts[name],), vague=True, late=name == "late"), found[1]) if found else None


def _ordinal(r: Reader, i: int) -> Read:
    """ "the third week of June", "second quarter", "21st century", "tenth of September", "the second Monday of next month"."""
    if r.role(i, "ordinal") == -1:
        number, j = -1, i + 1
    else:
        day = r.day_number(i)
        if day is None or not day[1]:
            return _day_first(r, i)
        number, j = day[0], day[2]
    hyphen = r.sign(j, "-‑")
    unit = r.role(hyphen, "unit")
    if unit in ("quarter", "half") and 0 < number <= 12 // MONTHS[unit]:
        size = MONTHS[unit]
        return Period(yearly=lambda y: calendar.month_run(y, (number - 1) * size + 1, size)), hyphen + 1
    if r.role(hyphen, "half") is not None and number in (1, 2):
        return _half(r, number, hyphen + 1)
    if unit == "century" and number > 0:
        return Period(days=calendar.years((number - 1) * 100, 100)), hyphen + 1
    weekday = r.role(j, "weekday")
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
            return replace(outer[0], cuts=(cut,)), outer[1]
        if unit in ("week", "month", "year", "day", "decade", "weekend") and number == -1:
            return _stepped(r, i) if r.role(i, "step") == -1 else None
        if weekday and number > 0:
            return _from_today(r, lambda today: cut(calendar.containing(today, "month") or Interval(today, today)), j + 1)
        return None
    return _day_first(r, i)


def _half(r: Reader, number: int, j: int) -> Read:
    """ "the first half of 2023", "of May": of a year six months, else half of the days."""
    k = r.skip(r.skip(j, "of"), "articles")
    k = r.skip(k, "articles")
    outer: Read
    if (unit := r.role(k, "unit")) in ("year", "month", "week", "decade", "century"):
        outer = _from_today(r, lambda today: calendar.containing(today, unit), k + 1)
    else:
        outer = period(r, k)
    if outer is None or outer[0].point or outer[0].event:
        return None
    return replace(outer[0], cuts=(*outer[0].cuts, lambda days: _half_of(days, number))), outer[1]


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


def _weekday(r: Reader, i: int) -> Read:
    """ "Friday", "Friday, May 19", "Friday the 15th"."""
    weekday = r.role(i, "weekday")
    j = r.skip(r.sign(r.sign(i + 1, "."), ","), "articles")
    j = r.skip(j, "articles")
    dated = _month(r, j) if r.role(j, "month") else numeric_date(r, j) or _day_first(r, j)
    if dated and dated[0].day:
        return replace(dated[0], weekday=weekday), dated[1]
    day = r.day_number(j)
    if day and (day[1] or r.role(j - 1, "articles")) and not r.role(day[2], "unit"):
        return Period(weekday=weekday, day=day[0]), day[2]
    if not _name_is_time(r, i, alone=True):
        return None
    return Period(weekday=weekday), i + 1


def _weekday_part(r: Reader, i: int) -> Read:
    weekday, hours = r.role(i, "weekday_part")
    low, high = map(minute_of, hours.split("/"))
    return Period(weekday=weekday, clock=(low, high)), i + 1


def _name_is_time(r: Reader, i: int, *, alone: bool) -> bool:
    """Whether a month's or weekday's name is that here, and not another word or a person."""
    token = r.tokens[i]
    if token.word not in r.lexicon.homonyms:
        return True
    return token.capital and (not alone or r.word(i - 1) in r.lexicon.times.lone)


def _month(r: Reader, i: int) -> Read:
    """ "May 17th, 2023", "May 2023", "September the twenty-first", "May"."""
    month = r.role(i, "month")
    if month is None:
        return None
    j = r.sign(i + 1, ".")
    k = r.skip(r.sign(j, "-"), "articles")
    year = r.year(r.skip(r.skip(j, "of"), "articles"))
    if year and _name_is_time(r, i, alone=False):
        return Period(year=year[0], month=month), year[1]
    digits = r.role(j, "number")
    if digits and len(digits) == 2 and digits.isdigit() and int(digits) > 31 and not r.joined(j):
        return Period(year=century(int(digits)), month=month), j + 1
    day = r.day_number(k) if r.word(k) not in r.lexicon.times.lone else None
    if day and _is_day(r, i, day[0], ordinal=day[1], j=day[2]):
        after = r.year(r.sign(day[2], ","))
        if after and (after[1] - day[2] > 0) and _name_is_time(r, i, alone=False):
            return Period(year=after[0], month=month, day=day[0]), after[1]
        if _name_is_time(r, i, alone=False) or day[1]:
            return Period(month=month, day=day[0]), day[2]
    if not _name_is_time(r, i, alone=True):
        return None
    return Period(month=month), j if j > i + 1 and r.number(j) else i + 1


def _is_day(r: Reader, i: int, day: int, *, ordinal: bool, j: int) -> bool:
    """Whether a number behind a month is its day: not in "in May 12 people", where something is counted."""
    if r.lexicon.times.day_first and not ordinal:
        return False
    if r.role(j, "unit") or r.word(j) in r.lexicon.times.counted or r.word(j) in ("%", ":", "°"):
        return False
    if ordinal or r.year(r.sign(j, ",")):
        return True
    return r.word(i - 1) not in r.lexicon.times.inside


def _day_first(r: Reader, i: int) -> Read:
    """ "17 May 2023", "the 17th of May", "17. Mai", or an ordinal day alone with its article ("the 22nd")."""
    day = r.day_number(i)
    if day is None:
        return None
    number, ordinal, j = day
    k = r.skip(r.skip(r.sign(j, "-"), "of"), "articles")
    month = r.role(k, "month")
    if month and _name_is_time(r, k, alone=False):
        j = r.sign(k + 1, ".") if r.year(r.sign(k + 1, ".")) else k + 1
        year = r.year(r.sign(r.sign(j, ","), "-"))
        if year:
            return Period(year=year[0], month=month, day=number), year[1]
        digits = r.role(j, "number")
        if digits and len(digits) == 2 and digits.isdigit() and int(digits) > 31:
            return Period(year=century(int(digits)), month=month, day=number), j + 1
        return Period(month=month, day=number), k + 1
    outer = _stepped(r, k) if ordinal and k > j and r.role(k, "step") is not None else None
    if outer and (joined := _inside(Period(day=number), outer[0], r)):
        return joined, outer[1]
    return None


def _season(r: Reader, i: int) -> Read:
    if r.tokens[i].word in r.lexicon.times.homonyms:
        return None
    first = SEASONS[r.role(i, "season")]
    j = i + 1
    found = Period(yearly=lambda y: calendar.month_run(y, first, 3), vague=True)
    year = r.year(r.skip(r.skip(j, "of"), "articles"))
    if year:
        k = year[1]
        if r.word(k) == "/" and r.role(k + 1, "number"):
            k += 2
        return replace(found, year=year[0]), k
    return found, j


def _holiday(r: Reader, i: int) -> Read:
    return Period(yearly=calendar.holiday(r.role(i, "holiday"))), i + 1


def _lettered(r: Reader, i: int) -> Read:
    """ "Q3", "H1"."""
    written = r.role(i, "lettered")
    size = 3 if written[0] in r.lexicon.times.quarter_letters else 6
    number = int(written[1:])
    if number * size > 12:
        return None
    return Period(yearly=lambda y: calendar.month_run(y, (number - 1) * size + 1, size)), i + 1


def _decade(r: Reader, i: int) -> Read:
    """ "the 1990s", "the '40s", "den 90er Jahren", "the nineties"."""
    written = r.role(i, "decade")
    if isinstance(written, str):
        digits = "".join(c for c in written if c.isdigit())
        first = int(digits) if len(digits) == 4 else century(int(digits)) if len(digits) == 2 else 0
        if first % 10 or not 1000 <= first < 2100 or (len(digits) == 2 and not (r.role(i - 1, "articles") or r.role(i - 1, "part"))):
            return None
    else:
        first = written
        if not (r.role(i - 1, "articles") or r.role(i - 1, "part") or r.lexicon.times.day_first):
            return None
    j = i + 1
    k = r.sign(j, "-‑")
    j = k + 1 if r.role(k, "unit") == "year" else j
    return Period(days=calendar.years(first, 100 if first % 100 == 0 and first < 2000 else 10)), j


def _year_first(r: Reader, i: int) -> Read:
    """ "2022", "2016 the third quarter", "2016 November", "2019-aug-1"."""
    year = r.year(i)
    if year is None:
        return _day_first(r, i)
    number, j = year
    k = r.skip(r.sign(j, "-"), "articles")
    month = r.role(k, "month")
    if month and _name_is_time(r, k, alone=False):
        if k > j and r.word(k + 1) == "-" and (day := r.day_number(k + 2)):
            return Period(year=number, month=month, day=day[0]), day[2]
        if r.day_number(k + 1) is None:
            return Period(year=number, month=month), k + 1
    if k == j or r.role(k - 1, "articles"):
        inner = _lettered(r, k) if r.role(k, "lettered") else _ordinal(r, k) if r.role(k, "ordinal") else None
        if inner and inner[0].yearly and inner[0].year is None:
            return replace(inner[0], year=number), inner[1]
    return Period(year=number), j


def _week(r: Reader, i: int) -> Read:
    """ "week of May 15", "the week starting Monday"."""
    inner = period(r, r.skip(r.skip(i + 1, "prepositions"), "articles"))
    if inner is None:
        day = r.day_number(r.skip(i + 1, "articles"))
        inner = (Period(day=day[0]), day[2]) if day and day[1] else None
    if inner is None or not (inner[0].point or inner[0].days):
        return None
    return replace(
        inner[0], cuts=(*inner[0].cuts, lambda days: None if days.low is None else calendar.containing(days.low, "week"))
    ), inner[1]


def _calendar_week(r: Reader, i: int) -> Read:
    number = r.role(i + 1, "number")
    if not number or not number.isdigit() or not 1 <= int(number) <= 53:
        return None
    return Period(yearly=lambda y: calendar.iso_week(y, int(number))), i + 2


def _unit_after_next(r: Reader, i: int) -> Read:
    """ "the year after next"."""
    unit = r.role(i, "unit")
    if not r.role(i + 1, "after_next"):
        return None
    return _from_today(r, lambda today: _calendar_step(today, unit, 2), i + 2)


READERS = {
    "iso": numeric_date, "numeric": numeric_date, "monthyear": numeric_date, "short": numeric_date,
    "event": _event, "days": _days, "now": _now, "holiday": _holiday, "ordinal": _ordinal, "step": _step, "recent": _recent, "part": _part,
    "unit_part": _unit_part, "weekday": _weekday, "weekday_part": _weekday_part, "month": _month, "season": _season, "lettered": _lettered,
    "decade": _decade, "week_of": _week, "calendar_week": _calendar_week, "unit": _unit_after_next, "number": _year_first, "count": _year_first,
    "sign": _year_first,
}  # fmt: skip
