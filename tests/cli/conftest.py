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
    """Two articles that cannot both be right about the price of a contract."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, price in (("one.txt", "more than 400 million dollars"), ("two.txt", "less than 300 million dollars")):
        text = f"5 May 2031\n\nCanada signed a contract worth {price} with Kenya, the ministry of transport said on Monday.\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder
