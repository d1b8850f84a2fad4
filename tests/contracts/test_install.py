"""`pip install .` into an empty virtual environment, away from the checkout, is all that a user needs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_installed_elsewhere_it_checks_articles_with_the_built_in_rules(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True, capture_output=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    probe = [*pip, "download", "--no-deps", "--dest", str(tmp_path / "probe"), "hatchling"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("no package index can be reached")
    installed = subprocess.run([*pip, "install", str(ROOT)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr

    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [str(scripts / "qcheck"), "check", "examples/articles", "--facts", "examples/facts.yml"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    report = tmp_path / "reports" / "articles"
    assert sorted(path.name for path in report.iterdir()) == ["claims.csv", "report.html", "report.json", "report.md"]
    assert "conflict" in json.dumps(json.loads((report / "report.json").read_text(encoding="utf-8")))
