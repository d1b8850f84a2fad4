"""Laws of the conversion rules: an amount that is converted and rounded as one does is silent, another one is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qcheck
from qcheck.checking.rules import builtin_folder, load_rules
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.model.frames import from_frame, to_frame

RULES = load_rules(builtin_folder() / "conversion")
PAIRS = [
    ("miles", "kilometers", 1.609344),
    ("feet", "meters", 0.3048),
    ("pounds", "kilograms", 0.45359237),
    ("acres", "hectares", 0.40468564),
]
PAIRS += [(to, unit, 1 / factor) for unit, to, factor in PAIRS]


def said(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Rules and outcomes in a text of 10 June 2024."""
    row = Document("draft", text=text, language=language, published="2024-06-10", published_from="column")
    found = from_frame(qcheck.check(qcheck.extract(to_frame([row], Document)), rules=RULES), Finding)
    return [(finding.rule, finding.outcome) for finding in found]


@settings(max_examples=15)
@given(st.sampled_from(PAIRS), st.integers(12, 9_000), st.integers(2, 4))
def test_a_rounded_conversion_is_silent(pair: tuple[str, str, float], amount: int, digits: int) -> None:
    unit, other, factor = pair
    converted = float(f"{amount * factor:.{digits}g}")
    assert said(f"The load of Larvik measured {amount:,} {unit} ({converted:,.10g} {other}) in all.") == []


@settings(max_examples=15)
@given(st.sampled_from(PAIRS), st.integers(12, 9_000), st.sampled_from([0.1, 0.4, 2.5, 10.0]))
def test_another_amount_is_a_conflict(pair: tuple[str, str, float], amount: int, slip: float) -> None:
    unit, other, factor = pair
    converted = float(f"{amount * factor * slip:.3g}")
    assert said(f"The load of Larvik measured {amount:,} {unit} ({converted:,.10g} {other}) in all.") == [("conversion/units", "conflict")]


@settings(max_examples=15)
@given(st.integers(-30, 45))
def test_a_temperature_is_converted_with_its_zero(celsius: int) -> None:
    fahrenheit = round(celsius * 1.8 + 32)
    sign, other = ("minus " if celsius < 0 else ""), ("minus " if fahrenheit < 0 else "")
    text = f"In Larvik temperatures reached {sign}{abs(celsius)} degrees Celsius ({other}{abs(fahrenheit)} degrees Fahrenheit) at noon."
    assert said(text) == []


@settings(max_examples=15)
@given(st.integers(2, 30))
def test_a_difference_is_converted_without_the_zeros(celsius: int) -> None:
    text = f"In Larvik the lake warmed by {celsius} degrees Celsius ({{}} degrees Fahrenheit) in a year."
    assert said(text.format(round(celsius * 1.8, 1))) == []
    assert said(text.format(round(celsius * 1.8 + 32, 1))) == [("conversion/temperature", "conflict")]


def test_without_the_rates_nothing_is_said_of_currencies(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("currency_converter")
    text = "The bridge of Larvik costs €1.5bn ($3bn), the ministry said."
    assert said(text) == [("conversion/currency", "conflict")]
    monkeypatch.setattr("qcheck.checking.rates._converter", lambda: None)
    assert said(text) == []
