"""The complete example of docs/kit.md: a newsroom's own rules with their tests, run as its CI runs them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.contracts.test_readme import ROOT, blocks

NEWSROOM = ROOT / "examples" / "newsroom"
RULE = "rules/harbour/ferry-seats.yaml"


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    return Path(shutil.copytree(NEWSROOM, tmp_path / "newsroom", ignore=shutil.ignore_patterns(".*", "__pycache__")))


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    environment = {name: value for name, value in environment.items() if not name.startswith(("PYTEST", "COV", "HYPOTHESIS"))}
    return subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_every_command_of_its_ci_passes(newsroom: Path) -> None:
    steps = yaml.safe_load((newsroom / "ci.yml").read_text(encoding="utf-8"))["jobs"]["test"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]
    assert commands[0] == 'pip install "qcheck[hypothesis,pytest]"'
    for command in commands[1:]:
        done = run(newsroom, command)
        assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\b11 passed", done.stdout)


@pytest.mark.slow
def test_a_limit_that_is_off_fails_its_example(newsroom: Path) -> None:
    rule = newsroom / RULE
    rule.write_text(rule.read_text(encoding="utf-8").replace("[0, 600]", "[0, 550]"), encoding="utf-8")
    done = run(newsroom, "pytest -q rules")
    assert done.returncode == 1
    assert f"{RULE}:25: example 3 should be silent, but the rule says conflict" in done.stdout


@pytest.mark.parametrize(
    ("language", "number", "file"),
    [
        ("yaml", 0, RULE),
        ("python", 0, "tests/test_harbour.py"),
        ("python", 1, "tests/conftest.py"),
        ("yaml", 1, "ci.yml"),
        ("toml", 0, "pyproject.toml"),
    ],
)
def test_the_page_shows_the_files_as_they_are(language: str, number: int, file: str) -> None:
    assert blocks(language, "docs/kit.md")[number] == (NEWSROOM / file).read_text(encoding="utf-8")
