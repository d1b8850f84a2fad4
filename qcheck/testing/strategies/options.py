"""Options of strategies that nobody can mean: refused by their name, as Hypothesis does."""

from __future__ import annotations

import math
from collections.abc import Collection

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument


def finite(**bounds: float | None) -> None:
    """Raise InvalidArgument if one of the bounds is NaN or infinite."""
    for name, value in bounds.items():
        if value is not None and not math.isfinite(value):
            raise InvalidArgument(f"{name}={value!r} is not finite; leave it out for an unbounded end")


def some(**choices: Collection[object]) -> None:
    """Raise InvalidArgument if there is nothing to choose from."""
    for name, given in choices.items():
        if isinstance(given, str):
            raise InvalidArgument(f"{name}={given!r} is text; give a list of what to choose from")
        if not given:
            raise InvalidArgument(f"{name} is empty; give at least one")


def known(allowed: Collection[object], **choices: Collection[object]) -> None:
    """Raise InvalidArgument if there is nothing to choose from, or something that does not exist."""
    some(**choices)
    for name, given in choices.items():
        for one in given:
            if one not in allowed:
                raise InvalidArgument(f"{name} has {one!r}; choose from {', '.join(map(str, allowed))}")


def strategies(**given: object) -> None:
    """Raise InvalidArgument if one of them is given and is no strategy."""
    for name, one in given.items():
        if one is not None and not isinstance(one, st.SearchStrategy):
            raise InvalidArgument(f"{name}={one!r} is no strategy; wrap a value as hypothesis.strategies.just({one!r})")


def sizes(**given: int) -> None:
    """Raise InvalidArgument if the first of two numbers, of at least one each, is larger than the second."""
    (least_name, least), (most_name, most) = given.items()
    if least < 1:
        raise InvalidArgument(f"{least_name}={least!r} is less than 1")
    if least > most:
        raise InvalidArgument(f"{least_name}={least!r} is larger than {most_name}={most!r}")
