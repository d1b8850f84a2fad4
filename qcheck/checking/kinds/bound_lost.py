"""A bound that is lost when a number is told again."""

from __future__ import annotations

import math

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.slots import ends
from qcheck.checking.statement import Statement
from qcheck.model.quantity import Modifier

LOWER = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST})
BOUNDS = LOWER | {Modifier.LESS_THAN, Modifier.AT_MOST}
HEDGES = frozenset({Modifier.ABOUT, Modifier.ALMOST, Modifier.JUST_OVER})


class BoundLost(Parameters):
    """`least`: the smallest number whose bound matters; smaller ones are too common to be the same."""

    least: float = 10.0


def bound_lost(one: Statement, other: Statement, parameters: BoundLost) -> Proof | None:
    """review: `one` has a bound, and `other`, later in the text, points back at the bare number as if it were the amount."""
    if not _has_bound(one) or _has_bound(other) or other.claim.modifier in HEDGES or other.claim.start <= one.claim.start:
        return None
    if one.claim.value_low < parameters.least:
        return None
    if not other.claim.definite and (one.claim.event != other.claim.event or one.claim.modifier not in LOWER):
        return None
    return Proof("review", (one, other), (reading(one), reading(other), line("bound_lost")))


def _has_bound(s: Statement) -> bool:
    """Whether the amount itself has a bound; "most of the 400" has one on the share, and none on the 400."""
    return s.claim.modifier in BOUNDS and not (s.claim.modifier in LOWER and math.isfinite(ends(s.hard)[1]))
