"""The words of a pack that tell relations, as they stand in rows, and which lists of them a row holds a phrase of."""

from __future__ import annotations

from functools import cache

from qcheck.language.pack import Pack

MOVE, PERIOD = "move", "period"


@cache
def dropped_words(pack: Pack) -> frozenset[str]:
    """Words that rows leave out."""
    return frozenset(pack.relations.dropped)


@cache
def phrases(pack: Pack, name: str) -> tuple[str, ...]:
    """The phrases of a list as they stand in a row: without the words that rows leave out, and with them at the head of a sentence."""
    dropped = dropped_words(pack)
    written = pack.relations.words[name]
    kept = (" ".join(word for word in phrase.split() if word not in dropped) for phrase in written)
    return tuple(dict.fromkeys((*filter(None, kept), *written)))


@cache
def periods(pack: Pack) -> dict[str, str]:
    """The words for units of time, each with its unit."""
    return {word: unit for unit, words in pack.relations.periods.items() for word in words}


@cache
def directions(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """The phrases that say that something rises, and those that say that it falls."""
    return frozenset(phrases(pack, "rise")), frozenset(phrases(pack, "fall"))


def lists_in(pack: Pack, tokens: list[str]) -> frozenset[str]:
    """The lists that some tokens hold a phrase of; MOVE for a rise or a fall, PERIOD for a unit of time."""
    beginning, found, at = _beginning(pack), set[str](), 0
    text = f"{' '.join(tokens)} "
    for token in tokens:
        for phrase, names in beginning.get(token, ()):
            if text.startswith(phrase, at):
                found |= names
        at += len(token) + 1
    return frozenset(found)


@cache
def _beginning(pack: Pack) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """All phrases, each with a space behind it and the lists that it is of, by their first word."""
    several = {name: phrases(pack, name) for name in pack.relations.words}
    several |= {MOVE: (*several["rise"], *several["fall"]), PERIOD: tuple(periods(pack))}
    named: dict[str, set[str]] = {}
    for name, listed in several.items():
        for phrase in listed:
            named.setdefault(phrase, set()).add(name)
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrase, names in named.items():
        found.setdefault(phrase.split(" ")[0], []).append((f"{phrase} ", frozenset(names)))
    return found
