"""A bound that turns round when a number is told again: at most becomes at least."""

from __future__ import annotations

from qcheck.checking.kinds.bound_lost import LOWER
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.periods import read_apart
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.model.quantity import Modifier

UPPER = frozenset({Modifier.LESS_THAN, Modifier.AT_MOST})


class BoundFlipped(Parameters):
    """`least`: the smallest number that may be the same number again; smaller ones are too common."""

    least: float = 10.0


def bound_flipped(one: Statement, other: Statement, parameters: BoundFlipped) -> Proof | None:
    """review: one and the same number is the least by `one` and the most by `other`, and both speak of one time."""
    if one.claim.modifier not in LOWER or other.claim.modifier not in UPPER or not one.claim.value_low >= parameters.least:
        return None
    things = {one.claim.of, other.claim.of} - {""}
    if len(things) > 1 or (one.claim.unit == "count" and not things):
        return None
    if one.claim.scope != other.claim.scope or (one.claim.event and other.claim.event and one.claim.event != other.claim.event):
        return None
    if one.claim.sentence == other.claim.sentence and one.claim.document == other.claim.document:
        return None
    if one.timed and other.timed and read_apart(one, other):
        return None
    first, second = sorted((one, other), key=lambda s: (s.claim.document, s.claim.start))
    return Proof(
        "review",
        (first, second),
        (reading(first), reading(second), line("bound_flipped")),
    )
