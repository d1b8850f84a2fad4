"""The words of a pack that tell who does what: countries, events, cues, compiled once for each pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from qcheck.extraction.discourse.concepts import measures
from qcheck.extraction.discourse.phrase_cues import Needed, Wanted, wanted
from qcheck.language.institutes import ids
from qcheck.language.pack import Pack
from qcheck.language.schema.concepts import Verbs

_SHORT = r"(?:[’'](?:t|s|ll|ve|re|d)\b|)"
TOKEN = re.compile(  # what most words are comes first, so that few others are tried
    rf"[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W_]*{_SHORT})|\d+(?:[.,:]\d+)*|[^\W_]+{_SHORT}|[’'](?=\W)|[^\w\s]"
)

LETTERS = re.compile(r"[^\W\d_]+")


class Entry(NamedTuple):
    """A phrase of the pack as its words, and what it is; `exact` minds capitals."""

    words: tuple[str, ...]
    exact: bool
    kind: str
    value: str
    form: str


class Word(NamedTuple):
    """All that begins with a word: phrases of this word alone, others by their second word in lower case, and two words that stand apart.

    `single` is what the word says where no phrase goes on with the next word; None where capitals tell.
    """

    alone: tuple[Entry, ...]
    followed: dict[str, list[Entry]]
    single: tuple[tuple[str, str, str], ...] | None
    gaps: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class Lexicon:
    """What a pack knows, by the first word of each phrase; `words` holds all of it as the reading of a sentence asks for it."""

    pack: Pack
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    gaps: dict[str, list[tuple[str, str, str, str]]] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)

    def add(self, phrase: str, kind: str, value: str, form: str = "", *, exact: bool = False) -> None:
        """Knows a phrase from now on. An ellipsis parts two words that may stand apart; `exact` minds capitals."""
        if "…" in phrase:
            first, _, second = (part.strip().lower() for part in phrase.partition("…"))
            self.gaps.setdefault(first, []).append((second, kind, value, form))
            return
        words = tuple(token.group() for token in TOKEN.finditer(phrase))
        low = tuple(word.lower().replace("’", "'") for word in words)
        if low:
            self.entries.setdefault(low[0], []).append(Entry(words if exact else low, exact, kind, value, form))


def forms(pack: Pack, verbs: Verbs) -> Iterator[tuple[str, str]]:
    """Every form of the verbs of a pack, with the name of the form."""
    paradigms = pack.concepts.paradigms
    for name, stems in verbs.items():
        paradigm = paradigms[name]
        shapes = (
            ("base", paradigm.base),
            ("present", paradigm.present),
            ("past", paradigm.past),
            ("participle", paradigm.participle),
            ("gerund", paradigm.gerund),
        )
        for stem in stems:
            parts = stem.split("/")
            for form, templates in shapes:
                for template in templates:
                    made = template.format(*parts)
                    yield made, form
                    if form == "participle":
                        for ending in pack.concepts.attributive:
                            if ending:
                                yield made + ending, "attributive"


@cache
def lexicon(pack: Pack) -> Lexicon:
    """All cues, events and countries of a pack."""
    book = Lexicon(pack)
    cues, concepts, lands = pack.cues, pack.concepts, pack.countries

    def all_of(words: Iterable[str], kind: str, value: str = "") -> None:
        for word in words:
            book.add(word, kind, value or word.lower())

    for modality in ("planned", "possible", "denied"):
        for word in getattr(cues.modality, modality):
            # "may" and the month of May
            book.add(word, "modality", modality, exact=word in pack.times.homonyms)
    all_of(cues.modality.foreseen, "foreseen")
    for role in ("agent", "recipient", "source", "other"):
        all_of(getattr(cues.prepositions, role), "preposition", role)
    for name in (
        "passive",
        "perfect",
        "future",
        "preterite",
        "subordinators",
        "coordinators",
        "transparent",
        "pronouns",
        "possessives",
        "demonstratives",
        "existential",
        "all",
        "determiners",
        "one",
        "number_of",
        "definite",
        "directions",
        "locative",
        "comparisons",
        "more",
        "change",
        "thresholds",
        "earlier",
        "superlatives",
        "including",
        "excluding",
        "anaphors",
        "expletives",
        "nominal",
        "reported_so",
    ):
        all_of(getattr(cues, name), name)
    for name in ("total", "level", "per_period", "none"):
        all_of(getattr(cues.kinds, name), "kind", name)
    all_of(cues.kinds.new, "new")
    all_of(cues.roles, "role")
    if concepts.compounds:
        all_of((role + ending for role in cues.roles for ending in lands.genitives if ending.isalpha()), "role")
    all_of(cues.speech.before, "says_before")
    all_of(cues.speech.after, "says_after")
    all_of(cues.speech.reported, "reported")
    for word, form in forms(pack, cues.speech.verbs):
        book.add(word, "speech", "", form)
    for word, form in forms(pack, cues.speech.denials):
        book.add(word, "speech", "denied", form)
    for lemma, event in concepts.events.items():
        for word, form in forms(pack, event.verbs):
            # "marched" and the month of March
            book.add(word, "event", lemma, form, exact=word in pack.times.homonyms)
        for word, form in forms(pack, event.wanted):
            book.add(word, "event", lemma, f"wanted {form}")
        for noun in event.nouns:
            for ending in concepts.endings:
                book.add(noun + ending, "event", lemma, "noun", exact=concepts.compounds)
    for lemma in measures():
        for noun in concepts.things.get(lemma, ()):
            for ending in concepts.endings:
                book.add(noun + ending, "measure", lemma, exact=concepts.compounds)
        for word in concepts.adjectives.get(lemma, ()):
            book.add(word, "measure", lemma)
            book.add(word, "adjectives", lemma)
    for code, land in lands.countries.items():
        for name in land.names:
            book.add(name, "country", code, "name", exact=True)
            for genitive in lands.genitives:
                book.add(name + genitive, "country", code, "genitive", exact=True)
        for name in land.capitals:
            book.add(name, "country", code, "capital", exact=True)
            for genitive in lands.genitives:
                book.add(name + genitive, "country", code, "genitive", exact=True)
        for name in land.people:
            book.add(name, "country", code, "people", exact=True)
        for adjective in land.adjectives:
            for ending in lands.endings:
                book.add(adjective + ending, "country", code, "adjective", exact=adjective[:1].isupper())
    for code, names in lands.regions.items():
        for name in names:
            book.add(name, "region", code, exact=True)
    for code, words in lands.areas.items():
        all_of(words, "area", code)
    all_of(lands.bodies, "body")
    for name in (*lands.organisations, *(known for known in ids() if known not in lands.organisations)):
        for genitive in ("", *lands.genitives):
            book.add(name + genitive, "organisation", ids().get(name, name), exact=True)
    for word in book.entries.keys() | book.gaps.keys():
        book.words[word] = _word(book.entries.get(word, []), book.gaps.get(word, []))
    return book


@cache
def wanted_for(pack: Pack, kind: str, values: frozenset[str]) -> Wanted | None:
    """What a sentence must have that has a mark of a kind with one of some values; None where compounds may be marked that nobody lists."""
    if pack.concepts.compounds:
        return None
    book = lexicon(pack)
    phrases = [entry.words for several in book.entries.values() for entry in several if entry.kind == kind and entry.value in values]
    phrases += [
        (first, second) for first, several in book.gaps.items() for second, known, value, _ in several if known == kind and value in values
    ]
    return wanted(Needed(frozenset(LETTERS.findall(" ".join(words).lower())), "") for words in phrases)


def _word(entries: Sequence[Entry], gaps: Sequence[tuple[str, str, str, str]]) -> Word:
    alone = tuple(entry for entry in entries if len(entry.words) == 1)
    followed: dict[str, list[Entry]] = {}
    for entry in entries:
        if len(entry.words) > 1:
            followed.setdefault(entry.words[1].lower().replace("’", "'"), []).append(entry)
    return Word(alone, followed, None if any(entry.exact for entry in alone) else _merged(alone), tuple(gaps))


def _merged(entries: Sequence[Entry]) -> tuple[tuple[str, str, str], ...]:
    """Kind, value and all forms of one word."""
    known: dict[tuple[str, str], dict[str, None]] = {}
    for entry in entries:
        known.setdefault((entry.kind, entry.value), {}).setdefault(entry.form)
    return tuple((kind, value, " ".join(several)) for (kind, value), several in known.items())


@cache
def _event_nouns(pack: Pack) -> dict[str, str]:
    return {
        (noun + ending).lower(): lemma
        for lemma, event in pack.concepts.events.items()
        for noun in event.nouns
        for ending in pack.concepts.endings
    }


@cache
def _thing_words(pack: Pack) -> frozenset[str]:
    return frozenset(
        (word + ending).lower() for words in pack.concepts.things.values() for word in words for ending in pack.concepts.endings
    )


@lru_cache(maxsize=50_000)
def compound_events(pack: Pack, word: str) -> tuple[str, ...]:
    """The event that the last part of a compound noun names and the part before it, if there is one."""
    nouns = _event_nouns(pack)
    low = word.lower()
    if low in _thing_words(pack):  # a thing whose name happens to end like an event
        return ()
    return next(((nouns[low[at:]], low[:at]) for at in range(2, len(low) - 4) if low[at:] in nouns), ())


@lru_cache(maxsize=50_000)
def office(pack: Pack, word: str) -> bool:
    """Whether a compound ends in a word for an office ("Regierungssprecher"), also in the genitive."""
    if not pack.concepts.compounds or len(word) < 8:
        return False
    low = word.lower()
    shorn = [low, *(low.removesuffix(g) for g in pack.countries.genitives if low.endswith(g))]
    titles = _titles(pack)
    return any(w.endswith(pack.cues.role_endings) or any(w[at:] in titles for at in range(2, len(w) - 4)) for w in shorn)


@cache
def _titles(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.cues.roles)


@cache
def denial_words(pack: Pack) -> frozenset[str]:
    """Every single word that may belong to a verb of denying, in lower case."""
    return frozenset(word.lower().split()[0] for word, _ in forms(pack, pack.cues.speech.denials))
