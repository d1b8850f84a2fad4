"""Reads whole time expressions: ranges, bounds, offsets from a day, clock times, durations; and what they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qcheck.extraction import calendar, pieces
from qcheck.extraction.calendar import Days
from qcheck.extraction.period import Period, fill, resolve
from qcheck.extraction.reader import Duration, Reader, minute_of
from qcheck.extraction.relative import LOST
from qcheck.model.interval import Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan

ONE_DAY = 1


@dataclass(frozen=True, slots=True)
class Found:
    """An expression from token `start` to `end`: the fields of its Timex, and what a lone year must still prove."""

    start: int
    end: int
    reading: dict[str, Any]
    period: Period | None = None
    bare_year: bool = False
    prepositioned: bool = False


def expression(r: Reader, i: int) -> Found | None:
    """The longest expression that begins at token `i`."""
    return _offset_bound(r, i) or _bounded(r, i) or _ranged(r, i) or _plain(r, i)


def _plain(r: Reader, i: int) -> Found | None:
    """A period, clock time or duration, perhaps behind a preposition."""
    j = i
    prepositioned = False
    while r.role(j, "prepositions") or r.role(j, "approximately"):
        j, prepositioned = j + 1, prepositioned or bool(r.role(j, "prepositions"))
        if j > i + 3:
            break
    found = _offset(r, i, j) or _clocked(r, i, j, prepositioned) or _dated(r, i, j, prepositioned)
    if found:
        return found
    while r.role(j, "more_than") or r.role(j, "approximately"):
        j, prepositioned = j + 1, True
    return _lasting(r, i, j, prepositioned)


def _dated(r: Reader, i: int, j: int, prepositioned: bool) -> Found | None:
    read = pieces.period(r, j) or (_bare_day(r, j) or _hyphened(r, j) if prepositioned else None)
    if read is None:
        return None
    period, end = read
    if r.role(j, "now") and end == j + 1:
        return None
    if period.month and not period.day and not period.cuts and (days := _range_of_days(r, end, period)):
        return _range_found(r, i, days)
    if r.role(end - 1, "short") and not _short_stands(r, i, j):
        return None
    clock, end = _clock_behind(r, end) or (period.clock, end)
    reading = spoken(r, period, "", r.toward(i, end))
    if clock:
        reading |= {"clock_low": clock[0], "clock_high": clock[1]}
    lone = period == Period(year=period.year) and period.year is not None
    return Found(i, end, reading, period, lone, prepositioned or j > i or r.role(j, "era") is not None)


def _bare_day(r: Reader, j: int) -> tuple[Period, int] | None:
    """A day of the month with nothing but its article or preposition ("on the 22nd", "am 15."), where no noun follows that it ranks."""
    k = r.skip(j, "articles")
    day = r.day_number(k)
    if day is None or not day[1] or (isinstance(r.role(k, "ordinal"), int) and day[0] <= 12):
        return None
    after = r.tokens[day[2]] if day[2] < len(r.tokens) else None
    if after and after.word[0].isalpha() and after.word not in r.lexicon.times.function_words:
        if after.capital or not r.lexicon.times.day_first:
            return None
    elif after and not after.word[0].isalpha() and after.word not in ",.;:!?)–—":
        return None
    return Period(day=day[0]), day[2]


def _hyphened(r: Reader, j: int) -> tuple[Period, int] | None:
    """A day and month with a hyphen, where the word before is used with days alone ("on 4-22")."""
    if not (r.role(j - 1, "on") and r.word(j + 1) == "-" and r.joined(j + 1) and r.joined(j + 2)):
        return None
    first, second = r.day_number(j), r.day_number(j + 2)
    if first is None or second is None:
        return None
    day, month = (first[0], second[0]) if r.lexicon.times.day_first else (second[0], first[0])
    if month > 12 >= day:
        day, month = month, day
    return (Period(month=month, day=day), j + 3) if month <= 12 else None


def _short_stands(r: Reader, i: int, j: int) -> bool:
    written = r.role(j, "short") or r.role(j + 1, "short")
    first, _, second = written.replace(".", "/").strip("/").partition("/")
    if written == "24/7":
        return False
    return "." in written or j > i or first[0] == "0" or second[0] == "0" or int(first) > int(second) or int(second) > 12


def _clock_behind(r: Reader, j: int) -> tuple[tuple[float, float], int] | None:
    """A clock time or part of the day behind a date: "Friday at 3:40 p.m.", "yesterday evening"."""
    hours = r.role(j, "daypart")
    if hours:
        low, high = map(minute_of, hours.split("/"))
        return (float(low), float(high)), j + 1
    k = r.skip(r.skip(r.sign(j, ","), "prepositions"), "approximately")
    clock = r.clock(k)
    return ((clock[0], clock[1]), clock[2]) if clock else None


def _clocked(r: Reader, i: int, j: int, prepositioned: bool) -> Found | None:
    """A clock time or a range of them, and the day behind it."""
    start = j + 1 if r.role(j, "openers") else j
    opened = start > j
    first = r.clock(start)
    number = r.role(start, "number")
    if first is None and number and number.isdigit() and int(number) <= 24:
        first = (float(number) * 60, float(number) * 60, start + 1, False)
    if first is None:
        return None
    low, high, end, certain = first
    k = end + 1 if r.role(end, "connectors") or (opened and r.role(end, "joiners")) else end
    second = r.clock(r.skip(k, "prepositions")) if k > end else None
    if second and second[3]:
        low, high, end, certain = _before(low, second[0]), second[1], second[2], True
        if low > high:
            return None
    elif r.role(start, "number") and not certain:
        return None
    if not (certain or (r.role(start - 1, "at") and ":" in r.word(start))):
        return None
    if not second and any(r.role(n, "approximately") for n in range(i, j)):
        low, high = max(0.0, low - 15), min(1440.0, high + 15)
    reading: dict[str, Any] = {"kind": "clock", "clock_low": low, "clock_high": high}
    day = pieces.period(r, r.skip(r.sign(end, ","), "prepositions"))
    if day and (day[0].point or day[0].days is not None):
        reading = spoken(r, day[0], "", r.toward(i, day[1])) | {"clock_low": low, "clock_high": high}
        end = day[1]
    return Found(i, end, reading)


def _before(low: float, high: float) -> float:
    """The first of two times where only the second says which half of the day."""
    return low + 720 if low + 720 <= high and low < 720 else low


def _lasting(r: Reader, i: int, j: int, prepositioned: bool) -> Found | None:
    read = r.duration(j)
    if read is None:
        return None
    duration, end = read
    if duration.bare and not prepositioned and duration.counts[0][1] != "fortnight":
        return None
    return Found(i, end, {"kind": "duration", "duration": duration.seconds})


def _moved(day: date | None, duration: Duration, sign: int) -> date | None:
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
    moved = _moved(r.published, duration, sign)
    days = _around(moved, duration) if lone_coarse else calendar.single(moved)
    if days is None:
        return LOST
    finest = min(calendar.SECONDS[unit] for _, unit in duration.counts)
    return Period(days=days, relative=True, vague=duration.vague or finest > calendar.SECONDS["day"])


def _offset(r: Reader, i: int, j: int) -> Found | None:
    """ "three weeks ago", "vor drei Wochen", "in three weeks", "two days before yesterday", "within 3 years", "3 days starting Monday"."""
    j = r.skip(j, "approximately")
    if r.role(j - 1, "within") or r.role(j, "within"):
        return _within(r, i, j + 1 if r.role(j, "within") else j)
    if r.role(j, "ago_before"):
        read = r.duration(r.skip(r.skip(j + 1, "approximately"), "more_than"))
        if read and not (read[0].bare and r.role(j + 1, "articles") and r.word(j + 1) not in r.lexicon.times.indefinite):
            return Found(i, read[1], spoken(r, _offset_period(r, read[0], -1), "", -1))
        return None
    read = r.duration(j)
    if read is None:
        return None
    duration, end = read
    if r.role(end, "ago"):
        return Found(i, end + 1, spoken(r, _offset_period(r, duration, -1), "", -1))
    if r.role(end, "later") and (r.toward(i, end) == 1 or r.lexicon.times.later[0] != r.word(end)):
        return Found(i, end + 1, spoken(r, _offset_period(r, duration, 1, lone_coarse=False), "", 1))
    if (j > i and r.role(j - 1, "ahead")) and r.toward(i, end) == 1:
        return Found(i, end, spoken(r, _offset_period(r, duration, 1), "", 1) | {"duration": duration.seconds})
    bound = r.role(end, "bound")
    if bound == "onward" and (outer := pieces.period(r, r.skip(end + 1, "prepositions"))):
        days = resolve(outer[0], r.published, r.toward(i, outer[1])).days
        if days and days.low and (last := _moved(days.low, duration, 1)) and (last := calendar.shift(last, "day", -1)) and last >= days.low:
            return Found(i, outer[1], spoken(r, Period(days=Interval(days.low, last), relative=True), "", 0))
    sign = -1 if bound == "before" else 1 if bound == "after" or r.role(end, "openers") else 0
    if sign and (outer := pieces.period(r, end + 1)) and not outer[0].lost:
        resolved = resolve(outer[0], r.published, r.toward(i, outer[1]))
        point = resolved.days and (resolved.days.low if sign < 0 else resolved.days.high)
        moved = _moved(point, duration, sign) if point else None
        if moved:
            return Found(
                i, outer[1], spoken(r, Period(days=calendar.single(moved), relative=resolved.relative, vague=duration.vague), "", 0)
            )
    return None


def _offset_bound(r: Reader, i: int) -> Found | None:
    """ "more than 2 weeks before today": all that lies further off."""
    if not r.role(i, "more_than"):
        return None
    found = _offset(r, i + 1, i + 1)
    if found is None or found.reading["kind"] not in ("date", "period") or not (within := found.reading["span"].within).low:
        return None
    words = range(i, found.end)
    if any(r.role(n, "bound") == "before" or r.role(n, "ago") for n in words):
        span, bound = TimeSpan(Interval(None, within.high)), "before"
    elif any(r.role(n, "bound") == "after" for n in words):
        span, bound = TimeSpan(Interval(within.low, None)), "after"
    else:
        return None
    return replace(found, start=i, reading=found.reading | {"span": span, "kind": "bound", "bound": bound})


def _within(r: Reader, i: int, j: int) -> Found | None:
    """ "within 3 years", "within the next 2 weeks": from the document's date on, if the verb is of the future."""
    k = r.skip(j, "articles")
    stepped = r.role(k, "step")
    read = r.duration(k + 1 if stepped is not None else j)
    if read is None and stepped == 1 and (unit := r.unit(k + 1)) and not r.role(k + 1, "plural"):
        read = Duration(((1, unit[0]),)), unit[1]
    if read is None:
        return None
    duration, end = read
    end_at = end
    if r.role(end, "openers") and (today := pieces.period(r, end + 1)) and r.published and today[0].days and r.published in today[0].days:
        end_at, stepped = today[1], 1
    sign = -1 if stepped == -1 else 1 if stepped == 1 or r.toward(i, end) == 1 else 0
    if sign == 0:
        return Found(i, end, {"kind": "duration", "duration": duration.seconds})
    far = _moved(r.published, duration, sign) if r.published else None
    if far is None or r.published is None:
        return Found(i, end_at, {"kind": "period", "span": UNKNOWN_SPAN, "relative": True, "duration": duration.seconds})
    days = Interval(min(far, r.published), max(far, r.published))
    return Found(i, end_at, spoken(r, Period(days=days, relative=True), "", sign) | {"duration": duration.seconds})


