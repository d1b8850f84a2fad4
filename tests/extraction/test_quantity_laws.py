"""Laws of reading quantities, named after what they say."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import qcheck
from qcheck.extraction.numbers.digits import TOO_HIGH, TOO_LONG
from qcheck.extraction.quantities import OTHER_SCRIPT, read_quantities
from qcheck.language.pack import load_pack
from qcheck.model.desk import EMPTY_DESK
from qcheck.model.quantity import NotQuantity, Quantity

LANGUAGES = st.sampled_from(["en", "de"])
NOUN = {"en": "boats", "de": "Boote"}
SIGNS = {"en": (",", "."), "de": (".", ",")}
BOUND = {
    "en": ["", "more than ", "at least ", "up to ", "about ", "nearly ", "fewer than ", "exactly "],
    "de": ["", "mehr als ", "mindestens ", "bis zu ", "etwa ", "fast ", "weniger als ", "genau "],
}


def read(text: str, language: str) -> tuple[list[Quantity], list[NotQuantity]]:
    timexes = qcheck.parse_times(text, language=language)
    return read_quantities(text, pack=load_pack(language), desk=EMPTY_DESK, timexes=timexes)


def only(text: str, language: str) -> Quantity:
    found, _ = read(text, language)
    assert len(found) == 1, [q.quote for q in found]
    return found[0]


def grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


ENGLISH = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
ENGLISH_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
GERMAN = (  # noqa: SIM905
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
GERMAN_TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()  # noqa: SIM905


def english(n: int) -> str:
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = " and " if rest and size == 100 else " "
            return f"{english(n // size)} {word}" + (joint + english(rest) if rest else "")
    if n < 20:
        return ENGLISH[n]
    return ENGLISH_TENS[n // 10] + (f"-{ENGLISH[n % 10]}" if n % 10 else "")


def german(n: int) -> str:
    for size, one, many in ((10**9, "Milliarde", "Milliarden"), (10**6, "Million", "Millionen")):
        if n >= size:
            count, rest = divmod(n, size)
            head = f"eine {one}" if count == 1 else f"{german(count)} {many}"
            return head + (f" {german(rest)}" if rest else "")
    for size, word in ((1000, "tausend"), (100, "hundert")):
        if n >= size:
            return german(n // size) + word + (german(n % size) if n % size else "")
    if n < 20:
        return GERMAN[n]
    return (f"{GERMAN[n % 10]}und" if n % 10 else "") + GERMAN_TENS[n // 10]


@given(st.integers(2, 10**12 - 1), LANGUAGES)
def test_a_number_in_words_is_read_back(number: int, language: str) -> None:
    words = english(number) if language == "en" else german(number)
    assume(language == "en" or number % 100 != 1)  # "hunderteins" stands without a noun
    assert only(f"{words} {NOUN[language]}", language).value == number


@given(st.integers(0, 10**15), LANGUAGES, st.sampled_from(["", "sign", "\u202f", "\u00a0", "’", "'"]))
def test_the_group_sign_does_not_change_the_value(number: int, language: str, sign: str) -> None:
    written = grouped(number, SIGNS[language][0] if sign == "sign" else sign)
    assert only(f"{written} km", language).value == number


@given(st.decimals(0, 10**6, places=3), LANGUAGES)
def test_decimals_are_read_with_the_sign_of_the_language(number: Decimal, language: str) -> None:
    whole, _, decimals = f"{number:.3f}".partition(".")
    sign = SIGNS[language][1]
    assert only(f"{whole}{sign}{decimals} km", language).value == float(number)


@given(st.integers(2, 10**6), st.integers(0, 7))
def test_both_languages_read_the_same_from_the_same_claim(number: int, bound: int) -> None:
    en = only(f"{BOUND['en'][bound]}{grouped(number, ',')} km", "en")
    de = only(f"{BOUND['de'][bound]}{grouped(number, '.')} km", "de")
    assert (en.value, en.hard, en.typical, en.modifier, en.unit) == (de.value, de.hard, de.typical, de.modifier, de.unit)


@given(st.sampled_from(["\u200b", "\u00ad", "\ufeff", "\u200e", "\u2060"]), st.integers(0, 30), LANGUAGES)
def test_a_format_character_keeps_the_value_and_is_noted(sign: str, at: int, language: str) -> None:
    plain = "more than 1234567 km far" if language == "en" else "mehr als 1234567 km weit"
    text = plain[:at] + sign + plain[at:]
    quantity, expected = only(text, language), only(plain, language)
    assert (quantity.value, quantity.hard, quantity.unit) == (expected.value, expected.hard, expected.unit)
    assert text[quantity.start : quantity.end] == quantity.quote
    assert (sign in quantity.quote) == ("format" in quantity.wording)


PIECES = (  # noqa: SIM905
    "half |one |two |hundred| million| of the | and | to | more than | or more|ein|und|zwanzig|hundert|million| bis | von |km| years|th"
    "| mehr als | pumps| Pumpen| Jahre| 2023| dozens of | Hunderte |st|jährig"
).split("|")
ALPHABET = st.sampled_from([*"0123456789" * 2, *"  .,-–/%$€'()\n½²^xe+±٣\u200b", *PIECES])
TEXTS = st.lists(ALPHABET, max_size=25).map("".join)


@given(TEXTS, LANGUAGES)
def test_every_digit_is_accounted_for_once(text: str, language: str) -> None:
    found, rejected = read(text, language)
    every: list[Quantity | NotQuantity] = [*found, *rejected]
    spans = sorted((item.start, item.end) for item in every)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans)), spans
    assert all(text[item.start : item.end] == item.quote for item in every)
    assert all(item.end <= item.phrase_end <= len(text) for item in found)
    timexes = [(timex.start, timex.end) for timex in qcheck.parse_times(text, language=language)]
    for at, sign in enumerate(text):
        if sign in "0123456789":
            assert any(start <= at < end for start, end in (*spans, *timexes)), (at, text)


@given(TEXTS, LANGUAGES)
def test_typical_lies_inside_hard(text: str, language: str) -> None:
    for quantity in qcheck.parse(text, language=language):
        assert quantity.typical.inside(quantity.hard)


@pytest.mark.parametrize(
    ("text", "reason"), [("7" * 41, TOO_LONG), ("1e61", TOO_HIGH), ("10^99", TOO_HIGH), ("٤٠٠", OTHER_SCRIPT), ("4٠0", OTHER_SCRIPT)]
)
def test_what_no_number_can_be_is_refused_with_its_reason(text: str, reason: str) -> None:
    found, rejected = read(f"{text} cells", "en")
    assert not found
    assert [item.reason for item in rejected] == [reason]


def test_the_text_is_never_normalized() -> None:
    assert only("10² cells", "en").value == 100
    assert only("10 cells²", "en").value == 10
