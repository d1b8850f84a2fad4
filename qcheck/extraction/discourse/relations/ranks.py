"""Which one of its kind an event is, told twice: "the 16th harbour marathon ... for the 17th marathon"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.terms import number_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

SAME_RANK = "same_rank"
_BEHIND = 34  # characters behind a rank in which its event stands
_DIGITS = re.compile(r"\d{1,6}(?!\d)")


class _Rank(NamedTuple):
    row: Claim
    number: int
    event: str
    sentence: Sentence


def ranks(article: Article, rows: Sequence[Claim]) -> Iterator[Claim]:
    """Rows `same_rank` (one rank, the other), only likely: exactly two ranks of one event, in sentences that tell of no other year."""
    home = next((r for r in rows if r.role == "claim"), None)
    found = list(_ranks(article, rows))
    for event in dict.fromkeys(rank.event for rank in found):
        own = [rank for rank in found if rank.event == event]
        if len({rank.number for rank in own}) != len(("one", "other")) or home is None:
            continue
        one, other = own[0], next(rank for rank in own if rank.number != own[0].number)
        if one.sentence.number == other.sentence.number or any(_of_another(article, rank.sentence) for rank in (one, other)):
            continue
        terms = [number_term(article, home, r.row.start, r.row.end, float(r.number)) for r in (one, other)]
        yield from terms
        yield changed(relation(article, SAME_RANK, terms), modality="possible")


def _ranks(article: Article, rows: Sequence[Claim]) -> Iterator[_Rank]:
    words = {form.partition("(")[0]: int(rank) for rank, forms in article.pack.numerals.ordinals.items() for form in forms}
    for row in rows:
        if row.role != "number":
            continue
        digits = _DIGITS.match(row.quote)
        number = int(digits.group()) if digits else words.get(row.quote.lower(), 0)
        behind = article.lowered[row.end : row.end + _BEHIND].split(".")[0]
        event = _events(article.pack).search(behind)
        sentence = sentence_at(article.sentences, row.start)
        if number > 1 and event is not None and sentence is not None:
            yield _Rank(row, number, event.group(1), sentence)


def _of_another(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells of an event before or behind this one ("next year's 17th marathon")."""
    return _others(article.pack).search(article.lowered, sentence.start, sentence.end) is not None


@cache
def _events(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"({trie(pack.relations.words['series'])})(?:s|es|en)?(?!\w)")


@cache
def _others(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.relations.words['another_one'])})(?!\w)")
