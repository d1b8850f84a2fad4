"""A share of a hundred, its part and its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import alike
from qcheck.extraction.discourse.relations.sequence import Row, matches, phrases
from qcheck.extraction.discourse.relations.terms import PERCENT, Factor, bare, fraction_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim

Operand = Claim | Factor | None


def shares(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """`share` (share, part, whole), `share_of` (share, whole) where the part is not told, and `part` (part, whole)."""
    for row in rows:
        taken: set[int] = set()
        for match in matches(row, "share", article.pack) if len(row.operands) > 1 else ():
            share, part, whole = (match.operands.get(name) for name in ("share", "part", "whole"))
            if not isinstance(share, Claim) or share.start in taken or share.trend:
                continue
            found = list(_tied(article, row, rows, share, part, whole))
            if found:
                taken.add(share.start)
                yield from found
        for match in matches(row, "part", article.pack) if len(row.operands) > 1 else ():
            part, whole = match.operands["part"], match.operands["whole"]
            if isinstance(part, Claim) and isinstance(whole, Claim) and whole.definite and alike(part, whole):
                yield relation(article, "part", (part, whole))


def _tied(article: Article, row: Row, rows: Sequence[Row], share: Claim, part: Operand, whole: Operand) -> Iterator[Claim]:
    """The rows for a share with its part, its whole, or both."""
    if isinstance(whole, Claim) and part is None and share.unit == PERCENT:
        yield relation(article, "share_of", (share, whole))
    if not isinstance(part, Claim):
        return
    told = bare(article, part) if part.unit == PERCENT else part
    if share.unit != PERCENT:
        if not (share.unit == "count" and 0 < share.low <= share.high < 1):
            return
        share = fraction_term(share)
    whole = whole or (told and _whole(article, row, rows, told, share))
    if told is None or not isinstance(whole, Claim) or whole.unit == PERCENT or not alike(told, whole):
        return
    yield from (term for term in (told, share) if term.relation)
    yield relation(article, "share", (share, told, whole))


def _whole(article: Article, row: Row, rows: Sequence[Row], part: Claim, share: Claim) -> Claim | None:
    """The whole that "of these" or "of the apartments" points back at: the only larger number in the sentence before, or of that thing."""
    larger = [
        (r, c) for r in rows if r.sentence.number < row.sentence.number for c in r.claims if c.unit == "count" and c.value_low > part.high
    ]
    if any(f" {phrase} " in f" {row.text} {share.quote.lower()} {part.quote.lower()} " for phrase in phrases(article.pack, "of_these")):
        before = [c for r, c in larger if r.sentence.number == row.sentence.number - 1]
        return before[0] if len(before) == 1 and before[0].of else None
    words = f" {part.quote.lower()} {share.quote.lower()} "
    thing = part.of or share.of
    if not thing or not any(f" {phrase} " in words for phrase in article.pack.relations.words["of_the"]):
        return None
    before = [c for _, c in larger if c.of == thing]
    return before[0] if len({c.value_low for c in before}) == 1 else None
