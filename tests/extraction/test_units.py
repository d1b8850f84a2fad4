"""Units: every word leads to a unit that is known and measured; what is written around a number is read and no more."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.extraction.nouns.ages import age_around
from qcheck.extraction.nouns.unit_parts import part_of
from qcheck.extraction.nouns.unit_words import forms, international, joined, spelled
from qcheck.extraction.units import UnitMatch, base_factor, dimension, factor, rare_unit_after, rate_after, unit_after, unit_before
from qcheck.language.pack import languages, load_pack
from qcheck.model.desk import Desk

PHYSICAL = sorted(name for name, unit in international().units.items() if unit.physical)
MEASURED = sorted(PHYSICAL)[:: max(1, len(PHYSICAL) // 60)]


def unit(text: str, language: str = "en") -> str | None:
    at = text.index("|")
    found = unit_after(text.replace("|", ""), at, load_pack(language))
    return found.unit if found else None


@pytest.mark.parametrize("language", languages())
def test_every_unit_of_a_pack_is_known(language: str) -> None:
    known = set(international().units) | {"age"}
    strange = [name for name in load_pack(language).units.words if name not in known and not (len(name) == 3 and name.isupper())]
    assert strange == []


@pytest.mark.parametrize("language", languages())
def test_every_word_of_a_pack_is_read_as_its_unit(language: str) -> None:
    """Words that several units claim, or that need a large number or a cue, go the way the tables say; all others one way only."""
    pack = load_pack(language)
    seen: dict[str, str] = {}
    wrong = []
    singular = {joined(word) for word in pack.units.singular}
    for name, words in pack.units.words.items():
        for form in forms(words):
            first = seen.setdefault(joined(form), name)
            value = 1 if joined(form) in singular else 5000
            found = unit_after(f"{value:04} {form}", 4, pack, value=value)
            expected = {first, *pack.units.if_near.get(first, ())}
            if found is None or found.unit not in expected or found.end < 5 + len(form.rstrip(".")):
                wrong.append((form, name, found))
    assert wrong == []


@pytest.mark.parametrize("symbol", sorted(s for s in international().symbols if s not in ("°", "º")))
def test_every_symbol_is_read_as_its_unit_in_every_language(symbol: str) -> None:
    for language in languages():
        found = unit_after(f"7 {symbol}", 1, load_pack(language))
        assert found and found.unit == international().symbols[symbol]


@pytest.mark.parametrize("sign", sorted(set(international().signs.exact) - international().signs.glued))
def test_every_currency_sign_is_read_before_and_after_its_number(sign: str) -> None:
    code = international().signs.exact[sign]
    for language in languages():
        pack = load_pack(language)
        before = unit_before(f"for {sign}500", 4 + len(sign), pack)
        after = unit_after(f"500 {sign}", 3, pack)
        assert before == UnitMatch(4, 4 + len(sign), code)
        assert after and after.unit == code


@pytest.mark.parametrize("name", PHYSICAL)
def test_every_physical_unit_has_a_dimension(name: str) -> None:
    assert dimension(name)
    assert base_factor(name) > 0


@given(st.sampled_from(MEASURED), st.sampled_from(MEASURED))
def test_factors_undo_each_other(left: str, right: str) -> None:
    there, back = factor(left, right), factor(right, left)
    if there is None:
        assert back is None and dimension(left) != dimension(right)
    else:
        assert back is not None and there * back == pytest.approx(1)


@pytest.mark.parametrize(
    ("unit_name", "to", "expected"),
    [
        ("mile", "kilometer", 1.609344),
        ("mile per hour", "kilometer per hour", 1.609344),
        ("metric_ton", "kilogram", 1000),
        ("ton", "pound", 2000),
        ("square_mile", "square_kilometer", 2.589988110336),
        ("barrel", "liter", 158.987294928),
        ("kilowatt_hour", "megajoule", 3.6),
        ("byte", "bit", 8),
        ("foot", "inch", 12),
        ("USD", "EUR", None),
        ("degree_Celsius", "degree_Fahrenheit", None),
        ("kilometer", "kilogram", None),
        ("percent", "percentage_point", None),
        ("unknown", "meter", None),
    ],
)
def test_factors(unit_name: str, to: str, expected: float | None) -> None:
    assert factor(unit_name, to) == (None if expected is None else pytest.approx(expected))


def test_names_that_are_not_ours_measure_nothing() -> None:
    assert dimension("9**9**9") == "" and factor("9**9**9", "meter") is None


def test_parts_of_a_unit() -> None:
    assert part_of("inch", "foot") == pytest.approx(1 / 12)
    assert part_of("cent", "EUR") == 0.01
    assert part_of("cent", "foot") is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("two| year-end reports", "en", None),
        ("two| second chances", "en", None),
        ("three| real reasons", "en", None),
        ("12| won medals", "en", None),
        ("5| $10 notes", "en", None),
        ("5| in the yard", "en", None),
        ("5|G network", "en", None),
        ("24703| m212", "en", None),
        ("1990|s style", "en", None),
        ("5| percent-owned", "en", "percent"),
        ("20|-foot-long", "en", "foot"),
        ("5| dollars a day ago", "en", "USD"),
        ("100| m am Tag der Wahl", "de", "meter"),
        ("3| Prozent im Jahr 2020", "de", "percent"),
        ("40|-jährige Haft", "de", "year"),
        ("40|-jähriger Mann", "de", "age"),
    ],
)
def test_what_follows_decides(text: str, language: str, expected: str | None) -> None:
    assert unit(text, language) == expected


def test_letters_before_a_currency_sign_belong_to_it_only_if_they_name_it() -> None:
    pack = load_pack("en")
    assert unit_before("won a $300", 7, pack) == UnitMatch(6, 7, "USD")
    assert unit_before("paid hk $ 300", 10, pack) == UnitMatch(5, 9, "HKD")
    assert unit_before("the PS5", 6, pack) is None


def test_rates_without_a_unit_of_their_own_are_named_too() -> None:
    pack = load_pack("en")
    assert rate_after("$5 per person", 2, pack) == UnitMatch(2, 13, "per person")
    assert rate_after("$5 an hour", 2, pack) == UnitMatch(2, 10, "per hour")
    assert rate_after("$5 a time", 2, pack) is None


def test_the_units_of_a_desk_are_read() -> None:
    desk = Desk(units={"smoots": "smoot"})
    assert unit_after("5 smoots long", 1, load_pack("en"), desk) == UnitMatch(2, 8, "smoot")
    assert unit_after("5 smoots long", 1, load_pack("en")) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Maria Lund, [41], won", "en", "41"),
        ("In May, [41], all won", "en", None),
        ("of eggs, [41], and more", "en", None),
        ("girls aged [9] to 12", "en", "aged 9"),
        ("she turned [41] pages", "en", None),
        ("Lund (Oslo) won [41]", "en", None),
        ("im Alter von [6] Wochen", "de", "im Alter von 6 Wochen"),
    ],
)
def test_ages_around_a_number(text: str, language: str, expected: str | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    found = age_around(plain, start, end, load_pack(language))
    assert (plain[found.start : found.end] if found else None) == expected


def test_spelled_gives_the_word_and_each_ending() -> None:
    assert spelled("Tag(e/en)") == ["Tag", "Tage", "Tagen"]
    assert spelled("degree(s) Celsius") == ["degree Celsius", "degrees Celsius"]


@pytest.mark.parametrize("language", languages())
@given(text=st.text(max_size=40), number=st.integers(0, 99999))
def test_a_unit_lies_inside_the_text_and_after_its_number(language: str, text: str, number: int) -> None:
    pack = load_pack(language)
    whole = f"{number}{text}"
    at = len(str(number))
    found = unit_after(whole, at, pack)
    assert found is None or (at <= found.start < found.end <= len(whole) and found.start - at <= 2)
    before = unit_before(text, len(text), pack)
    assert before is None or 0 <= before.start < before.end <= len(text)


@pytest.mark.parametrize("text", ["and/or", "he/she", "x²", "km", "people", "n/a"])
def test_words_and_units_of_ours_are_no_rare_units(text: str) -> None:
    found = rare_unit_after(f"5 {text} more", 2)
    assert found is None or found.unit == "unknown"


@pytest.mark.slow
def test_rare_units_do_not_vary_with_the_hash_seed() -> None:
    written = ["N/mm²", "J/kg", "W/m²K", "A/m", "V/m", "g/kWh", "lm/W", "kN/m²", "lx·s", "Bq/kg", "mol/L", "kg·m"]
    code = f"from qcheck.extraction.units import rare_unit_after as r\nprint([r(w, 0) for w in {written!r}])"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": str(seed)}, capture_output=True, text=True, check=True
        ).stdout
        for seed in range(3)
    }
    assert len(outputs) == 1 and "newton per square_millimeter" in outputs.pop()
