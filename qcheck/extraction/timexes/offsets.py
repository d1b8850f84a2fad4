"""Reads days counted from another: "three weeks ago", "two days before Christmas", "within 3 years", "more than 2 weeks after today"."""

from __future__ import annotations

from datetime import date

from qcheck.extraction.timexes import calendar, pieces
from qcheck.extraction.timexes.calendar import Days
from qcheck.extraction.timexes.period import Period, resolve
from qcheck.extraction.timexes.reader import Duration, Reader
from qcheck.extraction.timexes.relative import LOST
from qcheck.extraction.timexes.spans import Found, spoken
from qcheck.model.interval import Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan

_FROM_TODAY = frozenset({"ago", "later"})


def offset(r: Reader, i: int, j: int) -> Found | None:
    """ "three weeks ago", "vor drei Wochen", "in three weeks", "two days before yesterday", "within 3 years", "3 days starting Monday"."""
    if not r.counts and _FROM_TODAY.isdisjoint(r.kinds):
        return None
    j = r.skip(j, "approximately")
    if r.at[j - 1].get("within") or r.at[j].get("within"):
        return _within(r, i, j + 1 if r.at[j].get("within") else j)
    if r.at[j].get("ago_before"):
        read = r.duration(r.skip(r.skip(j + 1, "approximately"), "more_than"))
        if read and not (read[0].bare and r.at[j + 1].get("articles") and r.words[j + 1] not in r.lexicon.times.indefinite):
            return Found(i, read[1], spoken(r, _offset_period(r, read[0], -1), "", -1))
        return None
    if (weekdays := _weekdays(r, i, j)) is not None:
        return weekdays
    read = r.duration(j)
    if read is None and r.at[j].get("articles") and (unit := r.at[j + 1].get("unit")) and r.at[j + 2].get("bound") in ("before", "after"):
        read = Duration(((1, unit),)), j + 2
    if read is None:
        return None
    duration, end = read
    if r.at[end].get("ago"):
        return Found(i, end + 1, spoken(r, _offset_period(r, duration, -1), "", -1))
    if r.at[end].get("later") and (r.toward(i, end) == 1 or r.lexicon.times.later[0] != r.words[end]):
        return Found(i, end + 1, spoken(r, _offset_period(r, duration, 1, lone_coarse=False), "", 1))
    if (j > i and r.at[j - 1].get("ahead")) and r.toward(i, end) == 1:
        return Found(i, end, spoken(r, _offset_period(r, duration, 1), "", 1) | {"duration": duration.seconds})
    bound = r.at[end].get("bound")
    if bound == "onward" and (outer := pieces.period(r, r.skip(end + 1, "prepositions"))):
        days = resolve(outer[0], r.published, r.toward(i, outer[1])).days
        if days and days.low and (last := moved(days.low, duration, 1)) and (last := calendar.shift(last, "day", -1)) and last >= days.low:
            return Found(i, outer[1], spoken(r, Period(days=Interval(days.low, last), relative=True), "", 0))
    sign = -1 if bound == "before" else 1 if bound == "after" or r.at[end].get("openers") else 0
    if sign and (outer := pieces.period(r, end + 1)) and not outer[0].lost:
        resolved = resolve(outer[0], r.published, r.toward(i, outer[1]))
        exact = resolved.days is not None and (resolved.days.is_point or outer[0].event)
        point = resolved.days and exact and (resolved.days.low if sign < 0 else resolved.days.high)
        far = moved(point, duration, sign) if point else None
        if far:
            return Found(i, outer[1], spoken(r, Period(days=calendar.single(far), relative=resolved.relative, vague=duration.vague), "", 0))
    return None


