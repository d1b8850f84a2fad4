"""The pre-commit hook stops a commit with a conflict, in a repository of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from qcheck.files.yaml import load_yaml, read_yaml
from tests.contracts.test_readme import blocks

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = read_yaml(ROOT / ".pre-commit-hooks.yaml").data
ARTICLE = "5 May 2031\n\nCanada has supplied Kenya with {} pumps since March 2031, the ministry of transport said.\n"
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False, env=_environment())


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**{k: v for k, v in os.environ.items() if not k.startswith("GIT_")}, "PATH": path}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A repository with two staged articles that are at odds, and a file that is no article."""
    needed = "pre-commit" if not PRE_COMMIT.exists() else "git" if not shutil.which("git") else ""
    if needed and os.environ.get("QCHECK_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{needed} is not installed")
    if needed:
        pytest.skip(f"{needed} is not installed")
    git(tmp_path, "init")
    (tmp_path / "one.txt").write_text(ARTICLE.format("more than 400"), encoding="utf-8")
    (tmp_path / "two.md").write_text(ARTICLE.format("fewer than 300"), encoding="utf-8")
    (tmp_path / "other.py").write_text("print('104 percent')\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    return tmp_path


def test_it_runs_on_what_is_staged_and_stops_a_conflict(desk: Path) -> None:
    """The hook as it is, but for the environment: the one that runs this test has qcheck."""
    (hook,) = HOOKS
    words = "\n".join(f"        {key}: {value!r}" if isinstance(value, str) else f"        {key}: {value}" for key, value in hook.items())
    config = f"repos:\n  - repo: local\n    hooks:\n      -\n{words}\n".replace("'python'", "system").replace("True", "true")
    (desk / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(desk, "add", ".")
    subprocess.run([PRE_COMMIT, "install"], cwd=desk, capture_output=True, check=True, env=_environment())
    stopped = git(desk, "commit", "-m", "both")
    assert stopped.returncode == 1 and "CONFLICT 1" in stopped.stdout + stopped.stderr
    (desk / "two.md").write_text(ARTICLE.format("more than 300"), encoding="utf-8")
    git(desk, "add", ".")
    assert git(desk, "commit", "-m", "both").returncode == 0
    assert not (desk / "reports").exists()


@pytest.mark.slow
def test_it_installs_itself_from_a_clone(desk: Path) -> None:
    """`pre-commit try-repo` takes what is committed here and builds the environment as it does for a user."""
    clone = desk.parent / f"{desk.name}-clone"
    if git(desk, "clone", "--quiet", f"file://{ROOT}", str(clone)).returncode:
        pytest.skip("no git checkout")
    command = [str(PRE_COMMIT), "try-repo", str(clone), "qcheck", "--files", "one.txt", "two.md"]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False, env=_environment(), timeout=900)
    if "CalledProcessError" in done.stdout and os.environ.get("QCHECK_REQUIRE_TOOLS") != "1":
        pytest.skip("the packages that qcheck needs cannot be had here")
    assert done.returncode == 1 and "CONFLICT 1" in done.stdout, done.stdout


def test_the_documented_configuration_names_the_hook() -> None:
    config = load_yaml(next(block for block in blocks("yaml", "docs/ci.md") if block.startswith("repos:"))).data
    assert [hook["id"] for repo in config["repos"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]
