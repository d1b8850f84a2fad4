"""What an article counts of the persons that its event befell, and every number that its words allow for each such count.

Counts tie each other: who was hit by shots is dead or hurt or both are counted apart, so that "four shot, one fatally" and "three hurt and
one dead" are one story. A pair of numbers is at odds only if no number allowed by the one article is allowed by the other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from qcheck.checking.hierarchy import includes
from qcheck.checking.statement import Statement
from qcheck.model.interval import Interval

PERSON = "person"
DEAD, HURT, HIT = "kill", "injure", "shoot"
ATTACKER = "suspect"
# what befalls persons so that later knowledge makes the count grow
BEFALLS = frozenset((DEAD, HURT, HIT, "arrest", "charge", "miss", "hospitalize", "kidnap", "rescue", "evacuate"))
# words for persons that tell nothing of who they are
ANYONE = frozenset((PERSON, "victim", "casualty", "individual"))
HELD = ("arrest", "charge")  # whoever they are, and whatever comes first
Slot = tuple[str, str]
Readings = tuple[Interval[float], ...]


def of_a_kind(a: Statement, b: Statement) -> bool:
    """Whether the same befell all whom two statements count, and the one counts a kind of those whom the other counts."""
    if not (a.slot and b.slot) or a.slot[1] != b.slot[1]:
        return False
    return includes(a.slot[0], b.slot[0]) or includes(b.slot[0], a.slot[0])


def with_slots(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each count of persons with its slot and all numbers that its article allows for it (its own first), and each number
    with whether it is the only one that its article gives for its thing.

    Where an article tells of no dead, who was hit is who was hurt.
    """
    deadly = {s.claim.document for s in statements if s.claim.event == DEAD and s.claim.record != "recalled" and 0.0 not in s.hard}
    slots = [_slot(s, s.claim.document in deadly) for s in statements]
    told: dict[str, dict[Slot, list[Interval[float]]]] = defaultdict(lambda: defaultdict(list))
    numbers: dict[tuple[str, ...], set[Interval[float]]] = defaultdict(set)
    for s, slot in zip(statements, slots, strict=True):
        if s.claim.part != "part" and s.claim.record != "recalled":
            if slot:
                told[s.claim.document][slot].append(s.hard)
            if _is_count(s):
                numbers[_thing(s, slot)].add(s.hard)
    return [
        replace(
            s,
            slot=slot,
            readings=tuple(dict.fromkeys((s.hard, *_allowed(slot, told[s.claim.document])))) if slot else (),
            only=numbers[_thing(s, slot)] == {s.hard},
        )
        if _is_count(s)
        else s
        for s, slot in zip(statements, slots, strict=True)
    ]


def _is_count(s: Statement) -> bool:
    """Whether it counts or measures a thing that is known."""
    return s.claim.role == "claim" and s.numeric and s.tells_thing


def _thing(s: Statement, slot: Slot | None) -> tuple[str, ...]:
    c = s.claim
    return (c.document, *slot) if slot else (c.document, c.of, c.event, c.scope, s.measure)


def _slot(s: Statement, deadly: bool) -> Slot | None:
    c = s.claim
    if c.role != "claim" or c.unit != "count" or c.event not in BEFALLS or not c.of or not s.numeric:
        return None
    if c.event in HELD and includes(PERSON, c.of):
        return PERSON, HELD[0]
    return PERSON if c.of in ANYONE else c.of, HURT if c.event == HIT and not deadly else c.event


def agree(a: Statement, b: Statement) -> bool:
    """Whether some number that the one article allows is allowed by the other."""
    return any(not one.disjoint(other) for one in a.readings for other in b.readings)


def allows(a: Statement, b: Statement) -> bool:
    """Whether the article of `a` gives a number that may be that of `b`; a mere bound ("at least 30", "dozens") gives none."""
    return any(one.high != math.inf and not one.disjoint(b.hard) for one in a.readings)


def _allowed(slot: Slot, told: dict[Slot, list[Interval[float]]]) -> Iterable[Interval[float]]:
    who, what = slot
    yield from told.get(slot, ())
    if slot == (PERSON, DEAD):  # whoever did it may be counted with them or not
        yield from (count(d, a) for count in (_plus, _minus) for d in told.get(slot, ()) for a in told.get((ATTACKER, DEAD), ()))
    dead, hurt, hit = (told.get((who, event), []) for event in (DEAD, HURT, HIT))
    if what == HURT:  # the dead may be among those who were hit, or told apart
        yield from hit
        yield from (_minus(h, d) for h in hit for d in dead)
        yield from (_plus(h, d) for h in hurt for d in dead)
        yield from (_minus(h, d) for h in hurt for d in dead)
    if what == HIT:
        yield from hurt
        yield from (_plus(h, d) for h in (*hurt, *hit) for d in dead)
        yield from (_minus(h, d) for h in hit for d in dead)


def _plus(a: Interval[float], b: Interval[float]) -> Interval[float]:
    (low, high), (other_low, other_high) = ends(a), ends(b)
    return Interval(low + other_low, high + other_high)


def _minus(a: Interval[float], b: Interval[float]) -> Interval[float]:
    (low, high), (other_low, other_high) = ends(a), ends(b)
    return Interval(max(0.0, low - other_high), max(0.0, high - other_low))


def ends(number: Interval[float]) -> tuple[float, float]:
    """The least and the most that a count may be; none is below zero."""
    assert number.low is not None and number.high is not None, "numbers have -inf and inf"
    return max(0.0, number.low), max(0.0, number.high)
