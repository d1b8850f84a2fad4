"""What numbers must be to each other, and what each would have to be."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from qcheck.checking.kinds.arithmetic import Arithmetic, arithmetic
from qcheck.checking.kinds.arithmetic_granularity import Granularity, granularity
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import OPEN, related, statement, told, values


def number(hard: str, typical: str = "", value: float | None = None, *, name: str = "", **fields: Any) -> Statement:
    written: dict[str, Any] = {} if value is None else {"value_low": value, "value_high": value}
    return statement("a", hard, typical, quote=name or hard, **{**OPEN, **written, **fields})


def must(holds: str, *operands: Statement, names: str = "a b c", said: dict[str, Any] | None = None, **parameters: Any) -> Proof | None:
    return arithmetic(related(**(said or {})), operands, Arithmetic(operands=tuple(names.split()), holds=holds, **parameters))


def ten(**fields: Any) -> Statement:
    return number("[10, 10]", **fields)


def test_a_sum_that_its_parts_do_not_give() -> None:
    found = must("a = b + c", number("[12, 12]", name="12"), number("[3, 3]", name="3"), number("[8, 8]", name="8"))
    assert told(found) == (
        "conflict",
        "12",
        "3",
        "8",
        "“12” → 12",
        "“3” → 3",
        "“8” → 8",
        "what must hold: “12” = “3” + “8”",
        "the left side is exactly 12, the right side exactly 11",
    )
    assert values(found) == {"expected": "11", "repairs": "“12” would have to be 11; or “3” would have to be 4; or “8” would have to be 9"}
    assert must("a = b + c", number("[11, 11]"), number("[3, 3]"), number("[8, 8]")) is None


def test_a_likely_relation_is_a_review() -> None:
    found = must("a = b", ten(), number("[3, 3]"), names="a b", said={"modality": "possible"})
    assert told(found)[0] == "review"


def test_only_typically_it_does_not_hold() -> None:
    rough = number("[8, 12]", "[9, 9]", 9.0)
    found = must("a = b", ten(), rough, names="a b")
    assert told(found) == (
        "review",
        "[10, 10]",
        "[8, 12]",
        "“[10, 10]” → 10",
        "“[8, 12]” → 8 to 12; typically 9",
        "what must hold: “[10, 10]” = “[8, 12]”",
        "the left side is exactly 10, the right side exactly 9",
    )
    assert values(found)["expected"] == "9"
    sure = must("a = b", number("[13, 13]"), rough, names="a b")
    assert told(sure)[4] == "“[8, 12]” → 8 to 12"
    assert told(sure)[6] == "the left side is exactly 13, the right side 8 to 12"
    assert values(sure)["expected"] == "10"


@pytest.mark.parametrize(("formula", "sign"), [("a = b", "="), ("a <= b", "≤"), ("b >= a", "≥")])
def test_the_sign_of_a_comparison(formula: str, sign: str) -> None:
    found = must(formula, number("[12, 12]"), ten(), names="a b")
    assert f" {sign} " in told(found)[5]


def test_a_bound_that_an_operand_must_keep() -> None:
    found = must("a <= b", number("[12, 12]", name="12"), ten(name="10"), names="a b")
    assert values(found) == {"expected": "at most 10", "repairs": "“12” would have to be at most 10; or “10” would have to be at least 12"}


def test_the_last_operands_are_summed() -> None:
    parts = [number(f"[{n}, {n}]", name=str(n)) for n in (3, 4, 5)]
    found = must("whole = part", ten(name="10"), *parts, names="whole part...")
    assert told(found)[-2:] == ("what must hold: “10” = (“3” + “4” + “5”)", "the left side is exactly 10, the right side exactly 12")
    assert values(found)["repairs"] == "“10” would have to be 12; or the parts together would have to be 10"
    assert must("whole = part", number("[12, 12]"), *parts, names="whole part...") is None
    two = must("whole = part", ten(name="10"), *parts[:2], names="whole part...")
    assert values(two)["repairs"] == "“10” would have to be 7; or (“3” + “4”) would have to be 10"
    assert must("whole = part", ten(), names="whole part...") is None  # too few
    more = must("whole = one + part", number("[12, 12]"), *parts, names="whole one part...")
    assert more is None
    assert must("whole = one + part", number("[13, 13]"), *parts, names="whole one part...") is not None
    single = must("whole = part", ten(name="10"), parts[0], names="whole part...")
    assert told(single)[-2] == "what must hold: “10” = “3”"


def test_the_direction_of_a_change() -> None:
    formula = "direction * change = after - before"
    names = "change after before"
    up = must(formula, number("[3, 3]", name="3"), number("[12, 12]", name="12"), ten(name="10"), names=names)
    assert told(up)[-2] == "what must hold: “3” = “12” − “10”"
    assert must(formula, number("[1, 1]"), number("[12, 12]"), ten(), names=names) is not None
    down = must(formula, number("[3, 3]", name="3"), number("[8, 8]", name="8"), ten(name="10"), names=names, said={"trend": "down"})
    assert told(down)[-2:] == (
        "what must hold: −1 × “3” = “8” − “10”",
        "the left side is exactly −3, the right side exactly −2",
    )
    assert must(formula, number("[2, 2]"), number("[8, 8]"), ten(), names=names, said={"trend": "down"}) is None
    assert must(formula, number("[2, 2]"), number("[12, 12]"), ten(), names=names, said={"trend": "up"}) is None


def test_a_mix_up_that_the_numbers_as_written_show() -> None:
    rough = number("[8, 40]", "[8, 40]", 20.0, name="20")
    mixed = must("a = b", ten(name="10"), rough, names="a b", instead="2 * a = b")
    assert told(mixed) == (
        "review",
        "10",
        "20",
        "“10” → 10",
        "“20” → 8 to 40",
        "what must hold: “10” = “20”",
        "the left side is exactly 10, the right side 8 to 40",
        "what the numbers as written give instead: 2 × “10” = “20”",
    )
    assert must("a = b", ten(), number("[8, 40]", value=21.0), names="a b", instead="2 * a = b") is None
    assert must("a = b", ten(), number("[8, 40]", value=10.0), names="a b", instead="a <= b") is None  # the right one holds, too
    ranged = number("[8, 40]", value_low=20.0, value_high=21.0)
    assert must("a = b", ten(), ranged, names="a b", instead="2 * a = b") is None
    scaled = number("[0.008, 0.04]", value=0.02, base_factor=1000.0)
    assert must("a = b", ten(), scaled, names="a b", instead="2 * a = b") is not None
    summed = must("a = b", ten(), number("[8, 40]", value=15.0), number("[0, 5]", value=5.0), names="a b...", instead="2 * a = b")
    assert told(summed)[-1].startswith("what the numbers as written give instead")
    fallen = must("direction * a = b", ten(), number("[-10, 5]", value=-5.0), names="a b", instead="direction * a = 2 * b",
                  said={"trend": "down"})  # fmt: skip
    assert told(fallen)[-1] == "what the numbers as written give instead: −1 × “[10, 10]” = 2 × “[-10, 5]”"


def test_loose_operands_have_twice_the_room() -> None:
    share = number("[13.5, 14.5]", "[13.8, 14.2]", 14.0)
    assert must("a = b", share, number("[15, 15]"), names="a b", loose=("a",)) is not None
    assert told(must("a = b", share, number("[15, 15]"), names="a b", loose=("a",)))[0] == "review"
    assert told(must("a = b", share, number("[15.1, 15.1]"), names="a b", loose=("a",)))[0] == "conflict"
    assert told(must("a = b", share, number("[15, 15]"), names="a b"))[0] == "conflict"
    assert must("a = b", share, number("[14.4, 14.4]"), names="a b", loose=("a",)) is None
    assert must("a = b", share, number("[13.6, 13.6]"), names="a b", loose=("a",)) is None
    assert must("a = b", share, number("[14.3, 14.3]"), names="a b") is not None
    for modifier in ("more_than", "at_least", "less_than", "at_most"):
        bound = number("[13.5, 14.5]", "[13.8, 14.2]", 14.0, modifier=modifier)
        assert told(must("a = b", bound, number("[15, 15]"), names="a b", loose=("a",)))[0] == "conflict"
    assert must("a = b", number("[13, inf)"), number("[12, 12]"), names="a b", loose=("a",)) is not None


@pytest.mark.parametrize(
    ("formula", "a", "b", "unit", "expected"),
    [
        ("a = b", "[999, 999]", "[33.2, 33.8]", "percent", "33.5 %"),
        ("a = b", "[999, 999]", "[29.2, 30.9]", "percent", "30 %"),
        ("a = b", "[999, 999]", "[1234567, 1234567]", "count", "1,234,567"),
        ("a = b", "[999, 999]", "[1200000, 1250000]", "count", "1.22 million"),
        ("a = b / 3", "[999, 999]", "[100, 100]", "count", "33"),
        ("a = b / 3", "[9, 9]", "[10, 10]", "count", "3.33"),
        ("a = b / 3", "[10, 10]", "[100, 100]", "count", "33"),
        ("a = b / 3", "[999, 999]", "[1000, 1000]", "EUR", "333 EUR"),
        ("a = b / 3", "[999, 999]", "[10000, 10000]", "EUR", "3,333 EUR"),
        ("a = b", "[999, 999]", "[0, 0]", "count", "0"),
        ("a = b", "[999, 999]", "[-2, 2]", "count", "0"),
        ("a = b", "[999, 999]", "[-2, -1.8]", "percent", "−1.9 %"),
        ("a = 0 - b", "[999, 999]", "[33.2, 33.8]", "percent", "−33.5 %"),
        ("a = b", "[999, 999]", "[26, 36]", "percent", "30 %"),
        ("a = b", "[999, 999]", "[3300, 3390]", "percent", "3,340 %"),
        ("a = b", "[1, 2]", "[5, inf)", "percent", "at least 5 %"),
        ("a = b", "[1, 2]", "(5, inf)", "percent", "more than 5 %"),
        ("a = b", "[9, 9]", "(-inf, 5]", "percent", "at most 5 %"),
    ],
)
def test_the_plainest_number_that_an_operand_would_have_to_be(formula: str, a: str, b: str, unit: str, expected: str) -> None:
    first = number(a, unit=unit)
    assert values(must(formula, first, number(b), names="a b"))["expected"] == expected


def test_an_operand_is_told_in_its_own_unit() -> None:
    found = must("a = b", number("[3, 3]", unit="kilometer", base_factor=1000.0), number("[2000, 2000]", unit="meter"), names="a b")
    assert values(found)["expected"] == "2 kilometers"
    assert values(must("a = b", number("[3, 3]", unit=""), number("[2, 2]"), names="a b"))["expected"] == "2"


def test_where_an_operand_stands_twice_the_right_side_is_told() -> None:
    found = must("a + a = b", ten(name="10"), number("[2, 2]", name="2"), names="a b")
    assert values(found) == {"expected": "exactly 2", "repairs": "“2” would have to be 20"}
    lost = must("a + a = b + b", ten(), number("[2, 2]"), names="a b")
    assert values(lost) == {"expected": "exactly 4", "repairs": "one of the numbers must change"}


def test_at_most_four_repairs_are_told() -> None:
    numbers_ = [number(f"[{n}, {n}]", name=str(n)) for n in (99, 1, 2, 3, 4)]
    found = must("a = b + c + d + e", *numbers_, names="a b c d e")
    assert values(found)["repairs"].count("; or ") == 3
    assert "“4” would" not in values(found)["repairs"]


def test_sides_are_shown_with_few_digits() -> None:
    found = must("a = b / 3", number("[1234567.8, 1234567.8]", name="x"), number("[1, 2)", name="y"), names="a b")
    assert told(found)[-1] == "the left side is exactly 1.2346 million, the right side 0.33333 to under 0.66667"
    near = must("a = b", ten(), number("(20.00000001, 20.00000002)", name="y"), names="a b")
    assert told(near)[-1] == "the left side is exactly 10, the right side exactly 20"


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"operands": ("a...", "b"), "holds": "a = b"}, "only the last operand can be all that are left: a..., b"),
        ({"operands": ("a", "b"), "holds": "a = b", "loose": ("c",)}, "loose names no operand: c"),
        ({"operands": ("a", "b"), "holds": "a = c"}, "the formula names 'c', which is no operand; known: a, b, direction"),
        (
            {"operands": ("a", "b"), "holds": "a = b", "instead": "a = d"},
            "the formula names 'd', which is no operand; known: a, b, direction",
        ),
    ],
)
def test_what_no_rule_may_write(parameters: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError) as error:
        Arithmetic(**parameters)
    assert says in str(error.value)
    assert Arithmetic(operands=("a", "b..."), holds="a = direction * b", loose=("b",)).instead == ""


def grim(share: str, whole: str, *, value: float | None = None, **fields: Any) -> Proof | None:
    said = related(modality=fields.pop("said", "asserted"))
    of = number(whole, value=fields.pop("of", None), name=f"of {whole}")
    low = float(share.strip("[").partition(",")[0])
    return granularity(said, (number(share, value=low + 0.5 if value is None else value, unit="percent", **fields), of), Granularity())


def test_a_share_that_no_whole_number_gives() -> None:
    found = grim("[14.5, 15.5]", "[12, 12]", value=15.0)
    assert told(found) == (
        "conflict",
        "[14.5, 15.5]",
        "of [12, 12]",
        "“[14.5, 15.5]” → 14.5 to 15.5 %",
        "“of [12, 12]” → 12",
        "no whole number of 12 gives this share: 1 of 12 would be 8.33 %, 2 of 12 would be 16.7 %",
    )
    assert values(found) == {"expected": "1 of 12 would be 8.33 %, 2 of 12 would be 16.7 %"}
    assert told(grim("[14.5, 15.5]", "[12, 12]", said="possible"))[0] == "review"
    assert told(grim("[14.5, 15.5]", "[11, 13]", of=12.0))[0] == "review"


@pytest.mark.parametrize(
    ("share", "whole", "found"),
    [
        ("[8, 9]", 12, False),
        ("[8.34, 9]", 12, True),
        ("[16, 16.6]", 12, True),
        ("[16, 16.7]", 12, False),
        ("[0, 0]", 12, False),
        ("[0.1, 8.3]", 12, True),
        ("[100, 100]", 12, False),
        ("[91.7, 99.9]", 12, True),
        ("[100.5, 101.5]", 12, True),
        ("[107.5, 108.5]", 12, True),  # of 12 there are no 13
        ("[99.5, 100.5]", 1, False),
        ("[49.5, 50.5]", 1, True),
        ("[14.6, 14.9]", 199, True),
        ("[14.6, 14.9]", 200, False),  # above the size that is looked at
        ("[14.6, 14.9]", 0, False),
        ("[-1, 0.5]", 12, False),
    ],
)
def test_which_shares_a_whole_can_have(share: str, whole: int, found: bool) -> None:
    assert bool(grim(share, f"[{whole}, {whole}]")) is found


def test_of_which_numbers_a_share_is_looked_at() -> None:
    assert grim("[14.5, 15.5]", "[12, 12]", modifier="about") is None
    assert grim("[14.5, 15.5]", "[12.5, 12.5]") is None
    said, share = related(), number("[14.5, 15.5]", value=15.0, unit="percent")
    assert granularity(said, (share, number("[11, 13]", value_low=11.0, value_high=13.0)), Granularity()) is None
    third = number("[1, 1]")
    assert granularity(said, (share, number("[12, 12]"), third), Granularity()) is not None


def test_the_nearest_shares_of_a_whole_end_with_all_of_it() -> None:
    assert values(grim("[100.5, 101.5]", "[12, 12]"))["expected"] == "12 of 12 would be 100 %, 12 of 12 would be 100 %"
    assert values(grim("[91.7, 99.9]", "[12, 12]", value=91.7))["expected"].startswith("11 of 12")
    assert values(grim("[91.7, 99.9]", "[12, 12]", value=95.0))["expected"] == "11 of 12 would be 91.7 %, 12 of 12 would be 100 %"
