"""The same value with another period."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.periods import surely_apart
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement


class OtherPeriod(Parameters):
    """`digits`: significant digits that a value must have to be more than a coincidence."""

    digits: int = 2


def other_period(a: Statement, b: Statement, parameters: OtherPeriod) -> Proof | None:
    """review: one value, written with enough digits, is given to two periods, each with its own beginning and end."""
    one, other = a.span.within, b.span.within
    if a.hard != b.hard or one == other or a.span.vague or b.span.vague or significant_digits(a.claim.value_low) < parameters.digits:
        return None
    if None in (one.low, one.high, other.low, other.high) or one.is_point or other.is_point:
        return None
    how = "value_of_other_days" if surely_apart(a, b) else "value_of_not_the_same_days"
    working = (reading(a), reading(b), line(how, one=a.span, other=b.span))
    return Proof("review", (a, b), working)


def significant_digits(value: float) -> int:
    """The digits of a number from the first to the last that is not 0; 0 for what is no number."""
    return len(f"{value:.12g}".replace(".", "").replace("-", "").strip("0")) if value == value else 0
