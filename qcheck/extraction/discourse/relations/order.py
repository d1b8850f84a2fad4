"""What a text says of the order of days: something began and ended, or has happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.cues import manner
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.extraction.nouns.shapes import YEAR
from qcheck.extraction.nouns.unit_words import any_of
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import days_from_text

_NEAR = 28  # characters between the words of an event and its day
_BETWEEN = 5  # words between two events of one subject
_CLAUSE = 5  # of the costs of borders between clauses
_ALMOST_A_YEAR = 300  # days
_WEEKS = 45  # days
_RECENT = 60  # days that a deadline without a year lies back at most
_YEARS_BACK = 800  # days: a year further back is not one that a day without a year is of
_AFTER = 2  # words behind a verb that an infinitive may follow it in
_BEFORE = 12  # characters before a day that hold the word before it
_NEWS = 6  # sentences in which an article tells what is new
_PASSAGE = 400  # characters around a day in which another year tells that it is not of this one
_SHORTEST = 4  # letters of a word with an ending of the past tense
_NUMBERS = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")


class _Event(NamedTuple):
    start: int
    end: int
    ranks: frozenset[tuple[int, int]]  # of a sequence, and whether it comes first (0) or last (1) in it


def order(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `descending`: a range whose last day comes before its first; `deadline_passed`: a day gone by until which something can be done.
    Rows `order`: the day of what comes first, and the day of what can only come after it, with one subject in one sentence.
    `told_past`: a day after the article's own of which it says that something has happened, told by no claim; `dated_past`: a claim that
    tells it, and the day.
    """
    claims = {
        (row.sentence, row.time_quote): row for row in reversed(rows) if row.role == "claim" and row.time_quote and row.tense == "past"
    }
    dated = [row for row in rows if row.reason in ("date", "period")]
    since = [row for row in rows if row.role == "time" and row.time_bound == "since"]
    times = [row for row in rows if (row.time_year == "as written" and row.reason in ("date", "period")) or row.reason == YEAR]
    near = [row for row in dated if row.role == "time" and row.time_year == "dateline" and row.reason == "date" and not row.time_bound]
    by_sentence = _by_sentence(article, [row for row in times if not row.time_bound])
    found: list[Claim] = [relation(article, "descending", [row]) for row in rows if _descending(row)]
    found += [relation(article, "deadline_passed", [row]) for row in rows if _gone_by(article, row)]
    for number, own in by_sentence.items():
        sentence = article.sentences[number - 1]
        if len(own) > 1:
            found += _sequences(article, sentence, own)
        found += _told_past(article, sentence, [row for row in own if row.role == "time"], claims)
    for number, own in _by_sentence(article, near).items():
        sentence = article.sentences[number - 1]
        if len(own) > 1 and len({days.month for row in own if (days := _first(row)) is not None}) == 1:  # else the year may lie between
            found += _sequences(article, sentence, own)
        for row in own:
            day = _soon(article, row)
            if day is not None:
                told = _told_past(article, sentence, [replace(row, within=str(day))], claims)
                found += [replace(tie, modality="possible", within=str(day)) for tie in told]
    edges = [row for row in rows if row.role == "time" and row.reason in ("date", "bound")]
    for own in _by_sentence(article, edges).values():
        found += _from_until(article, own)
    for number, own in _by_sentence(article, since).items():
        found += _begun_later(article, article.sentences[number - 1], own)
    return found


