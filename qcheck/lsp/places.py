"""From the characters of an article as it was read to those of its source, and from these to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]
Place = tuple[int, int]  # line and column, counted from 0
_LINE_END = re.compile(r"\r\n|\n|\r")  # and no other, as the protocol has it
_WORD = re.compile(r"\w+")
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
# how reading and source meet again: so many words in a row within so many words of markup (a tag, an address, front matter)
MEETINGS = ((3, 40), (2, 20), (1, 12), (3, 400))


@dataclass(frozen=True)
class Lines:
    """The lines of a text, whose columns an editor counts in `units` (utf-16, utf-8 or utf-32)."""

    text: str
    units: str = "utf-16"

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, at: int) -> Place:
        """Line and column of a character."""
        line = bisect_right(self.starts, at) - 1
        return line, self._size(self.text[self.starts[line] : at])

    def offset(self, line: int, column: int) -> int:
        """The character at a line and column, the nearest one where there is none."""
        if line >= len(self.starts):
            return len(self.text)
        start = self.starts[line]
        words = self.text[start : self.starts[line + 1]] if line + 1 < len(self.starts) else self.text[start:]
        passed = 0
        for number, sign in enumerate(words):
            if passed >= column or sign in "\r\n":
                return start + number
            passed += self._size(sign)
        return start + len(words)

    def _size(self, words: str) -> int:
        encoding, width = _UNITS[self.units]
        return len(words.encode(encoding, "surrogatepass")) // width


class Alignment:
    """Where the words of an article stand in its source, from which markup was taken out; both tell the same words in the same order."""

    def __init__(self, read: str, source: str) -> None:
        self._read, self._source = read, source
        self._spans = [match.span() for match in _WORD.finditer(read)]
        self._starts = [start for start, _ in self._spans]
        self._found = self._align() if read != source else list(self._spans)

    def span(self, start: int, end: int) -> Span:
        """The characters of the source that a passage of the article was read from; where it has none, those of the word before."""
        first = max(0, bisect_right(self._starts, start) - 1)
        inside = [
            (own, there)
            for own, there in zip(self._spans[first:], self._found[first:], strict=True)
            if there is not None and own[1] > start and own[0] < end
        ] if start < end else []  # fmt: skip
        if not inside:
            before = [there for there in self._found[: first + 1] if there is not None]
            return before[-1] if before else next((there for there in self._found if there is not None), (0, 0))
        (own_first, there_first), (own_last, there_last) = inside[0], inside[-1]
        low = there_first[0] + max(0, start - own_first[0])
        high = there_last[1] - max(0, own_last[1] - end)
        lead, tail = max(0, own_first[0] - start), max(0, end - own_last[1])  # signs beside the words: €, %, (
        if lead and self._source[max(0, low - lead) : low] == self._read[start : start + lead]:
            low -= lead
        if tail and self._source[high : high + tail] == self._read[end - tail : end]:
            high += tail
        return low, high

    def _align(self) -> list[Span | None]:
        theirs = [match.span() for match in _WORD.finditer(self._source)]
        read = [self._read[start:end] for start, end in self._spans]
        source = [self._source[start:end] for start, end in theirs]
        found: list[Span | None] = [None] * len(read)
        i = j = 0
        while i < len(read) and j < len(source):
            if read[i] == source[j]:
                found[i] = theirs[j]
                i, j = i + 1, j + 1
                continue
            skipped = next((d for words, most in MEETINGS if (d := _distance(read[i : i + words], source, j, most))), 0)
            i, j = (i, j + skipped) if skipped else (i + 1, j)
        return found


def _distance(ahead: list[str], source: list[str], at: int, most: int) -> int:
    """How many words of the source to pass over until these words come; 0 where they do not come soon."""
    return next((d for d in range(1, most) if source[at + d : at + d + len(ahead)] == ahead), 0)
