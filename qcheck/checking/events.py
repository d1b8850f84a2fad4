"""Which articles tell of one event, from what their rows say: names, dates, days that they name, numbers.

An answer that is not sure lets no conflict through. Two articles of one genre share words, those of one town and month share a name or
two, only those of one event begin with the same ones, share many, tell the same exact numbers and lie close in time. How much each
counts was learned from pairs of articles: see bench/events.py, which writes events.yaml.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
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
FEW = 8  # names of one word: that a short article has all of its three in common with another says little
FEWEST = 3  # things that are shared by articles which surely tell of one event


class Evidence(NamedTuple):
    """What speaks for and against one event, or how much each piece of it counts.

    names               of several words that both have; first: other names, of one word, that both begin with; headed: names of one word
                        in the headline of one of the two; headline: other rare words in the headline of one that the other has;
                        numbers, counts: exact numbers that both tell (see `Article`); of each the logarithm of 1 + their number
    share               of the names of one word of the article that has fewer of them: how many the other has
    within_a_day ...    1 if they were published within that time of each other, else 0
    same_days           1 if both name one day (that they name others tells nothing: each has its own today)
    """

    names: float = 0.0
    first: float = 0.0
    headed: float = 0.0
    share: float = 0.0
    headline: float = 0.0
    numbers: float = 0.0
    counts: float = 0.0
    within_a_day: float = 0.0
    within_a_week: float = 0.0
    within_a_month: float = 0.0
    same_days: float = 0.0


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
        return self.of(told) + max(0.0, self.weights.same_days)


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
_NOT_ENOUGH = Link("unclear", ("the articles share too few names to be sure that they tell of one event",))


def evidence(a: Article, b: Article) -> Evidence:
    """What speaks for and against one event. Symmetric."""
    return _with_days(_told(a, b, shared_names(a, b)), a, b)


def _told(a: Article, b: Article, shared: Collection[str]) -> Evidence:
    """The evidence but for days: names that both have, numbers, and how near the articles were published."""
    gap = _gap(a, b)
    proper = a.proper & b.proper
    full = [name for name in shared if " " in name]
    return Evidence(
        math.log1p(len(full)),
        math.log1p(len(_alone(a.first & b.first, full))),
        math.log1p(len(proper & (a.heads | b.heads))),
        len(proper) / max(FEW, min(len(a.proper), len(b.proper))),
        math.log1p(len(((a.heads & b.words) | (b.heads & a.words)) - a.proper - b.proper)),
        math.log1p(len(a.numbers & b.numbers)),
        math.log1p(len(a.counts & b.counts)),
        float(gap <= A_DAY),
        float(gap <= A_WEEK),
        float(gap <= A_MONTH),
    )


def _alone(proper: Collection[str], full: Collection[str]) -> frozenset[str]:
    """The names of one word that are no words of full ones."""
    return frozenset(proper).difference(*(re.split("[ -]", name.lower()) for name in full)) if proper else frozenset()


def _enough(a: Article, b: Article, shared: Collection[str], found: Evidence) -> bool:
    """Whether more is shared than a town and who speaks for it, and after a week, when an event has successors, a day or a number."""
    full = [name for name in shared if " " in name]
    told = found.headline + found.numbers + found.counts
    things = len(full) + len(_alone(a.proper & b.proper, full)) + found.same_days + round(math.expm1(told))
    return things >= FEWEST and (_gap(a, b) <= A_WEEK or found.same_days + found.numbers + found.counts > 0)


def _with_days(told: Evidence, a: Article, b: Article) -> Evidence:
    return told._replace(same_days=float(any(not x.disjoint(y) for x in a.days for y in b.days)))


def _gap(a: Article, b: Article) -> float:
    """Days between the dates of two articles; infinite where one has none."""
    return abs((a.published - b.published).days) if a.published and b.published else math.inf


def may_be_one_event(a: Article, b: Article) -> bool:
    """Whether two articles share a name or an exact number: a look that is cheap, without which nothing else is enough. Symmetric."""
    return not (a.proper.isdisjoint(b.proper) and a.endings.isdisjoint(b.endings) and a.numbers.isdisjoint(b.numbers))


def same_event(a: Article, b: Article, *, weights: Weights | None = None) -> Link:
    """Whether two articles tell of one event: same where they surely do, likely or unclear where they may. Symmetric."""
    if a.document == b.document:
        return Link("same", (line("shared_document"),))
    if not may_be_one_event(a, b):
        return _NOT_ENOUGH if _two_languages(a, b) else _DIFFERENT
    known = weights or learned()
    shared = shared_names(a, b)
    told = _told(a, b, shared)
    if known.at_most(told) < known.likely:  # most pairs: their days need no look
        return _NOT_ENOUGH if _two_languages(a, b) else _DIFFERENT
    found = _with_days(told, a, b)
    total = known.of(found)
    reasons = tuple(_reasons(a, b, shared, found))
    named = bool(shared or a.proper & b.proper)  # words and numbers alone are those of a genre
    if total >= known.surely and named and _enough(a, b, shared, found):
        return Link("same", reasons)
    if _two_languages(a, b):
        return _NOT_ENOUGH
    if total < known.likely or not named or _gap(a, b) > A_MONTH:  # towns have news of one genre all year
        return _DIFFERENT
    return Link("likely", (*reasons, line("likely_one_event")))


def _two_languages(a: Article, b: Article) -> bool:
    return a.row.language != b.row.language


def _reasons(a: Article, b: Article, shared: Collection[str], found: Evidence) -> Iterator[Value]:
    names = sorted(name for name in shared if not _is_country(name))
    lands = sorted(name for name in shared if _is_country(name))
    words = sorted(a.words & b.words, key=lambda word: (word not in a.proper or word not in b.proper, word))
    if shared:
        yield line("both_name", names=in_words(party_words, ";".join([*names[:4], *lands[:4]])))
    if words:
        yield line("rare_words", words=", ".join(words[:6]))
    if found.numbers:
        yield line("same_numbers", numbers=tuple(sorted({number for _, number in a.numbers & b.numbers})[:3]))
    if found.same_days:
        yield line("same_day")


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
