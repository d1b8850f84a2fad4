"""Reads clock times with their day: "Friday at 3:40 p.m.", "between 8 and 10 Uhr"."""

from __future__ import annotations

from typing import Any

from qcheck.extraction.timexes import pieces
from qcheck.extraction.timexes.hours import hour, in_half
from qcheck.extraction.timexes.reader import Reader, minute_of
from qcheck.extraction.timexes.spans import Found, spoken

_CLOCKS = frozenset({"clock", "number", "clock_point", "clock_marks", "clock_offset", "daypart"})


def clocked(r: Reader, i: int, j: int, prepositioned: bool) -> Found | None:
    """A clock time or a range of them, and the day behind it."""
    if r.kinds.isdisjoint(_CLOCKS):
        return None
    start = j + 1 if r.at[j].get("openers") else j
    opened = start > j
    first = hour(r, start)
    number = r.at[start].get("number")
    if first is None and number and number.isdigit() and int(number) <= 24:
        first = (float(number) * 60, float(number) * 60, start + 1, False)
    if first is None:
        return None
    low, high, end, certain = first
    k = end + 1 if r.at[end].get("connectors") or (opened and r.at[end].get("joiners")) else end
    second = hour(r, r.skip(k, "prepositions")) if k > end else None
    both = r.at[start - 1].get("openers") and ":" in r.words[start] and ":" in r.words[r.skip(k, "prepositions")]  # "from 22:00 to 04:00"
    if second and (second[3] or both):
        low, high, end, certain = _before(low, second[0]), second[1], second[2], True
        if low > high:
            low, high = 0.0, 1440.0  # past midnight: no interval of one day
    elif r.at[start].get("number") and not certain:
        return None
    if not (certain or (r.at[start - 1].get("at") and ":" in r.words[start])):
        return None
    if not second and any(r.at[n].get("approximately") for n in range(i, j)):
        low, high = max(0.0, low - 15), min(1440.0, high + 15)
    reading: dict[str, Any] = {"kind": "clock", "clock_low": low, "clock_high": high}
    return _with_day(r, i, end, reading)


def _with_day(r: Reader, i: int, end: int, reading: dict[str, Any]) -> Found:
    """A clock time with the day behind it ("at 3 p.m. on Friday"), if there is one."""
    day = pieces.period(r, r.skip(r.sign(end, ","), "prepositions"))
    if day and (day[0].point or day[0].days is not None):
        low, high = reading["clock_low"], reading["clock_high"]
        if day[0].clock:
            low, high = in_half((low, high), day[0].clock)  # "um acht Uhr am Sonntagabend"
        clock = {"clock_low": low, "clock_high": high}
        return Found(i, day[1], spoken(r, day[0], "", r.toward(i, day[1])) | clock)
    return Found(i, end, reading)


def clock_bound(r: Reader, i: int, j: int, bound: str) -> Found | None:
    """A clock time at token `j` behind a bound: "before 8 a.m. on Friday" is Friday, up to 8 a.m.; just before, a quarter of an hour."""
    clock = hour(r, j)
    if clock is None or not clock[3]:
        return None
    low, high, end, _ = clock
    near = any(r.at[n].get("approximately") for n in range(i, j))
    if bound in ("before", "until"):
        low = max(0.0, low - 15) if near else 0.0
    else:
        high = min(1440.0, high + 15) if near else 1440.0
    sense = "since" if bound == "onward" else bound
    return _with_day(r, i, end, {"kind": "clock", "clock_low": low, "clock_high": high, "bound": sense})


def clock_behind(r: Reader, j: int, part: tuple[float, float] | None = None) -> tuple[tuple[float, float], int] | None:
    """A clock time or part of the day behind a date: "Friday at 3:40 p.m.", "yesterday evening".

    `part` is the part of the day that the date itself names ("Friday night at 8").
    """
    hours = r.at[j].get("daypart")
    if hours:
        low, high = map(minute_of, hours.split("/"))
        return (float(low), float(high)), j + 1
    if r.kinds.isdisjoint(_CLOCKS):
        return None
    k = r.skip(r.skip(r.sign(j, ","), "prepositions"), "approximately")
    clock = hour(r, k)
    if clock is None:
        return None
    both = clock[0], clock[1]
    return in_half(both, part) if part else both, clock[2]


def _before(low: float, high: float) -> float:
    """The first of two times where only the second says which half of the day."""
    return low + 720 if low + 720 <= high and low < 720 else low
