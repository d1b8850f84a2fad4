"""The shape of `units.yaml`.

Words are lower case unless the language writes them otherwise; they are compared without case. `word(a,b)` stands for the word alone
and with each ending; symbols are compared with their case first.
"""

from __future__ import annotations

from qcheck.language.schema.section import Section

Table = dict[str, tuple[str, ...]]


class Units(Section):
    """Unit words, currencies, rates."""

    words: Table
    """unit -> its words."""
    symbols: Table
    """unit -> its symbols, with their case."""
    before: Table
    """currency -> signs and words that stand before the number."""
    metric: Table = {}
    """unit that takes metric prefixes -> its words, without a prefix."""
    metric_symbols: Table = {}
    """unit that takes metric prefixes -> its symbols, without a prefix."""
    per: tuple[str, ...] = ()
    """Words between a unit and what it is counted for: per, a, pro, je."""
    no_rate_after: tuple[str, ...] = ()
    """Words after "a day" that make it a time: ago."""
    ages: tuple[str, ...] = ()
    """Words right after a number that make it an age: -year-old."""
    age_before: tuple[str, ...] = ()
    """Words right before a number that make it an age: aged."""
