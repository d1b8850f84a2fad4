"""Which articles tell of one event."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.events import evidence, headlines_apart, learned, same_event
from qcheck.checking.statement import Article, article_of, articles
from qcheck.model.claim import Claim
from tests.checking.story import article

WORDS = "ferry;harbour;crew;mast;pier;storm;rudder;anchor"


def told(document: str, published: str = "2024-05-14", **fields: Any) -> Article:
    return article_of(article(document, published, **{"language": "en", "words": WORDS, **fields}))


BAKERY = "bread;oven;flour;yeast"
NAMED = {"names": "Astrid Moen;Brevik Lines"}


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (NAMED, {"names": "Astrid Moen;Brevik Lines;NO"}, "same"),
        (NAMED, {"names": "Reeder Astrid Moen;Brevik Lines"}, "same"),
        (NAMED, {"names": "Rui Tavares", "words": BAKERY}, "different"),
        (NAMED, {"names": "Rui Tavares"}, "different"),
        ({"names": "Astrid Moen;NO"}, {"names": "Rui Tavares;NO"}, "likely"),
        (NAMED, {**NAMED, "words": BAKERY}, "different"),
        (NAMED, {**NAMED, "published": "2024-08-01"}, "different"),
        (NAMED, {**NAMED, "published": ""}, "different"),
        ({"names": "NO;PE;CL", "words": BAKERY}, {"names": "NO;PE;CL"}, "different"),
        (
            {**NAMED, "names": "Astrid Moen;Brevik Lines;NO"},
            {"names": "Astrid Moen;Brevik Lines;NO", "words": "", "language": "de"},
            "same",
        ),
        (
            {**NAMED, "words": "moen;brevik;larvik;ferry"},
            {**NAMED, "words": "moen;brevik;larvik;fähre", "language": "de"},
            "same",
        ),
        (
            {**NAMED, "words": "moen;brevik;larvik;ferry"},
            {**NAMED, "words": "moen;brevik;larvik;fähre", "language": "de", "published": "2024-05-19"},
            "unclear",
        ),
    ],
)
def test_same_event(one: dict[str, Any], other: dict[str, Any], answer: str) -> None:
    a, b = told("a", **one), told("b", **other)
    assert same_event(a, b).answer == answer
    assert same_event(a, b) == same_event(b, a)
    assert same_event(a, b).reasons


def day(document: str, within: str) -> Claim:
    return Claim(role="time", document=document, within=within, sentence=2)


def test_days_that_two_articles_name_speak_for_one_event_and_other_days_against_it() -> None:
    rows = [article(d, "2024-05-14", language="en", words=WORDS, **NAMED) for d in ("a", "b", "c", "d")]
    known = articles([*rows, day("a", "2024-05-13"), day("b", "2024-05-13"), day("c", "2024-05-11"), day("d", "2021-05-13")])
    sums = [learned().of(evidence(known["a"], known[other])) for other in ("c", "d", "b")]
    assert sums == sorted(sums) and len(set(sums)) == 3


def test_weights_are_an_argument() -> None:
    a, b = told("a", **NAMED), told("b", **NAMED)
    never = learned().model_copy(update={"start": -100.0})
    assert same_event(a, b).answer == "same"
    assert same_event(a, b, weights=never).answer == "different"


def test_headlines_that_name_what_the_other_article_does_not() -> None:
    one = told("a", names="Larvik Quay;Astrid Moen", title="Two hurt at Larvik Quay")
    other = told("b", names="Port Halden;Astrid Moen", title="Four hurt in Port Halden")
    told_there_too = told("c", names="Port Halden;Larvik Quay", title="Four hurt in Port Halden")
    assert headlines_apart(one, other)
    assert not headlines_apart(one, told_there_too)
    assert not headlines_apart(one, told("d", names="Astrid Moen", title="Two hurt"))
