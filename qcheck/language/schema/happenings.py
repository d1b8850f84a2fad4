"""The shape of `happenings.yaml`: words that tell when an event happened, and of what else a clock time may be."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Happenings(Section):
    """`happen` words tell when something took place ("happened", "rang out"); `later` ones are of what follows an event, whose clock
    times are others (calls, arrivals, deaths in hospital, press conferences). `soon` words beside a clock time set it against another
    one ("minutes later"). `halves` are the words in a clock time that tell which half of the day it is of, where hours run to twelve.
    """

    happen: Words
    later: Words
    soon: Words
    halves: Words = ()
