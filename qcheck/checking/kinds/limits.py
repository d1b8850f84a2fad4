"""A number outside the limits of what it can be."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import in_words, line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.checking.wording import range_words
from qcheck.model.interval import numbers


def _interval_text(text: str) -> str:
    numbers(text)
    return text


class Limits(Parameters):
    """`within`: the interval of what is possible, such as `[0, 100]`."""

    within: Annotated[str, AfterValidator(_interval_text)]


def outside_limits(statement: Statement, parameters: Limits) -> Proof | None:
    """conflict: no hard reading lies within the limits; review: no typical one does."""
    limits = numbers(parameters.within)
    if not statement.numeric or not statement.typical.disjoint(limits):
        return None
    sure = statement.hard.disjoint(limits)
    working = (reading(statement, typical=not sure), line("limits", limits=in_words(range_words, limits)))
    return Proof("conflict" if sure else "review", (statement,), working)
