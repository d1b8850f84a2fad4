"""What a text says that its numbers are to each other: a change between two levels, a part of a whole, one amount in two units.

Reading only finds the statement and its operands; whether it is true is for a check that looks at relations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.model.claim import Claim, content_id

# each takes the article and its rows (claims, times, lists) in the order of the text and gives rows of the role `relation`
Finder = Callable[[Article, Sequence[Claim]], Sequence[Claim]]
FINDERS: tuple[Finder, ...] = ()


def relations(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """All relations of an article, each one once, in the order of the text."""
    found = {row.claim: row for finder in FINDERS for row in finder(article, rows)}
    return sorted(found.values(), key=lambda row: (row.start, row.end, row.claim))


def relation(article: Article, name: str, operands: Sequence[Claim], *, reason: str = "") -> Claim:
    """The row that ties operands, in the order that the relation's name asks for; `reason`: the words that say so."""
    document = article.document
    start, end = min(o.start for o in operands), max(o.end for o in operands)
    return Claim(
        claim=content_id(document.document, start, end, "relation", name, *(o.claim for o in operands)),
        role="relation",
        document=document.document,
        language=document.language,
        start=start,
        end=end,
        quote=document.text[start:end],
        relation=name,
        operands=";".join(o.claim for o in operands),
        zone=operands[0].zone,
        sentence=operands[0].sentence,
        sentence_start=operands[0].sentence_start,
        sentence_end=operands[0].sentence_end,
        paragraph=operands[0].paragraph,
        reason=reason,
    )
