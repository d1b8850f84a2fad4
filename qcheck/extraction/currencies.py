"""Whose money a word means that several countries have for theirs: the pesos of the country that the text names most."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from qcheck.language.pack import Pack
from qcheck.model.quantity import Quantity

_LETTERS = re.compile(r"[^\W\d_]+")


def of_the_country(quantities: Sequence[Quantity], text: str, pack: Pack) -> list[Quantity]:
    """The quantities, those in a money of several countries in that of the one among these that the text names most often."""
    shared, first = _shared(pack), _first(pack)
    found: dict[str, str] = {}
    made = []
    for item in quantities:
        currency, per, rest = item.unit.partition(" per ")
        if currency in first:
            word = _word(item.quote, shared)
            if word:
                if word not in found:
                    found[word] = _most_named(shared[word], text, pack)
                item = replace(item, unit=f"{found[word]}{per}{rest}")
        made.append(item)
    return made


def guessed(quote: str, unit: str, text: str, pack: Pack) -> bool:
    """Whether the currency of an amount is a guess: several countries have money of this name, and the text tells of none of them most."""
    shared = _shared(pack)
    word = _word(quote, shared)
    sure = not word or unit not in _first(pack) or word.startswith(pack.units.usual)
    return not sure and not _named(shared[word], text, pack)


def _word(quote: str, shared: Mapping[str, tuple[str, ...]]) -> str:
    """The last word of a quote that several countries have for their money, "" where there is none."""
    return next((word for word in reversed(_LETTERS.findall(quote.lower())) if word in shared), "")


def _most_named(currencies: tuple[str, ...], text: str, pack: Pack) -> str:
    """The currency of the country that is named most; the first one where none is, or two are as often."""
    return _named(currencies, text, pack) or currencies[0]


def _named(currencies: tuple[str, ...], text: str, pack: Pack) -> str:
    """The currency of the country that is named most; "" where none is, or two are as often."""
    times = {currency: len(_names(pack, currency[:2]).findall(text)) for currency in currencies}
    most = max(times.values())
    named = [currency for currency in currencies if times[currency] == most]
    return named[0] if most and len(named) == 1 else ""


@cache
def _names(pack: Pack, country: str) -> re.Pattern[str]:
    """All words for a country: the first two letters of a currency's code are its country's."""
    land = pack.countries.countries.get(country)
    words = {*land.names, *land.capitals, *land.people, *land.adjectives} if land else set()
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})" if words else r"(?!)")


@cache
def _shared(pack: Pack) -> dict[str, tuple[str, ...]]:
    return {
        word + ending: codes
        for word, codes in pack.units.national.items()
        for ending in pack.concepts.endings
        if ending.isalpha() or not ending
    }


@cache
def _first(pack: Pack) -> frozenset[str]:
    return frozenset(codes[0] for codes in pack.units.national.values())
