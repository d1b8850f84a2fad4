"""The shape of `modifiers.yaml`.

Words are lower case and compared without case; `word(a,b)` stands for the word alone and with each ending. The modifiers are the
closed list of `qcheck.model.quantity.Modifier`.
"""

from __future__ import annotations

from pydantic import Field, field_validator

from qcheck.language.schema.section import Section
from qcheck.model.quantity import Modifier, Trend

Words = tuple[str, ...]


class Modifiers(Section):
    """Words before and after a number -> Modifier, words of ranges, and words of change -> trend."""

    before: dict[str, Words]
    """modifier -> phrases before a number, of one to six words: more than, no fewer than, ~."""
    after: dict[str, Words]
    """modifier -> phrases after a number, its unit or what it counts: or more, at the most."""
    than: Words = ()
    """Words after which such a phrase belongs to the next number: or more than 5."""
    signs: dict[str, Words] = Field(default_factory=dict)
    """modifier -> signs right before a number: ~, >."""
    fillers: Words = ()
    """Words that may stand between a modifier and its number: the, an estimated."""
    span: Words = ()
    """Modifier words that before a time say how long instead ("over 3 years")."""
    span_unless: Words = ()
    """Words before those that make them modifiers all the same: for over 3 years."""
    names_amount: dict[str, Words] = Field(default_factory=dict)
    """modifier word -> endings of nouns after which it only names their amount: Vertrag über 5 Millionen."""
    range_pairs: dict[str, Words] = Field(default_factory=dict)
    """word before the first number of a range -> words before the second: between -> and."""
    range_between: Words = ()
    """Words and signs between the two numbers of a range, with nothing before the first: to, -."""
    alternatives: Words = ()
    """Words between two neighbouring numbers that leave open which: two or three."""
    equal: Words = ()
    """Phrases that say that both ends of the range are the number: equal to."""
    trends: dict[Trend, Words] = Field(default_factory=dict)
    """trend -> verbs and words before the amount of a change: rose, up."""
    particles: Words = ()
    """Words of `trends` that after one of `particle_verbs` say something else: up in "gave up 5"."""
    particle_verbs: Words = ()
    trends_after: dict[Trend, Words] = Field(default_factory=dict)
    """trend -> words after the amount, which a word of `change` precedes: um 3 Prozent gestiegen."""
    trends_adjacent: dict[Trend, Words] = Field(default_factory=dict)
    """trend -> words right after the amount: closed 2 % higher."""
    trend_particles: dict[Trend, Words] = Field(default_factory=dict)
    """trend -> parts of verbs that end a clause after such an amount: legte um 3 Prozent zu."""
    change: Words = ()
    """Words between a verb and the amount of its change: by, um."""
    change_fillers: Words = ()
    """Words that may stand between a verb and the amount of its change: further, another."""
    adverb_endings: Words = ()
    """Endings of words that may stand there too: -ly."""
    level: Words = ()
    """Words before the level that a change reached: to, at, auf."""
    crosses: Words = ()
    """Words and signs between the sides of a size: by, x."""
    multiples: Words = ()
    """Words after a number that make it tell how often, and no amount: three times, dreimal."""
    comparisons: Words = ()
    """Words before a number that is compared with one before, and counts the same: compared with."""
    parts: Words = ()
    """Those of them before a part of what was counted: including."""
    joins: Words = ()
    """Words and signs between two numbers of one list or comparison, so that both count the same: and."""

    @field_validator("before", "after", "signs")
    @classmethod
    def _closed_list(cls, table: dict[str, Words]) -> dict[str, Words]:
        known = {str(modifier) for modifier in Modifier}
        strange = sorted(set(table) - known)
        if strange:
            raise ValueError(f"no modifier {strange[0]!r}; the modifiers are {', '.join(sorted(known))}")
        return table
