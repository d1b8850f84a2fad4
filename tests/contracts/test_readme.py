"""Every example of the README runs and prints what stands there.

Python blocks share their names; a comment after a print is what it prints, and functions named test_ are called. In console blocks,
lines after a command are lines of its output ("..." stands for any). Commands of make are only looked up: this test is one of them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def blocks(language: str, name: str = "README.md") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif line.strip():
            found[-1][1].append(line.strip())
    return found


def test_python_examples(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert blocks("python")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    names: dict[str, Any] = {"__name__": "readme"}
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), names)
        expected = re.findall(r"^print\(.*\)  # (.*)$", block, re.MULTILINE)
        assert capsys.readouterr().out.splitlines() == expected
    tests: list[Callable[[], None]] = [value for name, value in names.items() if name.startswith("test_")]
    assert tests
    for test in tests:
        test()


@pytest.mark.parametrize(("command", "expected"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_console_examples(command: str, expected: list[str], tmp_path: Path) -> None:
    if command.startswith(("make ", "pip ")):
        program = [sys.executable, "-m", *command.split(), "--help"] if command.startswith("pip ") else ["make", "-n", *command.split()[1:]]
        assert subprocess.run(program, cwd=ROOT, capture_output=True, check=False).returncode == 0
        return
    for name in ("examples", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "120"}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    pattern = ".*?".join(".*?".join(re.escape(part) for part in re.split(r"\s+", line)) for line in expected if line != "...")
    assert re.search(pattern, done.stdout, re.DOTALL), done.stdout


def test_every_file_that_the_readme_links_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target
