"""The text as a reader sees it: without the invisible format characters that may stand anywhere, with the place of every character."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain

_FORMAT = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0001-\U000e007f]+")


@dataclass(frozen=True)
class Shown:
    """A text without its format characters; `places` holds where each character of it stands in the whole text, and where that ends."""

    text: str
    places: tuple[int, ...]

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the shown text that stand at characters `start` to `end` of the whole text."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` to `end` of the shown text stand in the whole text, from the first to the last."""
        return self.places[start], self.places[end - 1] + 1


def shown(text: str) -> Shown | None:
    """The text without format characters (soft hyphens, spaces of no width, marks of direction); None where it has none."""
    if text.isascii() or not _FORMAT.search(text):
        return None
    kept, at = [], 0
    for match in _FORMAT.finditer(text):
        kept.append(range(at, match.start()))
        at = match.end()
    kept.append(range(at, len(text)))
    places = (*chain.from_iterable(kept), len(text))
    return Shown(_FORMAT.sub("", text), places)
