"""The shape of `happenings.yaml`: words that tell when an event happened, and of what else a clock time may be."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Happenings(Section):
    """`happen` words tell when something took place ("happened", "rang out"); `called` ones are of the first call for help and the
    answer to it, `along` ones of what is told with it (who came, who was found, who says so), `later` ones of all else that follows
    an event (deaths in hospital, press conferences). `soon` words beside a
    clock time set it against another one ("minutes later"), `zones` behind one tell that it is not the time of the place.
    `halves` are the words that tell of which half of the day the hours of a clock time are, where these run to twelve.
    """

    happen: Words
    called: Words
    along: Words
    later: Words
    soon: Words
    zones: Words = ()
    halves: Words = ()
