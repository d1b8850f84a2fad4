"""`read`: every input is a line, read, skipped or failed, and says why; nothing raises."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.model.document import Document
from qcheck.model.frames import columns, from_frame
from qcheck.reading.read import KINDS

ENGLISH = "The town has three mills. None of them was built before the war, says the mayor.\n"
GERMAN = "Die Stadt hat drei Mühlen. Keine davon wurde vor dem Krieg gebaut, sagt die Bürgermeisterin.\n"


def rows(*paths: Any, **options: Any) -> list[Document]:
    return from_frame(qcheck.read(list(paths), **options), Document)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `articles` with two articles in it, and the working directory above it."""
    monkeypatch.chdir(tmp_path)
    articles = Path("articles")
    (articles / "inner").mkdir(parents=True)
    (articles / "b.txt").write_text(ENGLISH, encoding="utf-8")
    (articles / "inner" / "a.md").write_text(GERMAN, encoding="utf-8")
    return articles


def test_the_frame_has_exactly_the_columns_of_a_document(folder: Path) -> None:
    for frame in (qcheck.read(folder), qcheck.read([])):
        assert {name: "str" if str(dtype) in ("str", "string") else str(dtype) for name, dtype in frame.dtypes.items()} == columns(Document)
    assert qcheck.read(folder)["published"].isna().all()


def test_a_folder_is_walked_in_the_order_of_names(folder: Path) -> None:
    read = rows(folder)
    assert [(d.document, d.language, d.status, d.text) for d in read] == [
        ("articles/b.txt", "en", "read", ENGLISH),
        ("articles/inner/a.md", "de", "read", GERMAN.strip()),
    ]


