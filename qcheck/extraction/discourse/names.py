"""Names of persons and organisations in an article, and its rarer words: what tells one event from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import known_nouns
from qcheck.extraction.discourse.lexicon import compound_events, lexicon, office
from qcheck.extraction.discourse.phrase_cues import Needed, Wanted, wanted
from qcheck.language.pack import Pack

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄČĆĐĎĘĚĞĢİĶŁŃŇŐØŘŚŞŠŤŮŰŹŻŽ]"
_REST = r"(?:\.|[\w’']+(?:[-–][^\W\d_][\w’']*)*)"
_PARTICLE = r"(?:(?:de|van|von|der|den|al|bin|ibn|el|la|di|da|du) ){0,2}"
_RUN = re.compile(rf"{_CAPITAL}(?<!\w\w){_REST}(?: {_PARTICLE}{_CAPITAL}{_REST}){{1,5}}")
_OWNER = re.compile("[’']s?$")
_BEFORE = re.compile(r"(?:([^\W\d_]+)[ ])?(?<![^\W\d_])([^\W\d_]+)[ ]$")
_NAMED = re.compile(r"[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]+)")
_SHORTEST = 4  # letters of a rare word
_WORDS_KEPT = 40
_NAMES_KEPT = 60


@cache
def plain_words(pack: Pack) -> frozenset[str]:
    """Words that begin no name."""
    cues = pack.cues
    return frozenset(
        w.lower()
        for group in (
            cues.common,
            cues.determiners,
            cues.pronouns,
            cues.subordinators,
            cues.coordinators,
            cues.prepositions.other,
            cues.prepositions.recipient,
            cues.prepositions.agent,
        )
        for w in group
    )


@cache
def titles(pack: Pack) -> frozenset[str]:
    """Words for persons by their office, in lower case."""
    return frozenset(w.lower() for w in pack.cues.roles)


@dataclass(frozen=True)
class People:
    """The full names in an article by their last word (the first of several), all of them, and the last words that several persons bear.

    The suffix that parts namesakes ("Jr") is no last word.
    """

    full: dict[str, str]
    known: frozenset[str]
    shared: frozenset[str] = frozenset()

    def name(self, words: str) -> str:
        """The full name that a last name stands for in this article, else the words themselves."""
        return words if " " in words else self.full.get(words, words)

    def only(self, words: str) -> str:
        """The one full name that words can stand for; "" where a last name stands alone that nobody or more than one bears."""
        if " " in words:
            return words
        return "" if words in self.shared else self.full.get(words, "")


def surname(name: str, pack: Pack) -> str:
    """The last word of a name, without the suffix that parts namesakes."""
    words = name.split(" ")
    while len(words) > 1 and words[-1] in pack.persons.suffixes:
        words = words[:-1]
    return words[-1]


def trim(words: list[str], pack: Pack) -> list[str]:
    """The words of a capitalized run without common words, titles and countries before the name."""
    lands, common = land_words(pack), _leading(pack)
    entitled = [i for i, word in enumerate(words[:-1]) if word.lower().rstrip(".") in titles(pack)]
    if entitled and lands.isdisjoint(words[entitled[-1] + 1 :]):
        words = words[entitled[-1] + 1 :]  # "Health Minister Ada Vik"
    while words and (
        words[0].lower().rstrip(".") in common
        or words[0] in lands
        or office(pack, words[0])
        or words[0].lower() in _kin(pack)
        or (pack.concepts.compounds and len(words) > 2 and words[0].lower() in known_nouns(pack))
    ):
        words = words[1:]
    while words and (words[-1].lower() in common or words[-1] in lands):
        words = words[:-1]
    return [(_OWNER.sub("", w) if "’" in w or "'" in w else w).rstrip(".") for w in words]


@cache
def _kin(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for words in pack.persons.kin.values() for word in words)


@cache
def land_words(pack: Pack, *, capitals: bool = True) -> frozenset[str]:
    """Names of countries, peoples and perhaps capitals as written, with their genitives, and adjectives of countries with a capital."""
    lands = pack.countries
    words = {w for land in lands.countries.values() for w in (*land.names, *(land.capitals if capitals else ()), *land.people)}
    words |= {a[:1].upper() + a[1:] + e for land in lands.countries.values() for a in land.adjectives for e in lands.endings}
    words |= {w + g for w in words for g in lands.genitives}
    return frozenset(words)


@cache
def _organisation_words(pack: Pack) -> frozenset[str]:
    return frozenset(word for name in pack.countries.organisations for word in name.split())


@cache
def _leading(pack: Pack) -> frozenset[str]:
    """Words, in lower case, that stand before a name and are no part of it; titles and common words end none either."""
    return plain_words(pack) | titles(pack)


def people(text: str, pack: Pack) -> tuple[People, list[str]]:
    """The names of two words or more in a text, by their last word, and all of them in order of first use.

    Where nouns have capitals, a run of them is a name only if no determiner or preposition with an article stands right before it.
    """
    full: dict[str, str] = {}
    order: dict[str, None] = {}
    known: set[str] = set()
    organisations = _organisation_words(pack)
    for match in _RUN.finditer(text):
        words = match.group().split(" ")
        kept = trim(words, pack)
        if not 2 <= len(kept) <= 4 or any(_no_name(word, pack) for word in kept):
            continue
        if pack.concepts.compounds and kept[0] == words[0] and _governed(text, match.start(), pack):
            continue
        name = " ".join(kept)
        order.setdefault(name)
        if organisations.isdisjoint(kept):
            full.setdefault(surname(name, pack), name)
            known.add(name)
    # two surnames side by side are no name ("told Lund Berg that ...")
    lasts = Counter(surname(name, pack) for name in known)
    double = {name for name in known if all(lasts[word] > name.endswith(word) for word in name.split(" "))}
    full = {last: name for last, name in full.items() if name not in double}
    known -= double
    bearers: dict[str, set[tuple[str, str]]] = {}
    for name in known:
        last = surname(name, pack)
        bearers.setdefault(last, set()).add((name.split(" ")[0], name[name.rfind(last) + len(last) :]))
    shared = frozenset(last for last, several in bearers.items() if len(several) > 1)
    return People(full, frozenset(known), shared), [name for name in order if name not in double]


def _governed(text: str, start: int, pack: Pack) -> bool:
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None or text[before.start(2) - 1 : before.start(2)] == "-":
        return False
    earlier, word = before.group(1) or "", before.group(2)
    if not word.islower():
        return False
    known = {entry.kind for entry in lexicon(pack).entries.get(word, ()) if len(entry.words) == 1 and entry.form != "attributive"}
    return "determiners" in known or (not known and earlier.islower() and word.endswith(pack.concepts.attributive))


def _no_name(word: str, pack: Pack) -> bool:
    """Whether a word of a capitalized run shows that it is no name: a country, or where nouns have capitals a noun that is known."""
    if word in land_words(pack):
        return True
    if not pack.concepts.compounds:
        return False
    return word[:1].islower() or word.lower() in known_nouns(pack) or bool(compound_events(pack, word))


def rare_words(counts: Mapping[str, int], names: Collection[str], pack: Pack) -> list[str]:
    """The words of an article that tell it from others: its names of one word as they are given, then in lower case those of its words,
    counted, that the pack does not know, most frequent first, in alphabetic order where equal. What a pack knows is what news is
    commonly about.
    """
    unknown = counts.keys() - vocabulary(pack) - {name.lower() for name in names}
    rare = sorted([word for word in unknown if len(word) >= _SHORTEST])
    return [*names, *sorted(rare, key=counts.__getitem__, reverse=True)[:_WORDS_KEPT]]


@cache
def vocabulary(pack: Pack) -> frozenset[str]:
    """All single words in lower case that a pack knows."""
    return frozenset(key.lower() for key in lexicon(pack).entries) | known_nouns(pack) | plain_words(pack)


def may_name_countries(article: Article) -> bool:
    """Whether an article has, in lower case, the words that the name of some country needs."""
    single, several = _country_words(article.pack)
    return not single.isdisjoint(article.words) or article.may_say(several)


def countries(article: Article) -> list[str]:
    """The ISO codes of the countries that an article names, sorted."""
    pack, text = article.pack, article.text
    if not may_name_countries(article):
        return []
    starts = _country_starts(pack)
    entries = lexicon(pack).entries
    found: set[str] = set()
    for word in starts.keys() & set(_NAMED.findall(text)):
        for entry in entries[starts[word]]:
            here = entry.kind == "country" and entry.words[0] == word
            if here and (len(entry.words) == 1 or re.search(rf"\b{re.escape(' '.join(entry.words))}", text)):
                found.add(entry.value)
    return sorted(found)


@cache
def _country_starts(pack: Pack) -> dict[str, str]:
    """The first word of every name of a country, as written, with the key of its entries."""
    starts = {}
    for key, several in lexicon(pack).entries.items():
        for entry in several:
            if entry.kind == "country":
                starts[entry.words[0]] = key
    return starts


@cache
def _country_words(pack: Pack) -> tuple[frozenset[str], Wanted]:
    """In lower case the names of countries that are one word, and what a text needs for each other one."""
    names = {entry.words for several in lexicon(pack).entries.values() for entry in several if entry.kind == "country"}
    single = {words[0].lower() for words in names if len(words) == 1 and words[0].isalpha()}
    # a genitive may end the last word, and no run of letters is one with dots
    several = sorted(tuple(map(str.lower, words)) for words in names if len(words) > 1 or not words[0].isalpha())
    return frozenset(single), wanted(Needed(frozenset(filter(str.isalpha, words[:-1])), words[-1]) for words in several)


def named(codes: list[str], order: list[str]) -> str:
    """The column `names`: ISO codes first, then names, each once, joined by ;."""
    return ";".join(dict.fromkeys([*codes, *(n.replace(";", ",") for n in order[:_NAMES_KEPT])]))
