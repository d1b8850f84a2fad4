"""A day after the article's own, of which it tells in the past tense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.cues import manner
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.relations.dated import by_sentence, first_day, past_words, with_year, without_year
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_CLAUSE = 5  # of the costs of borders between clauses
_ALMOST_A_YEAR = 300  # days
_WEEKS = 45  # days
_RECENT = 60  # days that a deadline without a year lies back at most
_YEARS_BACK = 800  # days: a year further back is not one that a day without a year is of
_AFTER = 2  # words behind a verb that an infinitive may follow it in
_NEWS = 6  # sentences in which an article tells what is new
_PASSAGE = 400  # characters around a day in which another year tells that it is not of this one
_SHORTEST = 4  # letters of a word with an ending of the past tense


def told_past(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `told_past`: a day after the article's own of which it says that something has happened, told by no claim; `dated_past`: a
    claim that tells it, and the day.
    """
    claims = {
        (row.sentence, row.time_quote): row for row in reversed(rows) if row.role == "claim" and row.time_quote and row.tense == "past"
    }
    times = [row for row in with_year(rows) if row.role == "time" and not row.time_bound]
    since = [row for row in rows if row.role == "time" and row.time_bound == "since"]
    found: list[Claim] = []
    for number, own in by_sentence(article, times).items():
        found += _told_past(article, article.sentences[number - 1], own, claims)
    for number, own in by_sentence(article, without_year(rows)).items():
        for row in own:
            day = _soon(article, row)
            if day is not None:
                told = _told_past(article, article.sentences[number - 1], [replace(row, within=str(day))], claims)
                found += [replace(tie, modality="possible", within=str(day)) for tie in told]
    for number, own in by_sentence(article, since).items():
        found += _begun_later(article, article.sentences[number - 1], own)
    return found


def _soon(article: Article, row: Claim) -> date | None:
    """A day that names no year, if it comes within weeks after the article's own, also where the past tense made it one of last year."""
    first, today = first_day(row), article.published
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


def _begun_later(article: Article, sentence: Sentence, rows: Sequence[Claim]) -> Iterator[Claim]:
    """What goes on since a day that is still to come."""
    for row in rows:
        first, today = first_day(row), article.published
        ahead = first is not None and today is not None and first > today
        if ahead and row.time_year == "as written" and article.quotation(row.start) is None and not _planned(article, sentence, row):
            yield relation(article, "told_past", [row])


def _told_past(article: Article, sentence: Sentence, times: Sequence[Claim], claims: Mapping[tuple[int, str], Claim]) -> Iterator[Claim]:
    if article.published is None:
        return
    for row in times:
        first = first_day(row)
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
        word.lower() in past_words(pack)
        or word in pack.calendar.happened
        or (len(word) > _SHORTEST and word.islower() and bool(endings) and word.endswith(endings))
    )


@cache
def _plans(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.calendar.plans)
