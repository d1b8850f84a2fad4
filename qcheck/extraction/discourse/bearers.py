"""Whose age a number is: the person named right beside it."""

from __future__ import annotations

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.attribution import person_runs
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.names import People

AGE = "age"
_BEFORE, _AFTER = 6, 8
_STOPS = ("preposition", "coordinators", "event", "speech", "passive")
_OPENING = ("(", ",", "–", "—")


def bearer(article: Article, people: People, reading: Reading, first: int, last: int) -> tuple[str, int]:
    """The full name of the person whose age tokens `first` to `last` give, and the last token before a name that follows.

    The name stands before ("NAME, 41", "NAME (41)", "NAME, a 41-year-old baker") or right after ("the 41-year-old baker NAME").
    """
    for begin, _, name in person_runs(article, people, reading, last + 1, min(len(reading.tokens) - 1, last + _AFTER)):
        between = range(last + 1, begin)
        plain = all(reading.tokens[i].text.isalpha() for i in between)
        if plain and " " in name and not any(reading.at(kind, i) for i in between for kind in _STOPS):
            return people.name(name), begin - 1
        break
    start = first - 1
    if start >= 0 and reading.at("determiners", start):
        start -= 1
    if start > 0 and reading.tokens[start].text in _OPENING:
        runs = [run for run in person_runs(article, people, reading, max(0, start - _BEFORE), start - 1) if run[1] == start - 1]
        if runs and " " in runs[-1][2]:
            return people.name(runs[-1][2]), -1
    return "", -1
