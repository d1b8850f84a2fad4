"""Outputs are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.files.write import write_whole
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
