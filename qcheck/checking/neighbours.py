"""Which articles may tell of one event: found by the names and words that they share, never all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from qcheck.checking.events import same_event
from qcheck.checking.statement import Article

LOOKED_AT = 2000  # articles that are looked up for one, by its rarest names and words first
NEAREST = 80  # articles on each side in time that are looked up by one name or word
FEWEST, WORDS_ALONE = 2, 4  # names and words that two articles share before they are compared, and words where they share no name


def neighbours(articles: Iterable[Article]) -> dict[str, list[str]]:
    """Document -> the documents that surely or likely tell of the same event, sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    for a, b in candidates(articles):
        if same_event(a, b).answer in ("same", "likely"):
            found[a.document].append(b.document)
            found[b.document].append(a.document)
    return {document: sorted(others) for document, others in found.items()}


def candidates(articles: Iterable[Article]) -> Iterator[tuple[Article, Article]]:
    """Pairs of articles that share names or words, each pair once."""
    ordered = sorted(articles, key=lambda a: (a.published or date.min, a.document))
    told: dict[str, list[int]] = defaultdict(list)
    places: list[dict[str, int]] = []
    for at, article in enumerate(ordered):
        keys = sorted(article.endings | article.words)
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
        endings = ordered[at].endings
        for other, number in shared.items():
            if number >= WORDS_ALONE or (number >= FEWEST and not endings.isdisjoint(ordered[other].endings)):
                pairs.add((at, other) if at < other else (other, at))
    for one, other in sorted(pairs):
        yield ordered[one], ordered[other]
