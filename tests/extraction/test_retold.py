"""Laws of what counts as told twice in an article, each test named after its law."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qcheck.extraction.claims import claims_of
from qcheck.model.claim import Claim
from qcheck.model.document import Document

COUNTS = st.integers(11, 9_999).filter(lambda number: number % 10 != 0)
TEXTS = {
    "en": "A storm damaged {} houses in Pinemoor on Monday.\n\nThe road is closed.\n\nAssessors came. In all, {} houses were damaged.",
    "de": "Ein Sturm hat am Montag in Pinmoor {} Häuser beschädigt.\n\nDie Straße ist gesperrt.\n\nInsgesamt wurden {} Häuser beschädigt.",
}


def tied(text: str, language: str, title: str = "") -> list[Claim]:
    """The `retold` rows of an article."""
    whole = f"{title}\n\n{text}" if title else text
    rows = claims_of(Document(document="a", title=title, text=whole, language=language, published="2024-06-11"))
    return [row for row in rows if row.role == "relation" and row.relation == "retold"]


@pytest.mark.parametrize("language", TEXTS)
@given(number=COUNTS)
@settings(max_examples=15)
def test_a_number_that_stays_is_not_told_twice(language: str, number: int) -> None:
    assert tied(TEXTS[language].format(number, number), language) == []


@pytest.mark.parametrize("language", TEXTS)
@given(number=COUNTS)
@settings(max_examples=15)
def test_a_number_that_changes_is_told_twice(language: str, number: int) -> None:
    assert len(tied(TEXTS[language].format(number, number + 3), language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A storm damaged 40 houses on Monday. The fire service had initially spoken of 31 damaged houses in all."),
        ("en", "A storm damaged 40 houses on Monday. Another 31 houses were damaged on the island."),
        ("en", "A storm damaged 40 houses on Monday. In the storm of 2019, 31 houses were damaged in all."),
        ("en", "A crash killed two people and injured five. Of the five injured, three are children."),
        ("de", "Ein Sturm beschädigte am Montag 40 Häuser. Die Feuerwehr hatte zunächst von insgesamt 31 beschädigten Häusern gesprochen."),
        ("de", "Ein Sturm beschädigte am Montag 40 Häuser. Auf der Insel wurden weitere 31 Häuser beschädigt."),
        ("de", "Beim Unfall wurden fünf Menschen verletzt. Die drei Verletzten, die im Krankenhaus liegen, sind Kinder."),
    ],
)
def test_words_that_tell_two_counts_apart_excuse_them(language: str, text: str) -> None:
    assert tied(text, language) == []


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Boat towed in with 9 on board", "The coast guard towed a boat to Port Ellis. All six crew members were safe."),
    ],
)
@pytest.mark.xfail(strict=True, reason="a number of the headline that names no thing is compared only where it says what happened")
def test_a_headline_without_a_noun_is_told_again(language: str, title: str, text: str) -> None:
    assert tied(text, language, title)
