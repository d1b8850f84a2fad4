"""What a run writes, and what it leaves alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and signals of POSIX")
ARTICLE = "14 May 2024\n\nThe council of Ostby has bought more than 400 bicycles since August 2022, said the mayor, Tove Lind.\n"
RUN = "from qcheck.cli.main import run; run()"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with articles, and homes for whatever wants to write elsewhere."""
    for name in ("articles", "home", "temporary"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "articles" / "page.html").write_text(f"<html><body><article><p>{ARTICLE * 3}</p></article></body></html>", encoding="utf-8")
    return tmp_path


def run(desk: Path, *arguments: str, code: str = RUN) -> subprocess.CompletedProcess[str]:
    home = {"HOME": str(desk / "home"), "TMPDIR": str(desk / "temporary"), "XDG_CACHE_HOME": str(desk / "home" / "cache")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=desk, env={**os.environ, **home}, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_nothing_is_written_outside_the_folder_asked_for(desk: Path) -> None:
    before = tree(desk)
    assert run(desk, "check", "articles", "--out", "out/of/mine").returncode == 0
    after = tree(desk)
    assert {name: after.get(name) for name in before} == before
    new = set(after) - set(before)
    assert new and all(name.startswith("out/of/mine/") for name in new), new


def test_a_second_run_beside_the_first_report_reads_no_report(desk: Path) -> None:
    assert run(desk, "check", "articles", "--out", "articles").returncode == 0
    first = tree(desk / "articles")
    again = run(desk, "check", "articles", "--out", "articles")
    assert again.returncode == 0
    assert "articles/report.md: is a report of qcheck, no article" in again.stderr
    second = tree(desk / "articles")
    assert set(first) == set(second)
    assert second["claims.csv"] == first["claims.csv"]


@pytest.mark.parametrize("link", ["itself", "symlink", "linked folder"])
def test_an_article_is_never_overwritten(desk: Path, link: str) -> None:
    mine = desk / "articles" / "report.md"
    mine.write_text(ARTICLE, encoding="utf-8")
    out = "articles"
    if link == "linked folder":
        (desk / "other").symlink_to("articles")
        out = "other"
    elif link == "symlink":
        (desk / "out").mkdir()
        (desk / "out" / "report.html").symlink_to(mine)
        out = "out"
    before = tree(desk)
    done = run(desk, "check", "articles", "--out", out)
    assert done.returncode == 2
    assert "is articles/report.md, which was read and stays as it is; write to another place" in done.stderr
    assert tree(desk) == before


@pytest.mark.parametrize("name", ["articles/mill.txt", "facts.yml", "articles/../facts.yml"])
def test_a_format_with_a_path_overwrites_no_input(desk: Path, name: str) -> None:
    (desk / "facts.yml").write_text("facts: []\n", encoding="utf-8")
    before = tree(desk)
    done = run(desk, "check", "articles", "--facts", "facts.yml", "-f", f"markdown={name}")
    assert done.returncode == 2
    assert "which was read and stays as it is; write to another place" in done.stderr
    assert tree(desk) == before


def test_kill_9_between_two_files_leaves_each_whole_or_absent(desk: Path) -> None:
    whole = run(desk, "check", "articles", "--out", "out")
    assert whole.returncode == 0
    expected = tree(desk / "out")
    killed = f"""
import itertools, os, signal
count, replace = itertools.count(), os.replace
def break_off(*paths):
    if next(count) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    replace(*paths)
os.replace = break_off
{RUN}"""
    done = run(desk, "check", "articles", "--out", "killed", code=killed)
    assert done.returncode == -signal.SIGKILL
    left = {name: content for name, content in tree(desk / "killed").items() if not name.startswith(".")}
    assert len(left) == 2
    assert left.items() <= {name.replace("out/", "killed/"): content for name, content in expected.items()}.items()
