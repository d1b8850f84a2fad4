"""Two ages of one event a year apart, of whom one article names the one and the other article the other: most likely of one person."""

from __future__ import annotations

from qcheck.checking.births import of_then
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.slots import DEAD, HELD, HIT, HURT
from qcheck.checking.statement import Statement

NEAR = 1.0  # years: what two sources differ by that have a day of birth, or guess an age
SOON = 30  # days between two articles in which a birthday would be a rare chance
_HARMED, _HELD = frozenset((DEAD, HURT, HIT, "hospitalize")), frozenset((*HELD, "seek"))
_SEXES = frozenset(("man", "woman"))


def near_ages(a: Statement, b: Statement, parameters: Parameters) -> Proof | None:
    """review: two articles of one event give ages a year apart, neither has the age that the other one gives, and nothing tells that
    they are of two persons. Persons whom both articles name are the matter of the rule on the age of a person.
    """
    first, second = a.article.published, b.article.published
    if first is None or second is None or abs((first - second).days) > SOON or (a.claim.person and b.claim.person):
        return None
    if not (_first(a) and _first(b)) or abs(a.claim.low - b.claim.low) > NEAR:
        return None
    if _told(a, b) or _told(b, a) or _of_two(a, b):
        return None
    return Proof("review", (a, b), (reading(a), reading(b), line("near_ages")))


def _first(s: Statement) -> bool:
    """Whether it is the first mention of an age in whole years of now, of one person of the article's own event."""
    c = s.claim
    return c.low == c.high >= NEAR and not of_then(s) and c.record != "recalled" and s.article.ages.get(s.hard) == c.claim


def _told(s: Statement, other: Statement) -> bool:
    """Whether the other's article tells an age that may be this one's, of whomever."""
    return any(not age.disjoint(s.hard) for age in other.article.ages)


def _of_two(a: Statement, b: Statement) -> bool:
    """Whether one is a man and one a woman, or one was harmed and one held for it."""
    things, events = {a.claim.of, b.claim.of}, {a.claim.event, b.claim.event}
    return things == _SEXES or (not events.isdisjoint(_HARMED) and not events.isdisjoint(_HELD))
