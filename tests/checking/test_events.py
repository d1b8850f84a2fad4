"""Which articles tell of one event."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.events import evidence, headlines_apart, learned, same_event
from qcheck.checking.statement import Article, article_of, articles
from qcheck.model.claim import Claim
from tests.checking.story import article

WORDS = "Larvik;Stavern;Brevik;Moen;ferry;harbour;crew;mast;pier;storm;rudder;anchor"


def told(document: str, published: str = "2024-05-14", **fields: Any) -> Article:
    return article_of(article(document, published, **{"language": "en", "words": WORDS, **fields}))


BAKERY = "Cusco;Tavares;bread;oven;flour;yeast"
NAMED = {"names": "Astrid Moen;Brevik Lines"}
SPEAKER = {"names": "Astrid Moen", "words": "Larvik;Astrid;Moen;ferry", "title": "Larvik"}  # a town and who speaks for it
GENRE = {"names": "", "title": "fire", "words": "fire;roof;smoke;brigade;hose;blaze;ladder;engine"}
GERMAN = {"language": "de", "words": "Larvik;Stavern;Moen;Brevik;fähre"}


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (NAMED, {"names": "Astrid Moen;Brevik Lines;NO"}, "same"),
        (NAMED, {"names": "Reeder Astrid Moen;Brevik Lines"}, "same"),
        (NAMED, {"names": "Rui Tavares", "words": BAKERY}, "different"),
        (GENRE, GENRE, "different"),  # words without a name
        ({"names": "NO", "words": "Larvik;Stavern;Brevik"}, {"names": "NO", "words": "Larvik;Stavern;Brevik"}, "likely"),
        (NAMED, {**NAMED, "words": BAKERY}, "different"),
        (NAMED, {**NAMED, "published": "2024-05-22"}, "likely"),
        (NAMED, {**NAMED, "published": "2024-06-22"}, "different"),
        (NAMED, {**NAMED, "published": "2024-08-01"}, "different"),
        (NAMED, {**NAMED, "published": ""}, "different"),
        (SPEAKER, SPEAKER, "likely"),
        (SPEAKER, {**SPEAKER, "words": "Larvik;Cusco;ferry", "names": ""}, "different"),
        ({"names": "NO;PE;CL", "words": BAKERY}, {"names": "NO;PE;CL"}, "different"),
        (NAMED, {**NAMED, **GERMAN}, "same"),
        (NAMED, {"names": "Astrid Moen", **GERMAN, "words": "Moen;fähre"}, "unclear"),
        (NAMED, {**NAMED, **GERMAN, "published": "2024-06-19"}, "unclear"),
        ({"names": "", "words": "Larvik"}, {"names": "", "words": "ferry;harbour;crew;mast"}, "different"),
    ],
)
def test_same_event(one: dict[str, Any], other: dict[str, Any], answer: str) -> None:
    a, b = told("a", **one), told("b", **other)
    assert same_event(a, b).answer == answer
    assert same_event(a, b) == same_event(b, a)
    assert same_event(a, b).reasons


def day(document: str, within: str) -> Claim:
    return Claim(role="time", document=document, within=within, sentence=2)


def test_a_day_that_two_articles_name_speaks_for_one_event() -> None:
    rows = [article(d, "2024-05-14", language="en", words=WORDS, **NAMED) for d in ("a", "b", "c")]
    known = articles([*rows, day("a", "2024-05-13"), day("b", "2024-05-13"), day("c", "2024-05-11")])
    sums = [learned().of(evidence(known["a"], known[other])) for other in ("c", "b")]
    assert sums[0] < sums[1]


def count(document: str, value: float, **fields: Any) -> Claim:
    return Claim(document=document, low=value, high=value, value_low=value, value_high=value, modifier="exact", unit="count", **fields)


@pytest.mark.parametrize(
    ("one", "other", "speaks"),
    [
        ((138_700, "box"), (138_700, "carton"), True),
        ((138_700, "box"), (138_800, "box"), False),
        ((139_000, "box"), (139_000, "box"), True),
        ((14, "box"), (14, "box"), True),
        ((140_000, "box"), (140_000, "carton"), False),
        ((7, "box"), (7, "box"), False),
    ],
)
def test_an_exact_number_that_both_tell_speaks_for_one_event(one: tuple[float, str], other: tuple[float, str], speaks: bool) -> None:
    """One of few digits only where they count the same thing, one of a single digit never."""
    rows = [article(document, language="en") for document in "ab"]
    counts = [count(document, value, of=of) for document, (value, of) in (("a", one), ("b", other))]
    without, known = articles(rows), articles([*rows, *counts])
    assert (learned().of(evidence(known["a"], known["b"])) > learned().of(evidence(without["a"], without["b"]))) is speaks


def test_the_numbers_that_both_tell_are_a_reason() -> None:
    rows = [article(document, language="en", words=WORDS) for document in "ab"]
    known = articles([*rows, *(count(document, 138_700, of="box") for document in "ab")])
    assert "both tell the number 138,700" in map(str, same_event(known["a"], known["b"]).reasons)


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
