"""The shape of `records.yaml`: words that tell whether a number is of the event that an article tells, and of all of it."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Records(Section):
    """All in lower case; `*` stands for any ending.

    `another` shortly before a noun of an event, or before one of `happenings`, tells of another event than the article's ("a separate
    shooting"); `several` anywhere in its sentence tell of more than one event or of a longer time ("shootings", "citywide", "so far this
    year"); `when` right behind a time since then tells what happened then ("the deadliest since 2008, when ...").
    `besides` with a number leave some out who were told before ("five others", "another five"), so do `more` with an exact one ("five
    more", not "more than five"); `part_before` and `part_after` stand beside a number of some of those counted before; `whole` beside one
    of all.
    """

    another: Words
    happenings: Words
    several: Words
    when: Words
    besides: Words
    more: Words
    part_before: Words
    part_after: Words
    whole: Words
