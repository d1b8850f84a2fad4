"""Two clock times of one event that no rounding explains."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.periods import surely_apart
from qcheck.checking.proof import Proof
from qcheck.checking.slots import ends
from qcheck.checking.statement import CLOCK, Article, Statement
from qcheck.model.interval import Interval

# minutes that a clock time on such a minute may be off, as people round them
ROUNDED = ((30, 10), (15, 7), (1, 5))
CALL = "call"
DAY, NIGHT_TO = 1440, 360
SOON = 180  # minutes: times that lie further apart are of two events
_CLOSE = 2  # minutes that a call may seem to come before its event
_APART = 15  # minutes between two times of which one may be that of a call or of an arrival
_LOOSE = 120  # minutes that a part of the day begins earlier or ends later for some


def event_time(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """conflict: the clock times of an event lie apart by more than they can be rounded; review: by more than a reader takes them to be,
    or one of them is the first time that its article gives, or both are of the call for help.

    Times of different days are not compared, nor such as lie so far apart that they are of two events; a part of the day ("Tuesday
    night") has loose ends and is not compared either.
    """
    a, b = (one, other) if _named(one) <= _named(other) else (other, one)
    if not all(s.claim.clock_high - s.claim.clock_low <= CLOCK for s in (a, b)):
        return None
    sure = all(s.claim.event not in ("", CALL) for s in (a, b))
    if not sure and not _may_be_one(a, b):
        return None
    one_day = _one_day(a, b)
    if one_day is False:
        return None
    hard = (_minutes(a), _minutes(b))
    typical = (_minutes(a, typical=True), _minutes(b, typical=True))
    if not typical[0].disjoint(typical[1]):
        return None
    apart = sure and hard[0].disjoint(hard[1]) and one_day
    if _gap(hard) > SOON or not (apart or _named(b) - _named(a) > _APART):
        return None
    shown = hard if apart else typical
    working = (
        line("clock", quote=a.claim.quote, clock=_clock(shown[0])),
        line("clock", quote=b.claim.quote, clock=_clock(shown[1])),
        line("event_times" if sure else "first_times"),
    )
    return Proof("conflict" if apart else "review", (one, other), working)


def _may_be_one(a: Statement, b: Statement) -> bool:
    """Whether two times, one of them not surely that of the event, can be meant to be one all the same: neither article has the time of
    the other, too, and the later one is not the call that follows an event.
    """
    called = [s.claim.event == CALL for s in (a, b)]
    if called[1] and not called[0]:
        return False
    return not (_also(a, b.article) or _also(b, a.article))


def _also(s: Statement, article: Article) -> bool:
    """Whether an article also has a clock time that may be this one."""
    return any(abs(sum(ends(clock)) / 2 - _named(s)) <= _APART for clock in article.clocks)


def _named(s: Statement) -> float:
    """The minute that the words name: "just before nine" is nine."""
    ends = {"before": s.claim.clock_high, "until": s.claim.clock_high, "after": s.claim.clock_low}
    return ends.get(s.claim.time_bound, (s.claim.clock_low + s.claim.clock_high) / 2)


def call_before(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """conflict: the first call for help (`one`) came before the event that it was for (`other`), by all readings of the two times;
    review: one of the two is a part of the day.
    """
    if one.claim.clock_low != one.claim.clock_low or other.claim.clock_low != other.claim.clock_low:
        return None
    call, event = _minutes(one), _minutes(other)
    if one.claim.event != CALL or other.claim.event == CALL or not _CLOSE < _gap((call, event)) <= SOON:
        return None
    if not _one_day(one, other) or _overnight(other, one):
        return None
    working = (line("called", quote=one.claim.quote, clock=_clock(call)), line("happened", quote=other.claim.quote, clock=_clock(event)))
    told = not (_part_of_day(one) or _part_of_day(other))
    return Proof("conflict" if told else "review", (one, other), (*working, line("call_before")))


def _one_day(a: Statement, b: Statement) -> bool | None:
    """Whether the days that the words name, or else those that the articles name where they begin, have one in common; None where one
    of the two names none. One article names one day for all that has no other.
    """
    if a.claim.document == b.claim.document:
        return not (a.span.known and b.span.known and surely_apart(a, b))
    first, second = ([s.span.proof] if s.span.known else list(s.article.days) for s in (a, b))
    return not all(x.disjoint(y) for x in first for y in second) if first and second else None


def _gap(times: tuple[Interval[float], Interval[float]]) -> float:
    """The minutes between two times, the first one below the second."""
    return ends(times[1])[0] - ends(times[0])[1]


def _part_of_day(s: Statement) -> bool:
    return s.claim.clock_high - s.claim.clock_low > CLOCK


def _overnight(night: Statement, clock: Statement) -> bool:
    """Whether one tells of a night and the other of hours before the morning: a night goes on over midnight."""
    return night.claim.clock_high == DAY and clock.claim.clock_low < NIGHT_TO


def _minutes(s: Statement, *, typical: bool = False) -> Interval[float]:
    """The minutes of the day that a clock time can mean; written to the minute, it may be rounded. "About 10" is not yet 10:15."""
    low, high = s.claim.clock_low, s.claim.clock_high
    if _part_of_day(s):
        return Interval(0.0 if low <= NIGHT_TO else low - _LOOSE, high + _LOOSE)
    if low != high:
        middle, half = (low + high) / 2, (high - low) / 2
        return Interval(middle - half / 2, middle + half / 2) if typical else Interval(low, high, "()")
    off = next(minutes for step, minutes in ROUNDED if low % step == 0)
    return Interval(low - off / 2, high + off / 2) if typical else Interval(low - off, high + off)


def _clock(minutes: Interval[float]) -> str:
    low, high = (int(min(float(DAY), end)) for end in ends(minutes))
    return f"{low // 60:02}:{low % 60:02}–{high // 60:02}:{high % 60:02}"
