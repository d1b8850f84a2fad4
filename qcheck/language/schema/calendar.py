"""The shape of `calendar.yaml`: words by which a text says that two times are one, or how long something lasts."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Sequence(Section):
    """Words for what comes `first` with one thing or person, and for what can only come `last`."""

    first: Words
    last: Words


class Calendar(Section):
    """Words between time expressions, beside commas, dashes and parentheses.

    date_is         between a date and its weekday ("12 June is a Tuesday")
    namely          between a weekday and its date ("on Tuesday, that is, 12 June")
    amounts_to      between two days and the time from one to the other ("from 2014 to 2018, or four years")
    in_all          after a length that is all of it ("six weeks long")
    no_length       words after a length that make it a distance to something else ("six years after the war")
    from_words, until_words     before the first and the last day
    between         before two days within which something happens, without filling them
    """

    date_is: Words
    namely: Words
    amounts_to: Words
    in_all: Words
    no_length: Words
    from_words: Words
    until_words: Words
    between: Words
    born: Words
    """Words that tell of a birth; the day stands beside them."""
    founded: Words
    """Words that tell when something began to be."""
    others: Words
    """Words before a birth or an age that make it that of another ("his daughter was born in 1980")."""
    born_as: Words
    """Words before such a word that make it the one who was born ("as the daughter of a fisherman")."""
    birthdays: Words
    """What a rank counts that is a birthday; in languages that join nouns, also their last part."""
    anniversaries: Words
    """What a rank or a number of years counts from the day that something began."""
    turns: Words
    """Words before an age that make it a birthday ("turns 80")."""
    lasting: Words
    """Words before a length that something told before took ("it lasted")."""
    following: Words
    """Words before a length at whose end something comes ("after" 20 years)."""
    those: Words
    """Words before a length that reaches from a beginning to now ("those" six years)."""
    tenure: Words
    """Words behind such a length ("of his tenure")."""
    served: Words
    """Words before a number of years that somebody has done something ("after" 27 years)."""
    at_age: Words
    """Words before an age at which somebody did something."""
    died: Words
    """Words of a sentence in which such an age is that of a death."""
    since_then: Words
    """Words behind a length that reaches from a beginning to now."""
    hopes: Words
    """Verbs of hopes and forecasts."""
    happened: Words
    """Verbs in the past tense that tell what happened on a day."""
    took_up: Words
    """Words of a sentence that tells in which year somebody began."""
    still_open: Words
    """Words in the present tense that something can still be done until a day."""
    owners: Words
    """Words behind an anniversary before the thing that it is of ("of the club")."""
    infinitive: Words
    """Words before an infinitive ("to")."""
    sequences: tuple[Sequence, ...]
    stages: tuple[tuple[Words, ...], ...]
    """Words for what happens with one thing or person, stage after stage; in the order in which they can only come."""
    plans: Words
    """Words that make a day in the past tense one to come ("was scheduled for")."""
