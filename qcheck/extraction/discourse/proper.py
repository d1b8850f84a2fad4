"""Names of one word in an article: places, firms, ships, last names. More than anything else they tell one event from another.

Where nouns have no capitals, a capital inside a sentence tells a name. Where they have, its neighbours do: no article stands before a
name ("in Brevik", "Brevik teilt mit"), and no other noun stands right before a noun ("die Fähre Brevik").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import known_nouns
from qcheck.extraction.discourse.lexicon import compound_events
from qcheck.extraction.discourse.names import land_words, titles, vocabulary
from qcheck.language.pack import Pack

_CAPITAL = re.compile(r"(?<![^\W\d_])(?=[^\W\da-zß-öø-ÿ_])[^\W\d_]{4,}")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|\n")
_OPENING = frozenset("„»“\"‚'")
_CLOSING = frozenset("“«\"‘'")
_STOPS = frozenset(".!?:\n–(|• ") | _OPENING
_SHORTEST, _LONGEST = 4, 40  # letters of a name
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
    known = (*pack.names.generic, *pack.names.cities, *pack.names.persons, *land_words(pack, capitals=False))
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
        if low in common or len(low) > _LONGEST:
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
    pack, counts, common = article.pack, article.counts, _well_known(article.pack)
    signs = _signs(pack)
    persons = frozenset(part for name in full for part in re.split("[ -]", name))
    capital = Counter(map(_plain_case, _CAPITAL.findall(article.text)))
    tokens = ["\n", "\n", "\n", *_TOKEN.findall(article.text), "\n", "\n"]
    first = 3 + len(_TOKEN.findall(article.text[: _body(article)]))
    weight: dict[str, int] = {}
    for at in range(3, len(tokens) - 2):
        if not _SHORTEST <= len(tokens[at]) <= _LONGEST or not tokens[at][0].isupper():
            continue
        token = _plain_case(tokens[at])
        low, after = token.lower(), tokens[at + 1]
        if low in common or counts[low] > capital[token]:
            continue
        name = _nominative(token, after, capital, persons, pack)
        if name.lower() in common:
            continue
        joined = after == "-" and tokens[at + 2][0].isupper()  # "der Brevik-Pass": the article is that of the pass
        of_place = name != token and token.endswith("er")  # "am Breviker Hafen"
        if joined or of_place or after in signs.firms:
            told = 1
        elif _is_noun(tokens, at, signs):
            told = -1
        else:
            begins = at == first and after in ("(", ",")
            told = _tells_name(tokens, at, signs, after_headline=at >= first) + begins + (token in persons) + low.endswith(signs.endings)
        weight[name] = weight.get(name, 0) + told
    return [name for name, told in weight.items() if told > _compound(pack, name.lower()) and not name.lower().endswith(pack.names.nouns)]


class _Signs(NamedTuple):
    """What the words around a word with a capital tell, in lower case."""

    determiners: frozenset[str]
    roles: frozenset[str]
    amounts: frozenset[str]
    firms: frozenset[str]
    places: frozenset[str]
    verbs: frozenset[str]
    joints: frozenset[str]
    attributive: tuple[str, ...]
    endings: tuple[str, ...]
    plain: frozenset[str]


@cache
def _signs(pack: Pack) -> _Signs:
    words, cues = pack.names, pack.cues
    numerals = (word for several in pack.numerals.cardinals.values() for word in several)
    return _Signs(
        frozenset(word.lower() for word in (*cues.determiners, *cues.one, *cues.definite, *numerals)),
        titles(pack),
        frozenset(word.lower() for word in words.amounts),
        frozenset(words.firms),
        frozenset(words.places),
        frozenset(words.verbs),
        frozenset(cues.coordinators),
        tuple(ending for ending in pack.concepts.attributive if ending),
        words.endings,
        _well_known(pack),
    )


def _is_noun(tokens: Sequence[str], at: int, signs: _Signs) -> bool:
    """Whether an article, a number, or an article and an adjective stand right before it."""
    earlier, before = tokens[at - 2], tokens[at - 1]
    adjective = before.islower() and before.endswith(signs.attributive) and before not in signs.plain
    return before.lower() in signs.determiners or before.isdigit() or (adjective and earlier.lower() in signs.determiners)


def _tells_name(tokens: Sequence[str], at: int, signs: _Signs, *, after_headline: bool) -> int:
    """How many of its neighbours tell that it is a name."""
    before, after = tokens[at - 1], tokens[at + 1]
    one_of_two = before in signs.joints and tokens[at - 3].lower() in signs.places
    verb = after in signs.verbs or (after.islower() and after.endswith(("t", "te")))
    return (
        (before.lower() in signs.places or one_of_two)
        + 2 * (before.lower() in signs.roles)
        + (before in _OPENING and after in _CLOSING)
        + (before in _STOPS and after_headline and verb)
        + _after_noun(tokens, at, signs)
    )


def _after_noun(tokens: Sequence[str], at: int, signs: _Signs) -> bool:
    """Whether another noun stands right before it ("die Fähre Brevik")."""
    earlier, before = tokens[at - 2], tokens[at - 1]
    if not before[0].isupper() or len(before) < len("Ort") or before.lower() in signs.amounts:
        return False
    return earlier not in _STOPS and earlier != "-" and not earlier.isdigit()


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
def _tails(pack: Pack) -> frozenset[str]:
    return frozenset(noun for noun in known_nouns(pack) if len(noun) >= _TAIL)


def _compound(pack: Pack, word: str) -> bool:
    """Whether a word in lower case ends with a noun or an event that is known."""
    tails = _tails(pack)
    return len(word) <= _LONGEST and (
        any(word[at:] in tails for at in range(3, len(word) - _TAIL + 1)) or bool(compound_events(pack, word))
    )