def _bounded(r: Reader, i: int) -> Found | None:
    """ "since August 2022", "before the invasion", "by the end of 2025"."""
    k = r.skip(i, "approximately") if r.role(r.skip(i, "approximately"), "bound") else i
    bound = r.role(k, "bound")
    if bound is None or (r.role(k, "ago_before") and (found := _offset(r, i, k))):
        return None if bound is None else found
    j = k + 1
    for _ in range(3):
        j = (
            r.skip(j, "prepositions", "articles")
            if not r.role(j, "days") and r.role(j, "part") is None and r.role(j, "event") is None
            else j
        )
    offset = _offset(r, j, j)
    if offset and offset.reading["kind"] in ("date", "period"):
        return _bound_found(r, i, bound, offset)
    read = pieces.period(r, j) or (pieces.period(r, j - 1) if j > k + 1 else None)
    if read is None:
        clock = r.clock(j)
        if clock and clock[3]:
            return Found(
                i,
                clock[2],
                {"kind": "clock", "clock_low": clock[0], "clock_high": clock[1], "bound": "since" if bound == "onward" else bound},
            )
        return None
    period, end = read
    toward = r.toward(i, end)
    if bound == "since":
        toward = -1
    elif toward == 0 and (bound == "until" or (bound == "onward" and period.weekday)):
        toward = 1
    clock_read = _clock_behind(r, end)
    reading = spoken(r, period, bound, toward)
    if clock_read:
        reading |= {"clock_low": clock_read[0][0], "clock_high": clock_read[0][1]}
        end = clock_read[1]
    lone = period == Period(year=period.year) and period.year is not None
    return Found(i, end, reading, period, lone, True)


