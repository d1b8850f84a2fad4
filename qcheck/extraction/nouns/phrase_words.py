"""The words that delimit and open a counted phrase, compiled once for each pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from qcheck.extraction.nouns.unit_words import SPACES, any_of, forms
from qcheck.language.pack import Pack


class Word(NamedTuple):
    """A word of a text at characters `start` to `end`; `hyphen` stands before it, `owner`: an apostrophe ends it."""

    start: int
    end: int
    word: str
    low: str
    hyphen: bool
    owner: bool


@dataclass(frozen=True, eq=False)
class PhraseWords:
    """What a pack knows of counted phrases, ready to look up."""

    capitalized: bool
    stops: frozenset[str]
    numbers: frozenset[str]
    skips: re.Pattern[str]
    skipped: frozenset[str]
    bridges: re.Pattern[str]
    recipients: re.Pattern[str]
    joins: frozenset[str]
    openers: frozenset[str]
    adjectives: tuple[str, ...]
    participles: tuple[str, ...]
    inner_participles: tuple[str, ...]
    finite_endings: tuple[str, ...]
    weak_endings: tuple[str, ...]
    plain_adverbs: frozenset[str]
    states: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    plural_modifiers: frozenset[str]
    attributives: frozenset[str]
    groups: frozenset[str]
    place_endings: tuple[str, ...]
    no_heads: frozenset[str]
    ones: frozenset[str]
    compound: re.Pattern[str]


@cache
def phrase_words(pack: Pack) -> PhraseWords:
    """The lists of a pack, compiled."""
    rules = pack.phrases

    def leading(words: tuple[str, ...]) -> re.Pattern[str]:
        longest_first = sorted(words, key=lambda w: (-len(w), w))
        return re.compile(
            rf"(?:[{SPACES}](?:{'|'.join(map(re.escape, longest_first))})(?=[{SPACES}]))+" if words else r"(?!)", re.IGNORECASE
        )

    adjective = r"[^\W\d_A-ZÄÖÜ]+"
    recipients = [rf"[{SPACES}]{word}[{SPACES}]{adjective}(?:{any_of(ends)})(?!\w)" for word, ends in rules.recipients.items()]
    return PhraseWords(
        capitalized=rules.capitalized,
        stops=frozenset(rules.stops),
        numbers=frozenset(form for entries in pack.numerals.cardinals.values() for form in forms(entries)),
        skips=leading(rules.skips),
        skipped=frozenset(rules.skips),
        bridges=leading(rules.bridges),
        recipients=re.compile("|".join(recipients) or "(?!)"),
        joins=frozenset(rules.joins),
        openers=frozenset(rules.openers),
        adjectives=tuple(sorted(rules.adjectives, key=len, reverse=True)),
        participles=rules.participles,
        inner_participles=rules.inner_participles,
        finite_endings=rules.finite_endings,
        weak_endings=rules.weak_endings,
        plain_adverbs=frozenset(rules.plain_adverbs),
        states=frozenset(rules.states),
        adverbs=frozenset(rules.before_participles),
        adverb_endings=tuple(word[1:] for word in rules.before_participles if word[0] == "-"),
        plural_modifiers=frozenset(word.lower() for word in (*rules.plural_modifiers, *rules.plurals)),
        attributives=frozenset(rules.attributives),
        groups=frozenset(word for lemma, named in pack.concepts.groups.items() for word in named if word in pack.concepts.things[lemma]),
        place_endings=rules.place_endings,
        no_heads=frozenset(rules.no_heads),
        compound=re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, pack.numerals.one)) or '(?!)'}) \d[\d.,]*$"),
        ones=frozenset((*pack.numerals.cardinals.get("1", ()), *pack.numerals.one, "1")),
    )
