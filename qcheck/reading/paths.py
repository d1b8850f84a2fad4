"""Which files the given paths mean."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qcheck.model.document import Document, Status

OURS = ("decisions.yml", "qcheck.yml")  # beside articles, and none of them
REPORTS = ("report.html", "report.md", "claims.csv")  # names under which our reports lie
_OUR_MARKS = (b"qcheck", b"claim,role,document,")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, and its name in the documents frame (the path as given, with /)."""

    path: Path
    name: str


def find(paths: Iterable[str | Path], suffixes: Iterable[str]) -> tuple[list[Found], list[Document]]:
    """The files to read, each once, and a skipped or failed row for everything else that stands there. Both sorted by name.

    A folder is walked without its hidden files and without following links to folders.
    """
    known = frozenset(suffixes)
    kinds = ", ".join(sorted(known))
    files: dict[str, Found] = {}
    rows: dict[str, Document] = {}
    for path in sorted({Path(p) for p in paths}, key=_name):
        for item in _walk(path, known, kinds):
            if isinstance(item, Document):
                rows.setdefault(item.document, item)
            else:
                files.setdefault(os.path.realpath(item.path), item)
    return sorted(files.values(), key=lambda f: f.name), sorted(rows.values(), key=lambda row: row.document)


def _walk(path: Path, known: frozenset[str], kinds: str) -> Iterator[Found | Document]:
    name = _name(path)
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield refused(name, f"cannot be read ({reason(error)}); check the path")
        return
    if not stat.S_ISDIR(mode):
        yield _file(path, mode, known, kinds)
        return
    articles = 0
    unreadable: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for linked in [f for f in folders if os.path.islink(os.path.join(folder, f))]:
            yield refused(_name(Path(folder, linked)), "is a link to a folder; name the folder itself", status="skipped")
        for each in sorted(n for n in names if not n.startswith(".")):
            file = Path(folder, each)
            if each in OURS:
                continue
            try:
                item = _file(file, os.stat(file).st_mode, known, kinds)
            except (OSError, ValueError) as error:
                item = refused(_name(file), f"cannot be read ({reason(error)}); check the path")
            articles += isinstance(item, Found)
            yield item
    for fault in unreadable:
        yield refused(_name(Path(fault.filename)), f"the folder cannot be read ({reason(fault)}); check who may read it")
    if not articles and not unreadable:
        yield refused(name, f"the folder holds no article; known are {kinds}")


def _file(path: Path, mode: int, known: frozenset[str], kinds: str) -> Found | Document:
    if not stat.S_ISREG(mode):
        return refused(_name(path), "is no regular file; save the article as a file")
    if path.suffix.lower() not in known:
        return refused(_name(path), f"unknown suffix {path.suffix or '(none)'}; known are {kinds}", status="skipped")
    if path.name in REPORTS and _is_report(path):
        return refused(_name(path), "is a report of qcheck, no article", status="skipped")
    return Found(path, _name(path))


def _is_report(path: Path) -> bool:
    """Whether a file says near its begin or its end that we wrote it."""
    try:
        with open(path, "rb") as file:
            begin = file.read(2_000)
            file.seek(max(0, os.fstat(file.fileno()).st_size - 300))
            return any(mark in begin + b" " + file.read(300) for mark in _OUR_MARKS)
    except OSError:
        return False


def _name(path: Path) -> str:
    """The path with /, and with a replacement sign for bytes that are no UTF-8."""
    return path.as_posix().encode("utf-8", "replace").decode("utf-8")


def reason(error: OSError | ValueError) -> str:
    """What the system says, in a few words."""
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def refused(name: str, note: str, *, status: Status = "failed") -> Document:
    """The row of something that is not read; the note says what was found and what to do."""
    return Document(name, status=status, note=note)