def _bound_found(r: Reader, i: int, bound: str, inner: Found) -> Found:
    span: TimeSpan = inner.reading["span"]
    period = Period(days=span.within, vague=span.vague, relative=True) if span.known else LOST
    return Found(i, inner.end, spoken(r, period, bound, 0))


def spoken(r: Reader, period: Period, bound: str, toward: int) -> dict[str, Any]:
    """The fields of a Timex for a period behind a bound ("" for none)."""
    resolved = resolve(period, r.published, toward)
    fields: dict[str, Any] = {"relative": resolved.relative, "explicit_year": resolved.explicit_year}
    if resolved.impossible:
        return fields | {"kind": "impossible", "reason": resolved.impossible}
    days = resolved.days
    if (
        days is not None
        and period.weekday
        and days.low
        and days.low == days.high
        and days.low.isoweekday() != period.weekday
        and period.day
    ):
        fields["reason"] = f"{days.low.isoformat()} is another weekday"
    span = UNKNOWN_SPAN if days is None else _span(period, days, bound, r.published)
    kind = _kind(period, days)
    if bound:
        kind = "bound"
    return fields | {"kind": kind, "span": span, "bound": "since" if bound == "onward" else bound}


def _kind(period: Period, days: Days | None) -> str:
    if period.event:
        return "event"
    if period.weekday and not period.day:
        return "weekday"
    if days is not None and days.low is not None and days.low == days.high:
        return "date"
    return "date" if period.point else "period"


