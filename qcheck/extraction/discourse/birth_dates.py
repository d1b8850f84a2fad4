"""Dates on which persons were born: "NAME (born 3 May 1985)", "NAME, DOB 05/03/85", "NAME wurde 1985 geboren"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.attribution import person_runs
from qcheck.extraction.discourse.names import People
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

BORN = "bear"
_REACH, _AFTER = 24, 12  # characters from words of birth to a date, before and behind it
_NEAR = 12  # tokens from a name to the date of birth


def birth_dates(article: Article, people: People, rows: Sequence[Claim]) -> list[Claim]:
    """The time rows, those that tell when a person was born with the event `bear` and the person."""
    if not article.may_say(_wanted(article.pack)):
        return list(rows)
    return [_told(article, people, row) for row in rows]


def _told(article: Article, people: People, row: Claim) -> Claim:
    sentence = sentence_at(article.sentences, row.start)
    if sentence is None or row.time_year != "as written":
        return row
    born = _born(article.pack)
    near = born.search(article.text, max(sentence.start, row.start - _REACH), row.start)
    if near is None and born.search(article.text, row.end, min(sentence.end, row.end + _AFTER)) is None:
        return row
    reading = article.reading(sentence)
    first = reading.index(row.start)
    runs = [run for run in person_runs(article, people, reading, max(0, first - _NEAR), first - 1) if " " in run[2]]
    if not runs:
        return row
    return changed(row, event=BORN, person=people.only(runs[-1][2]))


@cache
def _wanted(pack: Pack) -> Wanted:
    return wanted(map(needed, pack.persons.born))


@cache
def _born(pack: Pack) -> re.Pattern[str]:
    words = sorted(pack.persons.born, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", re.IGNORECASE)
