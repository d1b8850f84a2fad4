"""Which articles may tell of one event: found by the names and words that they share, never all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from qcheck.checking.events import may_be_one_event, same_event
from qcheck.checking.statement import Article

LOOKED_AT = 2000  # articles that are looked up for one, by its rarest names and words first
NEAREST = 80  # articles on each side in time that are looked up by one name or word
FEWEST = 2  # names, words and numbers that two articles share before they are compared


class Neighbours(NamedTuple):
    """`near`: document -> the documents that surely or likely tell of the same event, sorted; `crowded`: documents with so many of them
    before or after in time that there may be more, which they were not compared with.
    """

    near: dict[str, list[str]]
    crowded: frozenset[str]


def neighbours(articles: Iterable[Article]) -> Neighbours:
    """Which articles tell of one event with which."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for a, b in candidates(articles):
        if same_event(a, b).answer in ("same", "likely"):
            after[a.document].append(b.document)
            before[b.document].append(a.document)
    crowded = frozenset(document for side in (before, after) for document, others in side.items() if len(others) >= NEAREST)
    return Neighbours({document: sorted([*before[document], *after[document]]) for document in [*before, *after]}, crowded)


def candidates(articles: Iterable[Article]) -> Iterator[tuple[Article, Article]]:
    """Pairs of articles that share a name or number and something else, each pair once, the earlier one first."""
    ordered = sorted(articles, key=lambda a: (a.published or date.min, a.document))
    told: dict[str, list[int]] = defaultdict(list)
    places: list[dict[str, int]] = []
    for at, article in enumerate(ordered):
        keys = sorted(article.keys)
        places.append({key: len(told[key]) for key in keys})
        for key in keys:
            told[key].append(at)
    pairs: set[tuple[int, int]] = set()
    for at, own in enumerate(places):
        shared: Counter[int] = Counter()
        seen = 0
        for key in sorted(own, key=lambda k: (len(told[k]), k)):
            place = own[key]
            near = [*told[key][max(0, place - NEAREST) : place], *told[key][place + 1 : place + 1 + NEAREST]]
            shared.update(near)
            seen += len(near)
            if seen > LOOKED_AT:
                break
        article = ordered[at]
        for other, number in shared.items():
            if number >= FEWEST and may_be_one_event(article, ordered[other]):
                pairs.add((at, other) if at < other else (other, at))
    for one, other in sorted(pairs):
        yield ordered[one], ordered[other]
