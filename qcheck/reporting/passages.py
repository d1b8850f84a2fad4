"""Texts cut for reading: a quote in its sentence, and an article with every number marked in place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qcheck.model.claim import Claim

Marked = tuple[tuple[str, str], ...]  # (kind, text): `quote`, `time`, or "" for the words between
LONGEST_SENTENCE = 420
_CONTEXT = 110
_NEAR = 24
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in three parts: `marked` is the quote."""

    before: str
    marked: str
    after: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.marked}{self.after}"

    @property
    def near(self) -> tuple[str, str]:
        """The few words before and after the quote."""
        before, after = self.before, self.after
        if len(before) > _NEAR:
            before = f"… {before[_at_word(before, len(before) - _NEAR, len(before)) :]}"
        if len(after) > _NEAR:
            after = f"{after[: _at_word_end(after, _NEAR, 0)]} …"
        return before, after

    def pieces(self, also: str = "") -> Marked:
        """The sentence as (kind, text): `quote` for the marked words, `time` for the words `also` outside them, else ""."""
        also = _one_line(also).strip()
        left, right = (side.partition(also) if also else (side, "", "") for side in (self.before, self.after))
        if left[1]:
            right = (self.after, "", "")
        pieces = zip(("", "time", "", "quote", "", "time", ""), (*left, self.marked, *right), strict=True)
        return tuple((kind, text) for kind, text in pieces if text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text: plain (no rows), or the words of a row, given by its index; more rows on these words follow it.

    `opens` is false where the stretch goes on with words that another paragraph began.
    """

    text: str
    rows: tuple[int, ...] = ()
    opens: bool = True


def passage(claim: Claim, text: str) -> Passage:
    """The sentence around a row's quote, shortened on both sides if it is long; the article's beginning where a row has no quote."""
    if not text:
        return Passage("", claim.quote, "")
    if claim.end <= claim.start:
        if claim.sentence_end > claim.sentence_start:
            return Passage("", _one_line(text[claim.sentence_start : claim.sentence_end][:LONGEST_SENTENCE]), "")
        body = (_BLANK_LINE.split(text, maxsplit=1)[-1]).strip()
        return Passage("", "", _one_line(body[: _at_word_end(body, _CONTEXT * 2, 0)]) + (" …" if len(body) > _CONTEXT * 2 else ""))
    start, end, most = claim.sentence_start, claim.sentence_end, LONGEST_SENTENCE // 2
    if not start <= claim.start < claim.end <= end:  # no sentence is told: as much of the paragraph as gives the sense
        start, end, most = *_paragraph(claim, text), _CONTEXT
    left, right = "", ""
    if end - start > 2 * most:
        if claim.start - start > most:
            start, left = _at_word(text, claim.start - most, claim.start), "… "
        if end - claim.end > most:
            end, right = _at_word_end(text, claim.end + most, claim.end), " …"
    before = left + _one_line(text[start : claim.start]).lstrip()
    return Passage(before, _one_line(text[claim.start : claim.end]), _one_line(text[claim.end : end]).rstrip() + right)


def in_one_sentence(claims: Sequence[Claim], text: str) -> Marked:
    """The sentence of several rows, the words of each marked once."""
    start, end = claims[0].sentence_start, claims[0].sentence_end
    pieces, at = [], start
    for claim in sorted(claims, key=lambda c: (c.start, -c.end)):
        if claim.start >= at:
            pieces += [("", _one_line(text[at : claim.start])), ("quote", _one_line(text[claim.start : claim.end]))]
            at = claim.end
    pieces.append(("", _one_line(text[at:end]).rstrip()))
    return tuple((kind, words) for kind, words in pieces if words)


def _paragraph(claim: Claim, text: str) -> tuple[int, int]:
    """Where the paragraph around a row's words begins and ends, or a stretch of it that is longer than what is shown."""
    first, last = max(0, claim.start - 2 * _CONTEXT), claim.end + 2 * _CONTEXT
    before = [gap.end() for gap in _BLANK_LINE.finditer(text, first, claim.start)]
    after = _BLANK_LINE.search(text, claim.end, last)
    return before[-1] if before else first, after.start() if after else min(last, len(text))


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text)


def _at_word(text: str, start: int, limit: int) -> int:
    if start <= 0:
        return 0
    space = text.find(" ", start, limit)
    return limit if space < 0 and limit - start < 30 else start if space < 0 else space + 1


def _at_word_end(text: str, end: int, limit: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", limit, end)
    return end if space < 0 else space


def paragraphs(text: str, rows: Sequence[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """The article's paragraphs (split at blank lines), each as pieces that join to its text. Rows without words, or with words outside
    the text, are left out; a row that begins inside another one is added to that one's piece.
    """
    spans = _spans([(n, row) for n, row in enumerate(rows) if 0 <= row.start < row.end <= len(text) and row.role != "document"])
    found, at, first = [], 0, 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        stop = gap.start() if gap else len(text)
        pieces: list[Piece] = []
        while first < len(spans) and spans[first][0] < stop:
            start, end, marked = spans[first]
            if at < start:
                pieces.append(Piece(text[at:start]))
            pieces.append(Piece(text[max(start, at) : min(end, stop)], marked, opens=start >= at))
            at = min(end, stop)
            if end > stop:
                break
            first += 1
        if at < stop:
            pieces.append(Piece(text[at:stop]))
        if any(piece.text.strip() for piece in pieces):
            found.append(tuple(pieces))
        at = gap.end() if gap else stop
        while first < len(spans) and spans[first][1] <= at and spans[first][0] < at:
            first += 1
    return tuple(found)


def _spans(rows: Sequence[tuple[int, Claim]]) -> list[tuple[int, int, tuple[int, ...]]]:
    """Start, end and rows of stretches that do not overlap, in order; claims come before other rows on the same words."""
    rank = {"claim": 0, "repeat": 1, "list": 2, "number": 3, "time": 4}
    spans: list[tuple[int, int, list[tuple[int, int]]]] = []
    for number, row in sorted(rows, key=lambda item: (item[1].start, rank.get(item[1].role, 5), -item[1].end, item[0])):
        entry = (rank.get(row.role, 5), number)
        if spans and row.start < spans[-1][1]:
            start, end, marked = spans[-1]
            spans[-1] = (start, max(end, row.end) if entry[0] < 2 else end, [*marked, entry])
        else:
            spans.append((row.start, row.end, [entry]))
    return [(start, end, tuple(number for _, number in sorted(marked))) for start, end, marked in spans]