@given(st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_changes_the_frame(tmp_path_factory: pytest.TempPathFactory, order: random.Random) -> None:
    folder = tmp_path_factory.getbasetemp() / "order"
    folder.mkdir(exist_ok=True)
    for name in "abc":
        (folder / f"{name}.jsonl").write_text('{"text": "5", "language": "en"}\n' * 11)
    paths: list[str | Path] = [folder, str(folder), *folder.iterdir(), folder / "." / "a.jsonl"]
    order.shuffle(paths)
    read = qcheck.read(paths)
    pd.testing.assert_frame_equal(read, qcheck.read([folder]))
    assert [name.rpartition("/")[2] for name in read["document"][:12]] == [f"a.jsonl#{n}" for n in range(1, 12)] + ["b.jsonl#1"]


def test_one_file_under_two_names_is_read_once(folder: Path) -> None:
    (folder / "z.txt").symlink_to("b.txt")
    assert [d.document for d in rows(folder, folder.absolute(), "./articles/b.txt")] == [
        (folder.absolute() / "b.txt").as_posix(),
        (folder.absolute() / "inner/a.md").as_posix(),
    ]


def test_hidden_files_and_folders_are_no_articles(folder: Path) -> None:
    (folder / ".notes.txt").write_text(ENGLISH)
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(ENGLISH)
    assert len(rows(folder)) == 2


def test_other_suffixes_are_listed(folder: Path) -> None:
    (folder / "c.mp3").write_bytes(b"x")
    (folder / "D.TXT").write_text(ENGLISH)
    skipped = [d for d in rows(folder) if d.status != "read"]
    assert [(d.document, d.status, d.text) for d in skipped] == [("articles/c.mp3", "skipped", "")]
    assert skipped[0].note.startswith("unknown suffix .mp3; known are ")
    assert all(suffix in skipped[0].note for suffix in KINDS)
    assert rows(folder / "c.mp3") == skipped


def _binary(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 20)
    return path


def _loop(path: Path) -> Path:
    path.symlink_to(path.name)
    return path


def _pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def _large(path: Path) -> Path:
    with open(path, "wb") as file:
        file.truncate(30_000_000)
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


FAULTS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda path: path, "cannot be read (No such file or directory); check the path"),
    "folder": (_folder, "the folder holds no article; known are .csv,"),
    "binary": (_binary, "holds the control character U+0000 in line 1, so it is no text; export it as text"),
    "loop": (_loop, "cannot be read (Too many levels of symbolic links); check the path"),
    "pipe": (_pipe, "is no regular file; save the article as a file"),
    "large": (_large, "is larger than 20 MB; split it"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_failed_line_and_its_neighbours_are_read(folder: Path, fault: str) -> None:
    make, note = FAULTS[fault]
    path = make(folder / "0.txt")
    before = rows(folder / "b.txt", folder / "inner")
    assert [(d.document, d.status, d.text) for d in rows(path)] == [("articles/0.txt", "failed", "")]
    assert rows(path)[0].note.startswith(note)
    assert "\n" not in rows(path)[0].note
    assert [d for d in rows(folder, path) if d.document != "articles/0.txt"] == before


def test_a_loop_of_folders_ends_and_is_listed(folder: Path) -> None:
    (folder / "inner" / "again").symlink_to("..")
    assert [(d.document, d.status) for d in rows(folder)][-1] == ("articles/inner/again", "skipped")


def test_a_folder_that_may_not_be_read_is_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("inner"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [(d.document, d.status, d.note) for d in rows(folder)][1:] == [
        ("articles/inner", "failed", "the folder cannot be read (Permission denied); check who may read it")
    ]


def test_a_path_that_no_system_takes_is_a_failed_line() -> None:
    assert [d.status for d in rows("a\0b.txt", "x" * 5000 + ".txt")] == ["failed", "failed"]


def test_a_file_name_that_is_no_utf_8_can_be_written(folder: Path) -> None:
    os.rename(os.fsencode(folder / "b.txt"), os.fsencode(folder) + b"/b\xff.txt")
    assert qcheck.read(folder)["document"][0].encode() == b"articles/b?.txt"


def test_the_limit_is_an_option(folder: Path) -> None:
    size = len(GERMAN.encode())
    assert rows(folder / "inner", limit=size)[0].status == "read"
    assert rows(folder / "inner", limit=size - 1)[0].status == "failed"


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_an_empty_file_is_skipped(folder: Path, content: str) -> None:
    (folder / "b.txt").write_text(content, encoding="utf-8")
    assert [(d.status, d.note) for d in rows(folder / "b.txt")] == [("skipped", "holds no text; nothing to check")]


@pytest.mark.parametrize(
    ("name", "text", "published", "source"),
    [
        ("2023-05-01-mill.txt", "4 July 2023\n\n" + ENGLISH, "2023-07-04", "dateline"),
        ("2023-05-01-mill.txt", ENGLISH, "2023-05-01", "file name"),
        ("mill.txt", ENGLISH, "", ""),
        ("2023-05-01-mill.md", "---\ndate: 2023-07-04\n---\n6 July 2023\n\n" + ENGLISH, "2023-07-04", "front matter"),
        ("2023-05-01.jsonl", '{"text": "The town has three mills.", "published": "2023-07-04"}', "2023-07-04", "column"),
        ("2023-05-01.jsonl", '{"text": "4 July 2023\\n\\nThe town has three mills."}', "2023-07-04", "dateline"),
        ("2023-05-01.jsonl", '{"text": "The town has three mills."}', "", ""),
    ],
)
def test_the_date_and_where_it_comes_from(tmp_path: Path, name: str, text: str, published: str, source: str) -> None:
    (tmp_path / name).write_text(text)
    assert [(d.published, d.published_from) for d in rows(tmp_path)] == [(published, source)]


def test_stray_tags_are_blanked_where_they_stand(tmp_path: Path) -> None:
    text = 'The town has three mills.\n\n< p class="x">None of the 3<br/>mills is &nbsp;old, if 2 < 3 and 4 > 3.\n'
    (tmp_path / "a.txt").write_text(text)
    read = rows(tmp_path)[0].text
    assert len(read) == len(text)
    assert "class" not in read and "None of the 3     mills" in read and "if 2 < 3 and 4 > 3." in read
    assert read.index("None") == text.index("None")


@given(data=st.binary(max_size=200) | st.text(max_size=100).map(str.encode), suffix=st.sampled_from(sorted(KINDS)))
def test_any_bytes_are_lines_with_a_status_and_a_note(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    read = rows(path)
    assert read
    for document in read:
        assert bool(document.text.strip()) == (document.status == "read") == bool(document.language)
        assert document.status == "read" or (document.note and "\n" not in document.note)
        document.text.encode("utf-8")
