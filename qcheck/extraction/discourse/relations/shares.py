"""A share of a hundred, its part and its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import alike
from qcheck.extraction.discourse.relations.sequence import Row, matches, phrases
from qcheck.extraction.discourse.relations.terms import PERCENT, bare
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim


def shares(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """`share` (share, part, whole), `share_of` (share, whole) where the part is not told, and `part` (part, whole)."""
    for row in rows:
        taken: set[int] = set()
        for match in matches(row, "share", article.pack) if len(row.operands) > 1 else ():
            share, part, whole = (match.operands.get(name) for name in ("share", "part", "whole"))
            if not isinstance(share, Claim) or share.start in taken or share.trend:
                continue
            if isinstance(part, Claim) and part.unit == PERCENT:
                part = bare(article, part, unit="count")
            if isinstance(part, Claim) and whole is None:
                whole = _whole(article, part, rows)
            if not isinstance(whole, Claim) or whole.unit == PERCENT:
                continue
            if part is None and "part" not in match.operands:
                taken.add(share.start)
                yield relation(article, "share_of", (share, whole))
            elif isinstance(part, Claim) and alike(part, whole):
                taken.add(share.start)
                yield from ([part] if part.relation else [])
                yield relation(article, "share", (share, part, whole))

        for match in matches(row, "part", article.pack) if len(row.operands) > 1 else ():
            part, whole = match.operands["part"], match.operands["whole"]
            if isinstance(part, Claim) and isinstance(whole, Claim) and whole.definite and alike(part, whole):
                yield relation(article, "part", (part, whole))


def _whole(article: Article, part: Claim, rows: Sequence[Row]) -> Claim | None:
    """The only larger number of the thing in the sentences before a part of it ("84 apartments ... Fifteen of the apartments")."""
    row = next(row for row in rows if row.sentence.number == part.sentence)
    if any(f" {phrase} " in f" {row.text} " for phrase in phrases(article.pack, "of_these")):
        counts = [
            c
            for row in rows
            if row.sentence.number == part.sentence - 1
            for c in row.claims
            if c.unit == "count" and c.value_low > part.value_high
        ]
        return counts[0] if len(counts) == 1 and counts[0].of else None
    words = f" {part.quote.lower()} "
    if not part.of or not any(f" {phrase} " in words for phrase in article.pack.relations.words["of_the"]):
        return None
    before = [
        c for row in rows if row.sentence.number < part.sentence for c in row.claims if c.of == part.of and c.value_low > part.value_high
    ]
    return before[0] if len({c.value_low for c in before}) == 1 and alike(before[0], part) else None
