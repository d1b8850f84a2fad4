"""What several articles tell of one event, slot by slot: its ranges over time, what agrees, the first and the latest."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from qcheck.checking.corpus import corpus_of
from qcheck.checking.topics import topic_rows
from qcheck.extraction.claims import claims_of
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import Topic

STORIES: dict[str, list[dict[str, Any]]] = yaml.safe_load((Path(__file__).parent / "topics.yaml").read_text("utf-8"))


@cache
def story(language: str) -> tuple[dict[str, Claim], list[Topic]]:
    """The claims of a story by their ids, and its topics."""
    claims: list[Claim] = []
    for told in STORIES[language]:
        day, text = told["published"].isoformat(), told["text"]
        claims += claims_of(Document(day, title=text.partition("\n")[0], text=text, language=language, published=day))
    return {c.claim: c for c in claims}, topic_rows(corpus_of(claims))


@pytest.mark.parametrize(
    ("language", "title", "told", "common"),
    [
        ("en", "person, kill", [2, 3, 4], None),
        ("en", "person, injure", [11, 14, 14], None),
        ("en", "person, miss", [5, 3], None),
        ("en", "person, evacuate", [120, 120, 120], 120),
        ("en", "house, damage", [40, 55, 55], None),
        ("en", "damage, damage", [3.5e6, 3.5e6, 4.5e6], None),
        ("en", "age: Emil Rosander", [41, 41, 41], 41),
        ("de", "person, kill", [2, 3], None),
        ("de", "person, injure", [11, 14], None),
        ("de", "person, miss", [5, 3], None),
        ("de", "person, evacuate", [120, 120], 120),
        ("de", "house, damage", [40, 55], None),
        ("de", "age: Emil Rosander", [41, 41], 41),
    ],
)
def test_each_slot_of_an_event_is_a_topic_first_to_latest(language: str, title: str, told: list[float], common: float | None) -> None:
    claims, topics = story(language)
    (topic,) = (t for t in topics if t.title == title)
    of_it = [claims[one] for one in topic.claims.split()]
    assert [c.value_low for c in of_it] == told
    assert [c.document for c in of_it] == sorted(c.document for c in of_it)
    assert topic.agree is (common is not None)
    assert topic.low == topic.high == common if common else math.isnan(topic.low)
