"""Neither the order of the files nor the hash seed nor a second run changes a byte of what is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITTEN = ("report.html", "report.md", "report.json", "claims.csv")


def outputs(out: Path, paths: list[str], *, seed: str = "0") -> dict[str, bytes]:
    command = [sys.executable, "-c", "from qcheck.cli.main import run; run()", "check", *paths]
    command += ["--facts", "examples/facts.yml", "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return {name: (out / name).read_bytes() for name in WRITTEN}


@pytest.fixture(scope="module")
def articles() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples" / "articles").iterdir())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, articles: list[str]) -> dict[str, bytes]:
    return outputs(tmp_path_factory.mktemp("first"), articles)


def test_twice_the_same(first: dict[str, bytes], articles: list[str], tmp_path: Path) -> None:
    assert outputs(tmp_path, articles) == first


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_hash_seed_changes_nothing(first: dict[str, bytes], articles: list[str], tmp_path: Path, seed: str) -> None:
    assert outputs(tmp_path, articles, seed=seed) == first


def test_the_order_of_the_files_changes_nothing(first: dict[str, bytes], articles: list[str], tmp_path: Path) -> None:
    assert outputs(tmp_path, articles[::-1]) == first
    assert outputs(tmp_path, [*articles[3:], *articles[:3]], seed="3") == first


def test_the_folder_gives_the_same_as_its_files(first: dict[str, bytes], tmp_path: Path) -> None:
    given = outputs(tmp_path, ["examples/articles"])
    assert given["claims.csv"] == first["claims.csv"]
