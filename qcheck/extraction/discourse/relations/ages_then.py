"""How old somebody was at an event, beside the year of it and a day of birth or the age of today: "I was six", of a flood in 1953."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.names import people
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.relations.beginnings import BIRTH, begun
from qcheck.extraction.discourse.relations.protagonists import spoken_of
from qcheck.extraction.discourse.relations.terms import ranged
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.interval import Interval

AGE_THEN = "age_then"
_YOUNGEST, _OLDEST = 2, 105  # years
_BACK = 6  # sentences from an age to the year of its event
_LED = 24  # characters before an age that hold the words that lead it
_BEHIND = 20
_SLACK = 1  # years that an age of today leaves open
_LONG_AGO = 2  # years before the article that a year of then lies at least
_WRITTEN = re.compile(r"(?<![\d.,/–-])(?:1[89]|20)\d\d(?![\d/–-])")


class _Then(NamedTuple):
    row: Claim
    here: bool  # its year must stand in the same sentence
    name: str  # the last name of whom it is of


class _Birth(NamedTuple):
    row: Claim
    low: int
    high: int
    name: str


def ages_then(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `age_then` (age, year of the event, birth), each only likely: the birth is a day or follows from an age of today. None for an
    age that some year of the article explains.
    """
    if article.published is None or not article.may_say(_needed(article.pack)):
        return []
    told = {int(m.group()) for m in _WRITTEN.finditer(article.text)}
    found: list[Claim] = []
    for then in _thens(article, rows):
        births = list(_births(article, rows, then))
        if len({(b.low, b.high) for b in births}) != 1:
            continue
        birth, age = births[0], int(then.row.value_low)
        if any(birth.low + age - _SLACK <= year <= birth.high + age + _SLACK for year in (*told - {birth.low}, article.published.year)):
            continue
        event = _year_of(article, then, birth)
        if event is not None:
            year, at = event
            home = changed(then.row, sentence=birth.row.sentence)
            point = Interval(float(year), float(year))
            when = ranged(article, home, at, at + len(str(year)), float(year), point)
            born = ranged(
                article, home, birth.row.start, birth.row.end, float(birth.low), Interval(float(birth.low), float(birth.high + 1))
            )
            found += [when, born, changed(relation(article, AGE_THEN, (then.row, when, born)), modality="possible")]
    return found


def _thens(article: Article, rows: Sequence[Claim]) -> Iterator[_Then]:
    for row in rows:
        whole = row.role == "claim" and row.value_low == row.value_high and _YOUNGEST <= row.value_low <= _OLDEST
        if not whole or row.value_low != int(row.value_low) or not (row.unit in (AGE, "year") or (row.unit == "count" and not row.of)):
            continue
        before = article.lowered[max(row.sentence_start, row.start - _LED) : row.start].rstrip(" „“\"'")
        own = row.quote.lower()
        behind = article.lowered[row.end : row.end + _BEHIND].lstrip()
        bare = row.unit == AGE or behind[:1] in ".,;)" or _behind(article.pack).match(behind) is not None
        said = article.lowered[row.sentence_start : row.sentence_end]
        if row.person:
            continue
        led = f"{before} {own}" if row.unit == AGE else before
        then = row.unit == AGE and (row.within == "?" or _then(article.pack).search(before) is not None)
        if then or (bare and _was(article.pack).search(led)):
            here = _then(article.pack).search(said) is None and not article.quotation(row.start)
        elif bare and row.unit != "year" and _at(article.pack).search(before):
            here = True
        else:
            continue
        yield _Then(row, here, spoken_of(article, row.sentence))


def _births(article: Article, rows: Sequence[Claim], then: _Then) -> Iterator[_Birth]:
    """The birth of the person whom an age of then is of, as it is told or as an age of today gives it."""
    assert article.published is not None
    names = [name.split(" ")[-1] for name in people(article.text, article.pack)[1]]
    for beginning in begun(article, rows):
        name = spoken_of(article, beginning.sentence)
        if beginning.kind == BIRTH and beginning.year and name and name == then.name:
            yield _Birth(beginning.row, beginning.year, beginning.year, name)
            return
    for row in rows:
        if row.role == "claim" and row.unit == AGE and row.person and row.within != "?" and row.value_low == row.value_high:
            name, age = row.person.split(" ")[-1], int(row.value_low)
            if name == then.name and names.count(name) <= 1 and row.event != "kill":
                year = article.published.year
                yield _Birth(row, year - age - 1, year - age, name)


def _year_of(article: Article, then: _Then, birth: _Birth) -> tuple[int, int] | None:
    """The year that an age of then is most likely of, and where it stands: one of its sentence, or of those before it."""
    assert article.published is not None
    row = then.row
    start = row.sentence_start if then.here else article.sentences[max(0, row.sentence - 1 - _BACK)].start
    written = ((int(m.group()), m.start()) for m in _WRITTEN.finditer(article.text, start, row.sentence_end))
    latest = article.published.year - _LONG_AGO
    years = [(year, at) for year, at in written if year <= latest and not birth.row.start <= at < birth.row.end]
    return min(years, key=lambda pair: abs(pair[0] - birth.low - row.value_low), default=None)


@cache
def _needed(pack: Pack) -> Wanted:
    words = pack.lifetimes
    return wanted(map(needed, (*words.was, *words.at, *words.then)))


@cache
def _was(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.lifetimes.was)})(?!\w)(?: \d+| [^\W\d_]+)?$")


@cache
def _at(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.lifetimes.at)})$")


@cache
def _then(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.lifetimes.then)})(?!\w)")


@cache
def _behind(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?:{trie(pack.lifetimes.behind)})(?!\w)")
