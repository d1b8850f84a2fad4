"""From documents to claims: what each article says of which quantity, when, and on whose word."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from qcheck.extraction.discourse.age_groups import age_groups
from qcheck.extraction.discourse.ages import ages, befallen
from qcheck.extraction.discourse.article import Article, open_article
from qcheck.extraction.discourse.attackers import dead_attacker
from qcheck.extraction.discourse.bearers import AGE, NOBODY, bearer
from qcheck.extraction.discourse.birth_dates import birth_dates
from qcheck.extraction.discourse.clocks import event_times
from qcheck.extraction.discourse.concepts import OF_PERSONS, Concept
from qcheck.extraction.discourse.contenders import CONTESTED, contender, may_be_contested
from qcheck.extraction.discourse.cues import earlier, figure, manner, threshold, to_come
from qcheck.extraction.discourse.dating import dated, governing
from qcheck.extraction.discourse.events import carried_on
from qcheck.extraction.discourse.gaps import filled
from qcheck.extraction.discourse.implied import NONE, SINGLE, implied
from qcheck.extraction.discourse.ledger import document_row, no_claim, number_row, time_row
from qcheck.extraction.discourse.lists import lists
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.names import people, plain_words
from qcheck.extraction.discourse.passages import link_repeats, repeats
from qcheck.extraction.discourse.predicates import ASKED, WON, counted_too, predicate
from qcheck.extraction.discourse.records import with_records
from qcheck.extraction.discourse.relations import relations
from qcheck.extraction.discourse.sentences import Sentence, sentence_at, standing
from qcheck.extraction.discourse.speakers import Speakers
from qcheck.extraction.discourse.statements import statements
from qcheck.extraction.discourse.subjects import Parties, parties, place, subject
from qcheck.extraction.discourse.sums import sums
from qcheck.extraction.nouns.rejects import PRONOUN
from qcheck.language.pack import languages, load_pack
from qcheck.model.claim import Claim, content_id
from qcheck.model.desk import EMPTY_DESK, Desk
from qcheck.model.document import Document
from qcheck.model.frames import from_frame, to_frame
from qcheck.model.interval import Interval
from qcheck.model.quantity import NotQuantity, Quantity
from qcheck.model.timex import Timex

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = ("document", "title", "text", "language", "published")
LONGEST_QUOTE = 120
TIED = ("claim", "time", "list", "number")  # roles of rows that a relation may tie
_PLACE = attrgetter("start", "end", "claim")
_ORDER = {"document": 0, "repeat": 1, "claim": 2}


def extract(documents: pd.DataFrame, *, desk: Desk | None = None) -> pd.DataFrame:
    """The claims of all documents: one row for each claim, and rows of the other roles (see `qcheck.model.claim.Claim`).

    `documents` needs the columns document, title, text, language and published (ISO 8601 date or missing); rows whose `status` is not
    "read", or whose language has no pack, are left out. Rows are sorted by document and place. Raises UsageProblem if a column is missing.
    """
    rows: list[Claim] = []
    for document in from_frame(documents, Document, required=REQUIRED):
        if document.status == "read" and document.language in languages():
            rows += claims_of(document, desk=desk or EMPTY_DESK)
    return claims_frame(rows)


def claims_frame(rows: Iterable[Claim]) -> pd.DataFrame:
    """The claims frame of rows that were found in any order."""
    return to_frame(sorted(rows, key=lambda r: (r.document, r.start, r.end, _ORDER.get(r.role, 3), r.role, r.claim)), Claim)


def claims_of(document: Document, *, desk: Desk = EMPTY_DESK) -> list[Claim]:
    """All rows of one article."""
    from qcheck.extraction.quantities import read_quantities

    article = open_article(document, pack=load_pack(document.language), desk=desk)
    text = article.text
    timexes = article.timexes
    quantities, rejected = read_quantities(text, pack=article.pack, desk=desk, timexes=timexes)
    blank = Claim(document=document.document, language=document.language)
    persons, order = people(text, article.pack)
    speakers = Speakers(article, persons)
    by_sentence: dict[int, list[Timex]] = {}
    for timex in timexes:
        home = sentence_at(article.sentences, timex.start)
        if home is not None:
            by_sentence.setdefault(home.number, []).append(timex)
    spans: dict[int, list[tuple[int, int]]] = {}
    for quantity in quantities:
        home = sentence_at(article.sentences, quantity.start)
        if home is not None:
            spans.setdefault(home.number, []).append((quantity.start, min(home.end, max(quantity.end, quantity.phrase_end))))
    claims = []
    lone = {number.start: found for number in rejected if (found := _lone(article, number)) is not None}
    rows = [number_row(article, number) for number in rejected if number.start not in lone]
    untold = implied(article, [*quantities, *lone.values()])
    told = {q.start for q in untold}
    rows = [row for row in rows if row.start not in told]
    quantities = [q for q in quantities if q.start not in told]  # the rank of whom a count has reached
    quantities = sorted([*ages(article, persons, quantities), *lone.values(), *untold], key=lambda q: (q.start, q.end))
    for quantity in quantities:
        sentence = sentence_at(article.sentences, quantity.start)
        reason = no_claim(article, sentence, quantity)
        if sentence is None or reason:
            rows.append(number_row(article, NotQuantity(quantity.start, quantity.end, quantity.quote, reason)))
        else:
            claims.append(
                _claim(article, sentence, quantity, by_sentence.get(sentence.number, ()), speakers, spans.get(sentence.number, ()))
            )
    claims = filled(article, carried_on(article, age_groups(article, befallen(article, persons, claims))))
    claims += sums(article, claims)
    claims += dead_attacker(article, claims, blank)
    rows += lists(article, claims, persons)
    claims += statements(article, claims, timexes, speakers, blank)
    claims.sort(key=_PLACE)
    claims = with_records(article, claims, timexes)
    rows += link_repeats(article, claims, blank)
    rows += repeats(article, claims, blank)
    rows += event_times(article, birth_dates(article, persons, [time_row(article, timex) for timex in timexes]))
    rows += relations(article, sorted([r for r in rows if r.role in TIED], key=_PLACE))
    rows.append(document_row(article, order))
    return rows


def _claim(
    article: Article,
    sentence: Sentence,
    quantity: Quantity,
    timexes: Sequence[Timex],
    speakers: Speakers,
    counted: Sequence[tuple[int, int]],
) -> Claim:
    document, reading = article.document, article.reading(sentence)
    first = reading.index(quantity.start)
    phrase, end = quantity.of, max(quantity.end, quantity.phrase_end)
    whose = NOBODY
    if quantity.unit == AGE:
        whose = bearer(article, speakers.people, reading, first, reading.index(quantity.end - 1))
        if whose.cut >= first and reading.tokens[whose.cut].end < end:
            end = max(quantity.end, reading.tokens[whose.cut].end)
            phrase = article.text[quantity.end : end].strip(" -").lower()
    end = min(end, max(sentence.end, quantity.end), max(quantity.start + LONGEST_QUOTE, quantity.end))
    quote = document.text[quantity.start : end]
    last = reading.index(max(quantity.start, end - 1))
    dimension, factor = _dimension(quantity.unit)
    spans = [(reading.index(b), reading.index(e - 1)) for b, e in counted]
    whom = contender(article, speakers.people, reading, first, last) if may_be_contested(article, reading, quantity, phrase) else ""
    thing, said, event = predicate(article, reading, quantity, phrase, dimension, (first, last), spans, whom)
    who = Parties()
    if event is not None:
        before = article.before(sentence)
        held = subject(article.reading(before), len(article.reading(before).tokens) - 1) if before and reading.asks else []
        who = parties(reading, event, earlier=";".join(held))
    if whose.name:
        thing, said, who = Concept(AGE, thing.lemma), "be", Parties(whose.name)
    how = manner(reading, event, first, last)
    if (quantity.wording == NONE and how.modality == "denied") or (said in ASKED and how.modality == "planned"):
        how = how._replace(modality="asserted")
    if how.modality == "asserted" and sentence.paragraph.zone == "headline" and to_come(reading, event, article.pack):
        how = how._replace(modality="planned", tense="future")
    if threshold(reading, first):
        how = how._replace(modality="planned")
    kind = figure(quantity, thing.lemma, event, how, reading, (first, last), article.pack)
    clock = governing(timexes, reading, first, last, clock=True)
    timex = governing(timexes, reading, first, last, counted=spans, event=event.last if event is not None else 0)
    sooner = earlier(reading, first, last)
    zone = sentence.paragraph.zone
    when = dated(
        timex,
        clock,
        published=article.published,
        modality=how.modality,
        tense=how.tense,
        kind=kind,
        zone=zone,
        earlier=" ".join(token.text for token in reading.tokens[sooner.first : sooner.last + 1]) if sooner else "",
    )
    speaker = speakers.of(sentence, quantity.start)
    low, high = quantity.value if isinstance(quantity.value, tuple) else (quantity.value, quantity.value)
    (low_end, high_end), (typical_low, typical_high) = _ends(quantity.hard), _ends(quantity.typical)
    return Claim(
        claim=content_id(document.document, quantity.start, end, "claim", quote),
        role="claim",
        document=document.document,
        language=document.language,
        start=quantity.start,
        end=end,
        quote=quote,
        low=low_end,
        high=high_end,
        closed=quantity.hard.closed,
        typical_low=typical_low,
        typical_high=typical_high,
        typical_closed=quantity.typical.closed,
        value_low=math.nan if low is None else low,
        value_high=math.nan if high is None else high,
        modifier=quantity.modifier.value,
        trend=quantity.trend or "",
        unit=quantity.unit,
        dimension=dimension,
        base_factor=factor,
        of=thing.lemma,
        scope=" ".join(
            filter(
                None,
                (
                    (whom or "?") if thing.lemma in CONTESTED and said == WON else "",
                    _scope(article, reading, first, last, thing.scope),
                    counted_too(article, reading, said, last),
                ),
            )
        ),
        event=said,
        agent=who.agent,
        recipient=who.recipient,
        place=place(reading, first, last),
        person=whose.name,
        part="part" if quantity.wording == SINGLE else "",
        definite=_definite(reading, first, last),
        covers=how.covers,
        kind=kind,
        tense=how.tense,
        modality=how.modality,
        by=speaker.by,
        side=speaker.side,
        **standing(sentence, document.text),
        **when,
    )


def _scope(article: Article, reading: Reading, first: int, last: int, words: str) -> str:
    """The words that narrow a thing, without the countries that act or own and without common words."""
    lands = {reading.tokens[i].low for m in reading.of("country", first, last) for i in range(m.first, m.last + 1)}
    return " ".join(word for word in words.split() if word not in lands and word not in plain_words(article.pack))


def _lone(article: Article, number: NotQuantity) -> Quantity | None:
    """A number word taken for a pronoun that counts after all: what befalls persons is said right after it ("One killed, four hurt")."""
    sentence = sentence_at(article.sentences, number.start)
    if sentence is None or number.reason != PRONOUN:
        return None
    reading = article.reading(sentence)
    at = reading.index(number.end - 1)
    event = reading.at("event", at + 1) if at + 1 < len(reading.tokens) else None
    begins = at == 0 or reading.tokens[at - 1].text in ",;:–—" or reading.at("coordinators", at - 1) is not None
    if event is None or event.value not in OF_PERSONS or "participle" not in event.form.split() or not begins:
        return None
    one = Interval(1.0, 1.0)
    return Quantity(number.start, number.end, number.quote, 1.0, one, one, phrase_end=number.end)


def _definite(reading: Reading, first: int, last: int) -> bool:
    """Whether a definite word stands right before the number: before the quantity, or in a share of a number ("most of the 400")."""
    before = reading.at("definite", first - 1) if first else None
    return before is not None or any(
        m.last < last and _counts(reading, m.last + 1) for m in reading.of("definite", first, min(last, first + 3))
    )


def _counts(reading: Reading, index: int) -> bool:
    return reading.tokens[index].text[:1].isdigit()


@cache
def _dimension(unit: str) -> tuple[str, float]:
    """The dimension of a unit and the factor to its base units; nothing for counts, shares and money."""
    from qcheck.extraction.units import base_factor, dimension

    return dimension(unit), base_factor(unit)


def _ends(numbers: Interval[float]) -> tuple[float, float]:
    return (-math.inf if numbers.low is None else numbers.low), (math.inf if numbers.high is None else numbers.high)
