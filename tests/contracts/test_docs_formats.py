"""docs/formats.md and docs/ci.md: every command runs and prints what stands there, every format is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qcheck.reporting.report import FORMATS, load_format
from tests.contracts.test_readme import ROOT, blocks, test_console_examples

COMMANDS: list[tuple[str, list[str]]] = []
for line in "".join(blocks("console", "docs/formats.md") + blocks("console", "docs/ci.md")).splitlines():
    if line.startswith("$ "):
        COMMANDS.append((line[2:], []))
    elif line.strip():
        COMMANDS[-1][1].append(line.strip())


@pytest.mark.parametrize(("command", "expected"), COMMANDS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_command_runs(command: str, expected: list[str], tmp_path: Path) -> None:
    test_console_examples(command, expected, tmp_path)


def test_every_format_is_told_with_its_file() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `([\w-]+)` \| `([\w.]+)` \|", text, re.MULTILINE)) == {name: load_format(name).FILE for name in FORMATS}
