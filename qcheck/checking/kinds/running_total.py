"""A running total that fell, or that grew as later articles know more."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Value, line
from qcheck.checking.periods import same_period, surely_inside
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed


def running_total(a: Statement, b: Statement, parameters: Parameters) -> Proof | None:
    """conflict: the later article has the lower number (dispute: from opposed sources; review: only typically; update: it says that
    the number was lowered); update: it has the higher one.
    """
    if a.readings or b.readings or not (a.numeric and b.numeric and a.known_on and b.known_on) or a.known_on == b.known_on:
        return None
    earlier, later = (a, b) if a.known_on < b.known_on else (b, a)
    if not (same_period(a, b) or surely_inside(earlier, later) or not (a.timed or b.timed)):
        return None
    proved = a.hard.disjoint(b.hard)
    if not proved and not a.typical.disjoint(b.typical):
        return None
    grew = earlier.hard.below(later.hard) if proved else earlier.typical.below(later.typical)
    small, big = (earlier, later) if grew else (later, earlier)
    working: list[Value] = [
        *(line("known_on", day=s.known_on, reading=reading(s, typical=not proved)) for s in (earlier, later)),
        comparison(small, big, typical=not proved),
    ]
    if grew:
        return Proof("update", (earlier, later), (*working, line("total_grew")))
    if later.claim.trend == "down":
        return Proof("update", (earlier, later), (*working, line("told_to_fall")))
    working.append(line("total_fell"))
    against = opposed(a, b, both=True)
    if against:
        working.append(against)
    return Proof("review" if not proved else "dispute" if against else "conflict", (earlier, later), tuple(working))
