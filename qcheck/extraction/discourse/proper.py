"""Names of one word in an article: places, firms, ships, last names. More than anything else they tell one event from another.

Where nouns have no capitals, a capital inside a sentence tells a name. Where they have, its neighbours do: no article stands before a
name ("in Brevik", "Brevik teilt mit"), and no other noun stands right before a noun ("die Fähre Brevik").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import known_nouns
from qcheck.extraction.discourse.lexicon import compound_events
from qcheck.extraction.discourse.names import land_words, titles, vocabulary
from qcheck.language.pack import Pack

_CAPITAL = re.compile(r"(?<![^\W\d_])(?=[^\W\da-zß-öø-ÿ_])[^\W\d_]{4,}")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|\n")
_OPENING = frozenset("„»“\"‚'")
_STOPS = frozenset(".!?:\n–(|• ") | _OPENING
_SHORTEST = 4  # letters of a name
_KEPT = 30
_TAIL = 5  # letters of a known noun that ends a compound


def proper_names(article: Article, full: Iterable[str]) -> list[str]:
    """The names of one word in an article, and the words of its `full` names, in order of first use; genitives without their ending."""
    if article.pack.concepts.compounds:
        return _among_nouns(article, full)[:_KEPT]
    return _by_capitals(article)[:_KEPT]


@cache
def _well_known(pack: Pack) -> frozenset[str]:
    """Words in lower case that tell no event from another though they may have a capital."""
    known = (*pack.names.generic, *pack.names.cities, *land_words(pack, capitals=False))
    capitals = {word.lower() for land in pack.countries.countries.values() for word in land.capitals}
    return ((vocabulary(pack) - capitals) | titles(pack)).union(word.lower() for word in known)


def _body(article: Article) -> int:
    """Where the text after the headline begins."""
    return next((p.start for p in article.paragraphs if p.zone != "headline"), 0)


def _by_capitals(article: Article) -> list[str]:
    text, counts, common, body = article.text, article.counts, _well_known(article.pack), _body(article)
    seen: Counter[str] = Counter()
    written: dict[str, str] = {}
    inside: set[str] = set()
    for match in _CAPITAL.finditer(text):
        word, start = match.group(), match.start()
        low = word.lower()
        if low in common:
            continue
        seen[low] += 1
        if low not in written or written[low].isupper():
            written[low] = word
        after = text[match.end() : match.end() + 2]
        dateline = start == body and (after[:1] == "," or after == " (")
        if dateline or (start > body and text[start - 1] == " " and text[start - 2] not in _STOPS):
            inside.add(low)
    return [written[low].capitalize() for low in seen if low in inside and seen[low] == counts[low]]


def _among_nouns(article: Article, full: Iterable[str]) -> list[str]:
    """Each place of a word speaks for a name, for a noun, or for neither; what speaks for it must outweigh what speaks against."""
    pack, counts, common, body = article.pack, article.counts, _well_known(article.pack), _body(article)
    words, determiners, roles = pack.names, _determiners(pack), titles(pack)
    amounts, firms, places = frozenset(words.amounts), frozenset(words.firms), frozenset(words.places)
    attributive = tuple(ending for ending in pack.concepts.attributive if ending)
    persons = frozenset(part for name in full for part in re.split("[ -]", name))
    capital = Counter(map(_plain_case, _CAPITAL.findall(article.text)))
    tokens = ["\n", "\n", *_TOKEN.findall(article.text), "\n", "\n"]
    first = 2 + len(_TOKEN.findall(article.text[:body]))
    weight: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if len(token) < _SHORTEST or not token[0].isupper():
            continue
        token, low = _plain_case(token), token.lower()
        if low in common or counts[low] > capital[token]:
            continue
        earlier, before, after, further = tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2]
        name = _nominative(token, after, capital, persons, pack)
        if name.lower() in common:
            continue
        governed = before.lower() in determiners or before.isdigit()
        adjective = before.islower() and before.endswith(attributive) and before not in common
        if governed or (adjective and earlier.lower() in determiners):
            weight[name] = weight.get(name, 0) - 1
            continue
        begins = before in _STOPS
        noun = before[0].isupper() and before not in amounts and earlier not in _STOPS and earlier != "-" and not earlier.isdigit()
        told = (
            (noun and before.isalpha() and len(before) > 1)
            + (before in places)
            + 2 * (after in firms)
            + 2 * (before.lower() in roles)
            + (token in persons)
            + (before in _OPENING and after in "“«\"‘'")
            + (after == "-" and further[0].isupper())
            + (at == first and after in ("(", ","))
            + (begins and at >= first and after.islower() and after.endswith(("t", "te")))
            + low.endswith(words.endings)
        )
        weight[name] = weight.get(name, 0) + told - adjective
    return [name for name, told in weight.items() if told > (1 if _compound(pack, name.lower()) else 0) and not _noun(pack, name)]


def _plain_case(word: str) -> str:
    """A word of capitals, as datelines have it, like any other name."""
    return word.capitalize() if len(word) >= _SHORTEST and word.isupper() else word


def _nominative(word: str, after: str, capital: Counter[str], persons: frozenset[str], pack: Pack) -> str:
    """The name without the ending of a genitive ("Breviks") or of an adjective of a place ("Breviker Hafen")."""
    for ending in ("s", "er"):
        if word.endswith(ending) and word[: -len(ending)] in capital:
            return word[: -len(ending)]
    noun = after[0].isupper() and after not in persons and (after.lower() in vocabulary(pack) or _compound(pack, after.lower()))
    return word[:-2] if noun and word.endswith("er") and len(word) > _SHORTEST + 1 and word.lower() not in titles(pack) else word


@cache
def _determiners(pack: Pack) -> frozenset[str]:
    cues = pack.cues
    numerals = (word for words in pack.numerals.cardinals.values() for word in words)
    return frozenset(word.lower() for word in (*cues.determiners, *cues.one, *cues.definite, *numerals))


@cache
def _tails(pack: Pack) -> frozenset[str]:
    return frozenset(noun for noun in known_nouns(pack) if len(noun) >= _TAIL)


def _compound(pack: Pack, word: str) -> bool:
    """Whether a word in lower case ends with a noun or an event that is known."""
    tails = _tails(pack)
    return any(word[at:] in tails for at in range(3, len(word) - _TAIL + 1)) or bool(compound_events(pack, word))


def _noun(pack: Pack, name: str) -> bool:
    return name.lower().endswith(pack.names.nouns)
