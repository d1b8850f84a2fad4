"""When the event of an article happened: the clock times and parts of the day that are its own, told from those of what followed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.phrase_cues import phrases
from qcheck.extraction.discourse.records import sentence_records
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

# events that happen at a time of the day; what is told with them has that time
HAPPENINGS = frozenset(("shoot", "kill", "injure", "attack", "crash", "burn", "explode", "collapse", "derail", "rob", "steal"))
HAPPEN = "happen"
_FORMS = ("participle", "past", "present", "gerund")
_FAR = 14  # words and clause borders between an event and its time
_APART = 90  # minutes between two times of one article that cannot be of one event


class _Cue(NamedTuple):
    first: int
    last: int
    event: str  # "" for what followed the event


def event_times(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """The time rows, those with a clock time or part of the day of the article's own event with that event, and `main` as their record.

    An article that gives its event several times tells of several ones: then none of them is the main event's.
    """
    homes = {row.claim: home for row in rows if row.clock_low == row.clock_low and (home := sentence_at(article.sentences, row.start))}
    if not homes:
        return list(rows)
    records = sentence_records(article, {home.number for home in homes.values()}, article.timexes)
    found: dict[str, str] = {}
    for row in rows:
        sentence = homes.get(row.claim)
        if sentence is None or records.get(sentence.number) == "recalled" or not _of_one_half(article, row):
            continue
        event = _event(article, sentence, row)
        if event:
            found[row.claim] = event
    own = [row for row in rows if row.claim in found]
    one = all(a.clock_low <= b.clock_high + _APART and b.clock_low <= a.clock_high + _APART for a in own for b in own)
    days = {row.within for row in own if row.within != "?"}
    if not one or len(days) > 1:
        return list(rows)
    return [replace(row, event=found[row.claim], record="main") if row.claim in found else row for row in rows]


def _event(article: Article, sentence: Sentence, row: Claim) -> str:
    """The event that a time row is of, "" where it is of something else: the nearest cue of its clause decides."""
    reading = article.reading(sentence)
    first, last = reading.index(row.start), reading.index(row.end - 1)
    beside = article.text[max(sentence.start, row.start - 25) : row.start] + " | " + article.text[row.end : min(sentence.end, row.end + 20)]
    if _cues(article.pack)[2].search(beside.lower()):
        return ""
    attributive = reading.at("event", last + 1) if last + 1 < len(reading.tokens) else None
    if attributive is not None and "noun" in attributive.form and attributive.value in HAPPENINGS:
        return attributive.value  # "the Tuesday night shooting"
    best, least = "", float(_FAR)
    for cue in _all(article, sentence, reading):
        if cue.first <= last and cue.last >= first:
            continue
        gap = first - cue.last - 1 if cue.last < first else cue.first - last - 1
        cost = gap + 1.5 * (reading.border(cue.last, first) if cue.last < first else reading.border(last, cue.first))
        if cost < least or (cost == least and not cue.event):
            best, least = cue.event, cost
    return best


def _all(article: Article, sentence: Sentence, reading: Reading) -> list[_Cue]:
    """What a clock time of a sentence may be of: verbs of an event, words of happening, words of what followed."""
    happen, later, _ = _cues(article.pack)
    words = article.text[sentence.start : sentence.end].lower()
    cues = [_Cue(m.first, m.last, m.value if m.value in HAPPENINGS else "") for m in reading.of("event") if _verbal(m.form)]
    for pattern, event in ((happen, HAPPEN), (later, "")):
        for match in pattern.finditer(words):
            first, last = reading.index(sentence.start + match.start()), reading.index(sentence.start + match.end() - 1)
            cues = [c for c in cues if c.first > last or c.last < first] if event else cues
            cues.append(_Cue(first, last, event))
    return cues


def _verbal(form: str) -> bool:
    return any(shape in form.split() for shape in _FORMS)


def _of_one_half(article: Article, row: Claim) -> bool:
    """Whether a clock time tells which half of the day it is of, in a language whose hours run to twelve."""
    halves = _halves(article.pack)
    return halves is None or bool(halves.search(row.quote.lower())) or row.clock_low >= 13 * 60


@cache
def _halves(pack: Pack) -> re.Pattern[str] | None:
    words = pack.happenings.halves
    return re.compile(rf"(?:(?<=\d)|(?<!\w))(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None


@cache
def _cues(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = pack.happenings
    return tuple(phrases(w.lower() for w in several) for several in (words.happen, words.later, words.soon))  # type: ignore[return-value]
