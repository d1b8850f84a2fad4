"""The shape of `units.yaml`, in a language's folder and in `international`.

`word(a/b)` stands for the word alone and with each ending; words are compared without their case, with a space for each hyphen.
"""

from __future__ import annotations

from typing import Literal

from qcheck.language.schema.section import Section

Words = tuple[str, ...]
Table = dict[str, Words]


class Units(Section):
    """Unit words, currencies, rates, ages."""

    prefixes: Table
    """metric prefix -> its words: kilo."""
    words: Table
    """unit or currency -> its words; a metric one takes the prefixes."""
    large: Words
    """Words that are a unit only after a number of a thousand or more, since they are mostly others: won."""
    short: Words
    """Words that right after three digits or more are no unit: the p of 720p."""
    singular: Words
    """Words that after a space are a unit only with one, since they are mostly others: second, foot."""
    if_near: dict[str, Table]
    """unit -> another that its words also name -> words near it, or a large number, that tell of the other: pound, GBP."""
    national: Table = {}
    """word for money of several countries -> their currencies, the most common first: peso."""
    usual: Words = ()
    """Beginnings of those words that mean the first one where no country is named: pound."""
    symbols_near: dict[str, Table] = {}
    """unit -> its symbols that are mostly something else (C, R, ') -> words near it that tell of the unit."""
    inside: Words = ()
    """Words between a number and its unit that change neither: three full days."""
    per: Words
    """Words between a unit and what it is counted for: per, pro, je."""
    each: Words
    """The same, only before units of time and such: a, im, die."""
    each_counted: Words = ()
    """Those of them that also make a rate of a count: 40 ships a week."""
    rates: Table
    """what no unit names -> its words after those: game, person."""
    adverbs: Table
    """unit -> words that say "per" it: annually."""
    no_rate_before: Words
    """Words after "a day" that make it a time: ago."""
    old: Words
    """Words after a time that make it an age: old."""
    no_age_before: Words
    """Words after an age that make it a time: prison."""
    age_before: Words
    """Words before a number that make it an age: aged."""
    age_verbs: Words
    """The same where the number ends the clause or one of `age_verb_after` follows: she turned."""
    age_verb_after: Words


class Unit(Section):
    """A unit that every language knows."""

    symbols: Words = ()
    metric: Literal["", "all", "large", "small"] = ""
    """Which metric prefixes it takes."""
    only_prefixed: bool = False
    """Whether its symbols need a prefix (a lone J or N is mostly something else)."""
    physical: bool = True
    """Whether pint can say what it measures; parts of currencies and shares are not."""
    pint: str = ""
    """Its definition where pint has no such name."""


class International(Section):
    """Symbols and signs that stand alike in every language."""

    prefixes: Table
    large: Words
    """The prefixes from kilo on."""
    units: dict[str, Unit]
    counted_by: Words
    """Units that an article alone makes a rate of: 5 a day."""
    apart: Words
    """Symbols that need a space before them."""
    glued: Table
    """currency -> letters that are its sign only right before a number of three signs or more."""
    currencies: Table
