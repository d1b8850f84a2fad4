"""The shape of `retelling.yaml`: words that tell whether a number is that of before, or another one of the same kind."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Retelling(Section):
    """All in lower case; a word that ends in * stands for all its endings.

    `joins` right before or after a number join it to another, so that it is a part of both ("three men and a woman"). `others` beside a
    number tell that it leaves out those who were told of. `parts_before`, `parts_inside` and `parts_after` stand right beside or in the
    counted phrase of a number that counts a part only, or more of the same ("another", "of them"). `other_counts` anywhere in its
    sentence tell that it is the count of another day, of a guess or of another event ("at first", "rose to", "years ago"). `narrowing`
    right behind a counted thing says which of them are meant. `the` leads an
    age that stands for a person told of before, `a` one of somebody new. `alone` tells that a part is meant which the whole includes.
    `counted` words tell that somebody counted since ("exactly", "tally").
    """

    joins: Words
    others: Words
    parts_before: Words
    parts_inside: Words
    parts_after: Words
    other_counts: Words
    narrowing: Words
    the: Words
    a: Words
    alone: Words
    counted: Words
