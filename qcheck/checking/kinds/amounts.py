"""Amounts of one thing that cannot both be true."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.periods import same_period, surely_inside
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed


def amounts(a: Statement, b: Statement, parameters: Parameters) -> Proof | None:
    """conflict: the hard ranges are disjoint and both speak of one time; review: only the typical ones are, or the days that the
    articles knew of are not told; dispute: opposed sources. Growing totals of different days are the matter of `running_total`.
    """
    if not (a.numeric and b.numeric):
        return None
    proved = a.hard.disjoint(b.hard)
    if not proved and a.typical.disjoint(b.typical) is False:
        return None
    small, big = (a, b) if (a.hard.below(b.hard) if proved else a.typical.below(b.typical)) else (b, a)
    when = _one_time(small, big)
    if not when:
        return None
    known = _known_alike(a, b)
    if known == "differ" and "change" not in (a.claim.kind, b.claim.kind) and not _settled(a, b):
        return None
    certain = proved and known != "open"
    against = opposed(a, b)
    working = [reading(small, typical=not proved), reading(big, typical=not proved), when, comparison(small, big, typical=not proved)]
    if against:
        working.append(against)
    return Proof("dispute" if certain and against else "conflict" if certain else "review", (a, b), tuple(working))


def _one_time(small: Statement, big: Statement) -> str:
    """Why the smaller number cannot be of other days than the bigger one; "" where it can."""
    if same_period(small, big):
        return f"both speak of the same days: {small.span}"
    extensive = {small.claim.kind, big.claim.kind} <= {"", "total"}
    if extensive and surely_inside(big, small):
        return f"{big.span} lies inside {small.span}, and a part cannot exceed the whole"
    if not extensive and small.span.throughout and big.span.throughout and not small.span.throughout.disjoint(big.span.throughout):
        return f"both held at one time: {small.span} and {big.span}"
    if not small.span.known and not big.span.known and "per_period" not in (small.claim.kind, big.claim.kind):
        if small.claim.document == big.claim.document:
            return "both stand in one article without other days"
        if small.known_on == big.known_on:
            return "both are told on one day" if small.known_on else "neither is dated"
    return ""


def _known_alike(a: Statement, b: Statement) -> str:
    """Whether both figures were known on one day ("alike"), on different ones ("differ"), or nobody can tell ("open")."""
    if a.claim.document == b.claim.document or (a.known_on and a.known_on == b.known_on):
        return "alike"
    return "differ" if a.known_on and b.known_on else "open"


def _settled(a: Statement, b: Statement) -> bool:
    """Whether the figures are of a kind that later knowledge does not let grow: levels on named days and shares."""
    return {a.claim.kind, b.claim.kind} <= {"level", "share"} and same_period(a, b)
