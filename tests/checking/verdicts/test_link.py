"""Whether two statements speak of one thing, and the first reason that says why or why not."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.events import Answer, Link
from qcheck.checking.lines import text_of
from qcheck.checking.link import Kinds, link
from qcheck.checking.slots import with_slots
from qcheck.checking.statement import article_of, statement_of
from tests.checking.story import article, said
from tests.checking.verdicts.statements import statement

UNDATED = {"within": "2024-05-14", "throughout": "", "time_quote": ""}
DEAD = {"of": "person", "event": "kill", "agent": "", "recipient": "", "kind": "", **UNDATED}
NOBODY = {"agent": "", "recipient": "", **UNDATED}


def answer(first: dict[str, Any], second: dict[str, Any], *, kinds: Kinds = "", documents: str = "ab") -> tuple[str, str]:
    """The answer for two statements of the story and its first reason; the same whichever is named first."""
    a, b = with_slots([statement(document, "[40, 40]", **fields) for document, fields in zip(documents, (first, second), strict=True)])
    found = link(a, b, kinds=kinds)
    assert kinds or link(b, a).answer == found.answer
    return found.answer, text_of(found.reasons[0])


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({}, {"of": "truck"}, "“pump” is not “truck”"),
        ({}, {"event": "order"}, "the event “supply” is not “order”"),
        (
            {"unit": "tonne", "dimension": "mass"},
            {"unit": "litre", "dimension": "volume"},
            "tonne and litre do not measure the same",
        ),
        ({"unit": ""}, {"unit": "EUR"}, "a number and EUR do not measure the same"),
        ({}, {"modality": "planned"}, "one is asserted, the other planned"),
        ({"kind": "share"}, {"kind": "total"}, "one is a share, the other a total"),
        ({"kind": ""}, {"kind": "change"}, "one is a number, the other a change"),
        ({}, {"agent": "SE"}, "another agent: NO and SE"),
        ({}, {"recipient": "CL"}, "another recipient: PE and CL"),
        ({"place": "Larvik"}, {"place": "Brevik"}, "another place: Larvik and Brevik"),
    ],
)
def test_what_makes_them_different(first: dict[str, Any], second: dict[str, Any], reason: str) -> None:
    assert answer(first, second)[0] == "different"
    assert answer(first, second)[1] == reason


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, "same"),
        ({"place": "Larvik"}, {}, "same"),
        ({"kind": "level"}, {"kind": "total"}, "same"),
        ({"kind": ""}, {"kind": "per_period"}, "same"),
        ({"modality": "denied"}, {}, "same"),
        ({"of": ""}, {"of": ""}, "unclear"),
        ({"scope": "petrol"}, {}, "unclear"),
        ({"zone": "body", "sentence": 30}, {}, "same"),  # who supplies whom tells the thing anywhere
        ({**NOBODY, "zone": "body", "sentence": 30}, NOBODY, "likely"),  # the only number of its thing in both
        ({**NOBODY, "zone": "body", "sentence": 30, "record": "recalled"}, NOBODY, "unclear"),
        ({**NOBODY, "zone": "body", "sentence": 30, "modifier": "vague"}, NOBODY, "unclear"),
        ({**NOBODY, "zone": "body", "sentence": 30, "part": "part"}, NOBODY, "unclear"),
        (NOBODY, NOBODY, "same"),
        (DEAD, DEAD, "same"),
        ({**DEAD, "zone": "body", "sentence": 30}, DEAD, "possible"),
        ({**DEAD, "zone": "body", "sentence": 30, "part": "part"}, DEAD, "unclear"),
        ({**DEAD, "event": "attend"}, {**DEAD, "event": "attend"}, "unclear"),  # of several groups of persons
    ],
)
def test_what_makes_them_the_same(first: dict[str, Any], second: dict[str, Any], expected: str) -> None:
    assert answer(first, second)[0] == expected


@pytest.mark.parametrize(("kinds", "expected"), [("second", "same"), ("", "different"), ("either", "different")])
def test_a_kind_of_a_thing_meets_it_only_where_asked(kinds: Kinds, expected: str) -> None:
    assert answer({"of": "vehicle"}, {"of": "truck"}, kinds=kinds)[0] == expected


@pytest.mark.parametrize(("kinds", "expected"), [("either", "same"), ("", "different")])
def test_a_kind_of_persons_meets_them_whichever_stands_first(kinds: Kinds, expected: str) -> None:
    for who in (("person", "soldier"), ("soldier", "person")):
        first, second = ({**DEAD, "of": of} for of in who)
        assert answer(first, second, kinds=kinds)[0] == expected
    assert answer({**DEAD, "of": "child"}, {**DEAD, "of": "soldier"}, kinds=kinds)[0] == "different"


def test_in_one_article_only_who_does_it_tells_that_two_counts_are_of_one_thing() -> None:
    assert answer({}, {"start": 90}, documents="aa")[0] == "same"
    assert answer(NOBODY, {**NOBODY, "start": 90}, documents="aa")[0] == "unclear"


def test_who_counts_by_rules_of_its_own_is_another_source() -> None:
    assert answer({"by": "RKI"}, {"by": "Johns Hopkins"})[0] == "different"


@pytest.mark.parametrize("event", ["same", "likely", "unclear", "different"])
def test_claims_that_name_no_parties_are_as_near_as_their_articles(event: Answer) -> None:
    a, b = statement("a", "[40, 40]", only=True, **NOBODY), statement("b", "[50, 50]", only=True, **NOBODY)
    assert link(a, b, events=lambda x, y: Link(event, ("the articles",))).answer == event


def test_two_headlines_that_name_what_the_other_article_does_not_are_of_two_things() -> None:
    headline: dict[str, Any] = {**NOBODY, "zone": "headline"}
    a, b = (
        statement_of(said(document, "[40, 40]", **headline), article_of(article(document, title=title, names=f"{title};Callao")))
        for document, title in (("a", "Port Larvik"), ("b", "Astrid Moen"))
    )
    assert link(a, b, events=lambda x, y: Link("same", ("the articles",))).answer == "unclear"
