"""What a text says of the order of days: something began and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.dated import by_sentence, first_day, last_day, past_words, with_year, without_year
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.extraction.nouns.unit_words import any_of
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import days_from_text

_NEAR = 28  # characters between the words of an event and its day
_BETWEEN = 5  # words between two events of one subject
_ALMOST_A_YEAR = 300  # days
_WEEKS = 45  # days
_RECENT = 60  # days that a deadline without a year lies back at most
_BEFORE = 12  # characters before a day that hold the word before it
_NUMBERS = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")


class _Event(NamedTuple):
    start: int
    end: int
    ranks: frozenset[tuple[int, int]]  # of a sequence, and whether it comes first (0) or last (1) in it


def order(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `descending`: a range whose last day comes before its first; `deadline_passed`: a day gone by until which something can be done.
    Rows `order`: the day of what comes first, and the day of what can only come after it, with one subject in one sentence.
    """
    found: list[Claim] = [relation(article, "descending", [row]) for row in rows if _descending(row)]
    found += [relation(article, "deadline_passed", [row]) for row in rows if _gone_by(article, row)]
    for number, own in by_sentence(article, [row for row in with_year(rows) if not row.time_bound]).items():
        if len(own) > 1:
            found += _sequences(article, article.sentences[number - 1], own)
    for number, own in by_sentence(article, without_year(rows)).items():
        if len(own) > 1 and len({day.month for row in own if (day := first_day(row)) is not None}) == 1:  # else the year may lie between
            found += _sequences(article, article.sentences[number - 1], own)
    edges = [row for row in rows if row.role == "time" and row.reason in ("date", "bound")]
    for own in by_sentence(article, edges).values():
        found += _from_until(article, own)
    return found


def _from_until(article: Article, rows: Sequence[Claim]) -> Iterator[Claim]:
    """A day until which something goes on, and one behind it from which it does: "open from September 15 ... must be in by September 5"."""
    calendar = article.pack.calendar
    opened = [row for row in rows if _opened_by(article, row, calendar.from_words)]
    closed = [row for row in rows if row.time_bound in ("until", "before") or _opened_by(article, row, calendar.until_words)]
    for first in opened:
        for last in closed:
            one, other = first_day(first), last_day(last)
            if first is last or one is None or other is None or article.quotation(first.start) != article.quotation(last.start):
                continue
            if 0 < (one - other).days <= _WEEKS and last.start > first.end and _NUMBERS.search(last.quote) and _NUMBERS.search(first.quote):
                yield replace(relation(article, "order", [first, last]), modality="possible")


def _opened_by(article: Article, row: Claim, words: Sequence[str]) -> bool:
    """Whether a time begins with one of some words, or stands right behind one."""
    text = article.lowered[max(0, row.start - _BEFORE) : row.end]
    said = {*row.quote.lower().split()[:2], *text[: row.start - max(0, row.start - _BEFORE)].split()[-1:]}
    return not said.isdisjoint(words)


def _descending(row: Claim) -> bool:
    """Whether two days of one month, told without a year, come in the wrong order ("from June 21 to June 12")."""
    if row.role != "time" or row.reason != "period" or row.time_year == "as written" or len(_NUMBERS.findall(row.quote)) != 2:
        return False
    days = days_from_text(row.within)[0] if row.within else None
    if days is None or days.low is None or days.high is None:
        return False
    return days.low.month == days.high.month and days.low.day > days.high.day and (days.high - days.low).days > _ALMOST_A_YEAR


def _gone_by(article: Article, row: Claim) -> bool:
    """Whether a day before the article's own is one until which its sentence says that something can be done."""
    if row.role != "time" or row.time_bound != "until" or article.published is None or not _NUMBERS.search(row.quote):
        return False
    last = days_from_text(row.within)[0].high if row.within else None
    sentence = sentence_at(article.sentences, row.start)
    if last is None or sentence is None or not 0 < (article.published - last).days <= _ALMOST_A_YEAR or article.quotation(row.start):
        return False
    if row.time_year != "as written" and (article.published - last).days > _RECENT:
        return False
    text = f" {article.lowered[sentence.start : row.start]} "
    words = set(_WORD.findall(article.lowered[sentence.start : sentence.end]))
    return any(f" {word} " in text for word in article.pack.calendar.still_open) and words.isdisjoint(past_words(article.pack))


@cache
def _events(pack: Pack) -> tuple[re.Pattern[str], dict[str, frozenset[tuple[int, int]]]]:
    ranks: dict[str, set[tuple[int, int]]] = {}
    for number, sequence in enumerate(pack.calendar.sequences):
        for rank, words in enumerate((sequence.first, sequence.last)):
            for word in words:
                ranks.setdefault(word.lower(), set()).add((number, rank))
    pattern = re.compile(rf"(?<!\w)(?:{any_of(ranks)})(?!\w)", re.IGNORECASE)
    return pattern, {word: frozenset(found) for word, found in ranks.items()}


def _sequences(article: Article, sentence: Sentence, times: Sequence[Claim]) -> Iterator[Claim]:
    pattern, ranks = _events(article.pack)
    events = [_Event(m.start(), m.end(), ranks[m.group().lower()]) for m in pattern.finditer(article.text, sentence.start, sentence.end)]
    if len(events) != len(times):
        return  # the days come in the order of the verbs, before or behind them
    for (one, day), (other, later) in pairwise(zip(events, times, strict=True)):
        orders = {a[1] for a in one.ranks for b in other.ranks if a[0] == b[0] and a[1] != b[1]}
        if orders != {0} or not (_beside(one, day) and _beside(other, later)):
            continue
        if not _one_subject(article, max(one.end, day.end), min(other.start, later.start)):
            continue
        yield relation(article, "order", [day, later])


def _beside(event: _Event, row: Claim) -> bool:
    """Whether a day stands near an event."""
    return 0 <= (row.start - event.end if row.start >= event.end else event.start - row.end) <= _NEAR


def _one_subject(article: Article, start: int, end: int) -> bool:
    """Whether nothing between two events names another subject."""
    between = article.text[start:end]
    words = _WORD.findall(between)
    other = any(word[0].isupper() or word in article.pack.cues.determiners for word in words)
    return start <= end and len(words) <= _BETWEEN and not other and not any(sign in between for sign in ";:.()")
