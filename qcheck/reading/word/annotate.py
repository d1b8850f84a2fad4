"""Comments written into a copy of a Word file. The only importer of python-docx."""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from qcheck.model.errors import InputProblem
from qcheck.reading.word.content import content
from qcheck.reading.word.names import name
from qcheck.reading.word.package import open_package
from qcheck.reading.word.pieces import Span, laid_out

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MADE = (1980, 1, 1, 0, 0, 0)  # of every part of the archive, so that the same remarks give the same bytes


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of the characters `start` to `end` of an article's text; a line feed begins a new paragraph."""

    start: int
    end: int
    text: str


def annotate(data: bytes, remarks: Sequence[Remark], *, author: str) -> bytes:
    """A copy of a Word file with a comment for each remark, at the very words. The words themselves stay as they are.

    What cannot bear a comment of its own (a footnote, a text box, a formula) has it where it is anchored. Raises InputProblem.
    """
    import docx
    from docx.text.run import Run

    parts = open_package(data).parts
    try:
        file = docx.Document(BytesIO(data))
        file.element.body  # noqa: B018 - none in the strict edition of the standard
    except (KeyError, ValueError, AttributeError) as error:
        todo = "open it in Word and save it again as a Word document (.docx)"
        raise InputProblem(f"takes no comments ({str(error)[:80]})", todo=todo) from None
    parts = {**parts, "document": file.element}
    _split(parts, {place for remark in remarks for place in (remark.start, remark.end)})
    _, spans = laid_out(content(parts).blocks)
    held = [span for span in spans if span.piece.node is not None]
    if remarks and not held:
        raise InputProblem("has no words that a comment could stand at", todo="annotate a copy that holds them")
    for remark in sorted(remarks, key=lambda each: (each.start, each.end)):
        runs = [Run(_run(span.piece.node), file) for span in _under(remark, held)]
        comment = file.add_comment([runs[0], runs[-1]], text=_printable(remark.text), author=author, initials=author[:2])
        for key in [key for key in comment._comment_elm.attrib if str(key).endswith("}date")]:
            del comment._comment_elm.attrib[key]  # the same findings give the same file
    written = BytesIO()
    file.save(written)
    return _repacked(written.getvalue())


def _under(remark: Remark, held: Sequence[Span]) -> list[Span]:
    """The spans that a remark is about, else the one that stands before it, else the first one."""
    inside = [span for span in held if span.start < remark.end and span.end > remark.start]
    before = [span for span in held if span.end <= remark.start]
    return inside or before[-1:] or [held[0]]


def _split(parts: dict[str, Any], places: Iterable[int]) -> None:
    """Divide runs, so that each of these places of the text lies between two of them."""
    _, spans = laid_out(content(parts).blocks)
    exact = [span for span in spans if span.piece.exact and span.start < span.end]
    starts = [span.start for span in exact]
    for place in sorted(places, reverse=True):  # from the end: the first part of a run that is divided stays where it is
        span = exact[max(0, bisect_right(starts, place) - 1)] if exact else None
        if span is not None and span.start <= place < span.end:
            _divide(span.piece.node, place - span.start)


def _divide(node: Any, at: int) -> None:
    """Divide the run of a `w:t` before its character `at`: what comes before stays, the rest becomes a run of the same look behind it."""
    run = node.getparent()
    number = run.index(node)
    if not at and all(name(each) == "rPr" for each in run[:number]):
        return
    rest = deepcopy(run)
    run.addnext(rest)
    words = node.text or ""
    for each in run[number + 1 :]:
        run.remove(each)
    for each in rest[:number]:
        if name(each) != "rPr":
            rest.remove(each)
    other = next(each for each in rest if name(each) == "t")
    node.text, other.text = words[:at], words[at:]
    for each in (node, other):
        each.set(_SPACE, "preserve")
    if not at:
        run.remove(node)


def _run(node: Any) -> Any:
    while name(node) != "r":
        node = node.getparent()
    return node


def _printable(text: str) -> str:
    """The text without what no XML can hold."""
    return "".join(sign if sign == "\n" or sign.isprintable() else " " for sign in text)


def _repacked(data: bytes) -> bytes:
    """The archive with the same times for all its parts."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            archive.writestr(zipfile.ZipInfo(entry.filename, _MADE), source.read(entry), zipfile.ZIP_DEFLATED)
    return target.getvalue()
