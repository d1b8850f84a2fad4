"""The shape of `concepts.yaml`: lemmas of counted things and of events, the same in every language, with the words for each."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Verbs = dict[str, tuple[str, ...]]


class Paradigm(Section):
    """The forms of a verb as templates over its parts ({0}, {1}, ...); an ellipsis between two words stands for words in between."""

    base: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()


class Event(Section):
    """What is said of things: verbs by paradigm (parts of a verb written apart by /), nouns, verbs that say that it is only sought."""

    verbs: Verbs = {}
    nouns: tuple[str, ...] = ()
    wanted: Verbs = {}


class Ambiguous(Section):
    """`words` of one event that are of another in an article that also has a word `beside`, or of a value in `units`, all in lower case.

    `units` are as in `international/measured.yaml`: count, share, money or a dimension.
    """

    words: tuple[str, ...]
    beside: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class Concepts(Section):
    """`endings` are what a noun of the list may carry, `attributive` what a participle before a noun may carry.

    `compounds` tells that a word is known by its last part. `states` are words for persons by what happened to them, by the event;
    `things` are words for what is counted or valued, by the lemma, `adjectives` those after a value that tell what it is of ("high").
    `extents` are things by the measure that a length right before them is of (the height of a peak), `groups` words by the lemma of those
    who make them up, before how many they are ("a crew of 16").
    `ambiguous` words of events are those of another one beside other words (a strike where there are unions).
    `particles` before a word make another word, no compound ("Ausfall").
    """

    endings: tuple[str, ...]
    attributive: tuple[str, ...]
    compounds: bool
    paradigms: dict[str, Paradigm]
    events: dict[str, Event]
    states: dict[str, tuple[str, ...]]
    things: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]] = {}
    extents: dict[str, tuple[str, ...]] = {}
    groups: dict[str, tuple[str, ...]] = {}
    topical: dict[str, tuple[str, ...]] = {}
    """Measured things that a value nothing names is of, in an article with one of these words (in lower case)."""
    ambiguous: dict[str, Ambiguous] = {}
    particles: tuple[str, ...] = ()
