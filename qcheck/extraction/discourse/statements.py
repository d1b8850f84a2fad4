"""Statements without a number that date, deny or plan a known event: claims that there was some of it."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import concept
from qcheck.extraction.discourse.cues import covers_all, manner
from qcheck.extraction.discourse.dating import dated, governing
from qcheck.extraction.discourse.lexicon import compound_events, denial_words
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.extraction.discourse.names import may_name_countries
from qcheck.extraction.discourse.sentences import Sentence, sentence_at, standing
from qcheck.extraction.discourse.speakers import Speakers
from qcheck.extraction.discourse.subjects import clause, parties, subject
from qcheck.model.claim import Claim, changed, content_id
from qcheck.model.timex import Timex

_LONGEST = 110
_KNOWN = 50  # claims of an article that a statement may take its thing and parties from


class Topic:
    """What an article counted or named last with its parties, so that "these" and "the deliveries" find it again."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims

    def fill(self, claim: Claim, earlier: Claim | None) -> Claim:
        """The claim with what it leaves open taken from the sentence before, then from the article's claims of the same event."""
        for source in [s for s in (earlier, *self.claims) if s is not None and s.event == claim.event]:
            if (
                _at_odds(claim.agent, source.agent)
                or _at_odds(claim.recipient, source.recipient)
                or (claim.of and source.of and _at_odds(claim.of, source.of))
            ):
                continue
            claim = changed(
                claim, of=claim.of or source.of, agent=claim.agent or source.agent, recipient=claim.recipient or source.recipient
            )
        return claim


