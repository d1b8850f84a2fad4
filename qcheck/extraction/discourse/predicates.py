"""What a quantity is of and what is said of it: "12 people" and "killed", "inflation" and that it is so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.attributes import attribute
from qcheck.extraction.discourse.concepts import BODILY, HARM, OF_PERSONS, PERSON, PERSONS, SUSPECT, Concept, concept, measures
from qcheck.extraction.discourse.events import counted_before, numbers_of, said_of
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.extraction.discourse.measured import LENGTH, extent, fits, head, measure_of, measured, told_by
from qcheck.model.quantity import Quantity

_FAR, _CLAUSE = 14, 10
_ORDER = "order"  # persons are ordered to do something
_JOIN, _JOINED = "attend", ("strike", "protest")  # who takes part in a strike strikes
SEEK = "seek"
ASKED = (SEEK, "demand")
"""Events that tell what is not there yet: that it is asked for is a fact."""
_SOUGHT = {"acquire": SEEK}  # what is sought, where it is persons
_LONG = "length"
_NO_ATTRIBUTE = ("count", "age", "ordinal")
_OF_BODIES = ("count", "share", "age", "[time]")  # what may be told of persons and what befalls them


WON = "win"
_SPEED, _VOTE, _WAGE, _SEAT, _PRISON = "speed", "vote", "wage", "seat", "prison_term"
_METED = ("get", "supply", "acquire", "pay", "demand")  # what is said of a term that a court gives
_GAINED = ("", "get", "acquire", "supply", "arrive", "pay")  # what is said of seats that a party has
_RAIN, _RAINED = "rainfall", "liter per "
_TIME, _SEXES = "[time]", ("man", "woman")
_MOVERS = frozenset(("train", "vehicle", "bus", "ship", "aircraft", "helicopter", "driver", "missile", "drone", "tank"))


class Predicate(NamedTuple):
    """A thing, the lemma of what is said of it, and the mark of the words that say it."""

    thing: Concept
    said: str
    event: Mark | None


def predicate(
    article: Article,
    reading: Reading,
    quantity: Quantity,
    phrase: str,
    dimension: str,
    tokens: tuple[int, int],
    counted: Sequence[tuple[int, int]],
    contender: str = "",
) -> Predicate:
    """What the quantity at `tokens` (first, last) with a counted phrase says of what.

    `counted` are the first and last tokens of all counted phrases of the sentence, `contender` is whose votes a number may count.
    """
    first, last = tokens
    thing = concept(phrase, pack=article.pack, desk=article.desk)
    if not phrase and quantity.unit.startswith("count"):
        thing = counted_before(article, reading, first)
    beside = quantity.unit == "age" and first and reading.tokens[first - 1].text == "(" and last + 1 < len(reading.tokens)
    begin, end = (last + 1, last + 1) if beside else tokens  # "a miner (52) was hurt": what follows is said of him
    event = said_of(reading, begin, end, counted=[*counted, *((b - 1, e) for b, e in numbers_of(article, reading, 0, first - 1))])
    if quantity.wording and event is None:
        event = next(iter(reading.of("event", first, last)), None)  # "the double murder"
    elided = quantity.phrase_end <= quantity.end and event is not None and event.first == last + 1
    said = event.value if event is not None and (elided or not thing.event) else thing.event
    value, kind = {"unit": quantity.unit, "dimension": dimension, "trend": quantity.trend or ""}, measure_of(quantity.unit, dimension)
    if event is not None and said == event.value:
        said = _settled(article, reading.tokens[event.first].low, kind) or said
    after = reading.index(quantity.end - 1) + 1
    part = quantity.unit == "percent" and thing.lemma in measures() and after <= last and reading.at("preposition", after) is not None
    if (not thing.lemma or part) and quantity.unit != "age":  # "the deficit is 3 percent of GDP"
        thing = measured(reading, first, last, pack=article.pack, **value)
    elif fits(other := head(phrase, article.pack), **value):
        thing = thing._replace(lemma=other)
    elif size := _size(reading, first, after, phrase, kind):
        thing = Concept(size)
    if thing.lemma in ("", _SPEED) and not quantity.of and (topic := _topical(article, reading, first, contender, said, value)):
        thing = Concept(topic)
    if fits(thing.lemma, **value):
        said = said if said in ASKED else measures()[thing.lemma].event or said or "be"
    elif not thing.lemma:
        thing = Concept(told_by(said, quantity.unit, dimension))
        if not thing.lemma and quantity.unit not in _NO_ATTRIBUTE and (noun := attribute(reading, first, last)):
            thing, said = concept(noun, pack=article.pack, desk=article.desk), "be"
    elif thing.lemma == _SEAT and contender and said in _GAINED:
        said = WON
    elif not said and not phrase and quantity.unit == "count":
        said = "be"  # "the number of ferries grew to 40"
    if kind == _TIME and quantity.unit != "age" and _off(article, reading, last):
        said = ""  # "two days after the vote"
    if thing.lemma in _SEXES and _both(article, reading, thing.lemma, last):
        thing = thing._replace(lemma=PERSON)
    if said in BODILY and kind not in _OF_BODIES:
        said = ""  # "struck 12 km below the sea"
    if event is not None and event.form.startswith("wanted") and (thing.lemma in PERSONS or thing.event):
        said = _SOUGHT.get(said, said)
    if said == _ORDER and thing.lemma in PERSONS:
        said = next((m.value for m in reading.of("event", last + 1) if reading.border(last, m.first) < _CLAUSE), said)
    if said == _JOIN:
        said = next((m.value for m in reading.of("event") if m.value in _JOINED and reading.border(m.first, first) < _CLAUSE), said)
    if said in OF_PERSONS and not thing.lemma and quantity.unit == "count":
        thing = Concept(PERSON)
    return Predicate(thing, said, event)


def counted_too(article: Article, reading: Reading, said: str, last: int) -> str:
    """Whether words after a count of those hit say that it holds who did it: "with suspect", "without suspect"; else nothing."""
    if said not in HARM:
        return ""
    for kind, told in (("excluding", "without"), ("including", "with")):
        for mark in reading.of(kind, last + 1, last + _FAR):
            if reading.border(last, mark.first) >= _CLAUSE:
                continue
            noun = next((i for i in range(mark.last + 1, min(mark.last + 4, len(reading.tokens))) if not _small(reading, i)), -1)
            named = concept(reading.tokens[noun].text, pack=article.pack, desk=article.desk).lemma if noun > 0 else ""
            if named == SUSPECT:
                return f"{told} {SUSPECT}"
    return ""


def _small(reading: Reading, index: int) -> bool:
    return any(reading.at(kind, index) for kind in ("determiners", "preposition", "modality"))


def _size(reading: Reading, first: int, after: int, phrase: str, kind: str) -> str:
    """What a length is of by the thing behind it: "a 300-metre tower", "12 kilometres of road"; not "within 12 kilometres of the road"."""
    size = extent(phrase, reading.pack) if kind == LENGTH else ""
    behind = reading.at("preposition", after) is not None
    return "" if behind and (size != _LONG or (first and reading.at("locative", first - 1))) else size


def _topical(article: Article, reading: Reading, first: int, contender: str, said: str, value: dict[str, str]) -> str:
    """What a value that nothing names is of in an article of its topic: a party's votes, a wind's speed, a raise that is asked for."""
    for lemma, words in article.pack.concepts.topical.items():
        if fits(lemma, **value) and (lemma == _RAIN or not value["trend"]) and not article.words.isdisjoint(words):
            told = {_VOTE: bool(contender), _WAGE: said in ASKED, _PRISON: said in _METED, _RAIN: value["unit"].startswith(_RAINED)}
            if told.get(lemma, not _moves(article, reading, first)):
                return lemma
    return ""


def _moves(article: Article, reading: Reading, first: int) -> bool:
    """Whether something that moves by itself stands before a number in its sentence, so that a speed is its own."""
    nouns = (concept(token.text, pack=article.pack, desk=article.desk).lemma for token in reading.tokens[:first] if token.text.isalpha())
    return not _MOVERS.isdisjoint(nouns)


def _off(article: Article, reading: Reading, last: int) -> bool:
    """Whether a length of time only tells how far off something is: "two days after", "drei Stunden später"."""
    times = article.pack.times
    away = (*times.bounds.get("after", ()), *times.bounds.get("before", ()), *times.later, *times.ago)
    return last + 1 < len(reading.tokens) and reading.tokens[last + 1].low in away


def _both(article: Article, reading: Reading, lemma: str, last: int) -> bool:
    """Whether a number counts men and women together ("1950 Frauen und Männer")."""
    if last + 2 >= len(reading.tokens) or reading.at("coordinators", last + 1) is None:
        return False
    other = concept(reading.tokens[last + 2].text, pack=article.pack, desk=article.desk).lemma
    return other in _SEXES and other != lemma


def _settled(article: Article, word: str, kind: str) -> str:
    """The other event that an ambiguous word tells of: of a value of this kind, or in an article that has a word which goes with it."""
    for event, other in article.pack.concepts.ambiguous.items():
        if word in other.words and (kind in other.units or not article.words.isdisjoint(other.beside)):
            return event
    return ""
