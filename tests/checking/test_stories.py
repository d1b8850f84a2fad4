"""Invented news of many kinds in two languages: which articles are known to be of one event, and which never are."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from qcheck.checking.events import same_event
from qcheck.checking.neighbours import candidates
from qcheck.checking.statement import Article, articles
from qcheck.extraction.claims import claims_of
from qcheck.model.document import Document

STORIES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("stories.yaml").read_text("utf-8"))
HOME = {f"{number}/{at}": number for number, story in enumerate(STORIES) for at, _ in enumerate(story["articles"])}


@cache
def known() -> dict[str, Article]:
    rows = []
    for number, story in enumerate(STORIES):
        for at, told in enumerate(story["articles"]):
            text = f"{told['title']}\n\n{told['text']}"
            document = Document(
                f"{number}/{at}", title=told["title"], text=text, language=told["language"], published=told["published"].isoformat()
            )
            rows += claims_of(document)
    return articles(rows)


@cache
def answers() -> dict[tuple[str, str], str]:
    return {(a.document, b.document): same_event(a, b).answer for a, b in combinations(known().values(), 2)}


def test_articles_of_different_events_are_never_taken_for_one() -> None:
    assert [pair for pair, answer in answers().items() if HOME[pair[0]] != HOME[pair[1]] and answer == "same"] == []


def test_articles_of_one_event_are_known_as_such() -> None:
    together = {pair: answer for pair, answer in answers().items() if HOME[pair[0]] == HOME[pair[1]]}
    assert {pair: answer for pair, answer in together.items() if answer not in ("same", "likely")} == {}
    assert sum(answer == "same" for answer in together.values()) >= 0.8 * len(together)


def test_whatever_is_of_one_event_is_a_candidate() -> None:
    met = {tuple(sorted((a.document, b.document))) for a, b in candidates(known().values())}
    assert {pair for pair, answer in answers().items() if answer in ("same", "likely")} <= met
