"""The story in examples/ has findings of every outcome in it, things that agree, and near-misses that stay silent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

import qcheck
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import OUTCOMES, Finding, Topic
from qcheck.model.frames import from_frame

EXAMPLES = Path(__file__).parents[2] / "examples"

# rule, outcome, and the quotes of the pair (a part of them) with the file that each stands in
FOUND = [
    ("agreement/amounts", "conflict", "blackout-six-months-on.txt: 84 pumps", "wire.jsonl#5: 120 pumps"),
    ("agreement/tolls", "conflict", "wire.jsonl#1: 14", "wire.jsonl#3: 12 people"),
    ("arithmetic/share-above-100", "conflict", "blackout-six-months-on.txt: 104 percent of households"),
    ("calendar/past-in-the-future", "conflict", "ministry-statement.md: 40 pumps"),
    (
        "agreement/bound-lost",
        "review",
        "blackout-six-months-on.txt: more than 300 generators",
        "blackout-six-months-on.txt: 300 generators",
    ),
    (
        "agreement/dateline",
        "review",
        "from-the-archive.txt: several hundred generators",
        "blackout-six-months-on.txt: more than 300 generators",
    ),
    ("agreement/other-period", "review", "blackout-six-months-on.txt: 84 pumps", "generatoren-aus-reykjavik.md: 84 Pumpen"),
    (
        "agreement/denial",
        "dispute",
        "botschafterin-weist-vorwuerfe-zurueck.txt: ",
        "botschafterin-weist-vorwuerfe-zurueck.txt: mehr als 300",
    ),
    (
        "agreement/exclusive-periods",
        "dispute",
        "generatoren-aus-reykjavik.md: Generatoren",
        "generatoren-aus-reykjavik.md: mehrere hundert",
    ),
    ("agreement/tolls", "update", "substation-fire.html: Nine dead", "wire.jsonl#1: 14"),
    ("article/repeated", "note", "botschafterin-weist-vorwuerfe-zurueck.txt: Die Opposition"),
    ("article/undated", "note", "botschafterin-weist-vorwuerfe-zurueck.txt: "),
]


class Story(NamedTuple):
    """What is read, found and agreed upon; `places` tells of a claim's id the file and the quote."""

    documents: list[Document]
    findings: list[Finding]
    topics: list[Topic]
    places: dict[str, str]


@pytest.fixture(scope="module")
def story() -> Story:
    desk = qcheck.load_desk(EXAMPLES / "facts.yml")
    documents = qcheck.read(EXAMPLES / "articles")
    claims = qcheck.extract(documents, desk=desk)
    findings = qcheck.check(claims, desk=desk)
    places = {claim.claim: f"{Path(claim.document).name}: {claim.quote}" for claim in from_frame(claims, Claim)}
    return Story(from_frame(documents, Document), from_frame(findings, Finding), from_frame(qcheck.topics(claims), Topic), places)


def test_every_article_is_read(story: Story) -> None:
    assert len(story.documents) >= 6
    assert {document.status for document in story.documents} == {"read"}
    assert Counter(document.language for document in story.documents).keys() == {"en", "de"}


def test_every_outcome_is_there(story: Story) -> None:
    assert {finding.outcome for finding in story.findings} == set(OUTCOMES)


@pytest.mark.parametrize("wanted", FOUND, ids=lambda wanted: f"{wanted[0]}-{wanted[1]}")
def test_the_finding_is_there(story: Story, wanted: tuple[str, ...]) -> None:
    rule, outcome, *quotes = wanted
    candidates = [
        [story.places[claim] for claim in finding.claims.split()]
        for finding in story.findings
        if (finding.rule, finding.outcome) == (rule, outcome)
    ]
    assert any(all(any(place.startswith(quote) for place in places) for quote in quotes) for places in candidates), candidates


def test_there_are_no_other_conflicts_reviews_or_disputes(story: Story) -> None:
    counted = Counter(finding.outcome for finding in story.findings)
    planted = Counter(outcome for _, outcome, *_ in FOUND)
    for outcome in ("conflict", "review", "dispute"):
        assert counted[outcome] == planted[outcome], [f.message for f in story.findings if f.outcome == outcome]


def test_articles_in_both_languages_agree_on_the_generators(story: Story) -> None:
    [topic] = [topic for topic in story.topics if topic.of == "generator" and topic.event == "supply"]
    assert topic.agree
    assert {story.places[claim].split(":")[0] for claim in topic.claims.split()} >= {
        "blackout-six-months-on.txt",
        "botschafterin-weist-vorwuerfe-zurueck.txt",
        "from-the-archive.txt",
        "generatoren-aus-reykjavik.md",
    }


@pytest.mark.parametrize(
    "near_miss",
    [
        "blackout-six-months-on.txt: 200 more generators",  # planned, not delivered
        "generatoren-aus-reykjavik.md: 120 Prozent",  # of the year before, no share
        "wire.jsonl#4: 120 percent",
        "substation-fire.html: three people",  # killed in another fire
        "substation-fire.html: two old generators",  # not those from Iceland
    ],
)
def test_a_near_miss_is_read_and_stays_silent(story: Story, near_miss: str) -> None:
    claims = {claim for claim, place in story.places.items() if place.startswith(near_miss)}
    assert claims
    assert not [finding.message for finding in story.findings if claims & set(finding.claims.split())]
