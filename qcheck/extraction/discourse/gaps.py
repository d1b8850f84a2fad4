"""What a value says that leaves its thing out because the one before it in the sentence has told it: conversions and gapped lists."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.measured import measure_of
from qcheck.model.claim import Claim, changed

_ITEM = 4  # tokens of an item that may tell what is said of it


def filled(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those without a thing with that of the claim before where they give the same value in another unit ("7,000 hectares
    (17,300 acres)") or go on with its list ("nine of the dead lay in Ostford, five in Halden").
    """
    made: list[Claim] = []
    last: Claim | None = None
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        if last is not None and last.sentence == claim.sentence and not claim.of and last.of and claim.start >= last.end:
            if _converted(article, last, claim):
                claim = changed(claim, of=last.of, scope=last.scope, event=last.event, kind=last.kind, modality=last.modality)
            elif _listed(article, last, claim):
                claim = changed(claim, of=last.of, scope=last.scope, event=_own(article, claim) or last.event, part="part")
        made.append(claim)
        last = claim
    return made


def _converted(article: Article, last: Claim, claim: Claim) -> bool:
    """Whether a claim in brackets gives the one right before it in another unit of the same kind."""
    kinds = [measure_of(c.unit, c.dimension) for c in (last, claim)]
    return article.text[last.end : claim.start].strip() == "(" and kinds[0] == kinds[1] != "count" and last.unit != claim.unit


def _own(article: Article, claim: Claim) -> str:
    """The event of a claim where words right behind it tell it ("64 with major damage")."""
    reading = article.reading(article.sentences[claim.sentence - 1])
    end = reading.index(claim.end - 1)
    return claim.event if any(m.value == claim.event for m in reading.of("event", end + 1, end + _ITEM)) else ""


def _listed(article: Article, last: Claim, claim: Claim) -> bool:
    """Whether a bare count stands at the head of an item of a list, and says behind it only where or among whom it was."""
    if claim.unit != "count" or last.unit != "count" or claim.quote != claim.quote.strip() or len(claim.quote.split()) != 1:
        return False
    reading = article.reading(article.sentences[claim.sentence - 1])
    first, end = reading.index(claim.start), reading.index(claim.end - 1)
    if not first or end + 1 >= len(reading.tokens):
        return False
    joined = reading.tokens[first - 1].text == "," or reading.at("coordinators", first - 1) is not None
    where = reading.at("preposition", end + 1)
    return joined and where is not None and where.value == "other" and reading.index(last.end) < first - 1
