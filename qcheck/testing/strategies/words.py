"""Amounts and claims in the words of a language; all words are those of its pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import permutations

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from qcheck.extraction.nouns.unit_words import forms
from qcheck.language.pack import Pack, languages, load_pack
from qcheck.model.claim import Claim
from qcheck.model.interval import Interval
from qcheck.model.magnitude import readings, whole
from qcheck.model.quantity import Modifier
from qcheck.model.timespan import month, span_text
from qcheck.testing.strategies.options import known, some
from qcheck.testing.strategies.ranges import ends
from qcheck.testing.strategies.shown import ShownByRepr

MEASURES = ("percent", "EUR", "USD", "hectare", "metric_ton", "kilogram", "meter")
"""Units that a language pack has words for; quantities with them are rendered without a counted noun."""
SCALES = (1_000, 1_000_000, 1_000_000_000)
MODIFIERS = (
    *(Modifier.EXACT, Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN),
    *(Modifier.AT_MOST, Modifier.ABOUT, Modifier.ALMOST),
)
COUNTRIES = ("NO", "PE", "CL", "KE", "IS", "UY", "FI", "NP", "GH", "PT", "BO")
"""Countries whose names stand without an article in each language."""
THINGS = ("pump", "generator", "helicopter", "vehicle", "drone")
"""Concepts of things that each language has a rendering for."""
_PARTIES = tuple(permutations(COUNTRIES, 2))
LARGEST = 10**9  # that articles write out in digits


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quantity in the words of a language. `sign` stands between its groups of digits; a noun is counted where the unit is count."""

    language: str
    text: str
    value: float
    modifier: Modifier
    unit: str
    sign: str = ""


def renderings(
    *, nouns: Mapping[str, str], modifiers: Sequence[Modifier] = MODIFIERS, units: Sequence[str] = ("count", *MEASURES)
) -> st.SearchStrategy[tuple[Rendering, ...]]:
    """One quantity in each language of `nouns` (code -> a noun in the plural that it may count, {"en": "boats", "de": "Boote"}).

    In digits with a group sign of the language or a space, with decimals, with a scale ("3.5 million"), or as a number word; all words
    but the nouns are those of the packs. Raises InvalidArgument if there is no language, modifier or unit to choose from.
    """
    some(nouns=nouns)
    known(MODIFIERS, modifiers=modifiers)
    known(("count", *MEASURES), units=units)
    return _renderings(dict(nouns), tuple(modifiers), tuple(units))


@st.composite
def _renderings(draw: st.DrawFn, nouns: dict[str, str], modifiers: tuple[Modifier, ...], units: tuple[str, ...]) -> tuple[Rendering, ...]:
    modifier, unit, phrase = draw(st.sampled_from(modifiers)), draw(st.sampled_from(units)), draw(st.integers(0, 2))
    kind = draw(st.sampled_from(("digits", "scaled", "word") if unit == "count" else ("digits", "decimals", "scaled", "word")))
    scale = draw(st.sampled_from(SCALES)) if kind == "scaled" else 1
    digits = Decimal(draw(st.integers(2, 12) if kind == "word" else st.integers(13, 999 if kind == "scaled" else LARGEST)))
    if kind == "decimals" or (kind == "scaled" and draw(st.booleans())):
        digits = digits.scaleb(-1)
    group = draw(st.integers(0, 4))
    found = []
    for code, noun in nouns.items():
        pack = load_pack(code)
        sign = (*pack.numerals.groups, "\u202f", "\u00a0")[group]
        number = pack.numerals.cardinals[str(digits)][0] if kind == "word" else _written(digits, sign, pack)
        words = [number, forms(pack.numerals.scales[str(scale)][:1])[-1]] if scale > 1 else [number]
        if modifier is not Modifier.EXACT:
            words.insert(0, pack.modifiers.before[modifier.value][phrase])
        words.append(noun if unit == "count" else forms(pack.units.words[unit][:1])[0])
        grouped = kind in ("digits", "decimals") and digits >= 1000
        found.append(Rendering(code, " ".join(words), float(digits * scale), modifier, unit, sign if grouped else ""))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class RenderedClaim(ShownByRepr):
    """A claim, and a sentence for each language (by its code) that says it and nothing else.

    Of the claim, `told` is what any text that holds the sentence must be read to say; its place and words differ.
    """

    claim: Claim = field(repr=False)  # the sentences say it all
    sentences: Mapping[str, str]

    @property
    def told(self) -> tuple[object, ...]:
        """What the sentence says, as `told` tells it of a claim that was read."""
        return told(self.claim)


