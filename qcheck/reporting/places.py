"""Where a passage stands in its source: from the characters of an article to those of its file, and to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from qcheck.model.document import Document
from qcheck.reporting.view import Reading, View

Span = tuple[int, int]
Place = tuple[int, int]  # line and column, counted from 0
_PLAIN = (".txt", ".text")  # what is read is the file
_LINE_END = re.compile(r"\r\n|\n|\r")  # and no other, as the protocol has it
_WORD = re.compile(r"\w+")
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
# how reading and source meet again: so many words in a row within so many words of markup (a tag, an address, front matter, scripts)
MEETINGS = ((3, 40), (2, 20), (1, 12), (3, 400), (5, 100_000))
_TRIED = 50  # places where the first of these words stands, before they are taken to be nowhere


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns counted from 1, columns in characters; the end column is the one behind the last character.

    Columns are 0 where only the line is known in which an article of several begins.
    """

    line: int
    column: int
    end_line: int
    end_column: int


def region(reading: Reading, view: View) -> Region | None:
    """The region of a row in its file; None where it has no words there or its file has no lines: a Word file, a PDF, a mail."""
    claim, document = reading.claim, reading.article.document
    if document.line:
        return Region(document.line, 0, document.line, 0)
    source = source_of(document, view.sources)
    if source is None or not 0 <= claim.start < claim.end <= len(document.text):
        return None
    span = aligned(document.text, source).found(claim.start, claim.end)
    if span is None:
        return None
    (line, column), (end_line, end_column) = (Lines(source, "utf-32").place(at) for at in span)
    return Region(line + 1, column + 1, end_line + 1, end_column + 1)


def source_of(document: Document, sources: Mapping[str, str]) -> str | None:
    """The text of an article's file: the article itself where that is plain, else the one of `sources`, if it is there."""
    return document.text if document.document.lower().endswith(_PLAIN) else sources.get(document.document)


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
        found = self.found(start, end)
        if found:
            return found
        last = max(0, bisect_right(self._starts, start) - 1)
        before = [there for there in self._found[: last + 1] if there is not None]
        return before[-1] if before else next((there for there in self._found if there is not None), (0, 0))

    def found(self, start: int, end: int) -> Span | None:
        """The characters of the source that a passage of the article was read from; None where none of its words stand there."""
        first = max(0, bisect_right(self._starts, start) - 1)
        inside = [
            (own, there)
            for own, there in zip(self._spans[first:], self._found[first:], strict=True)
            if there is not None and own[1] > start and own[0] < end
        ] if start < end else []  # fmt: skip
        if not inside:
            return None
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
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(source):
            numbers[word].append(number)
        found: list[Span | None] = [None] * len(read)
        i = j = 0
        while i < len(read) and j < len(source):
            if read[i] != source[j]:
                nearest = numbers.get(read[i], [])
                at = bisect_right(nearest, j)
                later = nearest[at : at + _TRIED]
                met = (n for words, most in MEETINGS for n in later if n - j < most and source[n : n + words] == read[i : i + words])
                next_ = next(met, None)
                if next_ is None:
                    i += 1
                    continue
                j = next_
            found[i] = theirs[j]
            i, j = i + 1, j + 1
        return found


@lru_cache(maxsize=64)
def aligned(read: str, source: str) -> Alignment:
    """The alignment of an article with its source, kept for the next passage of it."""
    return Alignment(read, source)
