"""Where a passage stands in its file: lines and columns, for editors and build servers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from qcheck.reporting.view import Reading, View

_WORD = re.compile(r"\w+")
_FURTHER = 400  # words of markup that may stand between two words of the text


@dataclass(frozen=True, slots=True)
class Place:
    """Lines and columns counted from 1, columns in characters; the end column is the one behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def place(reading: Reading, view: View) -> Place | None:
    """The place of a row in its file; None where it has no words or its file is no text that people write by hand.

    A file with markup is known by its `sources` text: the words of the article are found again in it, one after the other.
    """
    claim, name = reading.claim, reading.article.document.document
    text = reading.article.document.text
    if not 0 <= claim.start < claim.end <= len(text):
        return None
    if name.lower().endswith(".txt"):
        return _place(text, claim.start, claim.end)
    source = view.sources.get(name, "")
    found = _aligned(text, source) if source else {}
    words = [match.start() for match in _WORD.finditer(text, claim.start, claim.end) if match.start() in found]
    return _place(source, found[words[0]][0], found[words[-1]][1]) if words else None


def _place(text: str, start: int, end: int) -> Place:
    line, end_line = text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1
    return Place(line, start - text.rfind("\n", 0, start), end_line, end - text.rfind("\n", 0, end))


@lru_cache(maxsize=64)
def _aligned(text: str, source: str) -> dict[int, tuple[int, int]]:
    """Start of a word in the text -> start and end of it in the source; words that are not found are left out."""
    words = [(match[0], match.span()) for match in _WORD.finditer(source)]
    at: dict[str, list[int]] = defaultdict(list)
    for number, (word, _) in enumerate(words):
        at[word].append(number)
    found: dict[int, tuple[int, int]] = {}
    reached = 0
    for match in _WORD.finditer(text):
        numbers = at.get(match[0], [])
        next_ = bisect_left(numbers, reached)
        if next_ < len(numbers) and (numbers[next_] - reached <= _FURTHER or not found):
            reached = numbers[next_] + 1
            found[match.start()] = words[numbers[next_]][1]
    return found