_TOLD = (
    *("of", "unit", "event", "agent", "recipient", "modality", "modifier", "within", "throughout"),
    *("low", "high", "closed", "typical_low", "typical_high", "typical_closed"),
)


def told(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without where and in which words: equal for two claims just where they say the same."""
    return tuple(getattr(claim, name) for name in _TOLD)


def rendered_claims(
    *,
    languages: Sequence[str] = ("en", "de"),
    published: date = date(2024, 5, 14),
    min_value: int = 2,
    max_value: int = LARGEST,
    modifiers: Sequence[Modifier] = MODIFIERS,
) -> st.SearchStrategy[RenderedClaim]:
    """A claim of an article of the day `published`, told in each of the languages: who has sent whom how many of what since which month.

    Its number as written lies inside [min_value, max_value]. Raises InvalidArgument for a language without a pack, for bounds below 2 or
    in the wrong order, for a day before 1960, and if there is no language or modifier to choose from.
    """
    known_languages(languages)
    known(MODIFIERS, modifiers=modifiers)
    if min_value < 2:
        raise InvalidArgument(f"min_value={min_value!r} is less than 2, and the noun stands in the plural")
    if min_value > max_value:
        raise InvalidArgument(f"min_value={min_value!r} is larger than max_value={max_value!r}")
    if published < EARLIEST:
        raise InvalidArgument(f"published={published!r} is before {EARLIEST}")
    numbers = st.integers(min_value, max_value)
    return st.builds(
        rendered, numbers, st.sampled_from(tuple(modifiers)), parties(), st.sampled_from(THINGS), months(published), st.integers(0, 2),
        published=st.just(published), languages=st.just(tuple(languages)),
    )  # fmt: skip


EARLIEST = date(1960, 1, 1)  # since when years are read as years everywhere


def parties() -> st.SearchStrategy[tuple[str, ...]]:
    """Two countries: who does it, and to whom."""
    return st.sampled_from(_PARTIES)


def months(published: date) -> st.SearchStrategy[date]:
    """The first day of a month of the three years before that of an article."""
    first = published.year * 12 + published.month - 2
    return st.integers(1, 36).map(lambda back: date((first - back + 1) // 12, (first - back + 1) % 12 + 1, 1))


def rendered(
    value: int,
    modifier: Modifier,
    parties: tuple[str, ...],
    of: str,
    since: date,
    phrase: int,
    *,
    published: date,
    languages: tuple[str, ...],
) -> RenderedClaim:
    """The claim of these values; `phrase` chooses among the words that a language has for one meaning."""
    hard, typical = readings(whole(value), words_of(modifier))
    (low, high), (typical_low, typical_high) = ends(hard), ends(typical)
    days = span_text(Interval(month(since.year, since.month).low, published))
    claim = Claim(
        unit="count", of=of, event="supply", agent=parties[0], recipient=parties[1], modifier=modifier.value,
        low=low, high=high, closed=hard.closed,
        typical_low=typical_low, typical_high=typical_high, typical_closed=typical.closed,
        value_low=float(value), value_high=float(value), within=days, throughout=days,
    )  # fmt: skip
    return RenderedClaim(claim, {code: _sentence(load_pack(code), value, modifier, parties, of, since, phrase) for code in languages})


def words_of(modifier: Modifier) -> tuple[Modifier, ...]:
    """The modifiers of a number as words give them: a bare number has none."""
    return () if modifier is Modifier.EXACT else (modifier,)


def _sentence(pack: Pack, value: int, modifier: Modifier, parties: tuple[str, ...], of: str, since: date, phrase: int) -> str:
    words = [_written(Decimal(value), pack.numerals.groups[0], pack), pack.renderings.things[of]]
    if modifier is not Modifier.EXACT:
        words.insert(0, pack.modifiers.before[modifier.value][phrase])
    agent, recipient = (country(pack, code) for code in parties)
    template = pack.renderings.supply[phrase % len(pack.renderings.supply)]
    named = pack.times.months[since.month - 1][0].title()
    return template.format(agent=agent, recipient=recipient, amount=" ".join(words), month=named, year=since.year)


def country(pack: Pack, code: str) -> str:
    """The name of a country in a language."""
    return pack.countries.countries[code].names[0]


def known_languages(given: Sequence[str]) -> None:
    """Raise InvalidArgument if there is no language, or one without a pack."""
    known(languages(), languages=given)


def _written(number: Decimal, sign: str, pack: Pack) -> str:
    """Digits with the group sign, and the decimal sign of the language."""
    whole_digits, _, decimals = f"{number:,f}".partition(".")
    return whole_digits.replace(",", sign) + (pack.numerals.decimal + decimals if decimals else "")