def _span(period: Period, days: Days, bound: str, published: date | None) -> TimeSpan:
    low, high = days.low, days.high
    vague = period.vague
    if bound in ("since", "onward"):
        if low is None:
            return UNKNOWN_SPAN
        if bound == "onward" or (published is not None and published < low):
            return TimeSpan(Interval(low, None), None, "", vague)
        if published is None:
            return TimeSpan(Interval(low, None), None, "end", vague)
        within = Interval(low, published)
        return TimeSpan(within, None if vague else within, "", vague)
    if bound == "before":
        edge = high if period.late else low
        last = None if edge is None else calendar.shift(edge, "day", -1)
        return UNKNOWN_SPAN if last is None else TimeSpan(Interval(None, last), None, "", vague)
    if bound == "until":
        return UNKNOWN_SPAN if high is None else TimeSpan(Interval(None, high), None, "", vague)
    if bound == "after":
        first = low if period.event else None if high is None else calendar.shift(high, "day", 1)
        return UNKNOWN_SPAN if first is None else TimeSpan(Interval(first, None), None, "", vague)
    if low is None or high is None:
        return TimeSpan(days, None, "start" if low is None else "end", vague)
    return TimeSpan(days, None if vague or low == high else days, "", vague)


def _ranged(r: Reader, i: int) -> Found | None:
    """ "from 2014 to 2018", "between May 3 and 7", "May 19th to 21st", "2014-18"."""
    j = i
    while r.role(j, "prepositions") and not r.role(j, "openers") and j < i + 2:
        j += 1
    opener = r.role(j, "openers")
    start = r.skip(j + 1, "articles") if opener else j
    ends = _ends(r, start, between=bool(r.role(j, "between")), opened=bool(opener))
    if ends is None:
        return None
    left, right, end = ends
    if left.days is None and right.days is None and not (left.month or left.year or left.yearly or left.weekday or left.lost or right.lost):
        return None
    return _range_found(r, i, (left, right, end))


