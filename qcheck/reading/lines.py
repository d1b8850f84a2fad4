"""Lines of a page put together to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

EDGE = 2  # lines above and below a text that may belong to the page
_ENDS = re.compile(r"[.!?:…][\"'”“»«)\]]*$")
_ITEM = re.compile(r"[•·▪◦–—*-]\s|\(?\d{1,2}[.)]\s+\D")
_FULL = 0.7  # of the width of a column: a shorter line is the last of its paragraph, a heading or a row of a table
_GAP = 1.35  # of the usual way from line to line: a wider one is the end of a paragraph
_GROWN = 1.15  # of the height of a line: what is that much higher is a heading


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and its place in points, from the lower left corner; all are 0 where the place is not known."""

    text: str
    page: int
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.top - self.bottom


def joined(lines: Sequence[Line]) -> str:
    """The text of lines in their order: words that were divided are whole again, a blank line stands between paragraphs."""
    pitch = median([a.top - b.top for a, b in pairwise(lines) if _below(a, b)] or [0.0])
    parts: list[str] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None:
            parts.append(line.text)
        elif _goes_on(before, line, _width(lines, number - 1), pitch):
            parts = _continued(parts, line.text)
        else:
            row = before.page == line.page and 0 < before.top - line.top < _GAP * pitch and _same_height(before, line)
            parts += ["\n" if row and not _ENDS.search(before.text) else "\n\n", line.text]
    return "".join(parts)


def _below(upper: Line, lower: Line) -> bool:
    return upper.page == lower.page and 0 < upper.top - lower.top < 4 * max(upper.height, 1.0)


def _width(lines: Sequence[Line], at: int) -> float:
    """How wide the column of a line is: the widest of the lines around it that begin where it does."""
    line = lines[at]
    near = (other for other in lines[max(0, at - 30) : at + 30] if abs(other.left - line.left) < 30 and other.page == line.page)
    return max(other.right - other.left for other in near)


def _same_height(one: Line, other: Line) -> bool:
    return max(one.height, other.height) <= _GROWN * min(one.height, other.height)


def _goes_on(before: Line, line: Line, width: float, pitch: float) -> bool:
    """Whether a line is of the paragraph of the line before it."""
    if _ITEM.match(line.text) or not _same_height(before, line):
        return False
    ended = bool(_ENDS.search(before.text))
    if not before.top or not line.top:
        return not ended
    if not _below(before, line):  # the next column or page
        return not ended and line.text[0].islower()
    if before.top - line.top > _GAP * max(pitch, line.height):
        return False
    full = before.right - before.left >= _FULL * width
    indented = ended and line.left > before.left + line.height
    return (full and not indented) or (not ended and line.text[0].islower())


def _continued(parts: list[str], text: str) -> list[str]:
    """The parts of a text and a line that goes on with it; a word divided by a hyphen is put together where it goes on in lower case."""
    last = parts[-1]
    if last.endswith("-") and len(last) > 1 and last[-2].isalpha() and text[0].islower():
        return [*parts[:-1], last[:-1], text]
    return [*parts, "" if last.endswith("-") and last[-2:-1].isalnum() else " ", text]
