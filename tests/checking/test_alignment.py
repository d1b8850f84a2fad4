"""Numbers of two articles that go together by the words around them."""

from __future__ import annotations

import pytest

from qcheck.checking.alignment import Alignment, context, measured, slipped, swapped
from qcheck.checking.corpus import Corpus, corpus_of
from qcheck.checking.statement import Statement
from qcheck.extraction.claims import claims_of
from qcheck.model.document import Document
from tests.checking.verdicts.statements import dated, statement

SHIP = "The freighter Hedda ran aground off Pinemoor. All 14 crew members were taken off by the coast guard. It carries 90 containers."


def corpus(*texts: str, language: str = "en") -> Corpus:
    documents = [Document(str(n), "Freighter", f"Freighter\n\n{text}", language, "2024-05-14") for n, text in enumerate(texts)]
    return corpus_of(row for document in documents for row in claims_of(document))


def numbers(told: Corpus, document: str) -> list[Statement]:
    return [s for s in told.by_document[document] if measured(s)]


def together(*texts: str, language: str = "en") -> set[tuple[str, str]]:
    """The quotes of the first text and those of the second that go with them."""
    told = corpus(*texts, language=language)
    alignment = Alignment(told.by_document)
    pairs = [(a, b) for a in numbers(told, "0") for b in numbers(told, "1") if measured(a) == measured(b)]
    for a, b in pairs:
        assert alignment.link(a, b).answer == alignment.link(b, a).answer
    return {(a.claim.quote, b.claim.quote) for a, b in pairs if alignment.link(a, b).answer != "unclear"}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Its 16-man crew is safe with the coast guard.", {("14 crew members", "16-man crew")}),
        ("A wharf in Riga has 16 helicopters.", set()),
        ("Its crew of 14 is safe with the coast guard, which has a crew of 16.", {("14 crew members", "14")}),
        ("Some 95 containers are still on board.", {("90 containers", "Some 95 containers")}),
        ("Nobody was hurt.", set()),
    ],
)
def test_what_goes_together(text: str, pairs: set[tuple[str, str]]) -> None:
    assert together(SHIP, text) == pairs


def test_it_is_so_in_german() -> None:
    first = "Der Frachter Hedda lief auf Grund. Die Mauer im Hafen misst 340 Meter."
    assert together(first, "Die Mauer im Hafen, 430 Meter lang, hielt.", language="de") == {("340 Meter", "430 Meter")}
    assert together(first, "Ein Schlepper zog 80 Meter weiter.", language="de") == set()


def test_of_several_mentions_the_one_in_the_likest_words_is_taken() -> None:
    twice = "Its crew of 16 is safe. All 16 crew members were taken off by the coast guard."
    assert together(SHIP, twice) == {("14 crew members", "16 crew members")}


def test_words_that_any_sentence_has_tell_nothing() -> None:
    told = corpus("There were about 340 metres of the old wall, officials said on Monday.")
    (length,) = (s for s in told.by_document["0"] if s.claim.role == "claim")
    assert {"wall", "old"} >= {word for word in context(length) if ":" not in word}


@pytest.mark.parametrize(
    ("first", "second", "other_order", "slip"),
    [
        (43, 34, True, True),
        (1748, 1784, True, True),
        (406, 409, False, True),
        (41, 42, False, False),
        (12, 12, False, False),
        (100, 1000, False, False),
        (5, 6, False, False),
    ],
)
def test_slips_of_the_hand(first: float, second: float, other_order: bool, slip: bool) -> None:
    a, b = (statement(name, f"[{value}, {value}]") for name, value in (("a", first), ("b", second)))
    assert (swapped(a, b), slipped(a, b)) == (other_order, slip)


def test_slips_in_dates_and_times() -> None:
    assert slipped(dated("2022-07-12", "on July 12"), dated("2022-06-12", "on June 12"))
    assert not slipped(dated("2022-07-12", "on July 12"), dated("2022-06-13", "on June 13"))
    early, late = (dated("?", quote, clock_low=minutes, clock_high=minutes) for quote, minutes in (("at 4:15", 255.0), ("at 5:14", 314.0)))
    assert swapped(early, late)


def test_what_has_no_words_around_it_measures_nothing() -> None:
    assert measured(statement("a", "[14, 14]", sentence_text="")) == ""
    assert measured(statement("a", "(0, inf)", sentence_text="There were some.")) == ""
    assert measured(dated("2024-05-14", "on May 14", sentence_text="The bridge was closed on May 14 by engineers.")) == ""
    assert measured(dated("2023-05-14", "on May 14", sentence_text="Published on May 14")) == ""
    assert measured(dated("2023-05-14", "on May 14", sentence_text="The bridge was closed on May 14 by engineers.")) == "day"
    assert measured(dated("?", "at 5:14", clock_low=314.0, clock_high=314.0, sentence_text="It fell at 5:14.")) == "clock"