def _ends(r: Reader, i: int, *, between: bool, opened: bool) -> tuple[Period, Period, int] | None:
    for left, j in _left_ends(r, i):
        if not (r.role(j, "connectors") or r.word(j) == "/" or r.role(j, "joiners")):
            continue
        joined = r.role(j, "joiners") and not between
        k = r.skip(r.skip(r.skip(j + 1, "prepositions"), "articles"), "prepositions") if not r.role(j + 1, "step") else j + 1
        right = _right_end(r, k, left, sign=r.word(j), opened=opened)
        if right is None:
            continue
        if r.word(j) == "/" and not (left.year and right[0].year):
            continue
        if joined and not _adjacent(left, right[0]):
            continue
        filled = fill(left, right[0])
        return filled, fill(right[0], filled), right[1]
    return None


def _adjacent(left: Period, right: Period) -> bool:
    """Whether "and" joins two days or months that follow one another ("on 3 and 4 May", "in May and June 2022")."""
    if left.cuts or right.cuts or not right.month:
        return False
    if left.day and right.day:
        return right.day == left.day + 1 and left.month in (None, right.month)
    return not left.day and not right.day and left.month is not None and left.year is None and right.month == left.month + 1


def _left_ends(r: Reader, i: int) -> list[tuple[Period, int]]:
    found = [read] if (read := pieces.period(r, i)) else []
    day = r.day_number(i)
    if day:
        found.append((Period(day=day[0]), day[2]))
    return found


def _right_end(r: Reader, k: int, left: Period, *, sign: str, opened: bool) -> tuple[Period, int] | None:
    bare_left = left == Period(day=left.day)
    digits = r.role(k, "number")
    if left.year and not left.month and digits and len(digits) == 2 and digits.isdigit() and sign in ("-", "–", "/") and r.joined(k):
        year = left.year // 100 * 100 + int(digits)
        return (Period(year=year), k + 1) if year > left.year else None
    read = pieces.period(r, k)
    if read and (not bare_left or read[0].day):
        return read
    day = r.day_number(k)
    if day is None or not (left.day or left.weekday):
        return None
    behind = pieces.attached_day(r, day[0], day[2])
    if behind:
        return behind
    if not bare_left and (left.day or day[1]) and not r.role(day[2], "unit"):
        return Period(day=day[0]), day[2]
    return (Period(day=day[0]), day[2]) if bare_left and opened and day[1] else None


def _range_of_days(r: Reader, i: int, outer: Period) -> tuple[Period, Period, int] | None:
    """Days of a month that stands before them: "Im November zwischen dem 19. und dem 20."."""
    if not r.role(i, "openers"):
        return None
    ends = _ends(r, r.skip(i + 1, "articles"), between=bool(r.role(i, "between")), opened=True)
    if ends is None or ends[0] != Period(day=ends[0].day):
        return None
    first, last = (replace(outer, day=end.day) for end in ends[:2])
    return first, last, ends[2]


def _range_found(r: Reader, i: int, ends: tuple[Period, Period, int]) -> Found | None:
    left, right, end = ends
    if right.year and not left.year and left.days is None and (left.month or left.yearly):
        left = replace(left, year=right.year, relative=right.relative)
        low, high = left.in_year(right.year), right.in_year(right.year)
        if low and high and low.low and high.high and low.low > high.high:
            left = replace(left, year=right.year - 1)
    first = resolve(left, r.published, r.toward(i, end))
    after = first.days.low if first.days else None
    last = resolve(right, r.published, r.toward(i, end), not_before=after)
    if first.impossible or last.impossible:
        return Found(i, end, {"kind": "impossible", "reason": first.impossible or last.impossible})
    fields = {
        "kind": "period",
        "relative": first.relative or (last.relative and not right.year),
        "explicit_year": first.explicit_year or last.explicit_year,
    }
    fields["relative"] = first.relative and not first.explicit_year
    if first.days is None or last.days is None or first.days.low is None or last.days.high is None:
        known = first.days is not None or last.days is not None
        return Found(i, end, fields | {"span": UNKNOWN_SPAN}) if known or left.lost or right.lost or first.relative else None
    if first.days.low > last.days.high:
        return None
    days = Interval(first.days.low, last.days.high)
    vague = left.vague or right.vague
    return Found(i, end, fields | {"span": TimeSpan(days, None if vague or days.is_point else days, "", vague)})
