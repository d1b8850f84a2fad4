"""Which articles tell of one event, from what their `document` and `time` rows say: names, rare words, dates, days that they name.

An answer that is not sure lets no conflict through. Two articles of one genre share words, those of one town and month share names of
places, only those of one event share both and lie close in time. How much each counts was learned from pairs of articles: see
bench/events.py, which writes events.yaml.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.statement import Article
from qcheck.checking.wording import party_words
from qcheck.files.yaml import read_yaml, validate

Answer = Literal["same", "likely", "possible", "unclear", "different"]
LEARNED = Path(__file__).parent / "events.yaml"
A_DAY, A_WEEK, A_MONTH = 1, 7, 30
# Across languages rare words are mostly names of one word, and no pile of one event in two languages was at hand to learn from.
FEWEST_NAMES, FEWEST_WORDS, DAYS = 2, 3, 3
NAMES_ALONE, NAMES_ALONE_AND_FAR = 2.5, 3.5  # within a week or at any time; all countries together count half


class Evidence(NamedTuple):
    """What speaks for and against one event, or how much each piece of it counts.

    names, countries    that both have; words: the rare words, the leading ones of each that the other has; headline: rare words in both
                        headlines; of each the logarithm of 1 + their number
    within_a_day ...    1 if they were published within that time of each other, else 0
    same_days           1 if both name one day; other_days: 1 if both are of one week and name other days only
    """

    names: float = 0.0
    words: float = 0.0
    countries: float = 0.0
    headline: float = 0.0
    within_a_day: float = 0.0
    within_a_week: float = 0.0
    within_a_month: float = 0.0
    same_days: float = 0.0
    other_days: float = 0.0


class Weights(BaseModel):
    """What each piece of evidence adds to the sum, and the sums from which two articles are surely or likely of one event."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    weights: Evidence
    start: float
    surely: float
    likely: float

    def of(self, evidence: Evidence) -> float:
        """The sum: the logarithm of the odds, on the pairs that it was learned from, that both tell of one event."""
        counted: float = sum(map(mul, self.weights, evidence))
        return self.start + counted

    def at_most(self, told: Evidence) -> float:
        """The sum that these pieces reach with whatever days the articles name."""
        return self.of(told) + max(0.0, self.weights.same_days, self.weights.other_days)


@cache
def learned() -> Weights:
    """The weights that come with qcheck."""
    return validate(read_yaml(LEARNED), Weights)


@dataclass(frozen=True, slots=True)
class Link:
    """An answer with its reasons, each a line for the report."""

    answer: Answer
    reasons: tuple[Value, ...] = ()


_DIFFERENT = Link("different", ("the articles share too little to tell of one event",))


def evidence(a: Article, b: Article) -> Evidence:
    """What speaks for and against one event. Symmetric."""
    return _with_days(_told(a, b, shared_names(a, b)), a, b)


def _told(a: Article, b: Article, shared: Collection[str]) -> Evidence:
    """The evidence but for days: names that both have, rare words, and how near the articles were published."""
    countries = sum(map(_is_country, shared)) if shared else 0
    words = math.log1p(len(a.leading & b.words) + len(b.leading & a.words))
    gap = _gap(a, b)
    return Evidence(
        math.log1p(len(shared) - countries),
        words,
        math.log1p(countries),
        math.log1p(len(a.heads & b.heads)),
        float(gap <= A_DAY),
        float(gap <= A_WEEK),
        float(gap <= A_MONTH),
    )


def _with_days(told: Evidence, a: Article, b: Article) -> Evidence:
    one_day = any(not x.disjoint(y) for x in a.days for y in b.days)
    other_days = bool(a.days and b.days) and not one_day and _gap(a, b) <= A_WEEK
    return told._replace(same_days=float(one_day), other_days=float(other_days))


def _gap(a: Article, b: Article) -> float:
    """Days between the dates of two articles; infinite where one has none."""
    return abs((a.published - b.published).days) if a.published and b.published else math.inf


def same_event(a: Article, b: Article, *, weights: Weights | None = None) -> Link:
    """Whether two articles tell of one event: same where they surely do, likely or unclear where they may. Symmetric."""
    if a.document == b.document:
        return Link("same", (line("shared_document"),))
    known = weights or learned()
    one_language = a.row.language == b.row.language
    shared = shared_names(a, b)
    told = _told(a, b, shared)
    # most pairs: their days need no look; without a name in common likely is not enough
    if one_language and known.at_most(told) < (known.likely if shared else known.surely):
        return _DIFFERENT
    found = _with_days(told, a, b)
    total = known.of(found)
    if one_language and total < known.likely:
        return _DIFFERENT
    words = a.words & b.words
    names = sorted(name for name in shared if not _is_country(name))
    lands = sorted(shared.difference(names))
    reasons: list[Value] = [line("both_name", names=in_words(party_words, ";".join([*names[:4], *lands[:4]])))] if shared else []
    if words:
        reasons.append(line("rare_words", words=", ".join(sorted(words)[:6])))
    if found.same_days:
        reasons.append(line("same_day"))
    if not one_language:
        return _across_languages(a, b, len(names), len(lands), len(words), tuple(reasons))
    if total >= known.surely:
        return Link("same", tuple(reasons))
    if not shared or _gap(a, b) > A_MONTH:  # words alone are those of a genre, and towns have news of one genre all year
        return _DIFFERENT
    return Link("likely", (*reasons, line("likely_one_event")))


def _across_languages(a: Article, b: Article, names: int, lands: int, words: int, reasons: tuple[Value, ...]) -> Link:
    gap = _gap(a, b)
    enough = NAMES_ALONE if gap <= A_WEEK else NAMES_ALONE_AND_FAR
    by_words = gap <= DAYS and names >= FEWEST_NAMES and words >= FEWEST_WORDS
    if names + 0.5 * (lands > 0) >= enough or by_words:
        return Link("same", reasons)
    return Link("unclear", ("the articles share too few names to be sure that they tell of one event",))


def headlines_apart(a: Article, b: Article) -> bool:
    """Whether each headline names what the other article does not name at all."""
    return all(one.headed and one.headed.isdisjoint(shared_names(one, other)) for one, other in ((a, b), (b, a)))


def shared_names(a: Article, b: Article) -> frozenset[str]:
    """The names that both articles have, as they are or with a word before in one of them. Symmetric."""
    if a.endings.isdisjoint(b.endings):
        return frozenset()
    if a.names.isdisjoint(b.endings) and b.names.isdisjoint(a.endings):
        return frozenset()
    one, other = _of_first(a, b), _of_first(b, a)
    return one if one == other else min(one, other, key=lambda names: (len(names), sorted(names)))


def _of_first(a: Article, b: Article) -> frozenset[str]:
    return frozenset(name for name in a.names if name in b.endings or not b.names.isdisjoint(a.ends[name]))


def _is_country(name: str) -> bool:
    return len(name) == 2 and name.isupper()
