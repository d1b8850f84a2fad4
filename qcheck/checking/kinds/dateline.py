"""A dateline that another article of the same event puts in doubt."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.proof import Proof, day_text, reading
from qcheck.checking.statement import Statement


def doubted_dateline(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """review: `one` took the year of its start from the dateline, `other` writes another year for the same day of the year."""
    here, there = one.span.within.low, other.span.within.low
    if one.claim.time_year != "dateline" or other.claim.time_year != "as written" or here is None or there is None:
        return None
    if (here.month, here.day) != (there.month, there.day) or here.year == there.year or one.claim.time_bound != other.claim.time_bound:
        return None
    published = day_text(one.article.published)
    working = (
        f"{reading(one)}, with the year of the dateline {published}",
        f"{reading(other)}, with the year as written",
        f"the same start is {here.year} by one and {there.year} by the other: the first article may be older than its dateline",
    )
    return Proof("review", (one, other), working, anchored=True)