def _by_sentence(article: Article, rows: Sequence[Claim]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for row in rows:
        sentence = sentence_at(article.sentences, row.start)
        if sentence is not None:
            found.setdefault(sentence.number, []).append(row)
    return found


def _soon(article: Article, row: Claim) -> date | None:
    """A day that names no year, if it comes within weeks after the article's own, also where the past tense made it one of last year."""
    first, today = _first(row), article.published
    if first is None or today is None or _of_another_year(article, row):
        return None
    if 0 < (first - today).days <= _WEEKS:
        return first
    last_year = (today - first).days > _ALMOST_A_YEAR and row.sentence <= _NEWS and not article.quotation(row.start)
    soon = first.replace(year=first.year + 1, day=min(first.day, 28)) if last_year else None
    return soon if soon is not None and 0 < (soon - today).days <= _RECENT else None


def _of_another_year(article: Article, row: Claim) -> bool:
    """Whether other times beside a day name a year or lie long before the article."""
    today = article.published
    told = [t for t in article.timexes if t.explicit_year or t.kind not in ("date", "weekday")]
    beside = [t for t in told if t.start != row.start and t.span.known and abs(t.start - row.start) <= _PASSAGE]
    lows = [low for t in beside if (low := t.span.within.low or t.span.within.high) is not None]
    return today is None or any(_RECENT < (today - low).days <= _YEARS_BACK for low in lows)


def _from_until(article: Article, rows: Sequence[Claim]) -> Iterator[Claim]:
    """A day until which something goes on, and one behind it from which it does: "open from September 15 ... must be in by September 5"."""
    calendar = article.pack.calendar
    opened = [row for row in rows if _opened_by(article, row, calendar.from_words)]
    closed = [row for row in rows if row.time_bound in ("until", "before") or _opened_by(article, row, calendar.until_words)]
    for first in opened:
        for last in closed:
            one, other = _first(first), _last(last)
            if first is last or one is None or other is None or article.quotation(first.start) != article.quotation(last.start):
                continue
            if 0 < (one - other).days <= _WEEKS and last.start > first.end and _NUMBERS.search(last.quote) and _NUMBERS.search(first.quote):
                yield replace(relation(article, "order", [first, last]), modality="possible")


def _opened_by(article: Article, row: Claim, words: Sequence[str]) -> bool:
    """Whether a time begins with one of some words, or stands right behind one."""
    text = article.lowered[max(0, row.start - _BEFORE) : row.end]
    said = {*row.quote.lower().split()[:2], *text[: row.start - max(0, row.start - _BEFORE)].split()[-1:]}
    return not said.isdisjoint(words)


def _begun_later(article: Article, sentence: Sentence, rows: Sequence[Claim]) -> Iterator[Claim]:
    """What goes on since a day that is still to come."""
    for row in rows:
        first, today = _first(row), article.published
        ahead = first is not None and today is not None and first > today
        if ahead and row.time_year == "as written" and article.quotation(row.start) is None and not _planned(article, sentence, row):
            yield relation(article, "told_past", [row])


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
    return any(f" {word} " in text for word in article.pack.calendar.still_open) and words.isdisjoint(_past(article.pack))


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


def _told_past(article: Article, sentence: Sentence, times: Sequence[Claim], claims: Mapping[tuple[int, str], Claim]) -> Iterator[Claim]:
    if article.published is None:
        return
    for row in times:
        first = _first(row)
        if first is None or first <= article.published:
            continue
        claim = claims.get((sentence.number, row.quote))
        if claim is not None and row.time_year == "as written":
            if claim.modality == "asserted" and not _hoped(article, sentence) and (not row.quote.isdecimal() or _led(article.pack, row)):
                yield relation(article, "dated_past", [claim, row])
            continue
        if article.quotation(row.start) is not None:
            continue
        if not _led(article.pack, row) or _planned(article, sentence, row):
            continue
        if _happened(article, sentence, row):
            yield relation(article, "told_past", [row])


def _hoped(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence tells what somebody hopes for or reckons with."""
    return any(token.low in article.pack.calendar.hopes for token in article.reading(sentence).tokens)


def _led(pack: Pack, row: Claim) -> bool:
    """Whether a preposition of time opens a day, so that it is no date line."""
    return row.quote.split(" ")[0].lower() in (*pack.times.on, *pack.times.inside, *pack.cues.locative)


def _planned(article: Article, sentence: Sentence, row: Claim) -> bool:
    """Whether a word of planning stands before a day, or behind it in its clause."""
    reading = article.reading(sentence)
    after = range(reading.index(row.end - 1) + 1, len(reading.tokens))
    close = next((i for i in after if reading.tokens[i].text in ",;:–" or reading.at("coordinators", i)), len(reading.tokens))
    begin = reading.index(row.start)
    return any(token.low in _plans(article.pack) for token in (*reading.tokens[:begin], *reading.tokens[after.start : close]))


def _happened(article: Article, sentence: Sentence, row: Claim) -> bool:
    """Whether the nearest verb of the clause of a day is one of the past, and no plan."""
    reading = article.reading(sentence)
    begin, end = reading.index(row.start), reading.index(row.end - 1)

    def near(first: int, last: int) -> bool:
        return (reading.border(last, begin) if last < begin else reading.border(end, first)) < _CLAUSE

    verbs = [m for m in reading.of("event") if "past" in m.form.split() and near(m.first, m.last)]
    told = (i for i, token in enumerate(reading.tokens) if _of_past(article.pack, token.text) and not begin <= i <= end)
    helped = next((i for i in told if near(i, i)), None)
    if not verbs and helped is None:
        return False
    verb = min(verbs, key=lambda m: begin - m.last if m.last < begin else m.first - end) if verbs else None
    first, last = (verb.first, verb.last) if verb is not None else (helped or 0, helped or 0)
    if _infinitive(article, reading, min(first, begin), max(last, end) + (0 if verb is not None else _AFTER)):
        return False
    between = (reading.tokens[last].end, row.start) if last < begin else (row.end, row.end)
    if any(between[0] <= timex.start < between[1] for timex in article.timexes):
        return False  # "bonds sold last week mature on ..."
    how = manner(reading, verb, begin, end)
    return how.tense == "past" and how.modality == "asserted"


def _infinitive(article: Article, reading: Reading, first: int, last: int) -> bool:
    """Whether an infinitive stands among some tokens ("was chosen to host the fair on ..."), or right behind the first of them."""
    signs = article.pack.calendar.infinitive
    told = reading.tokens[first : last + 2]
    return any(a.low in signs and b.low not in article.pack.cues.determiners and b.text.islower() for a, b in pairwise(told))


def _of_past(pack: Pack, word: str) -> bool:
    """Whether a word is of the past tense, by itself or by its ending."""
    endings = tuple(pack.times.past_endings)
    return (
        word.lower() in _past(pack)
        or word in pack.calendar.happened
        or (len(word) > _SHORTEST and word.islower() and bool(endings) and word.endswith(endings))
    )


@cache
def _past(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.times.past)


def _last(row: Claim) -> date | None:
    return days_from_text(row.within)[0].high if row.within else None


def _first(row: Claim) -> date | None:
    return days_from_text(row.within)[0].low if row.within else None


@cache
def _plans(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.calendar.plans)
