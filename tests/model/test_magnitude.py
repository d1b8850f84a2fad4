"""The one table of hard and typical intervals, row by row, and the laws that hold for every number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.interval import Interval, numbers
from qcheck.model.magnitude import (
    Magnitude,
    UnitFacts,
    decimal,
    fraction,
    last_round,
    next_round,
    plural_readings,
    readings,
    share_readings,
    times,
    vague_readings,
    whole,
)
from qcheck.model.quantity import Modifier, Quantity

PERCENT = UnitFacts(percent=True)
LENGTH = UnitFacts(measured=True)
HEAT = UnitFacts(measured=True, signed=True)
A = Modifier


def tenth(digits: str) -> Magnitude:
    left, _, right = digits.partition(".")
    return decimal(left, right, digits=digits)


ROWS = [
    (whole(412), (), UnitFacts(), "[412, 412]", None),
    (whole(20), (), UnitFacts(), "[20, 20]", None),
    (whole(150), (), UnitFacts(), "[150, 150]", None),
    (whole(400), (), UnitFacts(), "[350, 450]", "[400, 400]"),
    (whole(1200), (), UnitFacts(), "[1150, 1250]", "[1200, 1200]"),
    (whole(12_000), (), UnitFacts(), "[11500, 12500]", "[12000, 12000]"),
    (tenth("1.7").times(10**9), (), UnitFacts(), "[1.65e9, 1.75e9]", None),
    (whole(20).times(10**6), (), UnitFacts(), "[19.5e6, 20.5e6]", None),
    (whole(400).times(10**6), (), UnitFacts(), "[350e6, 450e6]", "[399.5e6, 400.5e6]"),
    (tenth("14.5"), (), PERCENT, "[14.45, 14.55]", None),
    (whole(15), (), PERCENT, "[14.5, 15.5]", None),
    (whole(100), (), PERCENT, "[100, 100]", None),
    (whole(100).negated(), (), PERCENT, "[-100, -100]", None),
    (whole(5), (), LENGTH, "[4.5, 5.5]", None),
    (whole(400), (), LENGTH, "[350, 450]", "[399.5, 400.5]"),
    (whole(400), (A.EXACT,), UnitFacts(), "[400, 400]", None),
    (whole(400), (A.MORE_THAN,), UnitFacts(), "(400, inf)", "(400, 500)"),
    (whole(450), (A.MORE_THAN,), UnitFacts(), "(450, inf)", "(450, 500)"),
    (whole(12), (A.AT_LEAST,), UnitFacts(), "[12, inf)", "[12, 20)"),
    (whole(9), (A.AT_MOST,), UnitFacts(), "[0, 9]", "(0, 9]"),
    (whole(400), (A.LESS_THAN,), UnitFacts(), "[0, 400)", "[300, 400)"),
    (whole(5), (A.LESS_THAN,), HEAT, "(-inf, 5)", "[4, 5)"),
    (whole(30).negated(), (A.LESS_THAN,), UnitFacts(), "(-inf, -30)", None),
    (whole(400), (A.ABOUT,), UnitFacts(), "[300, 500]", "[350, 450]"),
    (whole(450), (A.ABOUT,), UnitFacts(), "[427.5, 472.5]", "[438.75, 461.25]"),
    (whole(50_700), (A.ABOUT,), UnitFacts(), "[48165, 53235]", "[49432.5, 51967.5]"),
    (whole(400), (A.ALMOST,), UnitFacts(), "[300, 400)", "[350, 400)"),
    (whole(400), (A.JUST_OVER,), UnitFacts(), "[400, 450]", "[400, 425]"),
    (whole(12), (A.JUST_OVER,), UnitFacts(), "[12, 13.2]", "[12, 12.6]"),
    (whole(30).negated(), (A.JUST_OVER,), UnitFacts(), "[-35, -30]", "[-32.5, -30]"),
    (fraction(Fraction(1, 2)), (A.JUST_OVER,), UnitFacts(), "[0.5, 0.55]", "[0.5, 0.525]"),
    (whole(450), (A.ALMOST,), UnitFacts(), "[405, 450)", "[427.5, 450)"),
    (whole(400), (A.AT_LEAST, A.ABOUT), UnitFacts(), "[300, inf)", "[350, 450)"),
    (fraction(Fraction(1, 4)), (), UnitFacts(), "[0.25, 0.25]", None),
    (fraction(Fraction(1, 3)), (A.ABOUT,), UnitFacts(), "[0.31666666666666665, 0.35]", "[0.325, 0.3416666666666667]"),
    (fraction(Fraction(1, 2)), (A.ALMOST,), UnitFacts(), "[0.45, 0.5)", "[0.475, 0.5)"),
    (whole(400), (A.AT_MOST, A.ABOUT), UnitFacts(), "[0, 500]", "(0, 500]"),
    (whole(400), (A.LESS_THAN, A.ABOUT), UnitFacts(), "[0, 500)", "[350, 450)"),
    (whole(400), (A.MORE_THAN, A.ALMOST), UnitFacts(), "(300, inf)", "(350, 400)"),
    (whole(400), (A.AT_MOST, A.AT_LEAST, A.ABOUT), UnitFacts(), "[300, inf)", "[350, 450)"),
    (whole(400), (A.EXACT, A.ABOUT), UnitFacts(), "[300, 500]", "[350, 450]"),
    (whole(0), (A.AT_MOST,), UnitFacts(), "[0, 0]", None),
    (whole(0), (A.LESS_THAN,), UnitFacts(), "[0, 0]", None),
    (whole(0), (A.MORE_THAN,), UnitFacts(), "(0, inf)", None),
    (whole(0), (A.ALMOST,), UnitFacts(), "(0, 1]", "(0, 0.5]"),
    (whole(0), (A.LESS_THAN,), HEAT, "(-inf, 0)", None),
    (whole(1), (A.LESS_THAN,), UnitFacts(), "[0, 1)", None),
    (whole(1), (A.ALMOST,), UnitFacts(), "[0, 1)", "[0.5, 1)"),
    (whole(1), (A.LESS_THAN,), HEAT, "(-inf, 1)", "[0, 1)"),
    (whole(30).negated(), (A.AT_MOST,), UnitFacts(), "(-inf, -30]", None),
    (whole(30).negated(), (A.MORE_THAN,), UnitFacts(), "(-30, inf)", None),
    (whole(30).negated(), (A.ALMOST,), UnitFacts(), "(-30, -20]", "(-30, -25]"),
    (whole(30).negated(), (A.MORE_THAN,), HEAT, "(-30, inf)", None),
    (whole(12).negated(), (A.AT_LEAST, A.AT_MOST, A.ABOUT), HEAT, "(-inf, -11]", None),
    (fraction(Fraction(0)), (A.MORE_THAN, A.ABOUT), UnitFacts(), "(0, inf)", None),
    (fraction(Fraction(0)), (A.AT_LEAST, A.ABOUT), UnitFacts(), "[0, inf)", "[0, 0]"),
]


@pytest.mark.parametrize(("number", "modifiers", "unit", "hard", "typical"), ROWS)
def test_the_table(number: Magnitude, modifiers: tuple[Modifier, ...], unit: UnitFacts, hard: str, typical: str | None) -> None:
    assert readings(number, modifiers, unit=unit) == (numbers(hard), numbers(typical or hard))


def test_the_ends_of_a_range_stand_as_written() -> None:
    assert readings(whole(20), to=whole(30)) == (numbers("[20, 30]"), numbers("[20, 30]"))
    assert readings(whole(5).times(1000), to=whole(6).times(1000)) == (numbers("[5000, 6000]"), numbers("[5000, 6000]"))
    assert readings(whole(2400), to=whole(2300))[0] == numbers("[2300, 2400]")


@pytest.mark.parametrize(
    ("low", "high", "words", "hard", "typical"),
    [
        (20, 30, (A.ABOUT,), "[10, 40]", "[15, 35]"),
        (300, 450, (A.ABOUT,), "[285, 472.5]", "[292.5, 461.25]"),  # both ends as fine as the finer one
        (300, 450, (A.ALMOST,), "[270, 450)", "[285, 450)"),
        (20, 30, (A.AT_LEAST,), "[20, inf)", "[20, 30)"),
        (20, 30, (A.MORE_THAN,), "(20, inf)", "(20, 30)"),
        (20, 30, (A.AT_MOST,), "[0, 30]", "(0, 30]"),
        (20, 0, (A.AT_MOST,), "[0, 20]", "(0, 20]"),
        (20, -30, (A.AT_MOST,), "(-inf, 20]", "(0, 20]"),
        (20, 30, (A.AT_LEAST, A.ABOUT), "[10, inf)", "[15, 35)"),
        (20, 30, (A.EXACT,), "[20, 30]", "[20, 30]"),
        (12, -10, (A.LESS_THAN, A.ALMOST), "(-inf, 12)", "[-10, 12)"),
    ],
)
def test_words_before_a_range(low: int, high: int, words: tuple[Modifier, ...], hard: str, typical: str) -> None:
    assert readings(whole(low), words, to=whole(high)) == (numbers(hard), numbers(typical))


def test_how_a_number_is_written_is_kept() -> None:
    assert whole(1_200_000, digits="1,200,000") == Magnitude(Decimal(1_200_000), Decimal(1), Decimal(100_000), "1,200,000")
    assert whole(2 * 10**6, scaled_by=10**6) == Magnitude(Decimal(2 * 10**6), Decimal(10**6), Decimal(10**6), scale=10**6)
    assert whole(-30).significant == 10
    assert whole(10**30 + 1).significant == 1
    assert whole(7 * 10**30 + 10).significant == 10
    assert tenth(".5") == Magnitude(Decimal("0.5"), Decimal("0.1"), Decimal("0.1"), ".5")
    assert tenth("2.50").times(1000) == Magnitude(Decimal(2500), Decimal(10), Decimal(10), "2.50", 1000)
    assert whole(7).times(2).times(3).scale == 6
    assert fraction(Fraction(2, 3), digits="2/3") == Magnitude(Fraction(2, 3), digits="2/3", fraction=True)
    assert fraction(Fraction(2, 3)).digits == ""


def test_products_are_exact_and_whole_where_they_can_be() -> None:
    assert times(Fraction(1, 2), 3) == Fraction(3, 2)
    assert isinstance(times(Fraction(1, 2), 4), Decimal)
    assert isinstance(times(Fraction(1, 2), 3), Fraction)
    assert times(Decimal("1.5"), Fraction(2, 3)) == 1


def test_half_of_nothing_is_nothing() -> None:
    half = fraction(Fraction(1, 2))
    assert share_readings(half, (), readings(whole(0))) == (numbers("[0, 0]"), numbers("[0, 0]"))
    assert share_readings(half, (A.MORE_THAN,), readings(whole(0)))[0] == numbers("[0, 0]")


def test_a_typical_range_outside_the_hard_one_is_no_quantity() -> None:
    with pytest.raises(ValueError, match=r"typical \[5, 5\] must lie inside hard \[1, 2\]: 'five'"):
        Quantity(0, 4, "five", 5.0, numbers("[1, 2]"), numbers("[5, 5]"))


def test_vague_words() -> None:
    assert plural_readings(100) == (numbers("[200, inf)"), numbers("[200, 1000)"))
    assert plural_readings(1000) == (numbers("[2000, inf)"), numbers("[2000, 100000)"))
    assert plural_readings(10**6) == (numbers("[2e6, inf)"), numbers("[2e6, 1e8)"))
    assert plural_readings(10**12) == (numbers("[2e12, inf)"), numbers("[2e12, 1e14)"))
    assert plural_readings(10**9) == (numbers("[2e9, inf)"), numbers("[2e9, 1e11)"))
    assert plural_readings(10_000, composed=True) == (numbers("[20000, inf)"), numbers("[20000, 100000)"))
    assert plural_readings(12) == (numbers("[24, inf)"), numbers("[24, 100)"))
    assert vague_readings("several", 100) == (numbers("[200, inf)"), numbers("[300, 1000)"))
    assert vague_readings("couple") == (numbers("[2, inf)"), numbers("[2, 3]"))
    assert vague_readings("few") == (numbers("[2, inf)"), numbers("[3, 9]"))
    assert vague_readings("several") == (numbers("[3, inf)"), numbers("[3, 10)"))


@pytest.mark.parametrize(
    ("share", "of", "hard"),
    [
        ((1, 2), "[-0.05, 0.05]", "[-0.025, 0.025]"),
        ((1, 2), "(-3, -2]", "(-1.5, -1]"),
        ((0, 2), "(400, inf)", "[0, 0]"),
        ((1, 2), "(400, inf)", "(200, inf)"),
        ((1, 2), "[0, 0]", "[0, 0]"),
    ],
)
def test_shares_of_a_whole_that_goes_below_nothing_or_has_no_end(share: tuple[int, int], of: str, hard: str) -> None:
    whole_ = (numbers(of), numbers(of))
    assert share_readings(fraction(Fraction(*share)), (), whole_)[0] == numbers(hard)


def test_a_share_told_roughly_of_a_whole_below_nothing() -> None:
    hard, typical = share_readings(fraction(Fraction(1, 2)), (A.ABOUT,), readings(tenth(".0")))
    assert (hard, typical) == (numbers("[-0.02625, 0.02625]"), numbers("[-0.025625, 0.025625]"))
    below = (numbers("[-40, -20)"), numbers("[-40, -20)"))
    assert share_readings(fraction(Fraction(1, 2)), (A.MORE_THAN,), below)[0] == numbers("[-40, -10)")


@pytest.mark.parametrize(
    ("share", "words", "of", "hard"),
    [
        (Fraction(1, 2), (A.LESS_THAN,), "[0, 10]", "[0, 5)"),
        (Fraction(1, 2), (A.LESS_THAN,), "[0.5, 10]", "[0, 5)"),
        (Fraction(1, 2), (A.MORE_THAN,), "[0.5, 10]", "(0.25, 10]"),
        (Fraction(1, 2), (A.MORE_THAN,), "[-10, 0]", "[-10, 0]"),
    ],
)
def test_each_end_is_made_by_the_share_that_goes_furthest(share: Fraction, words: tuple[Modifier, ...], of: str, hard: str) -> None:
    whole_ = (numbers(of), numbers(of))
    assert share_readings(fraction(share), words, whole_)[0] == numbers(hard)


def test_shares_of_a_known_whole() -> None:
    whole_ = readings(whole(400))
    half = fraction(Fraction(1, 2))
    assert share_readings(half, (), whole_) == (numbers("[175, 225]"), numbers("[200, 200]"))
    assert share_readings(half, (A.MORE_THAN,), whole_) == (numbers("(175, 450]"), numbers("(200, 240)"))
    assert share_readings(half, (A.MORE_THAN,)) == (numbers("(0.5, 1]"), numbers("(0.5, 0.6)"))
    assert share_readings(None, (), whole_) == (numbers("(175, 450]"), numbers("(200, 400]"))


@pytest.mark.parametrize(
    ("value", "above", "below"),
    [("12", "20", "10"), ("450", "500", "400"), ("400", "500", "300"), ("460", "500", "400"), ("0.65", "0.7", "0.6")],
)
def test_round_numbers_beside_a_number(value: str, above: str, below: str) -> None:
    assert next_round(Decimal(value)) == Decimal(above)
    assert last_round(Decimal(value)) == Decimal(below)


magnitudes = st.one_of(
    st.integers(-(10**12), 10**12).map(whole),
    st.builds(lambda n, s: whole(n).times(s), st.integers(0, 10**6), st.sampled_from([1000, 10**6, 10**9])),
    st.decimals(0, 10**6, places=2).map(lambda d: tenth(f"{d:.2f}")),
    st.fractions(0, 1000).map(fraction),
)
unit_facts = st.sampled_from([UnitFacts(), PERCENT, LENGTH, HEAT])
modifiers = st.lists(st.sampled_from([m for m in Modifier if m not in (A.VAGUE, A.RANGE)]), max_size=3)


@given(magnitudes, modifiers, unit_facts)
def test_typical_lies_inside_hard(number: Magnitude, words: list[Modifier], unit: UnitFacts) -> None:
    hard, typical = readings(number, words, unit=unit)
    assert typical.inside(hard)


@given(magnitudes, magnitudes, modifiers, unit_facts)
def test_typical_lies_inside_hard_for_ranges(low: Magnitude, high: Magnitude, words: list[Modifier], unit: UnitFacts) -> None:
    hard, typical = readings(low, words, unit=unit, to=high)
    assert typical.inside(hard)


@given(st.fractions(0, 1), modifiers, magnitudes, modifiers, unit_facts)
def test_typical_lies_inside_hard_for_shares(
    share: Fraction, words: list[Modifier], number: Magnitude, others: list[Modifier], unit: UnitFacts
) -> None:
    hard, typical = share_readings(fraction(share), words, readings(number, others, unit=unit))
    assert typical.inside(hard)


@given(magnitudes, unit_facts)
def test_a_number_lies_in_its_own_readings(number: Magnitude, unit: UnitFacts) -> None:
    for words in ((), (A.EXACT,), (A.ABOUT,), (A.AT_LEAST,)):
        hard, typical = readings(number, words, unit=unit)
        assert float(number.value) in hard
        assert float(number.value) in typical


@given(st.integers(1, 999), st.integers(2, 6), st.floats(-0.5, 0.5), unit_facts)
def test_what_is_rounded_to_a_number_lies_in_its_hard_reading(leading: int, zeros: int, away: float, unit: UnitFacts) -> None:
    rounded = leading * 10**zeros
    assert rounded + away * 10**zeros in readings(whole(rounded), unit=unit)[0] or (unit.percent and rounded == 100)


@given(st.integers(1, 10**6), st.integers(1, 3), st.floats(-0.5, 0.5))
def test_what_is_rounded_to_a_decimal_lies_in_its_hard_reading(number: int, places: int, away: float) -> None:
    hard, _ = readings(tenth(f"{number / 10**places:.{places}f}"))
    assert (number + 0.999 * away) / 10**places in hard


@given(magnitudes, unit_facts)
def test_a_vaguer_word_never_narrows(number: Magnitude, unit: UnitFacts) -> None:
    exact, _ = readings(number, (A.EXACT,), unit=unit)
    bare, _ = readings(number, (), unit=unit)
    least, _ = readings(number, (A.AT_LEAST,), unit=unit)
    more, _ = readings(number, (A.MORE_THAN,), unit=unit)
    assert exact.inside(bare)
    assert exact.inside(least)
    assert more.inside(least)


@given(magnitudes)
def test_scaling_is_exact(number: Magnitude) -> None:
    assert Fraction(number.times(10**6).value) == Fraction(number.value) * 10**6


def test_forty_digits_are_never_rounded() -> None:
    digits = "9" * 39 + "7"
    assert whole(int(digits)).times(10**9).value == Decimal(digits + "0" * 9)
    assert isinstance(readings(whole(int(digits)))[0], Interval)
