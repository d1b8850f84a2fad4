"""Reads whole time expressions: periods, clock times and durations with the words before them, and bounds."""

from __future__ import annotations

from qcheck.extraction.timexes import pieces
from qcheck.extraction.timexes.clocks import clock_behind, clock_bound, clocked
from qcheck.extraction.timexes.offsets import moved, offset, offset_bound
from qcheck.extraction.timexes.period import Period
from qcheck.extraction.timexes.ranges import range_found, range_of_days, ranged
from qcheck.extraction.timexes.reader import Reader
from qcheck.extraction.timexes.relative import LOST
from qcheck.extraction.timexes.spans import Found, spoken
from qcheck.model.interval import Interval
from qcheck.model.timespan import TimeSpan


def expression(r: Reader, i: int) -> Found | None:
    """The longest expression that begins at token `i`."""
    return offset_bound(r, i) or _bounded(r, i) or ranged(r, i) or _plain(r, i)


def _plain(r: Reader, i: int) -> Found | None:
    """A period, clock time or duration, perhaps behind a preposition."""
    j = i
    prepositioned = False
    while r.at[j].get("prepositions") or r.at[j].get("approximately"):
        j, prepositioned = j + 1, prepositioned or bool(r.at[j].get("prepositions"))
        if j > i + 3:
            break
    found = offset(r, i, j) or clocked(r, i, j, prepositioned) or _dated(r, i, j, prepositioned)
    if found:
        return found
    while r.at[j].get("more_than") or r.at[j].get("approximately"):
        j, prepositioned = j + 1, True
    return _lasting(r, i, j, prepositioned)


def _dated(r: Reader, i: int, j: int, prepositioned: bool) -> Found | None:
    read = pieces.period(r, j) or (_bare_day(r, j) or _hyphened(r, j) if prepositioned else None)
    if read is None:
        return None
    period, end = read
    if r.at[j].get("now") and end == j + 1:
        return None
    if period.month and not period.day and not period.cuts and (days := range_of_days(r, end, period)):
        return range_found(r, i, days)
    if r.at[end - 1].get("short") and not _short_stands(r, j, end):
        return None
    clock, end = clock_behind(r, end, period.clock) or (period.clock, end)
    if r.at[end].get("possessives"):
        i = j
    reading = spoken(r, period, "", r.toward(i, end) if period.tensed else 0)
    if clock:
        reading |= {"clock_low": clock[0], "clock_high": clock[1]}
    lone = period.year is not None and period == Period(year=period.year)
    return Found(i, end, reading, period, lone, prepositioned or j > i or r.at[j].get("era") is not None)


def _bare_day(r: Reader, j: int) -> tuple[Period, int] | None:
    """A day of the month with nothing but its article or preposition ("on the 22nd", "am 15."), where no noun follows that it ranks."""
    k = r.skip(j, "articles")
    if r.words[j - 1] in r.lexicon.times.inside:
        return None
    day = r.day_number(k)
    if k == j and not (r.lexicon.times.capital_nouns and r.at[j - 1].get("on")):
        return None
    if day is None or not day[1] or (isinstance(r.at[k].get("ordinal"), int) and day[0] <= 12):
        return None
    after = r.tokens[day[2]] if day[2] < len(r.tokens) else None
    if after and after.word[0].isalpha() and after.word not in r.lexicon.times.function_words:
        if after.capital or not r.lexicon.times.capital_nouns:
            return None
    elif after and not after.word[0].isalpha() and after.word not in ",.;:!?)–—":
        return None
    return Period(day=day[0]), day[2]


def _hyphened(r: Reader, j: int) -> tuple[Period, int] | None:
    """A day and month with a hyphen, where the word before is used with days alone ("on 4-22")."""
    if not (r.at[j - 1].get("on") and r.words[j + 1] == "-" and r.joined(j + 1) and r.joined(j + 2)):
        return None
    first, second = r.day_number(j), r.day_number(j + 2)
    if first is None or second is None:
        return None
    day, month = (first[0], second[0]) if r.lexicon.times.day_first else (second[0], first[0])
    if month > 12 >= day:
        day, month = month, day
    return (Period(month=month, day=day), j + 3) if month <= 12 else None


