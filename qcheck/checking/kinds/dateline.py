"""A dateline that another article of the same event puts in doubt."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement


def doubted_dateline(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """review: `one` took the year of its start from the dateline, `other` writes another year for the same day of the year."""
    here, there = one.span.within.low, other.span.within.low
    if one.claim.time_year != "dateline" or other.claim.time_year != "as written" or here is None or there is None:
        return None
    if (here.month, here.day) != (there.month, there.day) or here.year == there.year or one.claim.time_bound != other.claim.time_bound:
        return None
    working = (
        line("year_of_dateline", reading=reading(one), published=one.article.published),
        line("year_as_written", reading=reading(other)),
        line("two_starts", one=str(here.year), other=str(there.year)),
    )
    return Proof("review", (one, other), working, anchored=True)
