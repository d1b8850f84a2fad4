"""What a careful reader says of the real articles, row by row of their `expected.yaml`, against the findings and topics."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import qcheck
from qcheck.files.yaml import read_yaml
from qcheck.model.claim import Claim
from qcheck.model.desk import DatedFact, Desk
from qcheck.model.finding import Finding, Topic
from qcheck.model.frames import from_frame
from qcheck.model.interval import Interval

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
EXPECTED = ARTICLES / "expected.yaml"
CONTRADICTIONS = ("conflict", "review", "dispute", "update")
# the rules that say what a row is about, by the row's `kind`
RULES = {
    "temporal": ("agreement/dateline", "agreement/exclusive-periods"),
    "disputed": ("agreement/denial",),
    "undated": ("article/undated",),
    "repeated": ("article/repeated",),
    "bound": ("agreement/bound-lost",),
}

pytestmark = pytest.mark.skipif(not EXPECTED.is_file(), reason="the real articles are not beside this checkout")


class Result(NamedTuple):
    claims: dict[str, Claim]
    findings: list[Finding]
    topics: list[Topic]

    def articles(self, ids: str) -> set[str]:
        """The numbers of the articles that claims stand in."""
        return {number(self.claims[one].document) for one in ids.split()}


def number(document: str) -> str:
    return Path(document).name[:3]


@cache
def expected() -> Any:
    return read_yaml(EXPECTED).data if EXPECTED.is_file() else {"findings": []}


@cache
def result() -> Result:
    days = [date.fromisoformat(str(fact["date"])) for fact in expected()["facts"]]
    facts = [
        DatedFact(fact["name"], Interval(day, day), {language: tuple(words) for language, words in fact["words"].items()})
        for fact, day in zip(expected()["facts"], days, strict=True)
    ]
    desk = Desk(facts=tuple(facts))
    claims = qcheck.extract(qcheck.read([ARTICLES]), desk=desk)
    found = from_frame(qcheck.check(claims, desk=desk), Finding)
    return Result({claim.claim: claim for claim in from_frame(claims, Claim)}, found, from_frame(qcheck.topics(claims), Topic))


def rows(**wanted: bool) -> Iterator[Any]:
    for at, row in enumerate(expected()["findings"]):
        if all(row.get(key) == value for key, value in wanted.items()):
            yield pytest.param(row, id=f"{at + 1}-{row.get('kind', 'nothing')}-{'-'.join(row['articles'])}")


@pytest.mark.parametrize("row", [row for row in rows(must=True) if row.values[0]["outcome"] != "agreement"])
def test_it_is_reported_with_its_outcome(row: dict[str, Any]) -> None:
    fits = [f for f in result().findings if f.outcome == row["outcome"] and f.rule in RULES[row["kind"]]]
    covered = [result().articles(f.claims) for f in fits]
    wanted = set(row["articles"])
    if row["outcome"] == "note":  # one for each article, or one for several
        assert wanted <= set().union(*covered)
    else:
        assert any(wanted <= articles for articles in covered)


@pytest.mark.parametrize("row", [row for row in rows(must=True) if row.values[0]["outcome"] == "agreement"])
def test_agreement_stands_in_the_topics(row: dict[str, Any]) -> None:
    agreeing = [t for t in result().topics if t.agree and set(row["articles"]) <= result().articles(t.claims)]
    assert agreeing
    word = row["about"].split()[0].removesuffix("s")
    assert any(t.of == word for t in agreeing)


@pytest.mark.parametrize("row", list(rows(must=False)))
def test_it_is_not_reported(row: dict[str, Any]) -> None:
    """No contradiction between numbers of these articles (of this article); years and their neighbours are no amounts."""
    found = result()
    for finding in found.findings:
        ids = finding.claims.split()[:2]
        counted = [
            one for one in ids if found.claims[one].role == "claim" and (found.claims[one].low, found.claims[one].high) != (0, float("inf"))
        ]
        if finding.outcome in CONTRADICTIONS and len(counted) == len(ids):
            articles = [found.articles(one) for one in ids]
            assert not all(a | b == set(row["articles"]) for a, b in combinations(articles, 2)) or len(ids) < 2, finding
    if len(row["articles"]) == 1:
        amounts = [c for c in found.claims.values() if c.role == "claim" and number(c.document) in row["articles"] and c.unit == "count"]
        assert not [c.quote for c in amounts if 1900 <= c.value_low <= 2100 or 190_000 <= c.value_low <= 21_000_000]


def test_the_order_of_the_articles_changes_nothing() -> None:
    files = sorted(ARTICLES.glob("*.txt"))
    claims = [qcheck.extract(qcheck.read(paths)) for paths in (files, files[::-1])]
    assert qcheck.check(claims[0]).equals(qcheck.check(claims[1]))
