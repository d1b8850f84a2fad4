"""What can only come later, told in another sentence with an earlier day: "the theft was noticed in August ... he was arrested in June"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import days_from_text

_FEWEST = 2  # sentences with days
_FAR = 7  # sentences between the two
_BESIDE = 50  # characters between what happened and its day
_YEARS = 4 * 366  # days that the later one may lie before the earlier one by a slip


class _Dated(NamedTuple):
    """What happened on a day: its places in the sequences, and the row of the day."""

    ranks: frozenset[tuple[int, int]]
    row: Claim
    low: date
    high: date
    sentence: int


def order_apart(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `order` (the day of what comes first, that of what comes last), each only likely; none where a sequence is told twice."""
    times = [row for row in rows if row.role == "time" and row.reason in ("date", "period") and not row.time_bound]
    if len({row.sentence for row in times}) < _FEWEST or not article.may_say(_needed(article.pack)):
        return []
    dated = list(_dated(article, times))
    found = []
    for at, one in enumerate(dated):
        for other in dated[at + 1 :]:
            if one.sentence == other.sentence or abs(one.sentence - other.sentence) > _FAR:
                continue
            shared = {(number, rank - other_rank) for number, rank in one.ranks for own, other_rank in other.ranks if own == number}
            orders = {1 if step > 0 else -1 for _, step in shared if step}
            if len(shared) != len([s for s in shared if s[1]]) or len(orders) != 1:
                continue
            first, last = (one, other) if orders == {-1} else (other, one)
            if last.high < first.low and (first.low - last.high).days <= _YEARS and _told_once(article, one, other):
                found.append(replace(relation(article, "order", [first.row, last.row]), modality="possible"))
    return found


def _told_once(article: Article, *pair: _Dated) -> bool:
    """Whether no other sentence tells something of their kind, which may be of another case."""
    pattern, ranks = _stages(article.pack)
    told = [(sentence_at(article.sentences, m.start()), ranks[m.group()]) for m in pattern.finditer(article.lowered)]
    numbers = [{s.number for s, own in told if s is not None and own & one.ranks} for one in pair]
    return all(len(found) == 1 for found in numbers)


def _dated(article: Article, times: Sequence[Claim]) -> Iterator[_Dated]:
    pattern, ranks = _stages(article.pack)
    for match in pattern.finditer(article.lowered):
        sentence = sentence_at(article.sentences, match.start())
        if sentence is None or article.quotation(match.start()) is not None:
            continue
        near = [(_between(match, row), row) for row in times if sentence.start <= row.start < sentence.end]
        near = [(away, row) for away, row in near if 0 <= away <= _BESIDE]
        if not near:
            continue
        _, row = min(near, key=lambda pair: pair[0])
        days = days_from_text(row.within)[0] if row.within else None
        if days is not None and days.low is not None and days.high is not None:
            yield _Dated(ranks[match.group()], row, days.low, days.high, sentence.number)


def _between(match: re.Match[str], row: Claim) -> int:
    return row.start - match.end() if row.start >= match.end() else match.start() - row.end


@cache
def _needed(pack: Pack) -> Wanted:
    return wanted(map(needed, _stages(pack)[1]))


@cache
def _stages(pack: Pack) -> tuple[re.Pattern[str], dict[str, frozenset[tuple[int, int]]]]:
    ranks: dict[str, set[tuple[int, int]]] = {}
    for number, stages in enumerate(pack.calendar.stages):
        for rank, words in enumerate(stages):
            for word in words:
                ranks.setdefault(word.lower(), set()).add((number, rank))
    pattern = re.compile(rf"(?<!\w)(?:{trie(ranks)})(?!\w)")
    return pattern, {word: frozenset(found) for word, found in ranks.items()}
