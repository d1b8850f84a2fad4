"""Which persons an article tells to be dead: those whose age no longer grows."""

from __future__ import annotations

import re
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.attribution import person_runs
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.names import People, surname
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.language.pack import Pack

_REACH = 24  # tokens that a verb and its subject, or a noun and the name behind it, may lie apart
_AUXILIARY = 4
_AFTER = 8
_PARTED = ("speech", "subordinators")


def dead(article: Article, people: People) -> frozenset[str]:
    """The full names of the persons that an article tells to have died or to have been killed."""
    found: set[str] = set()
    for match in _cues(article.pack).finditer(article.text):
        sentence = sentence_at(article.sentences, match.start())
        if sentence is None or match.end() > sentence.end:
            continue
        reading = article.reading(sentence)
        first, last = reading.index(match.start()), reading.index(match.end() - 1)
        word = " ".join(match.group().lower().split())
        if word in _lower(article.pack, "death"):
            found.update(_named_behind(article, people, reading, last))
        if word in _lower(article.pack, "dying") or (word in _lower(article.pack, "slain") and _passive(reading, first, last)):
            found.update(_subjects(article, people, reading, first))
    return frozenset(found)


def _subjects(article: Article, people: People, reading: Reading, verb: int) -> list[str]:
    """The persons before a verb: the nearest name, and those that only commas, ages and conjunctions join to it."""
    begin = max(0, verb - _REACH)
    runs = person_runs(article, people, reading, begin, verb - 1)
    found: list[str] = []
    edge = verb
    for first, last, name in reversed(runs):
        between = range(last + 1, edge)
        if found and not all(_joins(reading, i) for i in between):
            break
        if not found and (_owned(reading, last) or any(_parts(article, reading, i) for i in between)):
            break
        found.append(name)
        edge = first
    return [full for name in found if (full := people.only(name))]


def _parts(article: Article, reading: Reading, index: int) -> bool:
    """Whether a token between a name and a verb shows that the verb is another one's."""
    if any(reading.at(kind, index) for kind in _PARTED) and reading.tokens[index].low not in _relative(article.pack):
        return True
    event = reading.at("event", index)
    return event is not None and "noun" not in event.form and "participle" not in event.form


def _joins(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return not token.text[0].isalpha() or reading.at("coordinators", index) is not None


def _owned(reading: Reading, last: int) -> bool:
    return last + 1 < len(reading.tokens) and reading.tokens[last + 1].low in ("'s", "'", "’")


def _named_behind(article: Article, people: People, reading: Reading, last: int) -> list[str]:
    """The person whose name comes right behind, with an age or a word for the person between at most."""
    for first, final, name in person_runs(article, people, reading, last + 1, min(len(reading.tokens) - 1, last + _AFTER)):
        between = range(last + 1, first)
        stops = any(reading.at(kind, i) for kind in ("speech", "subordinators", "coordinators", "preposition", "event") for i in between)
        signs = any(reading.tokens[i].text in ",.;:()" for i in between)
        full = "" if stops or signs or _owned(reading, final) else people.only(name)
        return [full] if full else []
    return []


def _passive(reading: Reading, first: int, last: int) -> bool:
    """Whether an auxiliary stands shortly before a participle, or where verbs end the clause, in it."""
    near = range(max(0, first - _AUXILIARY), first)
    if any(reading.at("passive", i) for i in near):
        return True
    after = range(last + 1, min(len(reading.tokens), last + 2))
    if any(reading.at("passive", i) for i in after):
        return True
    return any(m.last < first and reading.border(m.last, first) < 2 for m in reading.of("passive", max(0, first - 2 * _AFTER), first))


@cache
def _relative(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.persons.relative)


@cache
def _lower(pack: Pack, name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in getattr(pack.persons, name))


@cache
def _cues(pack: Pack) -> re.Pattern[str]:
    words = sorted({w for name in ("dying", "slain", "death") for w in _lower(pack, name)}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in words) or '(?!)'})(?!\w)", re.IGNORECASE)


def is_dead(name: str, names: frozenset[str], article: Article) -> bool:
    """Whether a person is among those told to be dead, also under a longer or shorter name."""
    if name in names:
        return True
    first, last = name.split(" ")[0], surname(name, article.pack)
    return any(other.split(" ")[0] == first and surname(other, article.pack) == last for other in names)
