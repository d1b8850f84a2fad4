"""Every reason that the link gives, word by word, and which claims it can join at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qcheck.checking.events import Answer, Link
from qcheck.checking.lines import text_of
from qcheck.checking.link import joins_across, joins_inside, link, parties_of
from qcheck.checking.slots import DEAD, PERSON
from qcheck.checking.statement import Article, Statement, article_of, statement_of
from tests.checking.story import article, said
from tests.checking.verdicts.statements import OPEN, statement

NOBODY: dict[str, Any] = {"agent": "", "recipient": "", **OPEN}
LEDE: dict[str, Any] = {"zone": "lede", "sentence": 2, "only": True}
BELOW: dict[str, Any] = {"zone": "body", "sentence": 30}
BOTH = "both speak of “pump”, and both speak of the event “supply”"
FURTHER = "one stands further down, where articles also tell of parts and of other events"


def linked(a: Statement, b: Statement, event: Answer = "same") -> tuple[str, ...]:
    """The answer and its reasons; the same answer whichever is named first."""

    def events(one: Article, other: Article) -> Link:
        return Link(event, (f"{one.document} and {other.document}",))

    found = link(a, b, events=events)
    assert link(b, a, events=events).answer == found.answer
    return found.answer, *(text_of(reason) for reason in found.reasons)


def claim(document: str, **fields: Any) -> Statement:
    return statement(document, "[40, 40]", **fields)


def test_claims_of_the_main_event() -> None:
    a, b = claim("a", **NOBODY, **LEDE), claim("b", **NOBODY, **LEDE)
    assert linked(a, b) == ("same", BOTH, "a and b", "both stand where the articles tell their main event")
    assert linked(a, b, "likely") == ("likely", BOTH, "a and b", "both stand where the articles tell their main event")
    assert linked(a, b, "unclear") == ("unclear", "a and b")
    assert linked(a, b, "different") == ("different", "a and b")


def test_of_a_thing_with_other_numbers_in_an_article_one_may_include_less() -> None:
    a, b = claim("a", **NOBODY, **LEDE), claim("b", **{**NOBODY, **LEDE, "only": False})
    less = "one of the articles gives other numbers for it, too, so that one may include less"
    assert linked(a, b) == ("possible", BOTH, "a and b", less)
    assert linked(a, b, "likely")[0] == "likely"
    assert linked(a, statement("b", "(0, inf)", **{**NOBODY, **LEDE, "only": False}))[0] == "same"  # a denial is of no number
    killed = ("person", "kill")
    assert linked(replace(a, slot=killed), replace(b, slot=killed))[0] == "same"


def test_of_one_of_several_that_is_not_named_nobody_knows_which() -> None:
    a, b = (claim(document, **{**NOBODY, **LEDE, "scope": "?"}) for document in "ab")
    assert linked(a, b) == ("unclear", "“?” and “?” may not include the same")


def test_who_does_it_to_whom_tells_the_thing() -> None:
    norway, peru = "the same agent: Norway", "the same recipient: Peru"
    assert linked(claim("a", **BELOW), claim("b", **BELOW)) == ("same", BOTH, norway, peru)
    alone: dict[str, Any] = {"recipient": "", "time_quote": "in 2023", "within": "2023", "throughout": "", "time_year": "as written"}
    assert linked(claim("a", **alone, **BELOW), claim("b", **alone, **BELOW)) == (
        "same",
        BOTH,
        norway,
        "both write the year that they speak of",
    )
    guessed = {**alone, "time_year": "dateline"}
    assert linked(claim("a", **guessed, **BELOW), claim("b", **guessed, **BELOW)) == ("unclear", FURTHER)
    assert linked(claim("a", agent="", **BELOW), claim("b", agent="", **BELOW)) == ("unclear", FURTHER)
    assert linked(claim("a", **BELOW), claim("b", **alone, **BELOW)) == ("unclear", FURTHER)


def test_only_parties_that_both_tell_are_shared() -> None:
    found = linked(claim("a", agent="", **LEDE), claim("b", **LEDE))
    assert found[1:4] == (BOTH, "the same recipient: Peru", "a and b")
    two = linked(claim("a", agent="NO;SE", **LEDE), claim("b", agent="SE;NO", **LEDE))
    assert two[2] == "the same agent: Norway, Sweden"


def test_one_article_counts_many_groups_of_one_kind() -> None:
    assert linked(claim("a"), claim("a", start=9))[-1] == "both stand in one article"
    assert linked(claim("a"), claim("a", start=9))[0] == "same"
    assert linked(claim("a", **NOBODY), claim("a", start=9, **NOBODY)) == ("unclear", BOTH, "both stand in one article")
    assert linked(claim("a"), claim("a", start=9, agent=""))[0] == "unclear"


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"of": ""}, {"of": ""}, "what is counted or what is said of it is not known of both"),
        ({"event": ""}, {}, "what is counted or what is said of it is not known of both"),
        ({"scope": "field"}, {}, "“field” and “” may not include the same"),
        ({"of": "person", "event": "attend", **NOBODY, **LEDE}, {"of": "person", "event": "attend", **NOBODY, **LEDE},
         "“attend” may be said of several groups of persons"),
    ],
)  # fmt: skip
def test_what_is_unclear(first: dict[str, Any], second: dict[str, Any], reason: str) -> None:
    assert linked(claim("a", **first), claim("b", **second)) == ("unclear", reason)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"modality": "possible"}, {"modality": "denied"}, "one is possible, the other denied"),
        ({"agent": "NO;SE"}, {"agent": "DK"}, "another agent: NO, SE and DK"),
        ({"agent": "NO"}, {"agent": "SE;DK"}, "another agent: NO and DK, SE"),
        ({"unit": "", "dimension": ""}, {"unit": "EUR"}, "a number and EUR do not measure the same"),
        ({"unit": "EUR"}, {"unit": "", "dimension": ""}, "EUR and a number do not measure the same"),
        ({"kind": "total"}, {"kind": "per_period"}, "one is a total, the other a per_period"),
        ({"kind": "change"}, {"kind": ""}, "one is a change, the other a number"),
        ({"by": "RKI"}, {"by": "Johns Hopkins"}, "RKI and Johns Hopkins count by rules of their own"),
    ],
)
def test_what_makes_them_different(first: dict[str, Any], second: dict[str, Any], reason: str) -> None:
    assert linked(claim("a", **first), claim("b", **second)) == ("different", reason)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"kind": "level"}, {"kind": ""}),
        ({"kind": ""}, {"kind": "total"}),
        ({"place": "Larvik"}, {"place": ""}),
        ({"recipient": "PE", "agent": ""}, {"recipient": "PE"}),
        ({"by": "RKI"}, {"by": "Holt"}),
        ({"unit": "mile", "dimension": "[length]"}, {"unit": "meter", "dimension": "[length]"}),
    ],
)
def test_what_makes_them_no_different(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert linked(claim("a", **first, **LEDE), claim("b", **second, **LEDE))[0] == "same"


def test_a_statement_without_a_number_measures_nothing() -> None:
    denied = statement("b", "(0, inf)", unit="EUR", modality="denied", **LEDE)
    assert linked(claim("a", **LEDE), denied)[0] == "same"


def test_a_sum_of_money_may_be_that_of_the_event_itself() -> None:
    cost: dict[str, Any] = {"of": "", "unit": "EUR", **NOBODY, **LEDE}
    assert linked(claim("a", **cost), claim("b", **cost))[:2] == ("same", "both speak of the event “supply”")


def test_a_kind_of_a_thing_is_told_to_be_one() -> None:
    a, b = claim("a", of="vehicle", **LEDE), claim("b", of="truck", **LEDE)
    assert text_of(link(a, b, kinds="second").reasons[0]) == ("“truck” is a kind of “vehicle”, and both speak of the event “supply”")
    assert link(b, a, kinds="second").answer == "different"


def headline(document: str, names: str, *, zone: str = "headline") -> Statement:
    told = article_of(article(document, title=names, names=f"{names};Callao"))
    return replace(statement_of(said(document, "[40, 40]", **{**NOBODY, "zone": zone}), told), only=True)


def test_headlines_that_name_what_the_other_article_does_not() -> None:
    apart = linked(headline("a", "Port Larvik"), headline("b", "Astrid Moen"))
    assert apart == ("unclear", BOTH, "a and b", "each headline names what the other article does not")
    assert linked(headline("a", "Port Larvik"), headline("b", "Astrid Moen", zone="lede"))[0] == "same"
    assert linked(headline("a", "Port Larvik"), headline("b", "Port Larvik"))[0] == "same"


def dead(document: str, **fields: Any) -> Statement:
    plain = {"of": "person", "event": "kill", "kind": "", **NOBODY, **BELOW}
    return replace(claim(document, **{**plain, **fields}), slot=(PERSON, DEAD))


def test_the_dead_further_down_are_possibly_the_same() -> None:
    assert linked(dead("a"), dead("b", **LEDE)) == (
        "possible",
        "both speak of “person”, and both speak of the event “kill”",
        "a and b",
        FURTHER,
    )
    assert linked(dead("a"), dead("b", **LEDE), "likely") == ("unclear", FURTHER)
    assert linked(dead("a"), dead("b", part="part")) == ("unclear", FURTHER)
    assert linked(dead("a", part="part"), dead("b")) == ("unclear", FURTHER)


def only(document: str, **fields: Any) -> Statement:
    return replace(claim(document, **{**NOBODY, **BELOW, **fields}), only=True)


def test_the_only_number_of_a_thing_further_down_is_likely_the_same() -> None:
    assert linked(only("a"), only("b")) == (
        "likely",
        BOTH,
        "a and b",
        FURTHER,
        "each article gives this one number for it only, so that it is likely, not sure, that it is the same",
    )
    lede = only("b", **LEDE)
    assert linked(only("a"), lede)[0] == "likely"
    assert linked(only("a"), claim("b", only=False, **NOBODY, **BELOW)) == ("unclear", FURTHER)
    assert linked(claim("a", **NOBODY, **BELOW), lede) == ("unclear", FURTHER)
    assert linked(only("a", modifier="vague"), only("b")) == ("unclear", FURTHER)
    assert linked(only("a", record="recalled"), only("b")) == ("unclear", FURTHER)
    assert linked(only("a", part="part"), only("b")) == ("unclear", FURTHER)
    hurt: dict[str, Any] = {"of": "person", "event": "injure"}
    assert linked(only("a", **hurt), only("b", **hurt))[0] == "likely"
    seen: dict[str, Any] = {"of": "person", "event": "attend"}
    assert linked(only("a", **seen), only("b", **seen)) == ("unclear", FURTHER)


def test_what_the_link_can_join_at_all() -> None:
    below = claim("a", **NOBODY, **BELOW)
    assert joins_inside(claim("a")) and not joins_inside(below)
    assert not joins_across(below)
    assert joins_across(claim("a", **NOBODY, **LEDE))
    assert joins_across(claim("a", **BELOW))
    assert joins_across(replace(below, slot=(PERSON, DEAD)))
    assert not joins_across(replace(below, slot=(PERSON, "injure")))
    assert joins_across(replace(below, only=True))
    assert parties_of(claim("a")) == (frozenset({"NO"}), frozenset({"PE"}))
    assert parties_of(claim("a", agent="")) == ()
