"""One article under reading: its text with sentences and quoted passages, each sentence's marks read when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from qcheck.extraction.discourse.lexicon import LETTERS, wanted_for
from qcheck.extraction.discourse.marks import Reading, read_marks
from qcheck.extraction.discourse.phrase_cues import Wanted
from qcheck.extraction.discourse.sentences import Sentence, sentences
from qcheck.extraction.discourse.zones import Paragraph, mask_markup, paragraphs
from qcheck.extraction.numbers.scan import lowered
from qcheck.language.pack import Pack
from qcheck.model.desk import Desk
from qcheck.model.document import Document
from qcheck.model.timespan import day_from_text
from qcheck.model.timex import Timex

_QUOTED = re.compile(r"[“„«][^“”„«»\n]{1,2000}[“”»]?|\"(?<!\w\")[^\"\n]{1,2000}\"?")


@dataclass(frozen=True)
class Article:
    """`text` has its markup blanked out; `quoted` are the passages between quotation marks, of more than three words."""

    document: Document
    pack: Pack
    desk: Desk
    published: date | None
    text: str
    timexes: tuple[Timex, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quoted: tuple[tuple[int, int], ...]
    readings: dict[int, Reading] = field(default_factory=dict)

    @cached_property
    def lowered(self) -> str:
        """The text in lower case."""
        return lowered(self.text)

    @cached_property
    def plain(self) -> str:
        """The text in lower case with plain apostrophes."""
        return self.lowered.replace("’", "'")

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the text, in lower case."""
        return Counter(LETTERS.findall(self.lowered))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the text, in lower case."""
        return frozenset(self.counts)

    def may_say(self, phrases: Wanted) -> bool:
        """Whether the text has what one of some phrases needs: a look that is cheap where none stands in it."""
        return phrases.may_stand_in(self.lowered, self.words)

    def places(self, word: str) -> Iterator[int]:
        """Where letters stand in the text, in lower case, from left to right: as a word, or inside one."""
        at = self.lowered.find(word)
        while at >= 0:
            yield at
            at = self.lowered.find(word, at + 1)

    def marks(self, sentence: Sentence, kind: str, values: frozenset[str]) -> bool:
        """Whether a sentence has a mark of a kind with one of some values; it is only read where one of its words may begin one."""
        needed = wanted_for(self.pack, kind, values)
        if needed is not None and not needed.may_stand_in("", frozenset(LETTERS.findall(self.lowered, sentence.start, sentence.end))):
            return False
        return any(mark.value in values for mark in self.reading(sentence).of(kind))

    def reading(self, sentence: Sentence) -> Reading:
        """The marks of a sentence."""
        if sentence.number not in self.readings:
            self.readings[sentence.number] = read_marks(self.text, sentence.start, sentence.end, pack=self.pack)
        return self.readings[sentence.number]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before a sentence, within the same or the last paragraph."""
        return self.sentences[sentence.number - 2] if sentence.number > 1 else None

    def quotation(self, position: int) -> tuple[int, int] | None:
        """The quoted passage that a character stands in."""
        index = bisect_right(self.quoted, position, key=lambda span: span[0]) - 1
        return self.quoted[index] if index >= 0 and position < self.quoted[index][1] else None


def open_article(document: Document, *, pack: Pack, desk: Desk) -> Article:
    """The article of a document, parted into paragraphs and sentences, its time expressions read."""
    from qcheck.extraction.times import parse_times

    text = mask_markup(document.text)
    published = day_from_text(document.published)
    timexes = tuple(parse_times(text, language=document.language, published=published, desk=desk))
    parts = paragraphs(text, title=document.title, captions=pack.cues.captions)
    quoted = tuple(m.span() for m in _QUOTED.finditer(text) if m.group().count(" ") > 3)
    units = sentences(text, parts, language=pack.code, whole=[(t.start, t.end) for t in timexes])
    return Article(document, pack, desk, published, text, timexes, parts, units, quoted)
