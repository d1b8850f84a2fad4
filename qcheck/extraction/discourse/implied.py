"""Persons who are counted without a number: "no one was hurt", "a man was arrested", "a triple shooting", "a third suspect was held"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import OF_PERSONS, PERSON, PERSONS, concept
from qcheck.extraction.discourse.events import said_of
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.nouns.inflection import is_plural
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.interval import Interval
from qcheck.model.quantity import Modifier, Quantity

NONE, SINGLE, SEVERAL, ORDINAL = "none", "single", "several at once", "ordinal"
RANK = "ordinal"  # the unit of a number that only ranks
_COUNTED_ON = frozenset(("suspect", "victim"))  # whom an event makes the second one; a second man may be another one than before
_NOUN = 4  # words after "no" or "a" that the person stands within
_TOKENS = 8
_SAID = ("passive", "perfect", "event")
_ENDING = ("preposition", "determiners", "passive", "speech")
# what a sentence must tell for words of a kind to count anybody; with a word for none a noun may tell what happened ("no deaths")
_NEEDED = {"any": ("modality", frozenset(("denied",)))} | dict.fromkeys(("nobody", "several", "single", "lone"), ("event", OF_PERSONS))
_BEFALLS = 6  # tokens between a person and what befell him
_BORDER = 2
_DENIED = 8  # tokens between a denial and "any"


class _Objects(NamedTuple):
    """Characters where numbers and time words begin, and where counted phrases begin and end.

    A verb before a number has an object, one before time words has none there.
    """

    numbers: frozenset[int]
    times: frozenset[int]
    counts: frozenset[int]
    ends: frozenset[int]


def implied(article: Article, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The counts of persons that words tell without a number, in the order of the text; none where one of `quantities` begins.

    The `wording` of a quantity tells which it is: none, single (one person, of whom there may be more), several at once, or ordinal (the
    third one is one of three at least).
    """
    taken = {q.start for q in quantities if q.unit != RANK}
    counts = [q for q in quantities if q.unit == "count"]
    inside = {at for q in counts for at in range(q.start + 1, q.end)}  # "mindestens ein Mensch" is counted
    objects = _Objects(
        frozenset(taken),
        frozenset(t.start for t in article.timexes),
        frozenset(q.start for q in counts),
        frozenset(max(q.end, q.phrase_end) for q in counts),
    )
    found = []
    told: dict[tuple[int, str], bool] = {}  # whether a sentence tells what a kind of word needs, asked once
    for match in _anchors(article.pack).finditer(article.lowered):
        sentence = sentence_at(article.sentences, match.start())
        if sentence is None or match.end() > sentence.end or match.start() in taken or match.start() in inside:
            continue
        kind = match.lastgroup or ""
        needed = _NEEDED.get(kind)
        if needed is not None:
            if (sentence.number, kind) not in told:
                told[sentence.number, kind] = article.marks(sentence, *needed)
            if not told[sentence.number, kind]:
                continue
        reading = article.reading(sentence)
        first, last = reading.index(match.start()), reading.index(match.end() - 1)
        made = next(_counts(article, reading, kind, first, last, objects), None)
        if made is not None:
            found.append(made)
    return found + [q for q in _headline(article, objects) if q.start not in taken]


def _headline(article: Article, objects: _Objects) -> Iterator[Quantity]:
    """One person at the head of a headline, which leaves out the article ("Man killed in crash")."""
    for sentence in article.sentences[:1]:
        if sentence.paragraph.zone != "headline":
            return
        reading = article.reading(sentence)
        noun, person = _person(article, reading, 0) if reading.tokens else (0, "")
        single = person and not is_plural(person, article.pack) and noun + 1 < len(reading.tokens)
        event = reading.at("event", noun + 1) if single else None
        if event is not None and event.value in OF_PERSONS and "participle" in event.form and _suffered(reading, 0, noun, event, objects):
            yield _quantity(article, reading, 0, noun, noun, 1, SINGLE, person)


