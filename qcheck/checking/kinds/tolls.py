"""Counts of the persons that one event befell, as its articles give them over time."""

from __future__ import annotations

from qcheck.checking.hierarchy import includes
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.slots import DEAD, HELD, PERSON, agree, allows, ends
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed
from qcheck.model.finding import Outcome


class Tolls(Parameters):
    """`times`: a number more than so many times the other is of another event, or of another day of a long one."""

    times: float = 3.0


def tolls(a: Statement, b: Statement, parameters: Tolls) -> Proof | None:
    """update: the later article has more, or nobody can tell which is the later one; conflict: the dead became fewer; dispute: opposed
    sources, both named. A conflict needs that no number of the one article agrees with one of the other; an update that the earlier
    article gives nothing like the later number. Those who are hurt, held or sought may become fewer for many reasons: nothing is said.
    Of a kind of those whom the other article counts (30 sailors, 20 people) only a higher number says something.
    """
    if not (a.readings and b.readings and a.known_on and b.known_on and a.typical.disjoint(b.typical)):
        return None
    proved = a.hard.disjoint(b.hard)
    small, big = (a, b) if a.typical.below(b.typical) else (b, a)
    (least, less), (more, most) = ends(small.hard), ends(big.hard)
    none = less == 0.0
    if not proved and small.claim.modifier == "vague":
        return None
    if _uncertain(small, big) and not (none and small.claim.event in HELD):
        return None
    if small.slot != big.slot and not (small.slot and big.slot and includes(small.slot[0], big.slot[0])):
        return None
    earlier, later = (small, big) if a.known_on == b.known_on else (a, b) if a.known_on < b.known_on else (b, a)
    working = (
        *(line("known_on", day=s.known_on, reading=reading(s, typical=not proved)) for s in (earlier, later)),
        comparison(small, big, typical=not proved),
    )
    # who counts later may know more, whoever counted before
    against = opposed(a, b, both=True) if a.known_on == b.known_on or later is small else ""
    if later is big:
        if allows(earlier, later) or (against if none else more > parameters.times * max(1.0, less)):
            return None
        outcome: Outcome = "dispute" if against else "update"
        return Proof(outcome, (earlier, later), (*working, against or line("toll_grew")))
    if small.slot != big.slot or not proved:
        return None
    if later.claim.trend == "down":
        return Proof("update", (earlier, later), (*working, line("told_to_fall")))
    if a.claim.event != DEAD or agree(a, b) or most > parameters.times * max(1.0, least):
        return None
    why = (line("no_reading"), against or line("not_corrected"))
    return Proof("dispute" if against else "conflict", (earlier, later), (*working, *why))


def _uncertain(small: Statement, big: Statement) -> bool:
    """Whether the two may count other persons: only some of them, one group (children), or such as were arrested against such as were
    charged. One arrest ("a man was arrested") is all that was known on its day.
    """
    groups = small.slot is not None and small.slot[0] != PERSON
    held = {small.claim.event, big.claim.event} <= set(HELD)
    some = big.claim.part == "part" or (small.claim.part == "part" and not held)
    return groups or some or (held and small.claim.event != big.claim.event)
