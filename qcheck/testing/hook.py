"""What Hypothesis calls when it is imported: `st.from_type` then knows the types of qcheck. Whatever is wrong here breaks no import."""

from __future__ import annotations

from contextlib import suppress
from typing import Any


def register_types() -> None:
    """Register strategies for Interval, TimeSpan, Quantity and Claim; none is made before it is asked for."""
    with suppress(Exception):
        from hypothesis.strategies import register_type_strategy

        from qcheck.model.claim import Claim
        from qcheck.model.interval import Interval
        from qcheck.model.quantity import Quantity
        from qcheck.model.timespan import TimeSpan

        for kind in (Claim, Interval, Quantity, TimeSpan):
            register_type_strategy(kind, _strategy)


def _strategy(kind: Any) -> Any:
    from qcheck.testing.strategies.types import strategy_of

    return strategy_of(kind)
