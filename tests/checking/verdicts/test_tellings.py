"""Numbers that are told twice: by an article, or at two scales."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.retold import BoundDropped, bound_dropped, part_exceeds, retold_amounts, sudden_precision
from qcheck.checking.kinds.scale_slip import ScaleSlip, scale_slip
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import OPEN, related, statement, told, values

PLAIN = Parameters()
POSSIBLE = {"modality": "possible"}


def number(hard: str, typical: str = "", value: float | None = None, *, name: str = "a", **fields: Any) -> Statement:
    written: dict[str, Any] = {} if value is None else {"value_low": value, "value_high": value}
    return statement(name, hard, typical, **{**OPEN, **written, "event": "", **fields})


def retold(first: Statement, second: Statement, **said: Any) -> tuple[str, ...]:
    found = retold_amounts(related(**said), (first, second), PLAIN)
    return told(found) if found else ()


def test_an_amount_that_is_told_twice() -> None:
    assert retold(number("[41, 41]"), number("[30, 30]")) == (
        "conflict",
        "a [41, 41]",
        "a [30, 30]",
        "“a [41, 41]” → 41",
        "“a [30, 30]” → 30",
        "no number fits both: one is at most 30, the other at least 41",
    )
    assert retold(number("[30, 30]"), number("[41, 41]"))[5] == "no number fits both: one is at most 30, the other at least 41"
    assert retold(number("[41, 41]"), number("[30, 30]"), **POSSIBLE)[0] == "review"


def test_tellings_that_do_not_differ() -> None:
    assert retold(number("[41, 41]"), number("[30, 45]")) == ()
    assert retold(number("[41, 41]"), number("(0, inf)")) == ()
    assert retold(number("(-inf, inf)"), number("[41, 41]")) == ()
    assert retold(number("(41, inf)", value=41.0), number("[40, 41]", value=41.0)) == ()  # one number, bounded and bare


def test_tellings_of_two_sources_are_a_dispute() -> None:
    holt: dict[str, Any] = {"by": "Holt", "side": "NO"}
    quispe: dict[str, Any] = {"by": "Quispe", "side": "PE"}
    found = retold(number("[41, 41]", **holt), number("[30, 30]", **quispe))
    assert (found[0], found[-1]) == ("dispute", "two voices stand against each other: Holt and Quispe")
    assert retold(number("[41, 41]", **holt), number("[30, 30]", **quispe), **POSSIBLE)[0] == "dispute"
    assert retold(number("[41, 41]", **holt), number("[30, 30]"))[0] == "conflict"
    assert retold(number("[41, 41]", **holt), number("[14, 14]", **quispe))[0] == "conflict"  # the same digits: a slip, whoever says it
    assert retold(number("[41, 41]", **holt), number("[144, 144]", **quispe))[0] == "dispute"
    assert retold(number("[41, 41]", **holt), number("[47, 47]", **quispe))[0] == "dispute"


def dropped(first: Statement, second: Statement) -> tuple[str, ...]:
    found = bound_dropped(related(), (first, second), BoundDropped())
    return told(found) if found else ()


def test_a_bound_that_the_headline_drops() -> None:
    bare, limit = number("[250, 350]", value=300.0, name="headline"), number("(300, inf)", value=300.0, modifier="more_than")
    assert dropped(bare, limit) == (
        "review",
        "headline [250, 350]",
        "a (300, inf)",
        "“headline [250, 350]” → 250 to 350",
        "“a (300, inf)” → more than 300",
        "the bound of the text is not in the headline",
    )


@pytest.mark.parametrize("second", ["exact", "about", "almost", "vague", "more_than", "at_least", "less_than", "at_most"])
@pytest.mark.parametrize("first", ["exact", "about", "almost", "vague", "more_than", "at_least", "less_than", "at_most"])
def test_which_words_are_a_bound_that_is_dropped(first: str, second: str) -> None:
    bounds = ("more_than", "at_least", "less_than", "at_most")
    found = dropped(number("[300, 300]", modifier=first), number("[300, 300]", modifier=second))
    assert bool(found) is (first == "exact" and second in bounds)


def test_of_which_numbers_a_bound_is_dropped() -> None:
    def of(value: float, other: float) -> bool:
        return bool(dropped(number("[1, 999]", value=value), number("[1, 999]", value=other, modifier="at_least")))

    assert of(10, 10) and not of(9, 9) and not of(10, 11)


def exceeds(whole: Statement, part: Statement, **said: Any) -> tuple[str, ...]:
    found = part_exceeds(related("near", **said), (whole, part), PLAIN)
    return told(found) if found else ()


def test_a_part_above_its_whole() -> None:
    assert exceeds(number("[30, 30]", name="whole"), number("[41, 41]", name="part")) == (
        "conflict",
        "whole [30, 30]",
        "part [41, 41]",
        "“whole [30, 30]” → 30",
        "“part [41, 41]” → 41",
        "both stand near each other, and a part cannot exceed the whole",
    )
    assert exceeds(number("[30, 30]"), number("[41, 41]"), **POSSIBLE)[0] == "review"
    assert exceeds(number("[41, 41]"), number("[30, 30]")) == ()
    assert exceeds(number("[41, 41]"), number("[41, 41]")) == ()
    assert exceeds(number("[30, 30]"), number("(0, inf)")) == ()
    assert exceeds(number("(0, inf)", "[1, 2]"), number("[30, 30]")) == ()


def test_a_part_that_is_only_typically_above_its_whole() -> None:
    whole, part = number("[25, 35]", "[30, 30]", name="whole"), number("[33, 45]", "[40, 40]", name="part")
    found = exceeds(whole, part)
    assert found[0] == "review"
    assert found[3:5] == ("“whole [25, 35]” → 25 to 35; typically 30", "“part [33, 45]” → 33 to 45; typically 40")
    assert exceeds(number("[25, 35]", "[30, 30]"), number("[36, 45]", "[40, 40]"))[3] == "“a [25, 35]” → 25 to 35"


def precise(rough: Statement, exact: Statement) -> tuple[str, ...]:
    found = sudden_precision(related(), (rough, exact), PLAIN)
    return told(found) if found else ()


def test_precision_out_of_nowhere() -> None:
    rough, exact = number("[270, 330]", value=300.0, modifier="about", name="rough"), number("[312, 312]", name="exact")
    assert precise(rough, exact) == (
        "review",
        "rough [270, 330]",
        "exact [312, 312]",
        "“rough [270, 330]” → 270 to 330",
        "“exact [312, 312]” → 312",
        "nothing says who counted between the rough number and the precise one",
    )
    assert precise(rough, number("[331, 331]")) == ()
    assert precise(rough, number("[300, 300]")) == ()
    assert precise(rough, number("[312, 312]", modifier="about")) == ()
    assert precise(number("[300, 330]", value=300.0), exact) == ()
    assert precise(number("[270, 330]", value=310.0, modifier="about"), number("[320, 320]")) == ()


TEXT = "The harbour of Larvik bought {} pumps for its ferries."


def slip(value: float, other: float, *, text: str = "", words: str = "", turned: bool = False, **fields: Any) -> tuple[str, ...]:
    """What is said of two numbers; `fields` of the second one, `first_` those of the first."""
    own = {name.removeprefix("first_"): fields.pop(name) for name in list(fields) if name.startswith("first_")}
    pair = []
    for document, number_, sentence, more in (("a", value, text or TEXT, own), ("b", other, words or TEXT, fields)):
        written = f"{number_:,.12g}"
        start = sentence.index("{}")
        place: dict[str, Any] = {
            "sentence_text": sentence.format(written),
            "sentence_start": 100,
            "start": 100 + start,
            "end": 100 + start + len(written),
        }
        plain: dict[str, Any] = {
            "value_low": number_,
            "value_high": number_,
            "quote": written,
            **OPEN,
            **place,
            "sentence": 7,
            "zone": "body",
        }
        name = more.pop("document", document)
        pair.append(statement(name, f"[{number_!r}, {number_!r}]", **{**plain, **more}))
    one, two = reversed(pair) if turned else pair
    found = scale_slip(one, two, ScaleSlip())
    return told(found) if found else ()


def test_the_same_digits_at_another_scale() -> None:
    assert slip(412, 4120) == ("review", "412", "4,120", "“412” → 412", "“4,120” → 4,120", "the same digits, 10 times apart")
    assert slip(412, 412e3)[-1] == "the same digits, 1,000 times apart"
    assert slip(412e3, 412)[-1] == "the same digits, 1,000 times apart"
    a, b = (statement(d, f"[{v}, {v}]", sentence_text="Pumps of Larvik", **OPEN) for d, v in (("a", 412), ("b", 4120)))
    assert values(scale_slip(a, b, ScaleSlip(words=0))) == {"expected": "10"}
    c = statement("c", "[412000, 412000]", sentence_text="Pumps of Larvik", **OPEN)
    assert values(scale_slip(a, c, ScaleSlip(words=0))) == {"expected": "1,000"}
    assert slip(0.412, 4.12) != ()


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (412, 412, False),
        (412, 4121, False),
        (412, 4120.001, False),
        (41, 410, False),  # two digits are few
        (41, 4100, False),
        (41, 41_000, True),
        (4, 4_000, False),
        (40, 40_000, False),
        (412, 41_200, True),
        (0, 0, False),
        (-412, -4120, False),
    ],
)
def test_how_many_digits_two_numbers_must_share(one: float, other: float, found: bool) -> None:
    assert bool(slip(one, other)) is found


def test_a_range_has_no_scale() -> None:
    assert slip(412, 4120, value_high=4121.0) == ()
    assert slip(412, 4120, first_value_high=413.0) == ()


@pytest.mark.parametrize("unit", ["percent", "percentage_point", "age", "ordinal", "unknown", "year", "month", "week", "day", "hour",
                                  "minute", "second"])  # fmt: skip
def test_units_whose_numbers_are_alike_by_chance(unit: str) -> None:
    assert slip(412, 4120, first_unit=unit, unit=unit) == ()


def test_grams_that_were_milligrams() -> None:
    milligram: dict[str, Any] = {"unit": "milligram", "base_factor": 1e-6}
    first: dict[str, Any] = {"first_unit": "gram", "first_base_factor": 1e-3}
    assert slip(412, 412, **first, **milligram)[-1] == "the same digits, 1,000 times apart"
    assert slip(4, 4, **first, **milligram) != ()  # one digit is enough where a prefix was mixed up
    assert slip(4, 4, **first, unit="decagram", base_factor=1e-2) == ()
    assert slip(412, 412_000, **first, **milligram) == ()  # the same amount


def test_what_parts_two_numbers_of_the_same_digits() -> None:
    assert slip(412, 4120, first_document="a", document="a") == ()  # in one sentence
    assert slip(412, 4120, first_document="a", document="a", sentence=8) != ()
    assert slip(412, 4120, trend="up") == ()
    assert slip(412, 4120, kind="level") == ()
    assert slip(412, 4120, kind="") != ()
    assert slip(412, 4120, first_kind="") != ()
    assert slip(412, 4120, of="truck") == ()
    assert slip(412, 4120, first_of="") == ()
    assert slip(412, 4120, of="") != ()
    assert slip(412, 4120, first_of="", first_unit="EUR", unit="EUR") != ()


def test_sums_of_money_of_one_article_are_of_one_thing_where_they_are_large() -> None:
    euros: dict[str, Any] = {"first_document": "a", "document": "a", "sentence": 8, "first_unit": "EUR", "unit": "EUR", "of": "cost"}
    assert slip(1.2e6, 1.2e9, words="It spent {} on that.", **euros) != ()
    assert slip(1.2e5, 1.2e8, **euros) == ()
    assert slip(1.21e6, 1.21e8, **euros) == ()
    assert slip(1.2e6, 1.2e9, **{**euros, "document": "b"}) == ()
    assert slip(1.2e6, 1.2e9, **{**euros, "first_unit": "tons", "unit": "tons"}) == ()
    assert slip(1.2e6, 1.2e9, **{**euros, "unit": "USD"}) == ()


@pytest.mark.parametrize(
    ("one", "other", "words", "fields", "found"),
    [
        # of one thing: one word is told less, of three digits two less than of two
        (4123, 41230, "They sold {}.", {}, False),
        (4123, 41230, "They sold {} in Larvik, a man from far away told us all about it.", {}, True),
        (412, 4120, "They sold {} in Larvik, a man from far away told us all about it.", {}, False),
        (412, 4120, "They sold {} pumps at once.", {}, False),
        (412, 4120, "In the harbour {} pumps stand.", {}, True),
        (412, 4120, "They sold {}.", {"definite": True}, False),
        (412, 4120, "The men had {} for their own and the others of the port.", {}, False),  # words that stand everywhere
        # beside the numbers they count twice
        (4123, 41230, "They sold {} pumps.", {}, True),
        (4123, 41230, "They sold {}.", {"definite": True}, True),
        (4123, 41230, "They sold {}.", {"first_definite": True}, True),
        (4123, 41230, "They sold {}.", {"zone": "headline"}, True),
        (4123, 41230, "They sold {}.", {"first_zone": "headline"}, True),
        (4123, 41230, "They sold {}.", {"zone": "headline", "event": "use"}, False),
        (4123, 41230, "They sold {}.", {"zone": "headline", "of": ""}, False),
        (4123, 41230, "They sold {}.", {"definite": True, "of": ""}, True),
    ],
)
def test_how_many_words_two_sentences_must_share(one: float, other: float, words: str, fields: dict[str, Any], found: bool) -> None:
    assert bool(slip(one, other, words=words, **fields)) is found
    swapped: dict[str, Any] = {
        (name.removeprefix("first_") if name.startswith("first_") else f"first_{name}"): value for name, value in fields.items()
    }
    if fields.get("of", "pump"):
        assert bool(slip(one, other, text=words, words=TEXT, **swapped)) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "On the way from the north to the south, {} pumps were sold by them again and again to Larvik",
            "{} pumps went, so nobody was told at the time, to Larvik",
        ),
        ("In Larvik nobody was told of the deal with pumps {}", "From Larvik went, after a long night at sea, pumps {}"),
        (
            "Pumps, {} in all, came on a long and windy road from Larvik",
            "Nobody had pumps, {} or none, on the first night at sea to Larvik",
        ),
    ],
)
def test_words_count_twice_on_both_sides_of_the_numbers(one: str, other: str) -> None:
    assert slip(412, 4120, text=one, words=other) != ()
    assert slip(412, 4120, text=one, words=other.replace("pumps", "boats")) == ()
    assert slip(412, 4120, text=one, words=other.replace("Larvik", "Brevik")) == ()


def test_across_languages_the_thing_or_the_event_of_the_article_must_be_one() -> None:
    german = "Sie haben {} verkauft."
    assert slip(412, 4120, words=german, language="de") != ()
    assert slip(412, 4120, words=german, language="de", event="use") == ()
    main: dict[str, Any] = {"first_zone": "lede", "zone": "lede", "first_sentence": 1, "sentence": 2}
    assert slip(412, 4120, words=german, language="de", event="use", **main) != ()
    assert slip(412, 4120, words=german, language="de", event="use", **{**main, "zone": "body"}) == ()
