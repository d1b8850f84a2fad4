"""What a text says that its numbers are to each other: a change between two levels, a part of a whole, one amount in two units.

Reading only finds the statement and its operands; whether it is true is for a check that looks at relations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.ages_retold import ages_retold
from qcheck.extraction.discourse.relations.ages_then import ages_then
from qcheck.extraction.discourse.relations.beginnings import beginnings
from qcheck.extraction.discourse.relations.conversions import conversions
from qcheck.extraction.discourse.relations.days import days
from qcheck.extraction.discourse.relations.event_days import event_days
from qcheck.extraction.discourse.relations.included import included
from qcheck.extraction.discourse.relations.misprints import misprints
from qcheck.extraction.discourse.relations.order import order
from qcheck.extraction.discourse.relations.order_apart import order_apart
from qcheck.extraction.discourse.relations.products import products
from qcheck.extraction.discourse.relations.ranks import ranks
from qcheck.extraction.discourse.relations.retold import retold
from qcheck.extraction.discourse.relations.scores import scores
from qcheck.extraction.discourse.relations.stated import stated
from qcheck.extraction.discourse.relations.tenures import tenures
from qcheck.extraction.discourse.relations.told_past import told_past
from qcheck.model.claim import Claim

# each takes the article and its rows (claims, times, lists) in the order of the text and gives rows of the role `relation`
Finder = Callable[[Article, Sequence[Claim]], Iterable[Claim]]
FINDERS: tuple[Finder, ...] = (
    stated,
    days,
    beginnings,
    order,
    order_apart,
    told_past,
    conversions,
    retold,
    included,
    ages_retold,
    ages_then,
    misprints,
    tenures,
    products,
    event_days,
    ranks,
    scores,
)


def relations(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """All relations of an article, each one once, in the order of the text."""
    found = {row.claim: row for finder in FINDERS for row in finder(article, rows)}
    return sorted(found.values(), key=lambda row: (row.start, row.end, row.claim))
