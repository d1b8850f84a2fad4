"""The same value with another period."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.periods import surely_apart
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement


class OtherPeriod(Parameters):
    """`digits`: significant digits that a value must have to be more than a coincidence."""

    digits: int = 2


def other_period(a: Statement, b: Statement, parameters: OtherPeriod) -> Proof | None:
    """review: one value, written with enough digits, is given to two periods that share no day."""
    if not surely_apart(a, b) or a.hard != b.hard or _digits(a.claim.value_low) < parameters.digits:
        return None
    if None in (a.span.within.low, a.span.within.high, b.span.within.low, b.span.within.high):
        return None
    working = (reading(a), reading(b), f"the value is the same, and {a.span} and {b.span} share no day")
    return Proof("review", (a, b), working)


def _digits(value: float) -> int:
    return len(f"{value:.12g}".replace(".", "").replace("-", "").strip("0")) if value == value else 0
