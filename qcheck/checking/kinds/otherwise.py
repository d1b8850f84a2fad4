"""Two numbers, or two dates, that the words around them tell of one thing, whatever it is."""

from __future__ import annotations

from qcheck.checking.alignment import DATES, measured, swapped
from qcheck.checking.hierarchy import includes
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.periods import surely_apart, told_days
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.slots import ANYONE, BEFALLS, PERSON, ends
from qcheck.checking.statement import AGE, Statement


class Otherwise(Parameters):
    """`times`: a number more than so many times the other is of another thing; `age_times`: the same of ages, which lie closer.

    `moves`: what is no count and has no dimension, such as a share or a price, moves by so much of itself from hour to hour.
    """

    times: float = 2.0
    age_times: float = 1.4
    moves: float = 0.05


def told_otherwise(a: Statement, b: Statement, parameters: Otherwise) -> Proof | None:
    """review: no reading brings the two together, though they lie near each other; conflict: their digits are also the same in another
    order, and they measure what does not change in days or were known on one day. Persons whom an event befell and persons who are
    named are the matter of other kinds.
    """
    if not (a.numeric and b.numeric and a.hard.disjoint(b.hard)) or a.slot or b.slot or (a.claim.person and b.claim.person):
        return None
    if not (_of_one(a) and _of_one(b)) or _of_other_things(a, b) or _of_other_days(a, b):
        return None
    small, big = (a, b) if a.hard.below(b.hard) else (b, a)
    most, least = ends(small.typical)[1], ends(big.typical)[0]
    if most == 0 or least > most * (parameters.age_times if a.claim.unit == AGE else parameters.times):
        return None
    moving = not a.claim.dimension and a.claim.unit not in ("count", AGE)
    if moving and least < most * (1 + parameters.moves) and not swapped(a, b):
        return None
    working = (reading(small), reading(big), comparison(small, big))
    settled = bool(a.claim.dimension) or a.known_on == b.known_on is not None
    proved = settled and a.claim.unit != AGE and swapped(a, b) and a.claim.modality == b.claim.modality
    return Proof("conflict" if proved else "review", (a, b), (*working, line("like_wording")))


def _of_one(s: Statement) -> bool:
    """Whether it is a number of one thing: not vague, no part, no count of just anybody, no age of one of the many whom an event befell."""
    c = s.claim
    nobody = (c.unit == "count" and (not c.of or c.of in ANYONE)) or (c.unit == AGE and c.event in BEFALLS)
    return c.modifier != "vague" and c.part != "part" and not nobody


def _of_other_things(a: Statement, b: Statement) -> bool:
    """Whether two counts are of things that are known to be others; persons go by many names."""
    persons = all(includes(PERSON, s.claim.of) for s in (a, b))
    return a.claim.unit == "count" and a.claim.of != b.claim.of and not persons


def _of_other_days(a: Statement, b: Statement) -> bool:
    """Whether their words name other days, or on other days give what is new each day: a plan, a figure of a period, or all so far."""
    anew = a.claim.modality == b.claim.modality == "planned" or not {a.claim.kind, b.claim.kind}.isdisjoint(("per_period", "total"))
    return (anew and a.known_on != b.known_on) or (a.timed and b.timed and a.claim.modality == b.claim.modality and surely_apart(a, b))


def told_of_other_days(a: Statement, b: Statement, parameters: Parameters) -> Proof | None:
    """review: two dates, months or years that are written out have no day in common. Weekdays, which are told of all that news tells, and
    times of day are the matter of other kinds.
    """
    if measured(a) not in DATES or measured(a) != measured(b) or not told_days(a).disjoint(told_days(b)) or _but_for_the_year(a, b):
        return None
    return Proof("review", (a, b), (*(line("days_told", quote=s.claim.quote, period=s.span) for s in (a, b)), line("like_wording")))


def _but_for_the_year(a: Statement, b: Statement) -> bool:
    """Whether two days or months are alike but for a year that one of them leaves to be guessed."""
    written = a.claim.time_year == b.claim.time_year == "as written"
    return not written and a.claim.within[4:] == b.claim.within[4:]
