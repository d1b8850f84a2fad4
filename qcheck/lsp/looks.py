"""What an editor shows of a draft that was checked: marks at findings, and what is said under the pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qcheck.model.document import Document
from qcheck.reporting.places import Alignment, Lines, Place, aligned, source_of
from qcheck.reporting.view import Case, Reading, View

Range = tuple[Place, Place]
Grade = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another statement that a finding is about: the file it stands in, where, and its words."""

    path: str
    range: Range
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding at its place in the draft."""

    range: Range
    grade: Grade
    rule: str
    message: str
    beside: tuple[Beside, ...]


@dataclass(frozen=True)
class Look:
    """A draft after a check. `document` is its name in the view, `source` its text in the editor."""

    view: View
    document: str
    source: Lines

    def marks(self) -> tuple[Mark, ...]:
        """One for each open finding, at the first of its claims that stands in the draft."""
        return tuple(mark for case in self.view.cases for mark in self._mark(case))

    def said(self, line: int, column: int) -> tuple[str, Range] | None:
        """What was read at a place of the source, in words, and where it stands."""
        at = self.source.offset(line, column)
        alignment = self._alignment()
        for reading in self._readings():
            start, end = alignment.span(reading.claim.start, reading.claim.end)
            if start <= at < end and reading.summary:
                return f"“{reading.claim.quote}”: {reading.summary}", (self.source.place(start), self.source.place(end))
        return None

    def _readings(self) -> Iterator[Reading]:
        own = (article for article in self.view.articles if article.document.document == self.document)
        return (
            reading for article in own for reading in self.view.readings.get(article.anchor, ()) if reading.claim.start < reading.claim.end
        )

    def _alignment(self) -> Alignment:
        text = next((a.document.text for a in self.view.articles if a.document.document == self.document), "")
        return aligned(text, self.source.text)

    def _mark(self, case: Case) -> Iterator[Mark]:
        here = case.reading_in(self.document)
        if here is None:
            return
        others = tuple(self._beside(each) for each in case.readings if each is not here)
        message = "\n".join([case.finding.message, *case.hints])
        yield Mark(self._range(here, self.source), case.finding.severity, case.finding.rule, message, others)

    def _beside(self, reading: Reading) -> Beside:
        path = reading.article.document.document
        lines = self.source if path == self.document else _lines(reading.article.document, self.source.units)
        where = self._range(reading, lines) if lines else ((0, 0), (0, 0))
        return Beside(path, where, f"“{reading.passage.text}”{f', {reading.article.date}' if reading.article.date else ''}")

    def _range(self, reading: Reading, lines: Lines) -> Range:
        start, end = aligned(reading.article.document.text, lines.text).span(reading.claim.start, reading.claim.end)
        return lines.place(start), lines.place(end)


def _lines(document: Document, units: str) -> Lines | None:
    """The source of a published article, if it is of a kind that an editor shows as it is."""
    from qcheck.reading.sources import source_texts

    source = source_of(document, source_texts([document.document]))
    return None if source is None else Lines(source, units)
