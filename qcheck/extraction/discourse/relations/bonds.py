"""The words between two rows that bind them: an opening parenthesis, a comma, a dash, or a phrase of the pack."""

from __future__ import annotations

import re
from functools import cache

_SIGNS = " \u00a0\u202f,(–—:;"
_SENTENCE = re.compile(r"[.!?]\s|\n")
_WORDS = 5  # that a phrase of a pack has at most
_LONGEST = 40
_PREDICATE = 4
_FIRST_WORD = re.compile(r"[ \u00a0\u202f]*([^\W\d_]+(?:['’][^\W\d_]+)?)")


def gap(text: str, left: int, right: int) -> str | None:
    """The text between two places of one sentence, in lower case; None where it is long or a sentence ends in it."""
    between = text[left:right]
    if not 0 <= right - left <= _LONGEST or _SENTENCE.search(between):
        return None
    return between.lower()


def signs_only(between: str, signs: str = ",(–—:") -> bool:
    """Whether spaces and exactly one of these signs stand there."""
    bare = between.strip(" \u00a0\u202f")
    return len(bare) == 1 and bare in signs


def says(between: str, words: tuple[str, ...], *, least: int = 1) -> bool:
    """Whether nothing but signs and at least so many phrases of a pack stand there ("(that is, ")."""
    rest = _plain(between)
    found = 0
    while rest:
        for size in range(min(_WORDS, len(rest)), 0, -1):
            if " ".join(rest[:size]) in _known(words):
                rest, found = rest[size:], found + 1
                break
        else:
            return False
    return found >= least


def says_after_comma(between: str, words: tuple[str, ...]) -> bool:
    """As `says`, where a clause may close with a word or two before the comma ("8 km lang, das sind 5 Meilen")."""
    before, comma, after = between.rpartition(",")
    return bool(comma) and len(before.split()) <= _PREDICATE and says(after, words)


def word_after(text: str, at: int) -> str:
    """The word that stands right behind a place, in lower case; "" where a sign does."""
    match = _FIRST_WORD.match(text, at)
    return match.group(1).lower() if match else ""


def _plain(between: str) -> list[str]:
    for sign in _SIGNS:
        between = between.replace(sign, " ")
    return between.split()


@cache
def _known(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower().replace(",", "") for word in words)
