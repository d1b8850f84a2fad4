"""Starting is quick, since nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("pandas", "numpy", "quantulum3", "pint", "trafilatura", "jinja2", "hypothesis", "py3langid", "sentencex")


def heavy_after(code: str) -> list[str]:
    """Which heavy libraries are there after this code, also if it ends the process with success."""
    watched = f"""
import atexit, sys
atexit.register(lambda: print('HEAVY', *[name for name in {HEAVY!r} if name in sys.modules]))
{code}
"""
    run = subprocess.run([sys.executable, "-c", watched], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()[-1].split()[1:]


def test_import_qcheck_imports_nothing_heavy() -> None:
    assert heavy_after("import qcheck, sys; assert 'typer' not in sys.modules") == []


def test_importing_the_types_imports_nothing_heavy() -> None:
    assert heavy_after("from qcheck import Interval, Quantity, TimeSpan, Claim, Finding, Document, Desk") == []


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    assert heavy_after(f"sys.argv = ['qcheck', *{arguments!r}]\nfrom qcheck.cli.main import run\nrun()") == []


def test_parsing_imports_no_pandas() -> None:
    assert heavy_after("import qcheck; qcheck.parse('The council bought more than 400 bicycles.', language='en')") == []
