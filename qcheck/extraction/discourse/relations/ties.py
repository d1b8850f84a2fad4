"""The row of a relation."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.model.claim import Claim, content_id


def relation(article: Article, name: str, operands: Sequence[Claim], *, reason: str = "", trend: str = "") -> Claim:
    """The row that ties operands, in the order that the relation's name asks for.

    `reason`: the words that say so; `trend`: whether they say that something grew (up) or fell (down).
    """
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
        trend=trend,
        relation=name,
        operands=";".join(o.claim for o in operands),
        zone=operands[0].zone,
        sentence=operands[0].sentence,
        sentence_start=operands[0].sentence_start,
        sentence_end=operands[0].sentence_end,
        sentence_text=operands[0].sentence_text,
        paragraph=operands[0].paragraph,
        reason=reason,
    )