def _counts(article: Article, reading: Reading, kind: str, first: int, last: int, objects: _Objects) -> Iterator[Quantity]:
    pack = article.pack
    word = " ".join(token.low for token in reading.tokens[first : last + 1])
    if kind == "several":
        number, noun = _multiple(pack, word), last + 1 if word in pack.implied.several else last
        event = reading.at("event", noun) if noun < len(reading.tokens) else None
        if event is not None and "noun" in event.form and event.value in OF_PERSONS and number:
            yield _quantity(article, reading, first, first, event.last, number, SEVERAL, PERSON)
    elif kind == "nobody":
        if _fate(reading, first, last) is not None:
            yield _quantity(article, reading, first, last, last, 0, NONE, PERSON)
    elif kind in ("none", "any"):
        denied = kind == "none" or any(
            m.value == "denied" and 0 < first - m.last <= _DENIED and reading.border(m.last, first) < _BORDER
            for m in reading.of("modality")
        )
        if denied:
            yield from _nobody(article, reading, first, last)
    elif kind == "ordinal":
        yield from _counted_on(article, reading, first, last, objects, pack.implied.ordinals[word.replace(" ", "")])
    elif kind == "befallen":
        yield from _nominal(article, reading, first, last)
    elif kind in ("single", "lone"):
        yield from _one(article, reading, first, last, objects, lone=kind == "lone")


def _nobody(article: Article, reading: Reading, first: int, last: int) -> Iterator[Quantity]:
    """Nobody of the persons that a noun names, or to whom what it names happened."""
    for noun in range(last + 1, min(last + 1 + _NOUN, len(reading.tokens))):
        word = reading.tokens[noun].text
        if not word.isalpha() or reading.at("preposition", noun) or reading.at("determiners", noun):
            return
        found = concept(word, pack=article.pack, desk=article.desk)
        happened = reading.at("event", noun)
        if found.event or (happened is not None and "noun" in happened.form and happened.value in OF_PERSONS):
            yield _quantity(article, reading, first, last, noun, 0, NONE, word.lower())
            return
        if found.lemma in PERSONS and _fate(reading, first, noun) is not None:
            yield _quantity(article, reading, first, last, noun, 0, NONE, word.lower())
            return


def _counted_on(article: Article, reading: Reading, first: int, last: int, objects: _Objects, number: int) -> Iterator[Quantity]:
    """The persons up to the one that an ordinal counts: at least so many, as those before need not be told of the same."""
    for noun in range(last + 1, min(last + 1 + _NOUN, len(reading.tokens))):
        word = reading.tokens[noun].text
        if not word.isalpha() or reading.at("preposition", noun) or reading.at("determiners", noun):
            return
        found = concept(word, pack=article.pack, desk=article.desk)
        event = _fate(reading, first, noun) if found.lemma in _COUNTED_ON else None
        if found.event in OF_PERSONS or (event is not None and _suffered(reading, first, noun, event, objects)):
            made = _quantity(article, reading, first, last, noun, number, ORDINAL, word.lower())
            yield replace(made, hard=Interval(float(number), math.inf, "[)"), modifier=Modifier.AT_LEAST)
            return


def _one(article: Article, reading: Reading, first: int, last: int, objects: _Objects, *, lone: bool) -> Iterator[Quantity]:
    """One person, named by a noun or standing for one of several, to whom something happened."""
    noun, person = (last, "") if lone else _person(article, reading, last + 1)
    if lone:
        word = " ".join(token.low for token in reading.tokens[first : last + 1])
        said = any(reading.at(kind, last + 1) for kind in _SAID) if last + 1 < len(reading.tokens) else False
        noun = next((m.last for m in reading.of("anaphors", first, last + 3) if m.first <= last + 1), last)
        if word not in article.pack.implied.lone or not (said or noun > last or " " in word):
            return
    elif not person or any(reading.tokens[i].start in objects.counts for i in range(first, noun)) or _joined(reading, first, objects):
        return
    if not lone and _ranked(article, reading, first, noun):
        return
    event = _fate(reading, first, noun)
    if event is None or not _suffered(reading, first, noun, event, objects):
        return
    yield _quantity(article, reading, first, last, noun, 1, SINGLE, person or PERSON)


def _nominal(article: Article, reading: Reading, first: int, last: int) -> Iterator[Quantity]:
    """One person whose noun tells what happened ("ein Toter")."""
    for noun in range(last + 1, min(last + 3, len(reading.tokens))):
        token = reading.tokens[noun]
        if token.text[0].isupper():
            if concept(token.text, pack=article.pack, desk=article.desk).event in OF_PERSONS:
                yield _quantity(article, reading, first, last, noun, 1, SINGLE, token.low)
            return


def _ranked(article: Article, reading: Reading, first: int, noun: int) -> bool:
    """Whether an ordinal stands before a person, so that it counts more than this one ("a third suspect")."""
    words = article.lowered[reading.tokens[first].start : reading.tokens[noun].start].split()
    return not article.pack.implied.ordinals.keys().isdisjoint(words)


