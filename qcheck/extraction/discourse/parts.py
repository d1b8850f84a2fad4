"""Whether a number counts all of something, some of it, or more of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.phrase_cues import phrases
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, Part

EXACT = "exact"
_BESIDE = 24  # characters before and after a number that its words stand in


class _Cues(NamedTuple):
    whole: re.Pattern[str]
    besides: re.Pattern[str]
    more: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


def part_of(article: Article, claim: Claim, sentence: Sequence[Claim]) -> Part:
    """The part that a count is; `sentence` holds all claims of its sentence.

    "Two dead and five others hurt" and "two dead, another five hurt" count all who were hurt, "five others were hurt" does not.
    """
    if claim.unit != "count" or claim.part:
        return claim.part
    cues = _cues(article.pack)
    text = article.text
    quote = text[claim.start : claim.end].lower()
    before = text[max(claim.sentence_start, claim.start - _BESIDE) : claim.start].lower()
    after = text[claim.end : min(claim.sentence_end, claim.end + _BESIDE)].lower()
    if cues.whole.search(quote) or _ends(cues.whole, before):
        return "whole"
    more = claim.modifier == EXACT and cues.more.search(quote)
    if more or cues.besides.search(quote) or _ends(cues.besides, before):
        other = any(c.end <= claim.start and c.unit == "count" and c.of and c.event != claim.event for c in sentence)
        return "" if other else "part"
    inside = any(c is not claim and c.members and c.start <= claim.start and claim.end <= c.end for c in sentence)
    if inside or _ends(cues.before, before):
        return "part"
    return "part" if cues.after.match(after.lstrip(" ,")) or cues.after.search(quote) else ""


def _ends(cue: re.Pattern[str], words: str) -> bool:
    """Whether a cue stands at the end of some words."""
    return any(not words[m.end() :].strip() for m in cue.finditer(words)) if words else False


@cache
def _cues(pack: Pack) -> _Cues:
    records = pack.records
    return _Cues(*(phrases(words) for words in (records.whole, records.besides, records.more, records.part_before, records.part_after)))
