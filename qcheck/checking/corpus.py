"""All articles and statements of a claims frame, with copies folded into one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TypeAlias

from qcheck.checking.copies import originals as nearly
from qcheck.checking.copies import saying
from qcheck.checking.garbage import no_collection
from qcheck.checking.neighbours import Neighbours, neighbours
from qcheck.checking.slots import with_slots
from qcheck.checking.statement import Article, Statement, articles, statements
from qcheck.model.claim import Claim, content_id

REQUIRED = ("claim", "role", "document", "low", "high")  # columns without which a claims frame is none
_IDS = ("claim", "document", "same_as", "operands")
_CONTENT = tuple(field.name for field in fields(Claim) if field.name not in _IDS)
Tie: TypeAlias = tuple[Statement, tuple[Statement, ...]]  # a `relation` row and its operands, in its order


@dataclass(frozen=True)
class Corpus:
    """`statements` are those of the first of several equal articles; `copies` gives the ids of a claim's copies in the others.

    `voices`: document -> the document that it nearly copies, or itself; `same_words`: claim id -> id of the claim that says so there.
    `relations`: name -> what articles state under it, without that of a text which nearly copies another.
    """

    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    by_document: Mapping[str, tuple[Statement, ...]]
    copies: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, Claim]
    voices: Mapping[str, str]
    same_words: Mapping[str, str]
    relations: Mapping[str, tuple[Tie, ...]]

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which articles tell of one event; found when first asked for."""
        return neighbours(self.articles.values())

    def claims(self, roles: Sequence[str | bool] = ("claim",)) -> list[Statement]:
        """What rows of some roles say, each thing once: not what stood before in its article."""
        return [s for s in self.statements if s.claim.role in roles and not s.claim.same_as]

    def with_copies(self, ids: Iterable[str]) -> list[str]:
        """The ids, then those of their copies."""
        own = list(ids)
        return [*own, *(copy for one in own for copy in self.copies.get(one, ()))]


@no_collection()
def corpus_of(rows: Iterable[Claim]) -> Corpus:
    """The corpus of a claims frame; the order of the rows does not matter."""
    ordered = sorted(rows, key=lambda c: (c.document, c.role != "document", c.start, c.end, c.role, c.claim))
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for row in ordered:
        by_document[row.document].append(row)
    originals: dict[str, str] = {}
    copies: dict[str, list[str]] = defaultdict(list)
    kept: list[Claim] = []
    for document, own in by_document.items():
        original = originals.setdefault(_content(own), document)
        if original == document:
            kept += own
        else:
            for first, copy in zip(by_document[original], own, strict=True):
                copies[first.claim].append(copy.claim)
    known = articles(kept)
    said = tuple(with_slots(statements(kept, known)))
    told: dict[str, list[Statement]] = {document: [] for document in known}
    for statement in said:
        told[statement.claim.document].append(statement)
    voices = nearly({document: own for document, own in by_document.items() if document in known})
    return Corpus(
        articles=known,
        statements=said,
        by_document={d: tuple(s) for d, s in told.items()},
        copies={i: tuple(c) for i, c in copies.items()},
        rows={row.claim: row for row in ordered},
        voices=voices,
        same_words=_same_words(told, voices),
        relations=_relations(said, voices),
    )


def _relations(said: Iterable[Statement], voices: Mapping[str, str]) -> dict[str, tuple[Tie, ...]]:
    known = {s.claim.claim: s for s in said}
    found: dict[str, list[Tie]] = defaultdict(list)
    for s in known.values():
        if s.claim.role == "relation" and voices[s.claim.document] == s.claim.document:
            ids = s.claim.operands.split(";")
            if all(one in known for one in ids):
                found[s.claim.relation].append((s, tuple(known[one] for one in ids)))
    return {name: tuple(found[name]) for name in sorted(found)}


def _same_words(told: Mapping[str, list[Statement]], voices: Mapping[str, str]) -> dict[str, str]:
    """Claim id -> id of the first claim that says the same in the document that its own one nearly copies, or its own id."""
    first: dict[tuple[object, ...], str] = {}
    for document in sorted(told):
        for s in told[document]:
            if voices[document] == document:
                first.setdefault((document, *saying(s.claim)), s.claim.claim)
    return {
        s.claim.claim: first.get((voices[document], *saying(s.claim)), s.claim.claim) if voices[document] != document else s.claim.claim
        for document in told
        for s in told[document]
    }


def _content(rows: list[Claim]) -> str:
    """An id of all that the rows of an article say, its own ids left out."""
    return content_id(*(getattr(row, name) for row in rows for name in _CONTENT))
