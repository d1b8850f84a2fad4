"""Files of strangers among good ones: each has the outcome that it must have, and the good ones the same as without them."""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

import qcheck
from qcheck.model.document import Document
from qcheck.model.frames import from_frame
from qcheck.reading import paths
from qcheck.reading.read import KINDS, read_bytes
from qcheck.workers import intake
from qcheck.workers.intake import Limits, take_in
from tests.fuzz.doors import hold_document
from tests.fuzz.seeds import articles
from tests.hostile.files import TEXT, cases
from tests.reading.pages import column, pdf
from tests.word.builder import paragraph, word

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of POSIX")
LIMITS = Limits(jobs=2, seconds=60, memory=700_000_000)


@dataclass(frozen=True)
class Taken:
    """What became of a folder of good files alone, and among hostile ones."""

    alone: tuple[pd.DataFrame, pd.DataFrame]
    among: tuple[pd.DataFrame, pd.DataFrame]
    folder: Path


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    folder = tmp_path_factory.mktemp("intake")
    good, bad = folder / "good", folder / "hostile"
    good.mkdir()
    bad.mkdir()
    for number in range(20):
        (good / f"{number:02}.txt").write_bytes(articles()[number % len(articles())])
    for name, case in cases().items():
        case.write(bad / name)
    faulthandler.disable()  # else a worker that crashes tells of it at length
    try:
        return Taken(take_in([good], limits=LIMITS), take_in([bad, good], limits=LIMITS), folder)
    finally:
        faulthandler.enable()


def test_one_bad_file_among_good_ones_changes_no_byte_of_theirs(taken: Taken) -> None:
    for alone, among in zip(taken.alone, taken.among, strict=True):
        ours = among[among["document"].str.startswith(str(taken.folder / "good"))].reset_index(drop=True)
        assert alone.to_csv() == ours.to_csv()
        pd.testing.assert_frame_equal(alone, ours)


@pytest.mark.parametrize("name", cases())
def test_each_file_has_its_outcome(taken: Taken, name: str) -> None:
    case = cases()[name]
    path = str(taken.folder / "hostile" / name)
    rows = [row for row in from_frame(taken.among[0], Document) if row.document.partition("#")[0] == path]
    assert tuple(row.status for row in rows) == case.statuses, rows
    assert not case.says or any(case.says in row.note for row in rows), rows
    for row in rows:
        hold_document(row)
        assert row.status != "failed" or ";" in row.note, f"nothing to do is told: {row.note}"
        if row.status == "read":
            assert case.holds in row.text
            assert not case.lacks or case.lacks not in row.text


def test_the_pool_gives_what_reading_and_extracting_give(taken: Taken) -> None:
    documents = qcheck.read([taken.folder / "good"])
    pd.testing.assert_frame_equal(taken.alone[0], documents)
    pd.testing.assert_frame_equal(taken.alone[1], qcheck.extract(documents))


def test_a_file_that_vanishes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT)
    find = paths.find

    def lose_one(given: object, suffixes: object) -> object:
        found = find(given, suffixes)  # type: ignore[arg-type]
        (tmp_path / "a.txt").unlink()
        return found

    monkeypatch.setattr(intake, "find", lose_one)
    documents, _ = take_in([tmp_path], limits=LIMITS)
    assert documents["status"].tolist() == ["failed", "read"]
    assert documents["note"][0] == "cannot be read (No such file or directory); check the file"


@pytest.fixture
def nobody() -> Iterator[None]:
    """For root every file is readable: be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.stat().st_uid == os.geteuid() and not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o055)
    qcheck.read([tmp_path / "b.txt"])  # what is imported has been
    request.getfixturevalue("nobody")
    documents = qcheck.read([tmp_path])
    assert documents["status"].tolist() == ["failed", "read"]
    assert documents["note"][0] == "cannot be read (Permission denied); check the file"


WHOLE = {
    ".txt": TEXT.encode(),
    ".md": f"---\ndate: 2024-05-14\n---\n# Bicycles\n\n{TEXT}".encode(),
    ".html": f"<html><head><title>x</title></head><body><article><p>{TEXT * 2}</p></article></body></html>".encode(),
    ".jsonl": b'{"text": "The town bought 400 bicycles in May, said the mayor of Ostby."}\n' * 3,
    ".csv": b"text,published\n" + b'"The town bought 400 bicycles in May, said the mayor of Ostby.",2024-05-14\n' * 3,
    ".docx": word(paragraph("The town of Ostby bought 400 bicycles in May, said the mayor, Tove Lind.")),
    ".pdf": pdf(column("The town of Ostby bought 400 bicycles in May,", "said the mayor, Tove Lind.")),
    ".eml": f"From: a@example.org\nSubject: Bicycles\nMIME-Version: 1.0\n\n{TEXT}".encode(),
}


def test_every_kind_of_file_is_cut_off_below() -> None:
    assert {KINDS[suffix] for suffix in WHOLE} == set(KINDS.values())


@pytest.mark.parametrize("suffix", WHOLE)
def test_a_file_cut_off_anywhere_gives_less_of_it_or_says_why(suffix: str) -> None:
    data = WHOLE[suffix]
    whole = read_bytes(data, f"a{suffix}", suffix=suffix)
    assert all(row.status == "read" for row in whole)
    text = " ".join(" ".join(row.text for row in whole).split())
    for step in range(200):
        for row in read_bytes(data[: len(data) * step // 200], f"a{suffix}", suffix=suffix):
            hold_document(row)
            if row.status == "read" and suffix in (".txt", ".md", ".eml"):
                assert set(row.text.split()[:-1]) <= set(data.decode().split())
            elif row.status == "read" and suffix in (".jsonl", ".csv"):
                assert row.text in text
            elif suffix == ".docx":
                assert row.status == "failed"


def test_a_megabyte_of_one_word_is_read_within_the_limits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The town bought 412 bicycles. " + "x" * 1_000_000)
    began = time.monotonic()
    documents, claims = take_in([tmp_path], limits=LIMITS)
    assert documents["status"].tolist() == ["read"]
    assert "412 bicycles" in claims["quote"].tolist()
    assert time.monotonic() - began < LIMITS.seconds


def test_what_takes_too_long_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT)
    step = intake._step

    def hang(task: object, **options: object) -> object:
        while isinstance(task, Document) and task.document.endswith("a.txt"):
            pass
        return step(task, **options)  # type: ignore[arg-type]

    if not sys.platform.startswith("linux"):
        pytest.skip("a worker that is no fork does not see the fault")
    monkeypatch.setattr(intake, "_step", hang)
    documents, claims = take_in([tmp_path], limits=Limits(jobs=1, seconds=3))
    assert documents["status"].tolist() == ["failed", "read"]
    assert documents["note"][0] == "took longer than 3 s; split it, or allow more with --timeout"
    assert not documents["text"][0]
    assert set(claims["document"]) == {documents["document"][1]}
