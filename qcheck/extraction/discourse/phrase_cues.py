"""Phrases of a pack as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+")


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of phrases in lower case; `*` stands for the rest of a word, or for one word."""
    made = (re.escape(w).replace(r"\*", r"\w*" if w.endswith("*") else r"\w+") for w in sorted(set(words), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{'|'.join(made)})(?!\w)")


class Needed(NamedTuple):
    """What a text must have that has a phrase, in lower case: its words, and the letters that a word with `*` begins with."""

    words: frozenset[str]
    stem: str


def needed(phrase: str) -> Needed:
    """What a text needs for a phrase."""
    parts = phrase.lower().split()
    stems = [word for part in parts if "*" in part for word in _WORD.findall(part)]
    return Needed(frozenset(word for part in parts if "*" not in part for word in _WORD.findall(part)), max(stems, key=len, default=""))
