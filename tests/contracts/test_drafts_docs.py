"""docs/drafts.md: its commands run, and the configurations of editors start a server that finds what it should."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.contracts.test_readme import ROOT, blocks
from tests.lsp.client import Client
from tests.word.builder import paragraph, word

PAGE = "docs/drafts.md"
STORY = "Canada has supplied Kenya with {} pumps since March 2031, the ministry of transport said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files that the page speaks of."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_text(f"5 May 2031\n\n{STORY.format('more than 400')}\n", encoding="utf-8")
    story = STORY.format("fewer than 300")
    (tmp_path / "draft.md").write_text(f"5 May 2031\n\n{story}\n", encoding="utf-8")
    (tmp_path / "draft.docx").write_bytes(word(paragraph("5 May 2031"), paragraph(story)))
    return tmp_path


def commands() -> list[str]:
    return [line.removeprefix("$ ") for line in "".join(blocks("console", PAGE)).splitlines()]


@pytest.mark.parametrize("command", commands())
def test_commands_find_what_they_should(command: str, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = command.replace(" --watch", " --help") if "--watch" in command else command
    done = subprocess.run(
        command, shell=True, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False, timeout=120
    )
    if command.endswith("--help"):
        assert done.returncode == 0 and "--watch" in done.stdout
        return
    assert done.returncode == 1, done.stderr
    assert "agreement/amounts" in done.stdout
    assert ("--annotate" in command) == (folder / "commented.docx").exists()


def test_the_comment_of_the_page_decides(folder: Path) -> None:
    (comment,) = blocks("html", PAGE)
    draft = folder / "draft.md"
    draft.write_text(draft.read_text(encoding="utf-8") + f"\n{comment}", encoding="utf-8")
    program = [sys.executable, "-c", "from qcheck.cli.main import run; run()", "draft", "draft.md", "--against", "archive"]
    done = subprocess.run(program, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "their count is of another day" in done.stdout


def configured() -> list[list[str]]:
    """The commands by which the editors of the page start the server."""
    (lua,), (toml,), (settings,) = blocks("lua", PAGE), blocks("toml", PAGE), blocks("json", PAGE)
    found = re.search(r"cmd = \{(.*)\}", lua)
    assert found
    helix = tomllib.loads(toml)["language-server"]["qcheck"]
    code = json.loads(settings)
    return [
        re.findall(r'"([^"]*)"', found[1]),
        [helix["command"], *helix["args"]],
        [code["glspc.serverCommand"], *code["glspc.serverCommandArguments"]],
    ]


def test_editors_start_one_server_that_finds_the_error(folder: Path) -> None:
    first, *others = configured()
    assert all(other == first for other in others) and first[:2] == ["qcheck", "lsp"]
    with Client(folder, *first[2:]) as client:
        client.initialize()
        (found,) = client.open("draft.md", (folder / "draft.md").read_text(encoding="utf-8"))
        assert found["code"] == "agreement/amounts"
