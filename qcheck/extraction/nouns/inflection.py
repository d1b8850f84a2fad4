"""The singular of nouns and the plain form of adjectives, by the rules of a pack."""

from __future__ import annotations

from functools import cache, lru_cache

from qcheck.extraction.nouns.unit_words import spelled
from qcheck.language.pack import Pack


@cache
def _irregular(pack: Pack) -> tuple[dict[str, str], dict[str, str]]:
    """plural -> singular of whole words, and of those that may end a compound ("-länder": land)."""
    cases = pack.phrases.cases
    rules = {plural + case: one for plural, one in pack.phrases.irregular.items() for case in cases if not plural.endswith((case, "s"))}
    rules |= pack.phrases.irregular
    ends = {plural[1:]: one for plural, one in rules.items() if plural[0] == "-"}
    return {plural.removeprefix("-"): one for plural, one in rules.items()}, ends


@cache
def _unchanged(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in (*pack.phrases.plurals, *pack.phrases.singulars))


@lru_cache(maxsize=16384)
def singular(noun: str, pack: Pack) -> str:
    """The singular of a noun, in lower case; a word that is no plural stays as it is."""
    word = noun.lower()
    if len(noun) > 2 and noun[-1] == "s" and noun[:-1].isupper() and "s" in pack.phrases.endings:
        return word[:-1]  # MPs
    whole, ends = _irregular(pack)
    if word in whole:
        return whole[word]
    if word in _unchanged(pack) or len(word) < 3:
        return word
    begin, hyphen, last = word.rpartition("-")
    if hyphen:
        return f"{begin}-{singular(last, pack)}"
    for at in range(3, len(word) - 3) if ends else ():
        if word[at:] in ends:
            return word[:at] + ends[word[at:]]
    endings = pack.phrases.endings
    for size in range(min(8, len(word) - 1), 0, -1):
        if word[-size:] in endings:
            return word[:-size] + endings[word[-size:]]
    return word


_SURE = 5
"""Letters of an ending that only plurals have."""


def sure_singular(noun: str, pack: Pack) -> str:
    """The singular of a noun that may be one already (Strafe, Kokain): only where an irregular form or a long ending tells of a plural."""
    if not pack.phrases.capitalized:
        return singular(noun, pack)
    word = noun.lower()
    whole, ends = _irregular(pack)
    known = word in whole or any(word[at:] in ends for at in range(3, len(word) - 3))
    long = any(word[-size:] in pack.phrases.endings for size in range(_SURE, min(9, len(word))))
    return singular(noun, pack) if known or long else word


def is_plural(noun: str, pack: Pack) -> bool:
    """Whether a word is a plural, as far as its form tells."""
    word = noun.lower()
    return word in _plurals(pack) or (word not in _unchanged(pack) and singular(noun, pack) != word)


@cache
def _plurals(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for word in pack.phrases.plurals)


@cache
def _degrees(pack: Pack) -> dict[str, str]:
    """comparative or superlative -> the adjective itself."""
    rules = pack.phrases
    return {form: forms[0] for forms in map(spelled, rules.degrees) for form in forms[1:]} | rules.irregular_degrees


def positive(adjective: str, pack: Pack) -> str:
    """The adjective of which a word is the comparative or superlative (fastest: fast); any other word as it stands."""
    return _degrees(pack).get(adjective, adjective)


def plain(adjective: str, pack: Pack) -> str:
    """An adjective with the first ending of the pack instead of the one it has: ballistischen -> ballistische."""
    endings = pack.phrases.adjectives
    for ending in sorted(endings, key=len, reverse=True):
        if adjective.endswith(ending):
            return adjective[: len(adjective) - len(ending)] + endings[0]
    return adjective
