"""A pile of invented German articles of many events: what is told of different events is never at odds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qcheck.checking.check import findings
from qcheck.checking.corpus import Corpus, corpus_of
from qcheck.checking.events import same_event
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import claims_of
from qcheck.model.document import Document

EVENTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pile.de.yaml").read_text("utf-8"))
HOME = {f"{number}/{at}": number for number, told in enumerate(EVENTS) for at, _ in enumerate(told["articles"])}


@cache
def corpus() -> Corpus:
    rows = []
    for number, told in enumerate(EVENTS):
        for at, article in enumerate(told["articles"]):
            text = f"{article['title']}\n\n{article['text']}"
            document = Document(
                f"{number}/{at}", title=article["title"], text=text, language="de", published=article["published"].isoformat()
            )
            rows += claims_of(document)
    return corpus_of(rows)


@cache
def across() -> list[tuple[str, str, int, int]]:
    """Rule, outcome and the events of the two articles of every finding across articles."""
    found: list[tuple[str, str, int, int]] = []
    for finding in findings(corpus(), load_rules()):
        documents = [corpus().rows[one].document for one in finding.claims.split()[:2]]
        if len(set(documents)) == 2:
            found.append((finding.rule, finding.outcome, HOME[documents[0]], HOME[documents[1]]))
    return found


def test_articles_of_different_events_are_never_at_odds() -> None:
    assert [found for found in across() if found[2] != found[3]] == []


def test_what_a_later_article_knows_more_is_an_update_and_nothing_else_is_found() -> None:
    updated = {number for number, told in enumerate(EVENTS) if told.get("later")}
    assert {found[2] for found in across() if found[1] == "update"} == updated
    assert {found[1] for found in across()} == {"update"}


def test_hardly_ever_are_articles_of_two_events_taken_for_one() -> None:
    known = list(corpus().articles.values())
    pairs = [(a, b) for a in known for b in known if a.document < b.document]
    answers = {(a.document, b.document): same_event(a, b).answer for a, b in pairs}
    together = {pair for pair in answers if HOME[pair[0]] == HOME[pair[1]]}
    assert len([pair for pair in answers if answers[pair] == "same" and pair not in together]) <= 1  # one village, one rescuer, two days
    assert len([pair for pair in together if answers[pair] in ("same", "likely")]) >= 0.75 * len(together)
