"""Laws of quantities that are rendered in words and read back, named after what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

import qcheck
from qcheck.extraction.claims import claims_of
from qcheck.language.pack import load_pack
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.interval import Interval
from qcheck.model.quantity import Modifier, Quantity
from qcheck.testing.strategies import Rendering, renderings

BOTH = renderings(nouns={"en": "boats", "de": "Boote"})
OTHER_SIGNS = st.sampled_from(["\u202f", "\u00a0", "’", "'"])
FORMAT = st.sampled_from(["\u00ad", "\u200b", "\u200d", "\ufeff", "\u200e", "\u200f", "\u202a", "\u202c", "\u2066", "\u2069", "\u2060"])
MINUS = "-−‐‑‒–－﹣"
UNITS = {"en": ("%", " °C", " percent", " °F"), "de": ("%", " °C", " Prozent", " °F")}
SENTENCE = {"en": "The harbour has {}.", "de": "Der Hafen hat {}."}


def only(text: str, language: str) -> Quantity:
    found = qcheck.parse(text, language=language)
    assert len(found) == 1, [q.quote for q in found]
    return found[0]


def said(rendering: Rendering) -> Claim:
    text = SENTENCE[rendering.language].format(rendering.text)
    claims = [row for row in claims_of(Document("d", "", text, rendering.language, "2024-05-14")) if row.role == "claim"]
    assert len(claims) == 1, [c.quote for c in claims]
    return claims[0]


@given(BOTH)
def test_a_rendered_quantity_is_read_back(both: tuple[Rendering, ...]) -> None:
    for rendering in both:
        quantity = only(rendering.text, rendering.language)
        assert quantity.value == rendering.value, rendering
        assert (quantity.modifier, quantity.unit) == (rendering.modifier, rendering.unit), rendering
        assert quantity.value in quantity.hard or rendering.modifier is not Modifier.EXACT
        assert bool(quantity.of) == (rendering.unit == "count"), rendering


@given(BOTH)
def test_what_is_rendered_allows_what_its_modifier_allows(both: tuple[Rendering, ...]) -> None:
    for rendering in both:
        hard, value = only(rendering.text, rendering.language).hard, rendering.value
        assert hard.low is not None and hard.high is not None
        below, itself, above = hard.low < value, value in hard, hard.high > value
        assert (below, itself, above) == {
            Modifier.EXACT: (below, True, above), Modifier.ABOUT: (True, True, True), Modifier.ALMOST: (True, False, False),
            Modifier.MORE_THAN: (False, False, True), Modifier.AT_LEAST: (False, True, True),
            Modifier.LESS_THAN: (True, False, False), Modifier.AT_MOST: (True, True, False),
        }[rendering.modifier], (rendering, str(hard))  # fmt: skip


@given(BOTH)
def test_both_languages_render_one_claim(both: tuple[Rendering, ...]) -> None:
    en, de = map(said, both)
    fields = ("low", "high", "closed", "typical_low", "typical_high", "typical_closed", "value_low", "modifier", "unit", "of")
    assert [getattr(en, name) for name in fields] == [getattr(de, name) for name in fields], both


@given(BOTH, OTHER_SIGNS)
def test_another_group_sign_keeps_the_reading(both: tuple[Rendering, ...], other: str) -> None:
    assume(both[0].sign)
    for rendering in both:
        swapped = re.sub(rf"(?<=\d){re.escape(rendering.sign)}(?=\d{{3}})", other, rendering.text)
        one, two = only(rendering.text, rendering.language), only(swapped, rendering.language)
        assert (one.value, one.hard, one.typical, one.unit, one.of) == (two.value, two.hard, two.typical, two.unit, two.of)


@given(st.integers(1, 9999), st.integers(0, 2), st.sampled_from(MINUS), st.integers(0, 3), st.sampled_from(["en", "de"]))
def test_every_minus_sign_is_a_minus(number: int, decimals: int, sign: str, unit: int, language: str) -> None:
    digits = f"{number / 10**decimals:.{decimals}f}".replace(".", load_pack(language).numerals.decimal)
    text = SENTENCE[language].format(digits + UNITS[language][unit])
    plain, below = only(text, language), only(text.replace(digits, sign + digits), language)
    assert isinstance(plain.value, float) and below.value == -plain.value
    assert below.hard == Interval(-plain.hard.high, -plain.hard.low)  # type: ignore[operator]


@given(BOTH, FORMAT, st.integers(0, 60))
def test_a_format_character_anywhere_keeps_the_reading_and_is_noted(both: tuple[Rendering, ...], sign: str, at: int) -> None:
    for rendering in both:
        text = rendering.text[:at] + sign + rendering.text[at:]
        plain, quantity = only(rendering.text, rendering.language), only(text, rendering.language)
        assert (plain.value, plain.hard, plain.typical) == (quantity.value, quantity.hard, quantity.typical)
        assert (plain.modifier, plain.unit, plain.of) == (quantity.modifier, quantity.unit, quantity.of)
        assert text[quantity.start : quantity.end] == quantity.quote
        assert (sign in quantity.quote) == ("format" in quantity.wording)


DATES = {
    "en": ["since 14 May 2023", "on May 14, 2023", "in the past 18 months", "between 2014 and 2018", "last Friday", "2023-05-14"],
    "de": ["seit dem 14. Mai 2023", "am 14.05.2023", "in den letzten 18 Monaten", "zwischen 2014 und 2018", "am Freitag", "2023-05-14"],
}


RELATIVE = {
    "en": ["last Friday", "in the past 18 months", "since May", "on 29 February", "yesterday", "on Monday", "three years ago", "last week"],
    "de": ["am Freitag", "in den letzten 18 Monaten", "seit Mai", "am 29. Februar", "gestern", "am Montag", "vor drei Jahren", "im März"],
}


@given(
    st.sampled_from([(code, text) for code, texts in RELATIVE.items() for text in texts]),
    st.integers(1, 19),
    st.dates(date(1960, 1, 1), date(2359, 12, 31)),
)
def test_a_shift_by_whole_cycles_of_400_years_shifts_the_days_alone(dated: tuple[str, str], cycles: int, published: date) -> None:
    language, text = dated
    later = published.replace(year=published.year + 400 * cycles)
    before = [qcheck.parse_times(text, language=language, published=day) for day in (published, later)]
    shifted, expected = ([str(timex.span) for timex in found] for found in before[::-1])
    assert [YEAR.sub(lambda year: f"{int(year[0]) - 400 * cycles:04}", span) for span in shifted] == expected


YEAR = re.compile(r"\d{4}")


def dates() -> Iterator[tuple[str, str]]:
    return ((code, text) for code, texts in DATES.items() for text in texts)


@given(st.sampled_from(list(dates())), FORMAT, st.integers(0, 30))
def test_a_format_character_anywhere_keeps_the_days(dated: tuple[str, str], sign: str, at: int) -> None:
    language, plain = dated
    text = plain[:at] + sign + plain[at:]
    expected, found = (qcheck.parse_times(t, language=language, published=date(2024, 5, 14)) for t in (plain, text))
    assert [(t.kind, t.span) for t in found] == [(t.kind, t.span) for t in expected]
    assert all(text[t.start : t.end] == t.quote for t in found)
    assert [t.quote.replace(sign, "") for t in found] == [t.quote for t in expected]


@given(BOTH)
def test_typical_lies_inside_hard(both: tuple[Rendering, ...]) -> None:
    for rendering in both:
        quantity = only(rendering.text, rendering.language)
        assert quantity.typical.inside(quantity.hard)


@given(renderings(nouns={"en": "boats", "de": "Boote"}, modifiers=[Modifier.ABOUT]))
def test_a_blurred_number_is_no_narrower_than_the_bare_one(both: tuple[Rendering, ...]) -> None:
    for rendering in both:
        bare = only(rendering.text.split(" ", 1)[1], rendering.language)
        assert bare.hard.inside(only(rendering.text, rendering.language).hard)
