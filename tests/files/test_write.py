"""Outputs are written whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.files.write import spare, write_whole
from qcheck.model.errors import UsageProblem


@given(st.text(st.characters(codec="utf-8")) | st.binary())
def test_the_file_holds_the_content(content: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new" / "report.txt"
        write_whole(path, content)
        assert path.read_bytes() == (content.encode() if isinstance(content, str) else content)
        assert [p.name for p in path.parent.iterdir()] == ["report.txt"]


def test_line_feeds_stay_and_lone_surrogates_do_not_fail(tmp_path: Path) -> None:
    write_whole(tmp_path / "f", "a\r\nb\n\ud800")
    assert (tmp_path / "f").read_bytes() == b"a\r\nb\n?"


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("old and longer")
    write_whole(tmp_path / "f", "new")
    assert (tmp_path / "f").read_text() == "new"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_fault_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def fail(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "f").write_text("old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(UsageProblem, match="No space left on device"):
        write_whole(tmp_path / "f", "new")
    assert [p.name for p in tmp_path.iterdir()] == ["f"]
    assert (tmp_path / "f").read_text() == "old"


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_a_place_that_is_taken_is_named(tmp_path: Path, taken: str) -> None:
    if taken == "file":
        (tmp_path / "out").write_text("")
        path = tmp_path / "out" / "report.html"
    else:
        path = tmp_path / "report.html"
        path.mkdir()
    with pytest.raises(UsageProblem) as error:
        write_whole(path, "x")
    assert error.value.path == path.as_posix()
    assert "choose another --out" in str(error.value)


def test_an_interrupt_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "f", "new")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_settled_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[str] = []
    sync = os.fsync

    def watch(handle: int) -> None:
        settled.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    monkeypatch.setattr(os, "fsync", watch)
    write_whole(tmp_path / "f", "new")
    assert settled == ["file", "folder"]


def test_a_folder_that_cannot_be_settled_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    write_whole(tmp_path / "f", "new")
    assert (tmp_path / "f").read_text() == "new"


KILLED = """
import os, signal, sys
from pathlib import Path
from qcheck.files.write import spare, write_whole

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(os, sys.argv[1], die)
write_whole(Path(sys.argv[2]), "new" * 100_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_kill_9_in_the_middle_leaves_the_old_file_whole(tmp_path: Path, step: str) -> None:
    (tmp_path / "f").write_text("old")
    done = subprocess.run([sys.executable, "-c", KILLED, step, str(tmp_path / "f")], check=False)
    assert done.returncode == -9
    assert (tmp_path / "f").read_text() == "old"
    write_whole(tmp_path / "f", "new")
    assert (tmp_path / "f").read_text() == "new"


@pytest.mark.parametrize("link", ["itself", "symlink", "hard link", "linked folder"])
def test_an_input_is_spared_under_every_name(tmp_path: Path, link: str) -> None:
    article = tmp_path / "articles" / "report.md"
    article.parent.mkdir()
    article.write_text("the article")
    output = {"itself": article, "linked folder": tmp_path / "out" / "report.md"}.get(link, tmp_path / "report.md")
    if link == "symlink":
        output.symlink_to(article)
    elif link == "hard link":
        output.hardlink_to(article)
    elif link == "linked folder":
        output.parent.symlink_to(article.parent)
    with pytest.raises(UsageProblem, match="which was read and stays as it is; write to another place"):
        spare([tmp_path / "gone.txt", article], [tmp_path / "new.html", output])


def test_what_is_no_input_may_be_replaced_and_inputs_are_then_not_looked_for(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("the last report")
    (tmp_path / "a.txt").write_text("the article")
    spare([tmp_path / "a.txt"], [tmp_path / "report.md"])

    def never() -> Iterator[Path]:
        raise AssertionError
        yield

    spare(never(), [tmp_path / "new.md"])
