"""Words in pieces that know where they are from, and the text that they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from qcheck.reading.superscript import flat
from qcheck.reading.word.styles import Place

Kind = Literal["title", "heading", "item", "row", "paragraph"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text. `node` is the element inside a run that holds them, None for what is put between words; `exact` tells that their
    letters are those of the node, one by one; `place` that they are raised or lowered."""

    text: str
    node: Any = None
    exact: bool = False
    place: Place = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, or a row of a table."""

    kind: Kind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `start` to `end` of a text are those of a piece."""

    start: int
    end: int
    piece: Piece


def laid_out(blocks: Iterable[Block]) -> tuple[str, tuple[Span, ...]]:
    """The text of blocks, a blank line between two, items and rows one below the other; and where in it each piece lies."""
    parts: list[str] = []
    spans: list[Span] = []
    before = ""
    at = 0
    for block in blocks:
        gap = "" if not parts else "\n" if block.kind == before and before in ("item", "row") else "\n\n"
        at += len(gap)
        parts.append(gap)
        for piece in block.pieces:
            parts.append(piece.text)
            spans.append(Span(at, at + len(piece.text), piece))
            at += len(piece.text)
        before = block.kind
    return "".join(parts), tuple(spans)


def flattened(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with raised and lowered digits as signs of their own (10⁶, m², 1/2) and without marks of notes."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if piece.place and groups and groups[-1][0].place == piece.place:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    found: list[Piece] = []
    for at, group in enumerate(groups):
        first, words = group[0], "".join(piece.text for piece in group)
        if not first.place:
            found += group
            continue
        after = "".join(piece.text for piece in (*groups[at + 1], *groups[at + 2])) if at + 2 < len(groups) else ""
        if first.place == "sup" and words.strip().isdecimal() and after[:1] in ("/", "⁄") and groups[at + 2][0].place == "sub":
            text = f" {words.strip()}"
        elif first.place == "sub" and found and found[-1].text in ("/", "⁄") and words.strip().isdecimal():
            text = words.strip()
        else:
            text = flat(first.place, words.strip(), "".join(piece.text for piece in found)[-80:])
        found.append(replace(first, text=text, exact=False, place=""))
    return found
