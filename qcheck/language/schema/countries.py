"""The shape of `countries.yaml`: how a language names countries and those who act for them."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Country(Section):
    """Names of a country; adjectives without endings; its people; its capital and the seats of its government, which stand for it."""

    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class Countries(Section):
    """Countries by ISO 3166 code. `endings` are what an adjective may carry, `genitives` what a name may carry.

    `run_on` tells that a capital followed by another capitalized word is part of another name. `bodies` act for the country whose
    name or adjective stands before them; `organisations` are no country and no person. `regions` are
    parts of countries that count for themselves by their ISO 3166-2 codes, `areas` words for a whole area ("nationwide").
    """

    endings: tuple[str, ...]
    genitives: tuple[str, ...]
    run_on: bool
    bodies: tuple[str, ...]
    organisations: tuple[str, ...]
    countries: dict[str, Country]
    regions: dict[str, tuple[str, ...]] = {}
    areas: dict[str, tuple[str, ...]] = {}