def _weekdays(r: Reader, i: int, j: int) -> Found | None:
    """ "two Fridays ago", "three Sundays from now"."""
    count = r.number(j)
    if count is None or not 0 < count[0] < 10 or count[0] % 1:
        return None
    weekday = r.at[count[1]].get("weekdays") or r.at[count[1]].get("weekday")
    sign = -1 if r.at[count[1] + 1].get("ago") else 1 if r.at[count[1] + 1].get("later") else 0
    if not weekday or not sign:
        return None
    end = count[1] + 2
    if r.published is None:
        return Found(i, end, spoken(r, LOST, "", sign))
    gap = ((weekday - r.published.isoweekday()) * sign - 1) % 7 + 1
    far = calendar.shift(r.published, "day", sign * (gap + 7 * (int(count[0]) - 1)))
    return Found(i, end, spoken(r, Period(days=calendar.single(far), relative=True), "", sign)) if far else None


def offset_bound(r: Reader, i: int) -> Found | None:
    """ "more than 2 weeks before today": all that lies further off."""
    if not r.at[i].get("more_than"):
        return None
    found = offset(r, i + 1, i + 1)
    if found is None or found.reading["kind"] not in ("date", "period") or not (within := found.reading["span"].within).low:
        return None
    words = range(i, found.end)
    if any(r.at[n].get("bound") == "before" or r.at[n].get("ago") for n in words):
        span, bound = TimeSpan(Interval(None, within.high)), "before"
    elif any(r.at[n].get("bound") == "after" for n in words):
        span, bound = TimeSpan(Interval(within.low, None)), "after"
    else:
        return None
    return found._replace(start=i, reading=found.reading | {"span": span, "kind": "bound", "bound": bound})


def _within(r: Reader, i: int, j: int) -> Found | None:
    """ "within 3 years", "within the next 2 weeks": from the document's date on, if the verb is of the future."""
    k = r.skip(j, "articles")
    stepped = r.at[k].get("step")
    read = r.duration(k + 1 if stepped is not None else j)
    if read is None and stepped == 1 and (unit := r.unit(k + 1)) and not r.at[k + 1].get("plural"):
        read = Duration(((1, unit[0]),)), unit[1]
    if read is None:
        return None
    duration, end = read
    end_at = end
    if r.at[end].get("openers") and (today := pieces.period(r, end + 1)) and r.published and today[0].days and r.published in today[0].days:
        end_at, stepped = today[1], 1
    sign = -1 if stepped == -1 else 1 if stepped == 1 or r.toward(i, end) == 1 else 0
    if sign == 0:
        return Found(i, end, {"kind": "duration", "duration": duration.seconds})
    far = moved(r.published, duration, sign) if r.published else None
    if far is None or r.published is None:
        return Found(i, end_at, {"kind": "period", "span": UNKNOWN_SPAN, "relative": True, "duration": duration.seconds})
    days = Interval(min(far, r.published), max(far, r.published))
    return Found(i, end_at, spoken(r, Period(days=days, relative=True), "", sign) | {"duration": duration.seconds})


def moved(day: date | None, duration: Duration, sign: int) -> date | None:
    """The day that lies so long after a day (before, if the sign is negative)."""
    for count, unit in duration.counts:
        day = None if day is None else calendar.shift(day, unit, sign * count)
    return day


def _around(day: date | None, duration: Duration) -> Days | None:
    """The days that "two years ago" may mean: as coarse as its finest unit."""
    finest = min((unit for _, unit in duration.counts), key=lambda unit: calendar.SECONDS[unit])
    if day is None:
        return None
    if finest in calendar.MONTHS:
        return calendar.containing(day, "year" if calendar.MONTHS[finest] >= 12 else "month")
    return calendar.single(day)


def _offset_period(r: Reader, duration: Duration, sign: int, lone_coarse: bool = True) -> Period:
    if r.published is None:
        return LOST
    far = moved(r.published, duration, sign)
    days = _around(far, duration) if lone_coarse else calendar.single(far)
    if days is None:
        return LOST
    finest = min(calendar.SECONDS[unit] for _, unit in duration.counts)
    return Period(days=days, relative=True, vague=duration.vague or finest > calendar.SECONDS["day"])
