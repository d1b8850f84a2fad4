"""The shape of `cues.yaml`: small words that tell who, to whom, how sure, on whose word."""

from __future__ import annotations

from qcheck.language.schema.concepts import Verbs
from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Modalities(Section):
    """Words that make a statement planned, possible or denied; `foreseen` ones make it planned in reported speech, else possible."""

    planned: Words
    possible: Words
    denied: Words
    foreseen: Words = ()


class Prepositions(Section):
    """Prepositions before the one who does it (`agent`), who gets it (`recipient`), where it comes from (`source`), and all others."""

    agent: Words
    recipient: Words
    source: Words
    other: Words


class Speech(Section):
    """Who says so: `verbs` of saying and `denials` by paradigm, words `before` and `after` the speaker, forms that go on in his words.

    `compounds` end words whose first part is the speaker ("Polizeiangaben").
    """

    verbs: Verbs
    denials: Verbs
    before: Words
    after: Words
    reported: Words
    compounds: Words = ()


class Kinds(Section):
    """Words near a number that tell what kind of figure it is: a running total, a level on a day, an amount for each period.

    `new` in the counted phrase of cases or deaths makes it the amount of a period; `none` are longer phrases that tell no kind.
    """

    total: Words
    level: Words
    per_period: Words
    new: Words = ()
    none: Words = ()


class Cues(Section):
    """`passive` auxiliaries, `perfect` ones, `future` ones; `subordinators` begin a clause, `transparent` words go on after a comma.

    `pronouns` and `possessives` stand for one who was named before, `demonstratives` for what was said before, `existential` verbs
    carry it on ("these were before ..."). `all` are the words by which a statement covers all; `number_of` come before what a
    number further on counts; `roles` are words for persons by their office; `determiners` may stand before a noun, `one` before a
    single thing, `definite` ones point back at what is known; `common` are the most common words of the language, which also tell
    the language of a short text.

    `directions` are adjectives of regions ("northern"), `locative` prepositions before where it happens. `comparisons` lead to a
    figure or time that is compared with ("down from"), so that days on one side say nothing of the other; `more` right after a number
    and `change` right before one make it a change; `thresholds` before one make it none that was reached; `earlier` before one tell
    that it is of a day before ("previous day: 70.4"); `superlatives` before a
    time only tell how rare a thing is ("lowest since"). `including` and `excluding` tell that those who did it are counted or not ("five
    dead, including the gunman"). `anaphors` beside a bare number tell that it counts what was counted before
    ("of them"); `expletives` are pronouns that stand for nobody before a verb of being; `nominal` words stand for a person by the age
    ("the 40-year-old"); `reported_so` words begin a sentence that names the speaker of the one before; `asides` begin lines that are
    no part of the story ("Read more"), `captions` those beside a picture, both in lower case; `to_come` words before
    the base of a verb in a headline tell of what is to come ("Brewery to cut jobs").
    """

    modality: Modalities
    prepositions: Prepositions
    speech: Speech
    kinds: Kinds
    passive: Words
    perfect: Words
    future: Words
    preterite: Words
    subordinators: Words
    coordinators: Words
    transparent: Words
    pronouns: Words
    possessives: Words
    demonstratives: Words
    existential: Words
    all: Words
    number_of: Words
    number_endings: tuple[str, ...] = ()
    """What ends a compound that counts what its first part names: Opferzahl."""
    roles: Words
    role_endings: Words
    determiners: Words
    one: Words
    definite: Words
    common: Words
    directions: Words = ()
    locative: Words = ()
    comparisons: Words = ()
    more: Words = ()
    change: Words = ()
    thresholds: Words = ()
    earlier: Words = ()
    superlatives: Words = ()
    including: Words = ()
    excluding: Words = ()
    anaphors: Words = ()
    expletives: Words = ()
    nominal: Words = ()
    reported_so: Words = ()
    asides: Words = ()
    to_come: Words = ()
    captions: Words = ()
    comma: int
