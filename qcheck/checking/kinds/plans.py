"""Two figures of one plan: the jobs that are to go, the price that is offered, what a treaty foresees."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Value, line
from qcheck.checking.periods import same_period
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed
from qcheck.model.finding import Outcome

_PART = "part"


class Plans(Parameters):
    """`agreed`: events whose sum of money is agreed once, so that a later day does not change it unasked."""

    agreed: tuple[str, ...] = ()


def plans(a: Statement, b: Statement, parameters: Plans) -> Proof | None:
    """conflict: the hard ranges are disjoint, and both were known on one day or are a sum that is agreed once (dispute: from opposed
    sources); update: the later article has another figure; review: nobody can tell which one is later.
    """
    if a.readings or b.readings or _PART in (a.claim.part, b.claim.part) or not (a.numeric and b.numeric and a.hard.disjoint(b.hard)):
        return None
    if (a.timed or b.timed or "per_period" in (a.claim.kind, b.claim.kind)) and not same_period(a, b):
        return None  # so many this year, and so many in all
    dated = a.known_on is not None and b.known_on is not None
    one, other = (b, a) if a.known_on and b.known_on and b.known_on < a.known_on else (a, b)
    small, big = (a, b) if a.hard.below(b.hard) else (b, a)
    working: list[Value] = [reading(one), reading(other), comparison(small, big)]
    if not dated:
        return Proof("review", (one, other), (*working, line("plans_undated")))
    one_day = one.known_on == other.known_on
    if not one_day and (other.claim.trend or not (_is_agreed(one, parameters) and _is_agreed(other, parameters))):
        return Proof("update", (one, other), (*working, line("plan_changed")))
    against = opposed(a, b, both=True)
    outcome: Outcome = "dispute" if against else "conflict"
    return Proof(outcome, (one, other), (*working, line("plans_of_one_day" if one_day else "plan_agreed"), *([against] if against else [])))


def _is_agreed(s: Statement, parameters: Plans) -> bool:
    return s.claim.unit != "count" and s.claim.event in parameters.agreed
