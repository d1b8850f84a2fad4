"""A bound that is lost when a number is told again."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.model.quantity import Modifier

BOUNDS = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN, Modifier.AT_MOST})


def bound_lost(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """review: `one` has a bound, and `other`, later in the text, has the bare number as if it were the amount."""
    if one.claim.modifier not in BOUNDS or other.claim.modifier in BOUNDS or other.claim.start <= one.claim.start:
        return None
    return Proof(
        "review", (one, other), (reading(one), reading(other), "the bound of the first is not in the second: a limit became an amount")
    )
