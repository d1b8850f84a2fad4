"""The shape of `times.yaml`: the words of time, each under what it means."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from qcheck.language.schema.section import Section

Words = tuple[str, ...]
Month = Annotated[tuple[Words, ...], Field(min_length=12, max_length=12)]
Weekday = Annotated[tuple[Words, ...], Field(min_length=7, max_length=7)]
Season = Literal["spring", "summer", "autumn", "winter"]
Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "business_day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]
Part = Literal["early", "mid", "late", "earlier", "later", "rest", "whole"]
Bound = Literal["since", "before", "until", "after", "onward"]


class Times(Section):
    """Words are lower case, and may hold spaces; a word may stand under several keys.

    day_first       whether 4/5/2023 is the fourth of May
    capital_nouns   whether every noun has a capital
    months, weekdays    twelve and seven lists, from January and from Monday
    homonyms        names of months and days that are also other words: they need a capital and a date's words beside them
    persons         those that are also names of persons: they need a date's words beside them
    on, at          prepositions of days ("on 4-22") and of clock times; every: words that make a day one of many
    modal           words after which a word such as "last" is a verb ("would last 60 days")
    lone            words after which such a name alone is the month ("in", "since")
    inside          words after which a number behind a month is no day ("in May 12 people died")
    seasons, units  words by season and unit; plurals: those of them that are many;
                    abbreviations: unit words that need a number before them
    duration_endings    unit -> endings of adjectives ("dreitägig")
    holidays        month-day, or easter+days -> words
    days            days from the document's date -> words ("yesterday" under "-1")
    dayparts        hours such as "06:00/12:00" -> words
    steps           -2 .. 2 -> words that step from the current period ("last" under "-1"); rolling: those that count back from today;
                    coming: those that name the nearest weekday to come
    parts           part of a period -> words; unit_parts: the same in one word with its unit ("year late": [year-end])
    last            words that count from the end; few: words for about three. Number words are those of `numerals.yaml`
    decades         first year -> words ("the nineties"); decade_endings: what follows digits ("1990s", "90er")
    possessives     what makes an owner of the word before ("last year's")
    attributive     words before a year that describes what follows ("the 2022 election")
    era             words before a year ("year"); counted: words after a number that make it no year ("million")
    labels          words before a number that make it no year ("room")
    ordinal_endings what follows the digits of an ordinal
    """

    day_first: bool
    capital_nouns: bool
    months: Month
    weekdays: Weekday
    night_to: Words = ()
    """Words before a day that mean the night in which it begins."""
    weekday_plurals: tuple[Words, ...] = ()
    """Those of several: two Fridays ago."""
    amount_bounds: Words = ()
    """Bounds that mostly limit an amount ("bis zu 2000 Haushalte"): no year stands between them and a noun."""
    homonyms: Words
    persons: Words
    lone: Words
    inside: Words
    seasons: dict[Season, Words]
    units: dict[Unit, Words]
    plurals: Words
    abbreviations: dict[Unit, Words]
    duration_endings: dict[Unit, Words] = {}
    holidays: dict[str, Words]
    days: dict[str, Words]
    now: Words
    dayparts: dict[str, Words]
    clock_points: dict[str, Words]
    clock_marks: Words
    clock_offsets: dict[str, Words] = {}
    """Minutes, or low/high minutes, to add to the hour in words that follows ("half past": 30)."""
    morning_marks: Words = ()
    evening_marks: Words = ()
    steps: dict[Literal["-2", "-1", "0", "1", "2"], Words]
    rolling: Words = ()
    coming: Words = ()
    recent: Words
    parts: dict[Part, Words]
    unit_parts: dict[str, Words] = {}
    last: Words
    few: Words
    decades: dict[str, Words]
    decade_endings: Words
    ordinal_endings: Words
    quarter_letters: Words
    half_letters: Words
    calendar_week: Words
    articles: Words
    indefinite: Words
    of: Words
    joiners: Words
    prepositions: Words
    on: Words
    at: Words
    every: Words
    modal: Words = ()
    bounds: dict[Bound, Words]
    openers: Words
    between: Words
    connectors: Words
    ago: Words
    ago_before: Words = ()
    later: Words
    ahead: Words
    within: Words
    week_of: Words
    after_next: Words = ()
    approximately: Words
    more_than: Words
    era: Words
    attributive: Words
    possessives: Words = ()
    counted: Words
    labels: Words
    age: Words
    function_words: Words
    future: Words
    past: Words
    past_endings: Words = ()
