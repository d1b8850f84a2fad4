"""Which strategy gives values of which type, for `hypothesis.strategies.from_type`."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from qcheck.model.claim import Claim
from qcheck.model.interval import Interval
from qcheck.model.quantity import Quantity
from qcheck.testing.strategies.amounts import quantities
from qcheck.testing.strategies.days import time_spans
from qcheck.testing.strategies.ranges import intervals
from qcheck.testing.strategies.statements import claims


def strategy_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type of qcheck's model; `Interval[date]` is one of days."""
    if (get_origin(kind) or kind) is Interval:
        return time_spans(allow_unknown=False).map(lambda span: span.within) if get_args(kind) == (date,) else intervals()
    if kind is Quantity:
        return quantities()
    return claims() if kind is Claim else time_spans()
