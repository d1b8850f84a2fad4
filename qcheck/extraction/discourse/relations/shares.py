"""A share of a hundred, its part and its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import alike
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.templates import matches
from qcheck.extraction.discourse.relations.terms import PERCENT, Factor, bare, fraction_term, multiple, share_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.model.claim import Claim, changed

_BEFORE = "the only larger number in the sentence before"
_SMALL = 2  # a part up to it is no part of a count before
_LIKELY = 1.7  # how many times too large or too small a share may be, if its whole is only likely
Operand = Claim | Factor | None


def shares(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """`share` (share, part, whole), `share_of` (share, whole) where the part is not told, and `part` (part, whole)."""
    for row in rows:
        taken: set[int] = set()
        for match in matches(row, "share") if len(row.operands) > 1 else ():
            share, part, whole = (match.operands.get(name) for name in ("share", "part", "whole"))
            if isinstance(share, Factor):
                home = part if isinstance(part, Claim) else None
                share = share_term(article, home, share) if home else None
            if not isinstance(share, Claim) or share.start in taken or share.trend or (isinstance(part, Claim) and part.trend):
                continue
            found = list(_tied(article, row, rows, share, part, whole))
            if found:
                taken.add(share.start)
                yield from found
        for match in matches(row, "part") if len(row.operands) > 1 else ():
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
    if told is None:
        return
    terms = [term for term in (told, share) if term.relation]
    if isinstance(whole, Claim) and whole.unit != PERCENT and alike(told, whole):
        yield from (*terms, relation(article, "share", (share, told, whole)))
    elif whole is None and (likely := _whole_before(row, rows, told, share)) is not None:
        yield from (*terms, changed(relation(article, "share", (share, told, likely), reason=_BEFORE), modality="possible"))


def _whole_before(row: Row, rows: Sequence[Row], part: Claim, share: Claim) -> Claim | None:
    """The only larger count in the sentence before, of which the part is about that share: it may be of people by another name."""
    before = [r for r in rows if r.sentence.number == row.sentence.number - 1 and r.sentence.paragraph == row.sentence.paragraph]
    counts = [c for r in before for c in r.claims if c.unit == part.unit == "count" and c.of and c.value_low > part.value_high]
    if len(counts) != 1 or part.value_low <= _SMALL:
        return None
    return counts[0] if 1 / _LIKELY < multiple(100 * part.value_low, counts[0].value_low * share.value_low) < _LIKELY else None


def _whole(article: Article, row: Row, rows: Sequence[Row], part: Claim, share: Claim) -> Claim | None:
    """The whole that "of these" or "of the apartments" points back at: the only larger number in the sentence before, or of that thing."""
    larger = [
        (r, c) for r in rows if r.sentence.number < row.sentence.number for c in r.claims if c.unit == "count" and c.value_low > part.high
    ]
    if any(f" {phrase} " in f" {row.text} {share.quote.lower()} {part.quote.lower()} " for phrase in phrases(article.pack, "of_these")):
        own = [c for c in row.claims if c.end <= part.start and c.unit == "count" and c.value_low > part.high]
        before = own or [c for r, c in larger if r.sentence.number == row.sentence.number - 1]
        return before[0] if len(before) == 1 and before[0].of else None
    words = f" {part.quote.lower()} {share.quote.lower()} "
    thing = part.of or share.of
    if not thing or not any(f" {phrase} " in words for phrase in article.pack.relations.words["of_the"]):
        return None
    before = [c for _, c in larger if c.of == thing]
    return before[0] if len({c.value_low for c in before}) == 1 else None
