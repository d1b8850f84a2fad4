"""The days of an article as rows: those that write their year and those that do not, by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.nouns.shapes import YEAR
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import days_from_text


def with_year(rows: Sequence[Claim]) -> list[Claim]:
    """Days, periods and years that are told with their year."""
    return [row for row in rows if (row.time_year == "as written" and row.reason in ("date", "period")) or row.reason == YEAR]


def without_year(rows: Sequence[Claim]) -> list[Claim]:
    """Days that take their year from the article's own."""
    dated = [row for row in rows if row.role == "time" and row.reason == "date"]
    return [row for row in dated if row.time_year == "dateline" and not row.time_bound]


def by_sentence(article: Article, rows: Sequence[Claim]) -> dict[int, list[Claim]]:
    """The rows of each sentence, by its number."""
    found: dict[int, list[Claim]] = {}
    for row in rows:
        sentence = sentence_at(article.sentences, row.start)
        if sentence is not None:
            found.setdefault(sentence.number, []).append(row)
    return found


def first_day(row: Claim) -> date | None:
    """The first day that a row may be of."""
    return days_from_text(row.within)[0].low if row.within else None


def last_day(row: Claim) -> date | None:
    """The last day that a row may be of."""
    return days_from_text(row.within)[0].high if row.within else None


@cache
def past_words(pack: Pack) -> frozenset[str]:
    """Words that tell the past tense."""
    return frozenset(word.lower() for word in pack.times.past)
