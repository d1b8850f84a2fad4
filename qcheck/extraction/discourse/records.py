"""Of which event a claim is: the one that its article tells, or one that it recalls (an earlier one, another one, a sum of several)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import HARM
from qcheck.extraction.discourse.parts import part_of
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, phrases, wanted
from qcheck.extraction.discourse.sentences import Sentence
from qcheck.extraction.discourse.zones import SENTENCE_ENDS
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, Record, changed
from qcheck.model.timex import Timex

LEDE = 6  # sentences in which articles tell their event, with the headline, a dateline and a caption among them
_LEAD = 3  # sentences whose days are those of the article's event, also where that is long past
_EARLY = 12  # sentences that name the days of the event
_RECENT = timedelta(days=30)
_BEFORE = timedelta(days=4)  # days named that end so long before the event's are of another one
_NEAR = 3  # words between "another" and what happened


def with_records(article: Article, claims: Sequence[Claim], timexes: Sequence[Timex]) -> list[Claim]:
    """The claims, each with its record, and with the part that it counts of what its record counts."""
    records = sentence_records(article, {c.sentence for c in claims}, timexes)
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    begin = _first_day(article, timexes)
    lead = article.sentences[min(_LEAD, len(article.sentences)) - 1].paragraph.number if article.sentences else 0
    of_several = {_counted(c) for c in claims if c.zone == "headline" and c.event in HARM and records.get(c.sentence) == "recalled"}
    return [
        _told(
            article,
            claim,
            "recalled" if _counted(claim) in of_several else _record(claim, records.get(claim.sentence, ""), begin, lead),
            by_sentence[claim.sentence],
        )
        for claim in claims
    ]


def _counted(claim: Claim) -> tuple[str, str, float, float]:
    """What a claim counts, as a headline may say it before: "Seven hurt in shootings" is of several events wherever it is told again."""
    return claim.unit, claim.event, claim.low, claim.high


def _told(article: Article, claim: Claim, record: Record, sentence: Sequence[Claim]) -> Claim:
    part = claim.part or part_of(article, claim, sentence)
    return claim if (record, part) == (claim.record, claim.part) else changed(claim, record=record, part=part)


def _record(claim: Claim, of_sentence: Record, begin: date | None, lead: int) -> Record:
    if of_sentence == "recalled" or claim.zone in ("caption", "table"):
        return of_sentence
    if claim.sentence > _LEAD and claim.time_quote and _earlier(claim.within, begin):
        return "recalled"
    none = claim.high == 0.0  # "no arrests have been made": none of the event that is told
    early = claim.sentence <= LEDE and (claim.zone == "lede" or claim.paragraph <= lead)
    return "main" if claim.zone == "headline" or early or none else of_sentence


def _earlier(within: str, begin: date | None) -> bool:
    """Whether days end long before the event's first day."""
    from qcheck.model.timespan import span_from_text

    last = span_from_text(within).within.high if within else None
    return last is not None and begin is not None and begin - last > _BEFORE


def _first_day(article: Article, timexes: Sequence[Timex]) -> date | None:
    """The first day of the news that an article names where it begins, else a week before its date; None without a date."""
    if article.published is None:
        return None
    last = article.sentences[_EARLY - 1].end if len(article.sentences) >= _EARLY else len(article.text)
    days = [
        t.span.within.low
        for t in timexes
        if t.start < last and t.span.within.low and t.span.within.high and t.span.within.high - t.span.within.low <= timedelta(days=1)
    ]
    recent = [day for day in days if timedelta(0) <= article.published - day <= _RECENT]
    return min(recent, default=article.published - timedelta(days=7))


def sentence_records(article: Article, numbers: Iterable[int], timexes: Sequence[Timex]) -> dict[int, Record]:
    """The record of each sentence as its words tell it; what follows a sentence on another event in its paragraph is of that one."""
    begin = _first_day(article, timexes)
    asked = sorted({n for n in numbers if n})
    last = {article.sentences[n - 1].paragraph.number: n for n in asked}  # of each paragraph with one of them
    found: dict[int, Record] = {}
    carried: Record = ""
    paragraph = 0
    several, another = map(article.may_say, _wanted(article.pack))
    for sentence in article.sentences:
        if sentence.number > last.get(sentence.paragraph.number, 0) or (sentence.number <= LEDE and sentence.number not in asked):
            continue
        if sentence.paragraph.number != paragraph:
            paragraph, carried = sentence.paragraph.number, "recalled" if _is_link(article, sentence) else ""
        if (
            carried
            or _tells_another(article, sentence, several=several, another=another)
            or (sentence.number > _LEAD and _dated_before(article, sentence, timexes, begin))
        ):
            found[sentence.number] = "recalled"
            if sentence.number > LEDE:
                carried = "recalled"
    return found


def _is_link(article: Article, sentence: Sentence) -> bool:
    """Whether a paragraph is the headline of another story: no sentence, and not the article's own headline again."""
    held = sentence.paragraph
    words = " ".join(article.text[held.start : held.end].split())
    again = words.casefold() in article.document.title.casefold()
    return held.zone == "body" and held.number > 2 and not words.endswith(SENTENCE_ENDS) and not again


def _tells_another(article: Article, sentence: Sentence, *, several: bool, another: bool) -> bool:
    """Whether a sentence tells of several events or of another one, if the article may have a cue for that at all."""
    if not (several or another):
        return False
    here = article.plain, sentence.start, sentence.end
    of_several, of_another = _cues(article.pack)
    if several and of_several.search(*here):
        return True
    for cue in of_another.finditer(*here) if another else ():
        reading = article.reading(sentence)
        at = reading.index(cue.end() - 1) + 1
        near = range(at, min(at + _NEAR, len(reading.tokens)))
        if any(reading.tokens[i].low in article.pack.records.happenings for i in near):
            return True
        if any("noun" in m.form for m in reading.of("event", at, at + _NEAR - 1)):
            return True
    return False


def _dated_before(article: Article, sentence: Sentence, timexes: Sequence[Timex], begin: date | None) -> bool:
    """Whether a sentence names only days long before the event, also such as it goes back to ("the deadliest since 2008, when ...")."""
    told = [t for t in timexes if sentence.start <= t.start < sentence.end and t.span.known]
    days = [
        t.span.within.low if t.bound == "since" and _when(article.pack).match(article.lowered, t.end) else t.span.within.high for t in told
    ]
    return bool(days) and begin is not None and all(day is not None and begin - day > _BEFORE for day in days)


@cache
def _when(pack: Pack) -> re.Pattern[str]:
    """What goes on about a time that has just been named."""
    return re.compile(rf",? {trie(pack.records.when)}(?!\w)")


@cache
def _cues(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return phrases(pack.records.several), phrases(pack.records.another)


@cache
def _wanted(pack: Pack) -> tuple[Wanted, Wanted]:
    return wanted(map(needed, pack.records.several)), wanted(map(needed, pack.records.another))
