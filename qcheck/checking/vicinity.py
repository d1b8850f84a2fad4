"""What a draft can touch of what has been published: found for each draft without a look at all the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qcheck.checking.copies import FEWEST_SAYINGS, originals, saying
from qcheck.checking.corpus import Corpus, corpus_of
from qcheck.checking.events import same_event
from qcheck.checking.link import parties_of
from qcheck.checking.neighbours import FEWEST, candidates
from qcheck.checking.persons import person_keys
from qcheck.checking.statement import Article
from qcheck.model.claim import Claim

Tie = tuple[str, Hashable]
_ONE_EVENT = ("same", "likely")


@dataclass(frozen=True, slots=True)
class Vicinity:
    """Articles in groups: no claim of one group can meet a claim of another one, however many steps lie between.

    `groups` are the documents of each, `of` the group of a document, `ties` the groups of what makes articles meet wherever it stands:
    parties, a person, the same words; `said` the documents of a saying, `rows` the claims of a document.
    """

    articles: tuple[Article, ...]
    groups: Mapping[str, frozenset[str]]
    of: Mapping[str, str]
    ties: Mapping[Tie, str]
    said: Mapping[Hashable, tuple[str, ...]]
    rows: Mapping[str, tuple[Claim, ...]]

    def near(self, draft: Sequence[Claim]) -> frozenset[str]:
        """The documents that can have a part in what there is to find on a draft.

        A check of the draft with these finds what a check with all finds; where many articles share a word, so that a check compares each
        with its nearest only, perhaps more.
        """
        corpus, own = corpus_of(draft), _by_document(draft)
        met = {self.ties[tie] for tie in _ties(corpus, own) if tie in self.ties}
        met |= {self.of[each] for article in corpus.articles.values() for each in self._of_one_event(article) if each in self.of}
        met |= {self.of[each] for document, rows in own.items() for each in self._copied(document, rows)}
        return frozenset().union(*(self.groups[group] for group in met))

    def _of_one_event(self, article: Article) -> Iterator[str]:
        for other in self.articles:
            if len(article.keys & other.keys) >= FEWEST and same_event(article, other).answer in _ONE_EVENT:
                yield other.document

    def _copied(self, document: str, rows: Sequence[Claim]) -> Iterator[str]:
        shared = Counter(other for said in _sayings(rows) for other in self.said.get(said, ()))
        for other, number in shared.items():
            pair = {f"1 {document}": rows, f"2 {other}": self.rows[other]}
            if number >= FEWEST_SAYINGS and originals(pair)[f"2 {other}"] != f"2 {other}":
                yield other


def vicinity_of(published: Iterable[Claim]) -> Vicinity:
    """The vicinity of the rows of a claims frame."""
    rows = list(published)
    corpus, own = corpus_of(rows), _by_document(rows)
    parent = {document: document for document in own}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(one: str, other: str) -> None:
        low, high = sorted((root(one), root(other)))
        parent[high] = low

    first: dict[Tie, str] = {}
    for tie, document in _told(corpus, own):
        join(first.setdefault(tie, document), document)
    for one, other in candidates(corpus.articles.values()):
        if same_event(one, other).answer in _ONE_EVENT:
            join(one.document, other.document)
    for document, original in corpus.voices.items():
        join(document, original)
    groups: dict[str, set[str]] = defaultdict(set)
    for document in own:
        groups[root(document)].add(document)
    said: dict[Hashable, list[str]] = defaultdict(list)
    for document in own:
        for each in _sayings(own[document]):
            said[each].append(document)
    return Vicinity(
        articles=tuple(corpus.articles.values()),
        groups={name: frozenset(documents) for name, documents in groups.items()},
        of={document: root(document) for document in own},
        ties={tie: root(document) for tie, document in first.items()},
        said={each: tuple(documents) for each, documents in said.items()},
        rows={document: tuple(each) for document, each in own.items()},
    )


def _by_document(rows: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        found[row.document].append(row)
    return found


def _ties(corpus: Corpus, own: Mapping[str, Sequence[Claim]]) -> set[Tie]:
    return {tie for tie, _ in _told(corpus, own)}


def _told(corpus: Corpus, own: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[Tie, str]]:
    """What ties each document to others, whatever event it tells of."""
    for s in corpus.statements:
        parties = parties_of(s)
        if parties:
            yield ("parties", parties), s.claim.document
        if s.claim.person:
            yield from ((("person", key), s.claim.document) for key in person_keys(s.claim.person))
    for document, rows in own.items():
        yield ("words", frozenset(_sayings(rows))), document


def _sayings(rows: Iterable[Claim]) -> set[tuple[Hashable, ...]]:
    return {saying(row) for row in rows if row.role != "document"}
