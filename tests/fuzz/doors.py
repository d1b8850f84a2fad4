"""The six ways in by which a stranger's bytes come: each takes any bytes and holds what comes out against what is promised."""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path

import qcheck
from qcheck.checking.check import findings
from qcheck.checking.corpus import Corpus, corpus_of
from qcheck.checking.rules import load_rules, sound_rules
from qcheck.extraction.claims import claims_of
from qcheck.extraction.discourse.zones import mask_markup
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.frames import columns
from qcheck.reading.desk import sound_desk
from qcheck.reading.paths import Found
from qcheck.reading.read import read_file

TOLD = "The council bought more than 400 bicycles in May 2022, 5 percent of them for the mill, said the mayor."
NUMBERED = ("claim", "time", "list", "number", "relation")  # roles of rows that account for a number
FIELDS = tuple(columns(Claim))


@cache
def _folder() -> Path:
    """One folder for each process, in memory where the system has such a place."""
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) else None
    folder = tempfile.TemporaryDirectory(prefix="qcheck-fuzz-", dir=where)
    _kept.append(folder)
    return Path(folder.name)


_kept: list[tempfile.TemporaryDirectory[str]] = []


def _file(name: str, data: bytes) -> Path:
    path = _folder() / f"{os.getpid()}-{name}"
    path.write_bytes(data)
    return path


def article_door(suffix: str) -> Callable[[bytes], None]:
    """A door for files of one kind: read, extracted and checked."""

    def door(data: bytes) -> None:
        path = _file(f"any{suffix}", data)
        documents = read_file(Found(path, f"any{suffix}"))
        assert documents
        assert len({document.document for document in documents}) == len(documents)
        rows: list[Claim] = []
        for document in documents:
            hold_document(document)
            if document.status == "read":
                found = claims_of(document)
                hold_claims(document, found)
                rows += found
        for finding in findings(corpus_of(rows), load_rules()):
            assert "\n" not in finding.message and finding.claims
            finding.message.encode("utf-8")

    return door


def hold_document(document: Document) -> None:
    """A row is read and has text and a language, or has none and says why; what it holds can be written."""
    read = document.status == "read"
    assert bool(document.text.strip()) == read == bool(document.language), document
    assert read or (document.note and "\n" not in document.note), document
    json.dumps([document.text, document.title, document.note, document.source], ensure_ascii=False).encode("utf-8")
    if document.published:
        assert date.fromisoformat(document.published).isoformat() == document.published


def hold_claims(document: Document, rows: Iterable[Claim]) -> None:
    """Every quote stands where the row says, ranges are ranges, typical lies inside hard, and every number has its row."""
    rows = list(rows)
    assert [row.role for row in rows].count("document") == 1
    seen = bytearray(len(document.text))
    for row in rows:
        if row.role == "document":
            continue
        assert 0 <= row.start < row.end <= len(document.text), row
        assert document.text[row.start : row.end] == row.quote, row
        if row.role in NUMBERED:
            seen[row.start : row.end] = b"\1" * (row.end - row.start)
        if row.role == "claim":
            assert row.low <= row.high, row
            assert row.low <= row.typical_low <= row.typical_high <= row.high, row
        json.dumps([_plain(getattr(row, name)) for name in FIELDS], ensure_ascii=False).encode("utf-8")
    for at, sign in enumerate(mask_markup(document.text)):
        assert seen[at] or not sign.isdecimal(), (at, document.text[max(0, at - 40) : at + 40])


def _plain(value: object) -> object:
    return repr(value) if isinstance(value, float) and not math.isfinite(value) else value


@cache
def _told() -> Corpus:
    return corpus_of(
        claims_of(Document("a.txt", "", TOLD, "en", "2024-05-21")) + claims_of(Document("b.txt", "", TOLD, "en", "2024-05-22"))
    )


def rule_door(data: bytes) -> None:
    """A rule file: each fault has its place, or the rule is used."""
    path = _file("rule.yaml", data)
    rules, problems = sound_rules(path)
    assert len(rules) + bool(problems) == 1
    for problem in problems:
        assert problem.path == path.as_posix()
        str(problem).encode("utf-8")
    findings(_told(), rules)


def facts_door(data: bytes) -> None:
    """A facts file: each fault has its place, and what is sound is used."""
    path = _file("facts.yaml", data)
    desk, problems = sound_desk(path)
    for problem in problems:
        assert problem.path == path.as_posix()
        str(problem).encode("utf-8")
    for language in ("en", "de"):
        for quantity in qcheck.parse(TOLD, language=language, desk=desk):
            assert quantity.typical.inside(quantity.hard)


DOORS: dict[str, Callable[[bytes], None]] = {
    "text": article_door(".txt"),
    "html": article_door(".html"),
    "docx": article_door(".docx"),
    "jsonl": article_door(".jsonl"),
    "rule": rule_door,
    "facts": facts_door,
}