def _short_stands(r: Reader, j: int, end: int) -> bool:
    """Whether day and month without a year, behind what stands from token `j` on, are a date and no fraction or score."""
    written = r.at[end - 1].get("short")
    first, _, second = written.replace(".", "/").strip("/").partition("/")
    if written == "24/7":
        return False
    if r.at[end].get("of") and r.at[end + 1].get("articles"):
        return False  # "1/16 of a pint"
    led = any(name in r.at[j - 1] for name in ("on", "at", "bound", "openers", "connectors")) and not r.at[j - 1].get("joiners")
    return "." in written or led or first[0] == "0" or second[0] == "0" or int(first) > int(second) or int(second) > 12


def _lasting(r: Reader, i: int, j: int, prepositioned: bool) -> Found | None:
    read = r.duration(j)
    if read is None:
        return None
    duration, end = read
    if duration.bare and not prepositioned and duration.counts[0][1] != "fortnight":
        return None
    return Found(i, end, {"kind": "duration", "duration": duration.seconds})


_BEGINS = frozenset({"prepositions", "articles", "more_than"})
_STANDS = frozenset({"days", "part", "event"})


def _bounded(r: Reader, i: int) -> Found | None:
    """ "since August 2022", "before the invasion", "by the end of 2025"."""
    if "bound" not in r.kinds:
        return None
    k = r.skip(i, "approximately") if r.at[r.skip(i, "approximately")].get("bound") else i
    bound = r.at[k].get("bound")
    if bound is None or (r.at[k].get("ago_before") and (found := offset(r, i, k))):
        return None if bound is None else found
    j = k + 1
    while j < k + 4 and not _BEGINS.isdisjoint(r.at[j]) and _STANDS.isdisjoint(r.at[j]):
        j += 1
    if bound == "since" and (lasting := _lasting_since(r, i, k + 1)):
        return lasting
    counted = offset(r, j, j)
    if counted and counted.reading["kind"] in ("date", "period"):
        return _bound_found(r, i, bound, counted)
    if (clock := clock_bound(r, i, j, bound)) is not None:
        return clock
    read = pieces.period(r, j) or (pieces.period(r, j - 1) if j > k + 1 else None)
    if read is None:
        return None
    period, end = read
    if r.at[end].get("possessives"):
        return None
    toward = -1 if bound == "since" else r.toward(i, end) if period.tensed else 0
    if toward == 0 and (bound == "until" or (bound == "onward" and period.weekday)):
        toward = 1
    clock_read = clock_behind(r, end)
    reading = spoken(r, period, bound, toward)
    if clock_read:
        reading |= {"clock_low": clock_read[0][0], "clock_high": clock_read[0][1]}
        end = clock_read[1]
    lone = period.year is not None and period == Period(year=period.year)
    return Found(i, end, reading, period, lone, True)


def _lasting_since(r: Reader, i: int, j: int) -> Found | None:
    """ "seit zwei Jahren": from so long ago up to today; from before that, where it is said to be longer."""
    first = r.skip(r.skip(j, "approximately"), "more_than")
    read = r.duration(first)
    if read is None or r.at[read[1]].get("ago"):
        return None
    duration, end = read
    if r.published is None:
        return Found(i, end, spoken(r, LOST, "since", -1) | {"duration": duration.seconds})
    start = moved(r.published, duration, -1)
    longer = first > j and bool(r.at[first - 1].get("more_than"))
    if start is None:
        return None
    if longer:
        span = TimeSpan(Interval(None, r.published), None, "start")
        return Found(i, end, {"kind": "bound", "bound": "since", "span": span, "relative": True, "duration": duration.seconds})
    reading = spoken(r, Period(days=Interval(start, start), relative=True, vague=True), "since", -1)
    return Found(i, end, reading | {"duration": duration.seconds})


def _bound_found(r: Reader, i: int, bound: str, inner: Found) -> Found:
    span: TimeSpan = inner.reading["span"]
    period = Period(days=span.within, vague=span.vague, relative=True) if span.known else LOST
    return Found(i, inner.end, spoken(r, period, bound, 0))