def _at_odds(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def statements(article: Article, claims: Sequence[Claim], timexes: Sequence[Timex], speakers: Speakers, blank: Claim) -> list[Claim]:
    """The claims of sentences that date or deny an event without a number. Only events that a number is given for, or that a
    country does, count."""
    topic = Topic([c for c in claims if c.agent and c.event][:_KNOWN])
    if not (topic.claims or may_name_countries(article)):
        return []  # nobody acts
    counted = {c.sentence for c in claims}
    bounds: dict[int, list[Timex]] = {}
    for timex in timexes:
        if timex.bound or timex.kind == "event":
            sentence = sentence_at(article.sentences, timex.start)
            if sentence is not None:
                bounds.setdefault(sentence.number, []).append(timex)
    made: list[Claim] = []
    for number in _candidates(article, bounds):
        sentence = article.sentences[number - 1]
        earlier = made[-1] if made and made[-1].sentence == number - 1 else None
        made += _read(article, sentence, bounds.get(number, []), topic, earlier, speakers, blank, counted)
    return made


def _candidates(article: Article, bounds: dict[int, list[Timex]]) -> list[int]:
    found = set(bounds)
    said = denial_words(article.pack) & article.words
    near = {s.number: s for word in said for at in article.places(word) if (s := sentence_at(article.sentences, at)) is not None}
    for number, sentence in near.items():
        if number not in found and any(m.value == "denied" for m in article.reading(sentence).of("speech")):
            found.add(number)
    return sorted(found)


def _read(
    article: Article,
    sentence: Sentence,
    timexes: list[Timex],
    topic: Topic,
    earlier: Claim | None,
    speakers: Speakers,
    blank: Claim,
    counted: set[int],
) -> list[Claim]:
    reading = article.reading(sentence)
    before = article.before(sentence)
    held = subject(article.reading(before), len(article.reading(before).tokens) - 1) if before else []
    made = []
    for denial in [m for m in reading.of("speech") if m.value == "denied"]:
        events = [m for m in reading.of("event") if m.form != "attributive" and reading.border(denial.first, m.first) < 9]
        if events and sentence.number not in counted:
            event = min(events, key=lambda m: abs(m.first - denial.first))
            claim = _claim(
                article, sentence, reading, event, min(denial.first, event.first), max(denial.last, event.last), blank, ";".join(held)
            )
            claim = topic.fill(changed(claim, modality="denied"), None)
            if claim.agent:
                made.append(_placed(article, _said(claim, speakers, sentence), governing(timexes, reading, event.first, event.last)))
    for timex in timexes:
        at = reading.index(timex.start)
        carried, anaphor = _event_at(article, reading, at, before)
        if carried is None or (sentence.number in counted and not anaphor):
            continue
        event = carried
        first, last = (event.first, event.last) if event.first < len(reading.tokens) and not anaphor else (at, at)
        begin, _ = clause(reading, at, 3)
        claim = _claim(
            article, sentence, reading, event, *_spread(reading, begin, at, first, last, timex), blank, ";".join(held), anaphor=anaphor
        )
        source = _before(article, before, blank) if before else None
        claim = topic.fill(claim, source)
        if claim.agent and (claim.of or claim.recipient):
            made.append(_placed(article, _said(claim, speakers, sentence), timex))
    return made


def _event_at(article: Article, reading: Reading, at: int, before: Sentence | None) -> tuple[Mark | None, bool]:
    """The event that a time governs: of its clause, else the one of the sentence before that "this" or "these" carries on."""
    begin, end = clause(reading, at, 8)
    events = [m for m in reading.of("event", begin, end) if m.form not in ("attributive", "gerund") and not m.form.startswith("wanted")]
    events = [
        m for m in events if reading.border(m.first, at) < 8 and not _within_time(reading, m, at) and not reading.at("existential", m.first)
    ]
    if events:
        return min(events, key=lambda m: (abs(m.first - at), m.first)), False
    carried = list(reading.of("demonstratives", begin, at))
    exist = list(reading.of("existential", begin, end))
    if before is not None and carried and exist:
        past = list(article.reading(before).of("event"))
        if past:
            return past[-1], True
    return None, False


def _within_time(reading: Reading, mark: Mark, at: int) -> bool:
    return mark.form.startswith("noun") and 0 < mark.first - at <= 3


def _spread(reading: Reading, begin: int, at: int, first: int, last: int, timex: Timex) -> tuple[int, int]:
    """The tokens to quote: from the event to the time words, whichever comes first, as far as a quote may be long."""
    end = reading.index(timex.end - 1)
    low, high = min(first, at, end), max(last, at, end)
    while reading.tokens[high].end - reading.tokens[low].start > _LONGEST and low < at:
        low += 1
    while low > begin and reading.tokens[high].end - reading.tokens[low - 1].start <= 60:
        low -= 1
    while low < min(first, at) and (not reading.tokens[low].text[0].isalnum() or reading.at("subordinators", low)):
        low += 1
    return low, high


def _claim(
    article: Article,
    sentence: Sentence,
    reading: Reading,
    event: Mark,
    first: int,
    last: int,
    blank: Claim,
    held: str,
    *,
    anaphor: bool = False,
) -> Claim:
    start, end = reading.tokens[first].start, min(reading.tokens[last].end, reading.tokens[first].start + _LONGEST)
    quote = article.document.text[start:end]
    how = manner(reading, None, first, last) if anaphor else manner(reading, event, event.first, event.last)
    who = parties(reading, event, earlier=held) if not anaphor else None
    thing = "" if anaphor else _thing(article, reading, event)
    return changed(
        blank,
        role="claim",
        claim=content_id(blank.document, start, end, "claim", quote),
        start=start,
        end=end,
        quote=quote,
        low=0.0,
        high=float("inf"),
        closed="()",
        typical_low=0.0,
        typical_high=float("inf"),
        typical_closed="()",
        modifier="vague",
        unit="count",
        of=thing,
        event=event.value,
        agent=who.agent if who else "",
        recipient=who.recipient if who else "",
        modality=how.modality,
        tense=how.tense,
        covers="all" if covers_all(reading, last, last) or _all(reading, first, last) or anaphor else "some",
        **standing(sentence, article.document.text),
    )


def _all(reading: Reading, first: int, last: int) -> bool:
    """Whether a statement covers all: "all" in it, or its subject takes up all that was said of before ("these were")."""
    return bool(reading.of("all", max(0, first - 3), last)) or any(
        m.value in ("this", "these", "those", "diese") for m in reading.of("demonstratives", max(0, first - 2), last)
    )


def _thing(article: Article, reading: Reading, event: Mark) -> str:
    """The concept of what an event is done to, where a word beside it names one that the pack knows."""
    own = article.text[reading.tokens[event.first].start : reading.tokens[event.last].end]
    begin, end = clause(reading, event.first)
    before, after = range(event.first - 1, max(begin - 1, event.first - 8), -1), range(event.last + 1, min(event.last + 7, end + 1))
    for index in [*before, *after] if "noun" in event.form else [*after, *before]:
        word = reading.tokens[index].text
        if not word.isalpha() or any(reading.at(kind, index) for kind in ("country", "event", "preposition", "role")):
            continue
        found = concept(word, pack=article.pack, desk=article.desk)
        if found.lemma in article.pack.concepts.things and not found.event:
            return found.lemma
    parts = compound_events(article.pack, own) if article.pack.concepts.compounds else ()
    first = concept(parts[1] if parts else own, pack=article.pack, desk=article.desk)
    return first.lemma if first.lemma in article.pack.concepts.things else ""


def _before(article: Article, before: Sentence, blank: Claim) -> Claim | None:
    reading = article.reading(before)
    events = reading.of("event")
    if not events:
        return None
    who = parties(reading, events[-1])
    return changed(blank, event=events[-1].value, of=_thing(article, reading, events[-1]), agent=who.agent, recipient=who.recipient)


def _placed(article: Article, claim: Claim, timex: Timex | None) -> Claim:
    when = dated(timex, None, published=article.published, modality=claim.modality, tense=claim.tense, kind=claim.kind, zone=claim.zone)
    return changed(claim, **when)


def _said(claim: Claim, speakers: Speakers, sentence: Sentence) -> Claim:
    who = speakers.of(sentence, claim.start)
    return changed(claim, by=who.by, side=who.side)
