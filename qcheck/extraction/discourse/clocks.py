"""When the event of an article happened: the clock times and parts of the day that are its own, told from those of what followed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.extraction.discourse.phrase_cues import phrases
from qcheck.extraction.discourse.records import sentence_records
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.extraction.discourse.zones import SENTENCE_ENDS
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

# events that happen at a time of the day; what is told with them has that time
HAPPENINGS = frozenset(("shoot", "kill", "injure", "attack", "crash", "burn", "explode", "collapse", "derail", "rob", "steal"))
HAPPEN, CALL = "happen", "call"
ALONG = "along"
_HALF_A_DAY = 720.0  # minutes
_AUXILIARY = 4  # words from an auxiliary to its participle
_CLAUSE = 5
_FAR = 24  # words and clause borders between an event and its time
_BORDER, _OTHER_CLAUSE = 1.5, 6  # what a clause border costs an event, and what follows one ("..., police said")
_TOLD = 20  # sentences in which an article tells of its own event before it turns to what is around it
_SEVERAL = 2  # other events of the kind that make an article a round-up
_ZONE = 16  # characters behind a clock time in which its zone stands
_NEAR = 25  # characters beside a clock time
_FIRST = 8  # sentences in which a clock time is that of the article's event unless words tell another
_POINT = 60  # minutes: a wider range is a part of the day
_APART = 90  # minutes between two times of one article that cannot be of one event


class _Cue(NamedTuple):
    first: int
    last: int
    event: str  # "" for what followed the event; ALONG for what is told with it (who was called, who came, who says so)


class _Patterns(NamedTuple):
    happen: re.Pattern[str]
    later: re.Pattern[str]
    soon: re.Pattern[str]
    called: re.Pattern[str]
    along: re.Pattern[str]


def event_times(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """The time rows, those with a clock time or part of the day of the article's own event with that event, and `main` as their record.

    The first call for help is an event of its own (`call`). An article that tells of several other events of the kind, or gives its own
    several times, is a round-up: then no time is known to be the main event's. Where no words tell of which event a clock time is, the
    first one is `main` without an event.
    """
    homes = {row.claim: home for row in rows if _is_clock(row) and (home := sentence_at(article.sentences, row.start))}
    if not homes:
        return list(rows)
    records = sentence_records(article, {home.number for home in homes.values()}, article.timexes)
    found: dict[str, str] = {}
    first = ""
    others = 0
    rows = [_in_its_half(article, row, homes, rows) for row in rows]
    for row in rows:
        sentence = homes.get(row.claim)
        local = (
            sentence is not None
            and _of_one_half(article, row)
            and not _zones(article.pack).search(article.text, row.start, row.end + _ZONE)
        )
        event = _event(article, sentence, row) if sentence is not None and local else ""
        if event and sentence is not None:
            if records.get(sentence.number) == "recalled" or _beside(article, sentence, row):
                others += event not in (CALL, ALONG)
            elif event == ALONG:
                first = first or (row.claim if _may_be_first(article, sentence, row) else "")
            elif sentence.number <= _TOLD:
                found[row.claim] = event
    if first and not any(row.claim in found and _is_point(row) for row in rows):
        found[first] = ""
    own = [row for row in rows if found.get(row.claim, CALL) != CALL]
    one = others < _SEVERAL and all(a.clock_low <= b.clock_high + _APART and b.clock_low <= a.clock_high + _APART for a in own for b in own)
    days = {row.within for row in own if row.within != "?"}
    if not one or len(days) > 1:
        return list(rows)
    return [changed(row, event=found[row.claim], record="main") if row.claim in found else row for row in rows]


def _is_clock(row: Claim) -> bool:
    """Whether a time row has hours, and no others than those that it names ("since 8 p.m.")."""
    return row.clock_low == row.clock_low and row.time_bound not in ("since", "until")


def _may_be_first(article: Article, sentence: Sentence, row: Claim) -> bool:
    """Whether a time row is a clock time in a sentence, and not that of an article's own last change ("Updated: 7:25 PM")."""
    paragraph = sentence.paragraph
    told = article.text[paragraph.start : paragraph.end].rstrip().endswith(SENTENCE_ENDS)
    return told and sentence.number <= _FIRST and _is_point(row)


def _is_point(row: Claim) -> bool:
    """Whether a time row is a clock time and not a part of the day."""
    return row.clock_high - row.clock_low <= _POINT


def _beside(article: Article, sentence: Sentence, row: Claim) -> bool:
    """Whether words right beside a clock time set it against another event's ("minutes later", "another")."""
    before = article.text[max(sentence.start, row.start - _NEAR) : row.start]
    after = article.text[row.end : min(sentence.end, row.end + _NEAR)]
    return _cues(article.pack).soon.search(f"{before} | {after}".lower()) is not None


