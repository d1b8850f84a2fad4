"""Counts of the persons that one event befell, as its articles give them over time."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.proof import Proof, comparison, day_text, reading
from qcheck.checking.slots import DEAD, agree, allows
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed

NO_READING = "nothing that either article says of them allows the number of the other"


class Tolls(Parameters):
    """`times`: a number more than so many times the other is of another event, or of another day of a long one."""

    times: float = 3.0


def tolls(a: Statement, b: Statement, parameters: Tolls) -> Proof | None:
    """update: the later article has more, or nobody can tell which is the later one; conflict: the dead became fewer; review: others
    became fewer; dispute: opposed sources, both named. A conflict needs that no reading of the one article agrees with one of the other,
    an update that the earlier article allows nothing like the later number.
    """
    if not (a.readings and b.readings and a.known_on and b.known_on and a.typical.disjoint(b.typical)):
        return None
    small, big = (a, b) if a.typical.below(b.typical) else (b, a)
    if _far_apart(small, big, parameters.times):
        return None
    earlier, later = (small, big) if a.known_on == b.known_on else (a, b) if a.known_on < b.known_on else (b, a)
    known = [f"known on {day_text(s.known_on)}: {reading(s, typical=True)}" for s in (earlier, later)]
    if later is big and not allows(earlier, later):
        against = opposed(a, b, both=True)
        if against:
            return Proof("dispute", (earlier, later), (*known, against))
        return Proof("update", (earlier, later), (*known, "a toll grows as more becomes known"))
    if later is big or agree(a, b):
        return None
    if later.claim.trend == "down":
        return Proof("update", (earlier, later), (*known, "the later article says that the figure went down"))
    working = (*known, comparison(small, big), NO_READING, "the later article does not say that it was corrected")
    return Proof("conflict" if a.claim.event == DEAD else "review", (earlier, later), working)


def _far_apart(small: Statement, big: Statement, times: float) -> bool:
    low, high = big.typical.low, small.typical.high
    assert low is not None and high is not None, "numbers have -inf and inf"
    return low > times * max(1.0, high)