def _joined(reading: Reading, first: int, objects: _Objects) -> bool:
    """Whether a conjunction joins a person to a group that is counted ("four men and a woman"), so that both are counted together."""
    at = first - 1
    while at > 0 and (reading.at("coordinators", at) or reading.tokens[at].text == ","):
        at -= 1
    return 0 <= at < first - 1 and reading.tokens[at].end in objects.ends


def _person(article: Article, reading: Reading, first: int) -> tuple[int, str]:
    """Where the noun for one person stands that begins at a token or a few later, over ages and adjectives, and the noun."""
    for index in range(first, min(first + _TOKENS, len(reading.tokens))):
        token = reading.tokens[index]
        if not (token.text.isalnum() or token.text == "-") or any(reading.at(kind, index) for kind in _ENDING):
            break
        if concept(token.text, pack=article.pack, desk=article.desk).lemma in PERSONS:
            return index, token.low
    return first - 1, ""


def _fate(reading: Reading, first: int, last: int) -> Mark | None:
    """What is said of tokens `first` to `last` where it is near and befalls persons."""
    event = said_of(reading, first, last)
    if event is None or event.value not in OF_PERSONS or event.form in ("noun", "attributive"):
        return None
    gap = event.first - last if event.first > last else first - event.last
    border = reading.border(last, event.first) if event.first > last else reading.border(event.last, first)
    return event if 0 < gap <= _BEFALLS and border < _BORDER else None


def _suffered(reading: Reading, first: int, last: int, event: Mark, objects: _Objects) -> bool:
    """Whether a person is the one it happened to: right after an active verb, or before a passive one or one without an object."""
    if event.first < first:
        if last + 1 < len(reading.tokens) and reading.tokens[last + 1].start in objects.counts:
            return False  # of two things right behind a verb the first is who does it ("tötete ein Mann drei Menschen")
        between = range(event.last + 1, first)
        return not any(reading.at("preposition", i) for i in between) and not reading.of("passive", max(0, event.first - 3), event.first)
    if reading.of("passive", last + 1, event.first):
        return True
    after = event.last + 1
    if after >= len(reading.tokens):
        return True
    token = reading.tokens[after]
    if token.start in objects.numbers:
        return False
    return not token.text[0].isalnum() or token.start in objects.times or reading.at("preposition", after) is not None


def _quantity(article: Article, reading: Reading, first: int, last: int, noun: int, number: int, wording: str, of: str) -> Quantity:
    start, end, phrase_end = reading.tokens[first].start, reading.tokens[last].end, reading.tokens[noun].end
    point = Interval(float(number), float(number))
    return Quantity(start, end, article.text[start:end], float(number), point, point, of=of, phrase_end=phrase_end, wording=wording)


def _multiple(pack: Pack, word: str) -> int:
    several = pack.implied.several
    return several.get(word, 0) or next((number for begin, number in several.items() if word.startswith(begin)), 0)


@cache
def _anchors(pack: Pack) -> re.Pattern[str]:
    """All words that may count persons; one person where a noun for one follows within a few words."""
    words = pack.implied
    persons = {w.lower() for lemma, named in pack.concepts.things.items() if lemma in PERSONS for w in named}
    states = {w.lower() for named in pack.concepts.states.values() for w in named} if pack.phrases.capitalized else set()
    rest = r"\w*" if pack.concepts.compounds else ""
    return re.compile(
        rf"(?<![\w-])(?:(?P<nobody>{trie(words.nobody)})(?!\w)|(?P<none>{trie(words.none)})(?!\w)"
        + (rf"|(?P<any>{trie(words.any)})(?!\w)" if words.any else "")
        + (rf"|(?P<ordinal>{trie(words.ordinals)})(?=\s+[^\W\d_])" if words.ordinals else "")
        + rf"|(?P<several>{trie(words.several)}){rest}(?!\w)"
        + (rf"|(?P<befallen>{trie(words.single)})(?=(?: [^\W\d_]+)? {trie(states)}(?!\w))" if states else "")
        + rf"|(?P<single>{trie(words.single)})(?=(?: [\w-]+){{0,{_NOUN - 1}}}? (?:[\w-]*-)?{trie(persons)}(?!\w))"
        rf"|(?P<lone>{trie(words.lone)})(?!\w))"
    )
