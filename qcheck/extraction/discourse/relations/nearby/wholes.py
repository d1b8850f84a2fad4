"""A number that counts some of those that were counted right before it: it cannot be the larger one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.told import PART, akin, counts, window
from qcheck.extraction.discourse.relations.sequence import CLASSES, Row, Told, operands_at
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_BACK = 1  # sentences from a part to its whole
_FAR = 3  # sentences in which no other number may be the whole
_BESIDE = 3  # words between "of them" and the part
_FEWEST = 10  # smaller wholes are told in words, and are taken for others easily
_PAIR = 2
_PLAIN = ("exact", "about")
_REASON = "it counts some of those that were counted right before it"


def nearby_wholes(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `part` (part, whole) that no template found, where the part is the larger one."""
    for row in rows:
        yield from _opened(article.pack, article, row, used)
        for part in counts([row]):
            if part.claim.part != PART or part.claim.claim in used or part.claim.trend or not _some_of_them(article.pack, row, part.claim):
                continue
            before = [t for t in counts(window(rows, row, before=_FAR, after=0)) if t.claim.start < part.claim.start]
            wholes = [t for t in before if row.sentence.number - t.sentence <= _BACK and _whole(part, t)]
            if not wholes or any(t.claim.high >= part.claim.low for t in before):
                continue
            yield relation(article, "part", (part.claim, wholes[-1].claim), reason=_REASON)


def _opened(pack: Pack, article: Article, row: Row, used: set[str]) -> Iterator[Claim]:
    """A whole that opens a sentence ("of 640 planned trips, 712 were cancelled") and the first number behind it, if that is larger."""
    told = [t.claim for t in counts([row])]
    if len(told) < _PAIR or not row.text.startswith(tuple(f"{word} " for word in phrases(pack, "of_whole"))):
        return
    whole, part = told[:_PAIR]
    opens = [c for c in row.claims if c.end <= part.start] == [whole] and len(row.text.split()) > 1 and row.text.split()[1][0] in CLASSES
    same = whole.of and (akin(whole, part) or not part.of) and {whole.claim, part.claim}.isdisjoint(used)
    if opens and same and part.low > whole.high and not part.trend and whole.modifier in _PLAIN and part.modifier in _PLAIN:
        yield relation(article, "part", (part, whole), reason=_REASON)


def _whole(part: Told, whole: Told) -> bool:
    same = whole.claim.of and (akin(whole.claim, part.claim) or not part.claim.of)
    exact = {whole.claim.modifier, part.claim.modifier} <= {"exact", "about"} and whole.claim.modality in ("asserted", "denied")
    return bool(same) and exact and whole.claim.part != PART and whole.claim.value_low >= _FEWEST


def _some_of_them(pack: Pack, row: Row, part: Claim) -> bool:
    """Whether "of them" stands right beside a number."""
    tokens = row.tokens
    place = next(at for at, operand in operands_at(row, tokens) if operand is part)
    around = (
        f" {part.quote.lower()} {' '.join(tokens[max(0, place - _BESIDE) : place])} {' '.join(tokens[place + 1 : place + 1 + _BESIDE])} "
    )
    return any(f" {phrase} " in around for phrase in phrases(pack, "of_these"))
