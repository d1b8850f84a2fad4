"""An average that lies outside what it is of: "on average 31 years old", the oldest of them 29."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_BESIDE = 44  # characters between "the oldest" and its number
_LED = 40  # and between "on average" and the average
_NEAR = 12  # sentences from an average to its extremes
_DEGREE = "degree"
_REASON = "the highest or the lowest of what the average is of"


def nearby_extremes(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `at_most` (average, highest) and `at_least` (average, lowest), where only one average of the unit is told."""
    patterns = _words(article.pack)
    if not any("on_average" in row.says for row in rows):
        return
    claims = [c for row in rows for c in row.claims if c.value_low == c.value_high]
    averages = [c for c in claims if patterns["average"].search(_around(article, c)) is not None]
    for name, words in (("at_most", patterns["highest"]), ("at_least", patterns["lowest"])):
        for claim in claims:
            before = article.lowered[max(claim.sentence_start, claim.start - _BESIDE) : claim.start]
            told = list(words.finditer(before))
            if not told or any(sign in before[told[-1].end() :] for sign in ";:(") or claim in averages:
                continue
            if any(o is not claim and claim.start - len(before) + told[-1].end() <= o.start < claim.start for o in claims):
                continue
            own = [a for a in averages if _measures(a, claim) and abs(a.sentence - claim.sentence) <= _NEAR and a.claim not in used]
            if len({a.value_low for a in own}) == 1 and (claim.high < own[0].low if name == "at_most" else claim.low > own[0].high):
                yield relation(article, name, (own[0], claim), reason=_REASON)


def _measures(average: Claim, claim: Claim) -> bool:
    """Whether a number is of the measure of an average, or leaves out that it is an age, as that is."""
    if average.unit == AGE:
        return claim.unit == AGE or (claim.unit == "count" and claim.of == "")
    named = average.of != "" and average.of == claim.of
    return average.unit == claim.unit and (named or average.unit.startswith(_DEGREE))


def _around(article: Article, claim: Claim) -> str:
    return article.lowered[max(claim.sentence_start, claim.start - _LED) : min(claim.sentence_end, claim.end + len(" on average"))]


@cache
def _words(pack: Pack) -> dict[str, re.Pattern[str]]:
    words = pack.relations.words
    names = {"average": words["on_average"], "highest": words["highest"], "lowest": words["lowest"]}
    return {name: re.compile(rf"(?<!\w)(?:{trie(listed)})(?!\w)") for name, listed in names.items()}
