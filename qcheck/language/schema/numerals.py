"""The shape of `numerals.yaml`.

Words are lower case and compared without case. `word(a,b)` stands for the word alone and with each ending. Numbers are written as
keys: "12", "1000000", fractions as "1/3".
"""

from __future__ import annotations

from pydantic import Field

from qcheck.language.schema.section import Section

Table = dict[str, tuple[str, ...]]


class Numerals(Section):
    """Number words, digit signs, fractions, ordinals."""

    decimal: str
    """The decimal sign."""
    groups: tuple[str, ...]
    """Signs between groups of three digits; no-break and narrow spaces are signs in every language."""
    spaced_groups: int = 2
    """How many groups must follow for a plain space to be a group sign."""
    cardinals: Table
    """0 to 19, the tens, and 100 -> its words."""
    scales: Table
    """1000, a million and so on -> its words."""
    short_scales: Table = Field(default_factory=dict)
    """scale -> signs for it right after digits, with their case: bn, k, Mrd."""
    money_scales: Table = Field(default_factory=dict)
    """scale -> signs that mean it only beside a currency: m, b."""
    dozens: Table = Field(default_factory=dict)
    """12, 20 -> words that count as one number and take another before them: dozen, score."""
    ordinals: Table = Field(default_factory=dict)
    """rank -> its words."""
    ordinal_signs: tuple[str, ...] = ()
    """What makes a rank of digits, right after them: st, nd, "."."""
    ordinal_after: tuple[str, ...] = ()
    """Words that must stand before digits with an ordinal sign; empty where the sign alone tells."""
    fractions: Table = Field(default_factory=dict)
    """1/2, 1/3 -> its words."""
    mixed: Table = Field(default_factory=dict)
    """number -> words for it that hold a whole and a half: anderthalb."""
    and_half: Table = Field(default_factory=dict)
    """1/2 -> word parts that add it to the number before: -einhalb."""
    joined: bool = False
    """Whether number words are written as one word."""
    links: tuple[str, ...] = ()
    """Words between the parts of one number: and."""
    inner_links: tuple[str, ...] = ()
    """The same inside one word: und, between ones and tens."""
    one: tuple[str, ...] = ()
    """Articles that stand for one before hundred, scales, dozens and fractions: a."""
    definite: tuple[str, ...] = ()
    """Articles before a fraction that say nothing more: die Hälfte."""
    one_after: tuple[str, ...] = ()
    """Words after which such an article is the number one: exactly, only."""
    minus: tuple[str, ...] = ()
    """Words for a minus sign."""
    minus_after: tuple[str, ...] = ()
    """Words behind a temperature that make it one below zero."""
    point: tuple[str, ...] = ()
    """Words for the decimal sign between number words."""
    over: tuple[str, ...] = ()
    """Words for the bar of a fraction between two numbers: one over three."""
    in_shares: tuple[str, ...] = ()
    """Words between the two numbers of a share: one in five, 3 out of 10."""
    every: tuple[str, ...] = ()
    """Words that make a share of a rank: jeder fünfte."""
    share_of: tuple[str, ...] = ()
    """Words between a fraction and what it is a share of: of, of the."""
    scale_of: tuple[str, ...] = ()
    """Words between a fraction and a scale: half a million, a quarter of a million."""
    before_parts: tuple[str, ...] = ()
    """Word parts that may follow a number word in one word, and hold its unit or noun: -jährig, -fach."""
    couple: tuple[str, ...] = ()
    """Vague words for two or so, that may stand before a base number ("a couple of hundred")."""
    couple_of: tuple[str, ...] = ()
    """The same, where they are so only before a base number: a couple hundred."""
    few: tuple[str, ...] = ()
    """Vague words for a few."""
    few_of: tuple[str, ...] = ()
    """The same, where they are so only before a base number: the few hundred."""
    several: tuple[str, ...] = ()
    """Vague words for several."""
    both: tuple[str, ...] = ()
    """Words for two that are known: both."""
    plurals: Table = Field(default_factory=dict)
    """12, 100, 1000 -> words for an open number of them: dozens, hundreds."""
    plural_of: tuple[str, ...] = ()
    """Words between two such words: tens of thousands."""
    most: tuple[str, ...] = ()
    """Words for more than half of what follows: most of the."""
