"""The sentences of an article, with exact offsets. The only importer of sentencex."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from qcheck.extraction.discourse.zones import Paragraph

_START = attrgetter("start")
_LONG = 60
_LONGEST = 800
# the library keeps a quotation of several sentences in one piece
_QUOTED_END = re.compile(r"[.!?](?=\s)(?:(?<=[^\W\d_A-Z]{3}.)(?=\s+[A-ZÄÖÜ])|(?<=[^\W\d_]{4}.)(?=\s+\d))")


class Sentence(NamedTuple):
    """A sentence at characters `start` to `end`, counted from 1 in the article."""

    number: int
    start: int
    end: int
    paragraph: Paragraph


def sentences(text: str, found: tuple[Paragraph, ...], *, language: str, whole: Iterable[tuple[int, int]] = ()) -> tuple[Sentence, ...]:
    """The sentences of all paragraphs; none runs over the end of its paragraph, none ends inside a span of `whole` ("20. Mai")."""
    from sentencex import get_sentence_boundaries

    result: list[Sentence] = []
    inner = {at for first, last in whole for at in range(first + 1, last)}
    for paragraph in found:
        inside = text[paragraph.start : paragraph.end].replace("\n", " ")
        for piece in get_sentence_boundaries(language, inside):
            start, end = int(piece["start_index"]), int(piece["end_index"])
            ends = [m.end() for m in _QUOTED_END.finditer(inside, start, end)] if end - start > _LONG else []
            pieces = zip([start, *ends], [*ends, end], strict=True) if ends else ((start, end),)
            for first, last in _short(inside, pieces) if end - start > _LONGEST else pieces:
                words = inside[first:last]
                begin = paragraph.start + first + len(words) - len(words.lstrip())
                stop = paragraph.start + first + len(words.rstrip())
                if begin < stop and result and begin in inner and result[-1].paragraph is paragraph:
                    result[-1] = Sentence(len(result), result[-1].start, stop, paragraph)
                elif begin < stop:
                    result.append(Sentence(len(result) + 1, begin, stop, paragraph))
    return tuple(result)


def _short(text: str, pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cuts what is longer than any sentence at a space, so that the cost of a text without sentence ends stays linear."""
    for first, last in pieces:
        while last - first > _LONGEST:
            cut = text.rfind(" ", first + 1, first + _LONGEST)
            cut = cut if cut > first else first + _LONGEST
            yield first, cut
            first = cut
        yield first, last


def standing(sentence: Sentence, text: str) -> dict[str, Any]:
    """The columns of a claim that say which sentence of a text it stands in."""
    return {
        "zone": sentence.paragraph.zone,
        "sentence": sentence.number,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "sentence_text": words_of(sentence, text),
        "paragraph": sentence.paragraph.number,
    }


def words_of(sentence: Sentence, text: str) -> str:
    """The words of a sentence on one line."""
    return " ".join(text[sentence.start : sentence.end].split())


def sentence_at(found: tuple[Sentence, ...], position: int) -> Sentence | None:
    """The sentence that a character stands in, or that ended before it."""
    index = bisect_right(found, position, key=_START) - 1
    return found[index] if index >= 0 else None
