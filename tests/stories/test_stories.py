"""Invented stories, each told by two to four outlets, with what a reader finds in them: how much is found, and how much of it is right.

Each line of a file is a story: `articles`; `claims` with the words of each number in `quote` and what they allow in `hard`; `pairs` of
claims of two articles that are a conflict, an update, a dispute, or differ for another reason (scope, precision); `inside`: two of one
article that cannot both be right. The floors are a little below what was measured when they were set: they may rise, never fall.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from qcheck.checking.check import findings
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import claims_of
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from tests.stories.floors import FLOORS

FOLDER = Path(__file__).parent
RIGHT = {"conflict": ("conflict", "inside"), "review": ("conflict", "inside", "dispute"), "update": ("update",)}


class Told(NamedTuple):
    """A finding by its outcome, and what its pair is in the story: a relation, or "" for a pair that nobody judged."""

    story: str
    outcome: str
    relation: str


def stories(name: str) -> Iterator[dict[str, Any]]:
    for each in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(each)


def text_of(article: dict[str, str]) -> str:
    return f"{article['title']}\n\n{article['text']}"


def rows_of(story: dict[str, Any]) -> list[Claim]:
    return [
        row
        for article in story["articles"]
        for row in claims_of(
            Document(article["doc"], article["title"], text_of(article), article["language"], article["published"]),
        )
    ]


def places(story: dict[str, Any]) -> dict[str, tuple[str, int, int]]:
    """The characters of each judged claim, and those of its article."""
    texts = {article["doc"]: text_of(article) for article in story["articles"]}
    starts = {claim["id"]: texts[claim["doc"]].index(claim["quote"]) for claim in story["claims"]}
    return {claim["id"]: (claim["doc"], starts[claim["id"]], starts[claim["id"]] + len(claim["quote"])) for claim in story["claims"]}


def touches(row: Claim, place: tuple[str, int, int]) -> bool:
    document, start, end = place
    return row.document == document and row.start < end and start < row.end


@cache
def told(name: str) -> tuple[tuple[Told, ...], Counter[str]]:
    """All findings of the stories of a file, and counts: of judged claims, of those read, of judged relations, of those found."""
    found: list[Told] = []
    counts: Counter[str] = Counter()
    rules = load_rules()
    for story in stories(name):
        rows, place = rows_of(story), places(story)
        by_id = {row.claim: row for row in rows}
        judged = [(pair["relation"], pair["a"], pair["b"]) for pair in story["pairs"]]
        judged += [("inside", pair["a"], pair["b"]) for pair in story["inside"]]
        numbers = [row for row in rows if row.role == "claim"]
        counts["claims"] += len(place)
        counts["read"] += sum(any(touches(row, where) for row in numbers) for where in place.values())
        met: set[tuple[str, str, str]] = set()
        for finding in findings(corpus_of(rows), rules):
            pair = [by_id[one] for one in finding.claims.split()[:2]]
            if len(pair) < 2:
                continue
            hits = [
                (relation, a, b)
                for relation, a, b in judged
                if any(touches(one, place[a]) and touches(other, place[b]) for one, other in (pair, pair[::-1]))
            ]
            met.update(hit for hit in hits if finding.outcome in ("conflict", "review"))
            found.append(Told(story["cluster"], finding.outcome, hits[0][0] if hits else ""))
        counts.update(relation for relation, _, _ in judged)
        counts.update(f"{relation} found" for relation, _, _ in met)
    return tuple(found), counts


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_what_is_said_of_stories_is_mostly_right(name: str) -> None:
    for outcome, right in RIGHT.items():
        judged = [each for each in told(name)[0] if each.outcome == outcome and each.relation]
        assert percent(sum(each.relation in right for each in judged), len(judged)) >= FLOORS[name][f"{outcome}s right"]


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_so_much_is_found_in_stories(name: str) -> None:
    counts = told(name)[1]
    assert percent(counts["read"], counts["claims"]) >= FLOORS[name]["claims read"]
    assert percent(counts["conflict found"], counts["conflict"]) >= FLOORS[name]["conflicts found"]
    assert percent(counts["inside found"], counts["inside"]) >= FLOORS[name]["inside found"]


def test_every_story_is_whole() -> None:
    names = {path.stem for path in FOLDER.glob("*.jsonl")}
    assert names == set(FLOORS)
    for name in sorted(names):
        for story in stories(name):
            known = places(story)
            assert {one for pair in (*story["pairs"], *story["inside"]) for one in (pair["a"], pair["b"])} <= known.keys()
