"""The shape of `lifetimes.yaml`: how a text says how old somebody was at an event."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Lifetimes(Section):
    """was     right before an age, of somebody who tells or is told of ("I was six")
    at      right before an age that has its year in the same sentence ("in 1982, at 26")
    then    beside an age, where its year stands in another sentence ("who was nine at the time")
    behind  what may stand right behind a bare number that is an age ("I was six when ...")
    """

    was: Words
    at: Words
    then: Words
    behind: Words
