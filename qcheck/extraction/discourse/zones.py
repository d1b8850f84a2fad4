"""Where in an article a passage stands: its paragraphs, and which of them are headline, lede, caption or table; markup is no content."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from qcheck.model.claim import Zone

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# a tag, also one that lost its form on the way ("< p class=...>"); a letter must follow, so that "3 < 4" stays text
_TAG = re.compile(r"<\s?/?\s?[A-Za-z][\w-]{0,14}(?:\s[^<>\n]{0,300}=[^<>\n]{0,300})?\s?/?>")
_CELLS = re.compile(r"\s(?:(?<=\t)|\|\s|\s\s)")  # a tab, a bar, or three spaces; all begin with a space, which is found fast
_BETWEEN_CELLS = ("\t", "|", "  ", "\x1f")  # what a text of plain letters has that has cells
SENTENCE_ENDS = (".", "!", "?", ":", "…", "“", "”", '"', "»", "«")


class Paragraph(NamedTuple):
    """A paragraph at characters `start` to `end`, counted from 1."""

    number: int
    start: int
    end: int
    zone: Zone


def mask_markup(text: str) -> str:
    """The text with every tag blanked out, character for character, so that offsets stay."""
    if "<" not in text:
        return text
    return _TAG.sub(lambda tag: " " * len(tag.group()), text)


def paragraphs(text: str, *, title: str = "", captions: tuple[str, ...] = ()) -> tuple[Paragraph, ...]:
    """The paragraphs of an article in order. A line goes on the line before it where that one stopped in the middle of a sentence.

    Lines that begin with a word of `captions` (lower case) are captions.
    """
    lines: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = line.start() + len(line.group().rstrip())
        if start >= end:
            continue
        if lines and _goes_on(text, lines[-1], start):
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
    heading = " ".join(title.split()).casefold()
    found: list[Paragraph] = []
    lede = False
    cells = not text.isascii() or any(sign in text for sign in _BETWEEN_CELLS)
    for start, end in lines:
        zone: Zone = "body"
        if not found and heading and " ".join(text[start:end].split()).casefold() == heading:
            zone = "headline"
        elif captions and _begins(text, start, captions):
            zone = "caption"
        elif cells and _CELLS.search(text, start, end) and "\n" not in text[start:end]:
            zone = "table"
        elif not lede and text[end - 1] in SENTENCE_ENDS:
            zone, lede = "lede", True
        found.append(Paragraph(len(found) + 1, start, end, zone))
    return tuple(found)


def _begins(text: str, start: int, words: tuple[str, ...]) -> bool:
    at = start + (text[start] in "([")
    head = text[at : at + 40].lower()
    return head.startswith(words) and any(head.startswith(word) and not head[len(word) : len(word) + 1].isalnum() for word in words)


def aside(text: str, paragraph: Paragraph, words: tuple[str, ...]) -> bool:
    """Whether a line begins with words of what is no part of the story ("Read more"), given in lower case."""
    return _begins(text, paragraph.start, words)


def _goes_on(text: str, line: tuple[int, int], start: int) -> bool:
    gap = text[line[1] : start]
    return gap.count("\n") == 1 and len(gap) <= 3 and line[1] - line[0] > 40 and (text[start].islower() or text[line[1] - 1] in ",-–(")


def paragraph_at(found: tuple[Paragraph, ...], position: int) -> Paragraph | None:
    """The paragraph that a character stands in."""
    index = bisect_right(found, position, key=lambda p: p.start) - 1
    return found[index] if index >= 0 and position < found[index].end else None