def _event(article: Article, sentence: Sentence, row: Claim) -> str:
    """The event that a time row is of, "" where it is of something else: the nearest cue of its clause decides; ALONG where none does."""
    reading = article.reading(sentence)
    first, last = reading.index(row.start), reading.index(row.end - 1)
    attributive = reading.at("event", last + 1) if last + 1 < len(reading.tokens) else None
    if attributive is not None and "noun" in attributive.form and attributive.value in HAPPENINGS:
        return "" if first and reading.at("one", first - 1) else attributive.value  # "the Tuesday night shooting", not "a 6 p.m. shooting"
    best, least = ALONG, float(_FAR)
    for cue in _all(article, sentence, reading, first):
        if cue.first <= last and cue.last >= first:
            continue
        gap = first - cue.last - 1 if cue.last < first else cue.first - last - 1
        border = reading.border(cue.last, first) if cue.last < first else reading.border(last, cue.first)
        cost = gap + (_OTHER_CLAUSE if cue.event in ("", ALONG) else _BORDER) * border
        if cost < least or (cost == least and cue.event in ("", ALONG)):
            best, least = ALONG if border and not cue.event else cue.event, cost
    return best


def _all(article: Article, sentence: Sentence, reading: Reading, time: int) -> list[_Cue]:
    """What a clock time of a sentence may be of: verbs of an event, words of happening, words of what followed."""
    happen, later, _, called, along = _cues(article.pack)
    words = article.text[sentence.start : sentence.end].lower()
    cues = [_Cue(m.first, m.last, m.value) for m in reading.of("event") if m.value in HAPPENINGS and _suffered(reading, m, time)]
    calls = [_cue(reading, sentence, match, CALL) for match in called.finditer(words)]
    others = [_cue(reading, sentence, match, "") for match in later.finditer(words)]
    others += [_cue(reading, sentence, match, ALONG) for match in along.finditer(words)]
    others = [o for o in others if not any(c.first <= o.first <= c.last for c in calls)] + calls
    for match in happen.finditer(words):
        cue = _cue(reading, sentence, match, HAPPEN)
        other = any(_subject_of(reading, o, cue) for o in others)  # "the call happened"
        cues = [c for c in cues if c.first > cue.last or c.last < cue.first]
        cues.append(cue._replace(event="" if other else HAPPEN))
    return cues + others


def _subject_of(reading: Reading, other: _Cue, cue: _Cue) -> bool:
    """Whether what happens is what another cue tells: it stands shortly before, and nothing that can happen stands between."""
    if not 0 < cue.first - other.last <= _CLAUSE or reading.border(other.last, cue.first):
        return False
    between = range(other.last + 1, cue.first)
    return not any(reading.at("pronouns", i) or ((m := reading.at("event", i)) and "noun" in m.form) for i in between)


def _cue(reading: Reading, sentence: Sentence, match: re.Match[str], event: str) -> _Cue:
    return _Cue(reading.index(sentence.start + match.start()), reading.index(sentence.start + match.end() - 1), event)


def _suffered(reading: Reading, mark: Mark, time: int) -> bool:
    """Whether an event is told as done: a participle with an auxiliary before it ("was shot") or right before the time ("three men shot
    at ..."), or a past form and who suffers it.
    """
    forms = mark.form.split()
    after = mark.last + 1
    if "past" in forms and after < len(reading.tokens) and (reading.at("determiners", after) or reading.tokens[after].text.isdigit()):
        return True
    if "participle" not in forms and mark.last == mark.first:
        return False
    if mark.last + 1 == time:
        return True
    before = range(max(0, mark.first - _AUXILIARY), mark.first)
    return any(reading.at("passive", i) for i in before) or any(
        reading.border(m.last, mark.first) == 0 for m in reading.of("passive", 0, mark.first)
    )


def _of_one_half(article: Article, row: Claim) -> bool:
    """Whether it is known which half of the day a clock time is of, where hours run to twelve; in words they do everywhere."""
    if row.clock_low >= _HALF_A_DAY + 60:
        return True
    quote = row.quote.lower()
    if not any(sign.isdigit() for sign in quote):
        return not _is_point(row) or not _parts(article.pack).isdisjoint(quote.replace("-", " ").split())
    halves = _halves(article.pack)
    return halves is None or bool(halves.search(quote))


def _in_its_half(article: Article, row: Claim, homes: dict[str, Sentence], rows: Sequence[Claim]) -> Claim:
    """A clock time that does not tell its half of the day, in the half of the part of the day that its sentence names ("that night")."""
    if row.claim not in homes or _of_one_half(article, row):
        return row
    parts = [r for r in rows if homes.get(r.claim) is homes[row.claim] and r.clock_high - r.clock_low > _APART and r.claim != row.claim]
    if len(parts) != 1 or not parts[0].clock_low <= row.clock_low + _HALF_A_DAY <= parts[0].clock_high:
        return row
    return changed(row, clock_low=row.clock_low + _HALF_A_DAY, clock_high=row.clock_high + _HALF_A_DAY)


@cache
def _halves(pack: Pack) -> re.Pattern[str] | None:
    words = pack.happenings.halves
    return re.compile(rf"(?:(?<=\d)|(?<!\w))(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None


@cache
def _parts(pack: Pack) -> frozenset[str]:
    """Words for a part or point of the day."""
    times = pack.times
    return frozenset(word for table in (times.dayparts, times.clock_points) for words in table.values() for word in words)


@cache
def _zones(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, pack.happenings.zones)) or '(?!)'})(?!\w)")


@cache
def _cues(pack: Pack) -> _Patterns:
    words = pack.happenings
    return _Patterns(
        *(phrases(w.lower() for w in several) for several in (words.happen, words.later, words.soon, words.called, words.along))
    )
