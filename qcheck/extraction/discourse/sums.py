"""Groups of persons that one sentence joins ("four men and a woman were hurt"): together they are a count of persons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import PERSON, PERSONS, concept
from qcheck.extraction.discourse.marks import Reading
from qcheck.model.claim import Claim, changed, content_id
from qcheck.model.interval import number_text

_LONGEST = 120
_NOUN_WITHIN = 4


class _Part(NamedTuple):
    first: int
    last: int
    claim: Claim | None


def sums(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each run of two or more groups of persons that are joined by commas and conjunctions, at least one with a number.

    Only groups of which the same is said; "a woman" is a group of one.
    """
    made: list[Claim] = []
    groups = [c for c in claims if c.of in PERSONS and c.unit == "count" and c.event and c.low > 0 and c.kind == "" and not _within(c)]
    by_sentence: dict[int, list[Claim]] = {}
    for group in groups:
        by_sentence.setdefault(group.sentence, []).append(group)
    used = 0
    for group in groups:
        if group.start < used or group.definite:  # "of the 46 dead, 19 ..."
            continue
        sentence = article.sentences[group.sentence - 1]
        reading = article.reading(sentence)
        here = {reading.index(c.start): c for c in by_sentence[group.sentence]}
        parts = [_Part(reading.index(group.start), reading.index(group.end - 1), group)]
        while (after := _next(article, reading, parts[-1].last, here)) is not None:
            parts.append(after)
        joined = _total(article, reading, parts)
        if joined is not None:
            made.append(joined)
            used = joined.end
    return made


def _within(claim: Claim) -> bool:
    """Whether a claim counts one of those counted before ("one of whom")."""
    return claim.part == "part" and claim.of == PERSON


def _next(article: Article, reading: Reading, last: int, here: dict[int, Claim]) -> _Part | None:
    """The group that a comma or conjunction joins to the one that ends at a token."""
    at = last + 1
    joined = False
    while at < len(reading.tokens) and (reading.tokens[at].text == "," or reading.at("coordinators", at)):
        joined, at = True, at + 1
    if not joined or at >= len(reading.tokens):
        return None
    if at in here:
        return _Part(at, reading.index(here[at].end - 1), here[at])
    if reading.at("one", at):
        for noun in range(at + 1, min(at + 1 + _NOUN_WITHIN, len(reading.tokens))):
            word = reading.tokens[noun].text
            if not word.isalpha() or reading.at("preposition", noun) or reading.at("event", noun):
                return None
            found = concept(word, pack=article.pack, desk=article.desk)
            if found.lemma in PERSONS and not found.event:
                return _Part(at, noun, None)
    return None


def _total(article: Article, reading: Reading, parts: list[_Part]) -> Claim | None:
    claims = [part.claim for part in parts if part.claim is not None]
    if len(parts) < 2 or any(c.event != claims[0].event or c.modality != claims[0].modality for c in claims):
        return None
    start, end = reading.tokens[parts[0].first].start, reading.tokens[parts[-1].last].end
    if end - start > _LONGEST:
        return None
    ones = float(len(parts) - len(claims))
    low, high = ones + sum(c.low for c in claims), ones + sum(c.high for c in claims)
    typical_low, typical_high = ones + sum(c.typical_low for c in claims), ones + sum(c.typical_high for c in claims)
    values = [1.0 if part.claim is None else part.claim.value_low for part in parts]
    closed = ("(" if any(c.closed[0] == "(" for c in claims) else "[") + (")" if any(c.closed[1] == ")" for c in claims) else "]")
    typical_closed = ("(" if any(c.typical_closed[0] == "(" for c in claims) else "[") + (
        ")" if any(c.typical_closed[1] == ")" for c in claims) else "]"
    )
    quote = article.document.text[start:end]
    known = all(value == value for value in values)
    return changed(
        claims[0],
        claim=content_id(claims[0].document, start, end, "claim", quote),
        start=start,
        end=end,
        quote=quote,
        low=low,
        high=high,
        closed=closed,
        typical_low=typical_low,
        typical_high=typical_high,
        typical_closed=typical_closed,
        value_low=sum(values),
        value_high=sum(values),
        of=PERSON,
        part="",
        scope="",
        members=";".join(number_text(value, "") for value in values) if known else "",
    )
