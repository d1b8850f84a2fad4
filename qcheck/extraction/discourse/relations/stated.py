"""What an article states of its numbers' arithmetic: changes, multiples, shares, sums, rates and lists."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.apart import changes_apart
from qcheck.extraction.discourse.relations.changes import changes
from qcheck.extraction.discourse.relations.discounts import discounts
from qcheck.extraction.discourse.relations.members import members
from qcheck.extraction.discourse.relations.members_apart import members_apart
from qcheck.extraction.discourse.relations.nearby import nearby
from qcheck.extraction.discourse.relations.rates import rates
from qcheck.extraction.discourse.relations.sequence import rows as rows_of
from qcheck.extraction.discourse.relations.shares import shares
from qcheck.extraction.discourse.relations.totals import overlapping, totals
from qcheck.extraction.discourse.relations.trends import trends
from qcheck.extraction.discourse.relations.votes import votes
from qcheck.model.claim import Claim


def stated(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """All rows of these relations, and of the terms that they tie."""
    rows = list(rows_of(article, claims))
    if not rows:
        return []
    found, left = changes(article, rows)
    found += changes_apart(article, rows, left)
    found += shares(article, rows)
    found += rates(article, rows)
    found += totals(article, rows)
    found += members(article, rows)
    found += trends(article, rows)
    found += votes(article, rows)
    found += discounts(article, rows)
    found += members_apart(article, rows, {operand for row in found for operand in row.operands.split(";")})
    found += nearby(article, rows, left, found)
    found = [row for row in found if not overlapping(article, row)]
    tied = {operand for row in found for operand in row.operands.split(";")}
    return found + [claim for row in rows for claim in row.claims if claim.role == "relation" and claim.claim in tied]
