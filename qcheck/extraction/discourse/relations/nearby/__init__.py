"""Operands that stand around the words that tie them in any order: bound by their kind, thing and time, so that the tie is only likely.

Each finder is silent where some numbers around give what is told: only what no reading explains is worth a second look.
"""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import Open
from qcheck.extraction.discourse.relations.nearby.apposed import apposed_shares
from qcheck.extraction.discourse.relations.nearby.averages import nearby_averages
from qcheck.extraction.discourse.relations.nearby.differences import nearby_differences
from qcheck.extraction.discourse.relations.nearby.excess import nearby_excess
from qcheck.extraction.discourse.relations.nearby.extremes import nearby_extremes
from qcheck.extraction.discourse.relations.nearby.leftovers import nearby_leftovers
from qcheck.extraction.discourse.relations.nearby.levels import nearby_levels
from qcheck.extraction.discourse.relations.nearby.points import nearby_points
from qcheck.extraction.discourse.relations.nearby.rates import nearby_rates
from qcheck.extraction.discourse.relations.nearby.rests import nearby_rests
from qcheck.extraction.discourse.relations.nearby.shares import nearby_shares
from qcheck.extraction.discourse.relations.nearby.shares_again import shares_again
from qcheck.extraction.discourse.relations.nearby.sums import nearby_sums
from qcheck.extraction.discourse.relations.nearby.wholes import nearby_wholes
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.model.claim import Claim, changed

_FEWEST = 2  # numbers that any of them ties


def nearby(article: Article, rows: Sequence[Row], left: Sequence[Open], tied: Sequence[Claim]) -> list[Claim]:
    """The relations that no template found, each marked as possible; `tied` are those that were found."""
    if sum(len(row.claims) for row in rows) < _FEWEST:
        return []
    used = {operand for row in tied for operand in row.operands.split(";")}
    found = [
        *nearby_levels(article, rows, left, used),
        *nearby_points(article, rows, used),
        *(shares := list(nearby_shares(article, rows, used))),
        *apposed_shares(article, rows, used | {operand for row in shares for operand in row.operands.split(";")}),
        *nearby_sums(article, rows, used),
        *nearby_averages(article, rows, used),
        *nearby_rests(article, rows, tied),
        *nearby_rates(article, rows, used),
        *nearby_wholes(article, rows, used),
        *nearby_differences(article, rows, used),
        *nearby_leftovers(article, rows, used),
        *nearby_excess(article, rows, used),
        *shares_again(article, rows, used),
        *nearby_extremes(article, rows, used),
    ]
    return [changed(row, modality="possible") if row.operands else row for row in found]
