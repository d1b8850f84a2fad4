"""Which claims are compared: by blocking keys and along time, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from qcheck.checking.alignment import Alignment
from qcheck.checking.corpus import Corpus
from qcheck.checking.events import Link, same_event
from qcheck.checking.lines import Line, line
from qcheck.checking.link import joins_across, joins_inside, parties_of
from qcheck.checking.neighbours import NEAREST
from qcheck.checking.selection import LINKED_THINGS, key
from qcheck.checking.statement import Article, Statement

HOT = 60  # claims of one block that each claim is compared with, nearest in time first
HEADS = ("headline", "caption")


@dataclass(slots=True)
class Meetings:
    """Finds pairs of a corpus; `capped` holds the ids of claims that were compared with their nearest in time only."""

    corpus: Corpus
    capped: set[str] = field(default_factory=set)
    alignment: Alignment = field(init=False)
    _events: dict[tuple[str, str], Link] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.alignment = Alignment(self.corpus.by_document)

    def caps(self, claims: Iterable[str]) -> list[Line]:
        """What some claims, or their articles, were not compared with because so much is told of one thing."""
        told = set(claims)
        documents = {self.corpus.rows[one].document for one in told if one in self.corpus.rows}  # an article may have no row of its own
        crowded = documents & self.corpus.neighbours.crowded
        return [
            *([line("capped", nearest=HOT)] if told & self.capped else []),
            *([line("crowded", nearest=NEAREST)] if crowded else []),
        ]

    @property
    def remarks(self) -> list[Line]:
        """What is to be said of the caps of a whole run."""
        crowded, capped = len(self.corpus.neighbours.crowded), len(self.capped)
        return [
            *([line("capped_in_all", number=capped, nearest=HOT)] if capped else []),
            *([line("crowded_in_all", number=crowded, nearest=NEAREST)] if crowded else []),
        ]

    def event(self, a: Article, b: Article) -> Link:
        """Whether two articles tell of one event; each pair is looked at once."""
        pair = (a.document, b.document) if a.document <= b.document else (b.document, a.document)
        if pair not in self._events:
            self._events[pair] = same_event(a, b)
        return self._events[pair]

    def inside(self, statements: Sequence[Statement], names: Sequence[str]) -> Iterator[tuple[Statement, Statement]]:
        """Pairs of one article with equal keys."""
        blocks: dict[Hashable, list[Statement]] = defaultdict(list)
        for s in _joining(statements, names, joins_inside):
            keys = _keys(s, names)
            if keys is not None:
                blocks[s.claim.document, keys].append(s)
        for block in blocks.values():
            if len(block) > 1:
                yield from self._sweep(block)

    def headed(self, statements: Sequence[Statement], names: Sequence[str]) -> Iterator[tuple[Statement, Statement]]:
        """Pairs of one article with equal keys, the first in its headline or under a picture, the second in its text."""
        for a, b in self.inside(statements, names):
            if (a.claim.zone in HEADS) is not (b.claim.zone in HEADS):
                yield (a, b) if a.claim.zone in HEADS else (b, a)

    def across(self, statements: Sequence[Statement], names: Sequence[str]) -> Iterator[tuple[Statement, Statement]]:
        """Pairs of different articles with equal keys that share agent and recipient or whose articles tell of one event."""
        blocks: dict[Hashable, list[Statement]] = defaultdict(list)
        for s in _joining(statements, names, joins_across):
            keys = _keys(s, names)
            if keys is not None:
                blocks[keys].append(s)
        for block in blocks.values():
            yield from self._across(block)

    def _across(self, block: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
        parties: dict[Hashable, list[Statement]] = defaultdict(list)
        told: dict[str, list[Statement]] = defaultdict(list)
        for s in block:
            told[s.claim.document].append(s)
            key_of_parties = parties_of(s)
            if key_of_parties:
                parties[key_of_parties].append(s)
        if len(told) < 2:
            return
        for group in parties.values():
            yield from (pair for pair in self._sweep(group) if pair[0].claim.document != pair[1].claim.document)
        for document in sorted(told):
            for other in self.corpus.neighbours.near.get(document, ()):
                if other > document and other in told:
                    yield from (
                        (a, b) for a in told[document] for b in told[other] if not (parties_of(a) and parties_of(a) == parties_of(b))
                    )

    def _sweep(self, block: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
        ordered = sorted(block, key=_when)
        if len(ordered) > HOT:
            self.capped.update(s.claim.claim for s in ordered)
        for at, a in enumerate(ordered):
            for b in ordered[at + 1 : at + 1 + HOT]:
                yield (a, b) if a.place <= b.place else (b, a)


def _joining(statements: Sequence[Statement], names: Sequence[str], joins: Callable[[Statement], bool]) -> Sequence[Statement]:
    """Those that can meet under these names: where they ask the link, those that it can join."""
    return statements if LINKED_THINGS.isdisjoint(names) else [s for s in statements if joins(s)]


def _keys(s: Statement, names: Sequence[str]) -> tuple[Hashable, ...] | None:
    """The blocking key under these names; None where the claim lacks one of them."""
    keys = tuple(key(name, s) for name in names)
    return None if None in keys else keys


def _when(s: Statement) -> tuple[date, tuple[str, int, int, str]]:
    return s.known_on or date.min, s.place
