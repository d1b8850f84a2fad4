"""Phrases of a pack as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import NamedTuple

from qcheck.extraction.numbers.scan import trie

_WORD = re.compile(r"[^\W\d_]+")


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of phrases in lower case; `*` stands for the rest of a word, or for one word."""
    several = set(words)
    open_ones = sorted((word for word in several if "*" in word), key=lambda w: (-len(w), w))
    made = (re.escape(w).replace(r"\*", r"\w*" if w.endswith("*") else r"\w+") for w in open_ones)
    return re.compile(rf"(?<!\w)(?:{'|'.join([*made, trie(several.difference(open_ones))])})(?!\w)")


class Needed(NamedTuple):
    """What a text must have that has a phrase, in lower case: its words, and the letters that a word with `*` begins with."""

    words: frozenset[str]
    stem: str


@dataclass(frozen=True)
class Wanted:
    """What a text must have that has one of some phrases, by the longest of its words; `stems` are of those that need no word."""

    by_word: dict[str, tuple[Needed, ...]]
    stems: tuple[str, ...]

    def may_stand_in(self, lowered: str, words: Set[str]) -> bool:
        """Whether a text in lower case, with these words, has what one of the phrases needs."""
        for word in self.by_word.keys() & words:
            for needed in self.by_word[word]:
                if needed.words <= words and needed.stem in lowered:
                    return True
        return any(map(lowered.__contains__, self.stems))


def wanted(phrases: Iterable[Needed]) -> Wanted:
    """The phrases, by the words that they need."""
    by_word: dict[str, tuple[Needed, ...]] = {}
    several = tuple(phrases)
    for needed in several:
        if needed.words:
            longest = max(sorted(needed.words), key=len)
            by_word[longest] = (*by_word.get(longest, ()), needed)
    return Wanted(by_word, tuple(needed.stem for needed in several if not needed.words))


def needed(phrase: str) -> Needed:
    """What a text needs for a phrase."""
    parts = phrase.lower().split()
    stems = [word for part in parts if "*" in part for word in _WORD.findall(part)]
    return Needed(frozenset(word for part in parts if "*" not in part for word in _WORD.findall(part)), max(stems, key=len, default=""))
