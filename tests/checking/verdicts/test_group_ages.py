"""Ages of groups against those of their members, and ages of an event that lie a year apart."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.ages_listed import ages_listed
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.near_ages import near_ages
from qcheck.checking.statement import Statement, article_of, statement_of
from tests.checking.story import article, said
from tests.checking.verdicts.statements import OPEN, statement, told

PLAIN = Parameters()
NOW = {"within": "2024-05-14", "throughout": "", "time_quote": ""}


def aged(document: str, hard: str, **fields: Any) -> Statement:
    plain = {"unit": "age", "of": "victim", "event": "kill", "definite": True, "record": "main", "start": 0, **NOW}
    return statement(document, hard, **{**plain, **fields})


def group(document: str, members: str, **fields: Any) -> Statement:
    """A list of ages, as "34;36"."""
    all_ = [float(age) for age in members.split(";")]
    return aged(document, f"[{min(all_):g}, {max(all_):g}]", members=members, **fields)


def listed(a: Statement, b: Statement) -> tuple[str, ...]:
    found = ages_listed(a, b, PLAIN)
    return told(found) if found else ()


def test_the_ages_of_one_group_told_twice() -> None:
    assert listed(group("a", "34;36"), group("b", "34;38")) == (
        "conflict",
        "a [34, 36]",
        "b [34, 38]",
        "“a [34, 36]” → the ages 34, 36",
        "“b [34, 38]” → the ages 34, 38",
        "both tell the ages of all of one group",
    )
    assert listed(group("a", "34;34"), group("b", "34;38"))[0] == "conflict"
    assert listed(group("b", "34;38"), group("a", "34;36")) == ()  # a pair is looked at once
    assert listed(group("a", "34;36"), group("b", "36;34")) == ()
    assert listed(group("a", "34;36"), group("b", "34;36;40")) == ()  # another number of people is another group


def test_groups_of_ranges() -> None:
    lines = listed(aged("a", "[21, 30]"), aged("b", "[21, 34]"))
    assert lines[:3] == ("conflict", "a [21, 30]", "b [21, 34]")
    assert lines[3] == "“a [21, 30]” → 21 to 30 years old"
    assert listed(aged("a", "[21, 30]"), aged("b", "[21, 30]")) == ()
    assert listed(aged("a", "[21, 30]"), aged("b", "[19, 30]"))[0] == "conflict"
    assert listed(group("a", "21;30"), aged("b", "[21, 30]")) == ()
    assert listed(group("a", "21;30"), aged("b", "[21, 34]"))[0] == "conflict"
    assert listed(aged("a", "[21, 34]"), group("b", "21;30"))[0] == "conflict"
    assert listed(aged("a", "[21, 34]"), group("b", "22;34"))[0] == "conflict"


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        ("[20, 30)", "[20, 24]", ""),  # in their twenties
        ("[20, 30)", "[25, 34]", ""),
        ("[20, 29]", "[29, 34]", ""),
        ("[20, 29]", "[30, 34]", "conflict"),
        ("[30, 39]", "[25, 30]", ""),
        ("[30, 39]", "[25, 29]", "conflict"),
    ],
)
def test_a_rough_range_need_only_touch_the_exact_one(first: str, second: str, outcome: str) -> None:
    assert "".join(listed(aged("a", first, modifier="vague"), aged("b", second, modifier="vague"))[:1]) == outcome


def test_what_is_exact_may_not_lie_outside_of_a_rough_range() -> None:
    def rough(hard: str, exact: str) -> str:
        some = {"of": "pupil", "definite": False, "sentence": 2}
        return "".join(listed(aged("a", hard, modifier="vague", **some), aged("b", exact, **some))[:1])

    assert rough("[20, 29]", "[21, 29]") == ""
    assert rough("[20, 29]", "[21, 30]") == "review"
    assert rough("[20, 29]", "[21, 31]") == "conflict"
    assert rough("[20, 29]", "[19, 25]") == "review"
    assert rough("[20, 29]", "[18, 25]") == "conflict"


def test_a_year_is_a_review_unless_both_are_all() -> None:
    pupils: dict[str, Any] = {"of": "pupil", "definite": False, "sentence": 6}
    assert listed(group("a", "14;16", **pupils), group("b", "14;17", **pupils))[0] == "review"
    assert listed(group("a", "14;16", **pupils), group("b", "14;17.5", **pupils))[0] == "conflict"
    assert listed(group("a", "14;16"), group("b", "14;17"))[0] == "conflict"
    assert listed(group("a", "14;16", definite=False), group("b", "14;17"))[0] == "review"
    assert listed(group("a", "14;16"), group("b", "14;17", definite=False))[0] == "review"


def test_which_groups_may_be_one() -> None:
    pupils: dict[str, Any] = {"of": "pupil", "definite": False, "sentence": 6}
    late = {**pupils, "sentence": 7}
    assert listed(group("a", "14;16", **pupils), group("b", "14;19")) == ()
    assert listed(group("a", "14;16", **late), group("b", "14;19", **pupils)) == ()
    assert listed(group("a", "14;16", **pupils), group("b", "14;19", **late)) == ()
    assert listed(group("a", "14;16", **pupils), group("b", "14;19", **{**pupils, "sentence": 0})) == ()
    assert listed(group("a", "14;16", **pupils), group("b", "14;19", **{**pupils, "sentence": 1})) != ()
    assert listed(group("a", "14;16"), group("b", "14;19", sentence=30)) != ()
    assert listed(group("a", "14;16"), group("b", "14;19", record="recalled")) == ()
    assert listed(group("a", "14;16"), group("b", "14;19", event="injure")) == ()
    assert listed(group("a", "14;16", event=""), group("b", "14;19")) != ()
    assert listed(group("a", "14;16"), group("b", "14;19", event="")) != ()
    assert listed(group("a", "14;16"), group("b", "14;19", of="person")) == ()


def test_in_one_article_both_must_be_all() -> None:
    assert listed(group("a", "14;16"), group("a", "14;19", start=9))[0] == "conflict"
    assert listed(group("a", "14;16"), group("a", "14;19", start=9, definite=False)) == ()
    assert listed(group("a", "14;16", definite=False), group("a", "14;19", start=9)) == ()


def one(hard: str, **fields: Any) -> Statement:
    return aged("b", hard, **{"of": "", "definite": False, **fields})


def test_somebody_who_has_none_of_the_ages_of_all() -> None:
    assert listed(group("a", "34;36"), one("[40, 40]")) == (
        "conflict",
        "a [34, 36]",
        "b [40, 40]",
        "“a [34, 36]” → the ages 34, 36",
        "“b [40, 40]” → 40 years old",
        "the ages are those of all, and this one is not among them",
    )
    assert listed(one("[40, 40]"), group("a", "34;36")) == ()
    assert listed(one("[40, 40]"), one("[41, 41]")) == ()
    assert listed(group("a", "34;36"), one("[36, 36]")) == ()


@pytest.mark.parametrize(
    ("ages", "single", "outcome"),
    [
        ("34;36", "[35, 35]", "review"),
        ("34;36", "[37, 37]", "review"),
        ("34;36", "[37.5, 37.5]", "conflict"),
        ("34;40", "[37, 37]", "conflict"),
        ("[34, 40]", "[37, 37]", ""),
        ("[34, 40]", "[40, 40]", ""),
        ("[34, 40]", "[41, 41]", "review"),
        ("[34, 40]", "[42, 42]", "conflict"),
        ("[34, 40]", "[33, 33]", "review"),
        ("[34, 40]", "[32, 32]", "conflict"),
    ],
)
def test_how_far_an_age_may_lie_from_those_of_all(ages: str, single: str, outcome: str) -> None:
    everybody = group("a", ages) if ";" in ages else aged("a", ages)
    assert "".join(listed(everybody, one(single))[:1]) == outcome


def test_who_surely_belongs_to_the_group() -> None:
    everybody = group("a", "34;36")
    assert listed(everybody, one("[40, 40]", event="injure")) == ()
    for event in ("injure", "shoot", "attack"):
        assert listed(group("a", "34;36", event=event), one("[40, 40]", event=event))[0] == "review"
    assert listed(group("a", "34;36", event=""), one("[40, 40]", event="injure"))[0] == "review"
    assert listed(group("a", "34;36", event=""), one("[40, 40]"))[0] == "conflict"
    assert listed(group("a", "34;36", event="arrest"), one("[40, 40]", event="arrest")) == ()
    assert listed(everybody, one("[40, 40]", record="recalled")) == ()
    assert listed(everybody, one("[40, 40]", record="recalled", person="Ada Quill")) == ()
    assert listed(everybody, one("[40, 40]", record="")) == ()
    assert listed(everybody, one("[40, 40]", record="", person="Ada Quill"))[0] == "conflict"
    assert listed(group("a", "34;36", of="person"), one("[40, 40]"))[0] == "conflict"
    assert listed(group("a", "34;36", of="pupil"), one("[40, 40]")) == ()
    assert listed(group("a", "34;36", definite=False), one("[40, 40]")) == ()


def near(document: str, hard: str, *, on: str = "2024-05-14", also: str = "", first: str = "", **fields: Any) -> Statement:
    """An age of an article; `also` is one that it tells later on, `first` one of the same years that it tells before."""
    plain = {"unit": "age", "of": "", "event": "", "quote": f"{document} {hard}", **NOW}
    own = said(document, hard, start=50, **{**plain, **fields})
    others = [said(document, also, start=90, **plain)] if also else []
    others += [said(document, first, start=0, **plain)] if first else []
    return statement_of(own, article_of(article(document, on), [own, *others]))


def close(a: Statement, b: Statement) -> tuple[str, ...]:
    found, turned = near_ages(a, b, PLAIN), near_ages(b, a, PLAIN)
    assert (found and found.outcome) == (turned and turned.outcome)
    return told(found) if found else ()


def test_two_ages_of_one_event_a_year_apart() -> None:
    assert close(near("a", "[34, 34]"), near("b", "[35, 35]")) == (
        "review",
        "a [34, 34]",
        "b [35, 35]",
        "“a [34, 34]” → 34 years old",
        "“b [35, 35]” → 35 years old",
        "the ages lie a year apart, and neither article has the age of the other: they are most likely of one person",
    )
    assert close(near("a", "[34, 34]"), near("b", "[34, 34]")) == ()
    assert close(near("a", "[34, 34]"), near("b", "[36, 36]")) == ()
    assert close(near("a", "[34, 34]"), near("b", "[34, 35]")) == ()
    assert close(near("a", "[0.5, 0.5]"), near("b", "[1, 1]")) == ()
    assert close(near("a", "[1, 1]"), near("b", "[2, 2]")) != ()


def test_articles_more_than_a_month_apart_are_not_compared() -> None:
    assert close(near("a", "[34, 34]"), near("b", "[35, 35]", on="2024-06-13")) != ()
    assert close(near("a", "[34, 34]"), near("b", "[35, 35]", on="2024-06-14", within="2024-06-14")) == ()
    assert close(near("a", "[34, 34]"), near("b", "[35, 35]", on="")) == ()


def test_persons_whom_both_name_are_the_matter_of_another_rule() -> None:
    ada = {"person": "Ada Quill"}
    assert close(near("a", "[34, 34]", **ada), near("b", "[35, 35]")) != ()
    assert close(near("a", "[34, 34]", **ada), near("b", "[35, 35]", **ada)) == ()


def test_an_age_that_the_other_article_has_too_is_of_another_person() -> None:
    assert close(near("a", "[34, 34]", also="[35, 35]"), near("b", "[35, 35]")) == ()
    assert close(near("a", "[34, 34]", also="[36, 36]"), near("b", "[35, 35]")) != ()
    assert close(near("a", "[34, 34]", also="[30, 40]"), near("b", "[35, 35]")) == ()
    assert close(near("a", "[34, 34]", first="[34, 34]"), near("b", "[35, 35]")) == ()  # not its first mention


def test_an_age_of_then_or_of_an_earlier_event_is_not_compared() -> None:
    assert close(near("a", "[34, 34]", **OPEN), near("b", "[35, 35]")) == ()
    assert close(near("a", "[34, 34]", record="recalled"), near("b", "[35, 35]")) == ()


@pytest.mark.parametrize("held", ["arrest", "charge", "seek"])
@pytest.mark.parametrize("harmed", ["kill", "injure", "shoot", "hospitalize"])
def test_who_was_harmed_is_not_who_is_held_for_it(held: str, harmed: str) -> None:
    assert close(near("a", "[34, 34]", event=held), near("b", "[35, 35]", event=harmed)) == ()
    assert close(near("a", "[34, 34]", event=held), near("b", "[35, 35]", event=held)) != ()
    assert close(near("a", "[34, 34]", event=harmed), near("b", "[35, 35]", event="")) != ()


def test_a_man_is_no_woman() -> None:
    assert close(near("a", "[34, 34]", of="man"), near("b", "[35, 35]", of="woman")) == ()
    assert close(near("a", "[34, 34]", of="man"), near("b", "[35, 35]", of="man")) != ()
    assert close(near("a", "[34, 34]", of="man"), near("b", "[35, 35]", of="driver")) != ()
