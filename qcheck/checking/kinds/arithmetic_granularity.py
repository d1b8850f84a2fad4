"""A share that no whole number of so few can give."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.model.interval import Interval


class Granularity(Parameters):
    """`most`: wholes above it are not looked at (there every rounded share has a number that gives it)."""

    most: int = 199


def granularity(said: Statement, operands: Sequence[Statement], parameters: Granularity) -> Proof | None:
    """conflict: no whole number of that whole gives the share; review: none does if the whole is read as it is written, or the text only
    makes it likely that the share is one of it.

    Operands: the share and its whole. See Brown and Heathers 2017, the GRIM test.
    """
    share, whole = operands[:2]
    size = whole.claim.value_low
    if size != whole.claim.value_high or not float(size).is_integer() or not 1 <= size <= parameters.most:
        return None
    if share.claim.modifier != "exact" or _reached(share.hard, int(size)):
        return None
    low, high = _nearest(share.claim.value_low, int(size))
    near = line(
        "nearest_shares", low=low, high=high, whole=size, lower=float(f"{100 * low / size:.3g}"), higher=float(f"{100 * high / size:.3g}")
    )
    sure = whole.hard.is_point and said.claim.modality == "asserted"
    working = (reading(share), reading(whole), line("no_such_share", whole=size, near=near))
    return Proof("conflict" if sure else "review", (share, whole), working, {"expected": near})


def _reached(share: Interval[float], size: int) -> bool:
    return any(float(Fraction(100 * part, size)) in share for part in range(size + 1))


def _nearest(share: float, size: int) -> tuple[int, int]:
    low = min(size, math.floor(share * size / 100))
    return low, min(size, low + 1)
