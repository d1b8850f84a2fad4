"""Which articles tell of one event."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.events import headlines_apart, same_event
from qcheck.checking.statement import Article, article_of
from tests.checking.story import article

WORDS = "ferry;harbour;crew;mast;pier;storm;rudder;anchor"


def told(document: str, published: str = "2024-05-14", **fields: Any) -> Article:
    return article_of(article(document, published, **{"language": "en", "words": WORDS, **fields}))


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ({"names": "Astrid Moen;Brevik Lines"}, {"names": "Astrid Moen;Brevik Lines;NO"}, "same"),
        ({"names": "Astrid Moen;Brevik Lines"}, {"names": "Rui Tavares"}, "different"),
        ({"names": "Astrid Moen;Brevik Lines"}, {"names": "Astrid Moen"}, "unclear"),
        ({"names": "Astrid Moen;Brevik Lines"}, {"names": "Astrid Moen;Brevik Lines", "words": "bread;oven;flour;yeast"}, "unclear"),
        ({"names": "Astrid Moen;Brevik Lines"}, {"names": "Astrid Moen;Brevik Lines", "published": "2024-08-01"}, "unclear"),
        ({"names": "Astrid Moen;Brevik Lines"}, {"names": "Astrid Moen;Brevik Lines", "published": ""}, "unclear"),
        ({"names": "Astrid Moen;Brevik Lines;NO"}, {"names": "Astrid Moen;Reeder Brevik Lines;NO", "words": "", "language": "de"}, "same"),
        ({"names": "NO;PE;CL"}, {"names": "NO;PE;CL"}, "unclear"),
        (
            {"names": "Astrid Moen;Brevik Lines", "words": "moen;brevik;larvik;ferry"},
            {"names": "Astrid Moen;Brevik Lines", "words": "moen;brevik;larvik;fähre", "language": "de"},
            "same",
        ),
        (
            {"names": "Astrid Moen;Brevik Lines", "words": "moen;brevik;larvik;ferry"},
            {"names": "Astrid Moen;Brevik Lines", "words": "moen;brevik;larvik;fähre", "language": "de", "published": "2024-05-19"},
            "unclear",
        ),
    ],
)
def test_same_event(one: dict[str, Any], other: dict[str, Any], answer: str) -> None:
    a, b = told("a", **one), told("b", **other)
    assert same_event(a, b).answer == answer
    assert same_event(a, b) == same_event(b, a)
    assert same_event(a, b).reasons


def test_headlines_that_name_what_the_other_article_does_not() -> None:
    one = told("a", names="Larvik Quay;Astrid Moen", title="Two hurt at Larvik Quay")
    other = told("b", names="Port Halden;Astrid Moen", title="Four hurt in Port Halden")
    told_there_too = told("c", names="Port Halden;Larvik Quay", title="Four hurt in Port Halden")
    assert headlines_apart(one, other)
    assert not headlines_apart(one, told_there_too)
    assert not headlines_apart(one, told("d", names="Astrid Moen", title="Two hurt"))
