"""Runs the command in this process, as `qcheck ...` would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from qcheck.cli import main


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """`run("check", path)` -> exit code, standard output, standard error; the working folder is a fresh one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QCHECK_DEBUG", raising=False)

    def call(*arguments: str | Path) -> Ended:
        monkeypatch.setattr("sys.argv", ["qcheck", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main.run()
        printed = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, printed.out, printed.err)

    return call


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Two articles that cannot both be right about the pumps."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, number in (("one.txt", "more than 400"), ("two.txt", "fewer than 300")):
        text = f"5 May 2031\n\nCanada has supplied Kenya with {number} pumps since March 2031, the ministry of transport said.\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder
