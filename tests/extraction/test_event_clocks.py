"""Which clock times are of the event that an article tells, from the corpora."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qcheck.extraction.claims import claims_of
from qcheck.files.yaml import read_yaml
from qcheck.model.claim import Claim
from qcheck.model.document import Document

CORPORA = Path(__file__).parents[1] / "corpora"
STORIES = {
    "en": ("Accident at the port of Ostfurt", "Two people died in Ostfurt."),
    "de": ("Unglück am Hafen von Ostfurt", "Zwei Menschen starben in Ostfurt."),
}


def sentences(kind: str) -> list[Any]:
    return [
        pytest.param(language, sentence, id=f"{language}: {sentence}")
        for language in STORIES
        for sentence in read_yaml(CORPORA / language / "event_clocks.yaml").data[kind]
    ]


def clock(language: str, sentence: str) -> Claim:
    title, told = STORIES[language]
    document = Document("a", title, f"{title}\n\n{sentence} {told}", language, "2024-05-20")
    return next(row for row in claims_of(document) if row.role == "time" and row.clock_low == row.clock_low)


@pytest.mark.parametrize(("language", "sentence"), sentences("event"))
def test_the_time_of_the_event_is_known_by_the_words_beside_it(language: str, sentence: str) -> None:
    row = clock(language, sentence)
    assert (row.event != "", row.record) == (True, "main")


@pytest.mark.parametrize(("language", "sentence"), sentences("after"))
def test_the_time_of_what_followed_is_not_that_of_the_event(language: str, sentence: str) -> None:
    assert clock(language, sentence).event == ""
