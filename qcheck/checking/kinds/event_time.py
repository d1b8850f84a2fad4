"""Two clock times of one event that no rounding explains."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.periods import surely_apart
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from qcheck.model.interval import Interval

# minutes that a clock time on such a minute may be off, as people round them
ROUNDED = ((30, 10), (15, 7), (5, 5), (1, 2))
DAY = 1440
_HALF_AN_HOUR = 30  # minutes: a range as wide or less is that of "about", not a part of the day


def event_time(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """conflict: the clock times of an event lie apart by more than they can be rounded; review: by more than a reader takes them to be.

    A part of the day ("Tuesday night") is a range of hours. Times of different days are not compared.
    """
    a, b = (one, other) if one.claim.clock_low <= other.claim.clock_low else (other, one)
    if a.claim.clock_low != a.claim.clock_low or b.claim.clock_low != b.claim.clock_low:
        return None
    if a.span.known and b.span.known and surely_apart(a, b):
        return None
    hard = (_minutes(a), _minutes(b))
    typical = (_minutes(a, typical=True), _minutes(b, typical=True))
    if not typical[0].disjoint(typical[1]):
        return None
    apart = hard[0].disjoint(hard[1])
    shown = hard if apart else typical
    working = (
        f"“{a.claim.quote}” → {_clock(shown[0])}",
        f"“{b.claim.quote}” → {_clock(shown[1])}",
        "both tell when the event of their article happened, and no time lies in both",
    )
    return Proof("conflict" if apart else "review", (one, other), working)


def _minutes(s: Statement, *, typical: bool = False) -> Interval[float]:
    """The minutes of the day that a clock time can mean; written to the minute, it may be rounded."""
    low, high = s.claim.clock_low, s.claim.clock_high
    if low != high:
        middle, half = (low + high) / 2, (high - low) / 2
        return Interval(middle - half / 2, middle + half / 2) if typical and high - low <= _HALF_AN_HOUR else Interval(low, high)
    off = next(minutes for step, minutes in ROUNDED if low % step == 0)
    return Interval(low - off / 2, high + off / 2) if typical else Interval(low - off, high + off)


def _clock(minutes: Interval[float]) -> str:
    low, high = (int(max(0.0, min(float(DAY), end or 0.0))) for end in (minutes.low, minutes.high))
    return f"{low // 60:02}:{low % 60:02} to {high // 60:02}:{high % 60:02}"
