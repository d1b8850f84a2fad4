"""What several articles tell of one event, slot by slot: its ranges over time, what agrees, the first and the latest."""

from __future__ import annotations

import math
from functools import cache

import pandas as pd
import pytest

import qcheck

STORY = {
    "en": (
        ("2024-03-05", "Silo blast at Tarvik kills two", "A grain silo exploded at Tarvik Harbor on Tuesday and killed two people and injured 11, police chief Ona Brekke said. Emil Rosander, 41, was among the dead.\n\nFive people were missing. The blast damaged 40 homes, and 120 people were evacuated. It caused damage of $3.5 million."),
        ("2024-03-06", "Toll of Tarvik silo blast rises", "The explosion of a grain silo at Tarvik Harbor on Tuesday killed three people and injured 14 people, police chief Ona Brekke said. Emil Rosander, 41, died at the scene.\n\nThree people were missing. The blast damaged 55 homes, and 120 people were evacuated. It caused damage of $3.5 million."),
        ("2024-03-08", "Tarvik mourns after silo blast", "The explosion of a grain silo at Tarvik Harbor on Tuesday killed four people and injured 14 people, police chief Ona Brekke said. Emil Rosander, 41, was buried.\n\nThe blast damaged 55 homes, and 120 people were evacuated. It caused damage of $4.5 million."),
    ),
    "de": (
        ("2024-03-05", "Zwei Tote bei Explosion in Tarvik", "Bei der Explosion eines Getreidesilos im Hafen Tarvik Sund starben am Dienstag zwei Menschen, 11 Menschen wurden verletzt, sagte Polizeichefin Ona Brekke. Unter den Toten ist der Vorarbeiter Emil Rosander (41).\n\nFünf Menschen wurden vermisst. Die Explosion beschädigte 40 Häuser, 120 Menschen wurden evakuiert."),
        ("2024-03-06", "Mehr Tote nach Explosion in Tarvik", "Bei der Explosion eines Getreidesilos im Hafen Tarvik Sund starben am Dienstag drei Menschen, 14 Menschen wurden verletzt, sagte Polizeichefin Ona Brekke. Der Vorarbeiter Emil Rosander (41) starb noch am Ort.\n\nDrei Menschen wurden vermisst. Die Explosion beschädigte 55 Häuser, 120 Menschen wurden evakuiert."),
    ),
}  # fmt: skip


@cache
def frames(language: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    articles = [
        {"document": published, "title": title, "text": f"{title}\n\n{text}", "language": language, "published": published}
        for published, title, text in STORY[language]
    ]
    claims = qcheck.extract(pd.DataFrame(articles))
    return claims.set_index("claim"), qcheck.topics(claims)


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
    claims, topics = frames(language)
    (topic,) = topics[topics["title"] == title].itertuples()
    of_it = claims.loc[topic.claims.split()]
    assert list(of_it["value_low"]) == told
    assert list(of_it["document"]) == sorted(of_it["document"])
    assert topic.agree is (common is not None)
    assert (topic.low, topic.high) == (common, common) if common else math.isnan(topic.low)
