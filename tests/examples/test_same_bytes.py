"""Nothing but the articles, rules and facts changes a byte of what is written; `make same-bytes` tries more ways, one by one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITTEN = ("report.html", "report.md", "report.json", "claims.csv")


def outputs(out: Path, paths: list[str], *options: str, **says: str) -> dict[str, bytes]:
    command = [sys.executable, "-c", "from qcheck.cli.main import run; run()", "check", *paths, *options]
    command += ["--facts", "examples/facts.yml", "--out", str(out)]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", **says}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return {**{name: (out / name).read_bytes() for name in WRITTEN}, "printed": done.stdout.replace(str(out).encode(), b"")}


@pytest.fixture(scope="module")
def articles() -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples" / "articles").iterdir())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, articles: list[str]) -> dict[str, bytes]:
    return outputs(tmp_path_factory.mktemp("first"), articles)


def test_twice_the_same(first: dict[str, bytes], articles: list[str], tmp_path: Path) -> None:
    assert outputs(tmp_path, articles) == first


def test_neither_seed_nor_jobs_nor_order_nor_time_zone_changes_anything(
    first: dict[str, bytes], articles: list[str], tmp_path: Path
) -> None:
    ways = [("1", "1", articles[::-1], "Pacific/Kiritimati"), ("2", "3", [*articles[3:], *articles[:3]], "America/Los_Angeles")]
    for seed, jobs, order, zone in ways:
        assert outputs(tmp_path / seed, order, "--jobs", jobs, PYTHONHASHSEED=seed, TZ=zone) == first


@pytest.mark.parametrize("name", ["C", "de_DE.UTF-8", "tr_TR.UTF-8"])
def test_the_locale_changes_nothing(first: dict[str, bytes], articles: list[str], tmp_path: Path, name: str) -> None:
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout if shutil.which("locale") else ""
    if name.lower().replace("-", "") not in {line.lower().replace("-", "") for line in listed.splitlines()}:
        pytest.skip(f"the locale {name} is not installed")
    assert outputs(tmp_path, articles, LC_ALL=name, LANG=name, PYTHONUTF8="0") == first


def test_the_folder_gives_the_same_as_its_files(first: dict[str, bytes], tmp_path: Path) -> None:
    given = outputs(tmp_path, ["examples/articles"])
    assert given["claims.csv"] == first["claims.csv"]
