"""Each input is checked, skipped or failed, every report opens with what was not checked, and the exit code is 4."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.files import TEXT

RUN = "from qcheck.cli.main import run; run()"
FRENCH = "Le conseil municipal a acheté quatre cents vélos depuis le mois d'août, a déclaré le maire de la ville hier soir."


def check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RUN, "check", "articles", "--out", "out", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("mill", "quay"):
        (articles / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (articles / "nul.txt").write_bytes(b"412 bicycles\0")
    (articles / "velo.txt").write_text(FRENCH, encoding="utf-8")
    (articles / "sound.mp3").write_bytes(b"x")
    return tmp_path


UNREAD = {
    "articles/nul.txt": ("failed", "holds the control character U+0000"),
    "articles/velo.txt": ("skipped", "language fr"),
    "articles/sound.mp3": ("skipped", "unknown suffix .mp3"),
}


def test_inputs_are_those_checked_skipped_and_failed(folder: Path) -> None:
    done = check(folder)
    assert done.returncode == 4
    documents = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))["documents"]
    by_name = {document["document"]: document for document in documents}
    assert set(by_name) == {path.relative_to(folder).as_posix() for path in (folder / "articles").iterdir()}
    assert {name for name, document in by_name.items() if document["status"] == "read"} == set(by_name) - set(UNREAD)
    for name, (status, note) in UNREAD.items():
        assert by_name[name]["status"] == status and note in by_name[name]["note"]
        assert sum(name in line and note in line for line in done.stderr.splitlines()) == 1, done.stderr


def test_each_report_opens_with_what_was_not_checked(folder: Path) -> None:
    check(folder)
    page = (folder / "out" / "report.html").read_text(encoding="utf-8")
    text = (folder / "out" / "report.md").read_text(encoding="utf-8")
    head, opening = page[: page.index("</header>")], text[: text.index("\n## ")]
    for name, (_, note) in UNREAD.items():
        assert name in head and note in head, name
        assert f"- {name}: {note}" in opening, name


def test_the_limits_are_options(folder: Path) -> None:
    (folder / "articles" / "long.txt").write_text(TEXT * 100, encoding="utf-8")
    done = check(folder, "--max-size", "0.005", "--jobs", "1", "--timeout", "60", "--memory", "2000")
    assert done.returncode == 4
    assert "articles/long.txt: is larger than 0.005 MB; split it" in done.stderr


@pytest.mark.parametrize(
    ("option", "value"), [("--jobs", "0"), ("--timeout", "0"), ("--memory", "10"), ("--max-size", "-1"), ("--jobs", "x")]
)
def test_a_limit_that_is_none_is_a_wrong_command(folder: Path, option: str, value: str) -> None:
    done = check(folder, option, value)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and option in done.stderr
