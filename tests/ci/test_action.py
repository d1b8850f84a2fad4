"""The GitHub Action does what it says: its scripts are run as GitHub would run them, with inputs as environment."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qcheck.files.yaml import read_yaml
from tests.contracts.test_readme import blocks

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = read_yaml(ROOT / "action.yml").data
BASH = shutil.which("bash")
ARTICLE = "5 May 2031\n\nCanada has supplied Kenya with {} pumps since March 2031, the ministry of transport said.\n"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    outputs: dict[str, str]
    summary: str


def step(name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in ACTION["runs"]["steps"] if each.get("name") == name)
    return found


def ran(script: dict[str, Any], folder: Path, **inputs: str) -> Ran:
    """A step run in a folder: the runner puts inputs into its `env` and nowhere else."""
    if BASH is None:
        pytest.skip("bash is not installed")
    told = {name: each.get("default", "") for name, each in ACTION["inputs"].items()} | {k.replace("_", "-"): v for k, v in inputs.items()}
    values = {"github.action_path": str(ROOT), **{f"inputs.{name}": value for name, value in told.items()}}
    given = {name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda m: values[m[1]], text) for name, text in script.get("env", {}).items()}
    files = {name: folder / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.touch()
    path = os.pathsep.join([str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    runner = {**{name: str(file) for name, file in files.items()}, "RUNNER_TEMP": str(folder / "temp"), "PATH": path}
    environment: dict[str, str] = {**os.environ, **given, **runner}
    command: list[str] = [BASH, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script["run"]]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    lines = (line.partition("=") for line in files["GITHUB_OUTPUT"].read_text().splitlines())
    return Ran(done.returncode, done.stdout, {k: v for k, _, v in lines}, files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    for name, number in (("one.txt", "more than 400"), ("two; touch caught.txt", "fewer than 300")):
        (tmp_path / "news" / name).write_text(ARTICLE.format(number), encoding="utf-8")
    return tmp_path


def test_no_input_is_a_part_of_a_script() -> None:
    for each in ACTION["runs"]["steps"]:
        assert "${{" not in each.get("run", "")


def test_it_checks_annotates_and_leaves_a_report(news: Path) -> None:
    done = ran(step("Check"), news, paths="news")
    assert done.code == 1
    assert done.out.startswith("::error file=news/one.txt,line=3,")
    assert done.summary.startswith("# 1 conflict")
    results = json.loads(Path(done.outputs["sarif"]).read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [found["ruleId"] for found in results] == ["agreement/amounts"]
    assert (Path(done.outputs["report"]) / "report.html").is_file()


def test_inputs_are_only_words(news: Path) -> None:
    done = ran(step("Check"), news, paths="news/one.txt\nnews/two; touch caught.txt\n", fail_on="never", config="")
    assert done.code == 0 and done.out.count("::error") == 1
    assert ran(step("Check"), news, paths="$(touch caught)", rules="`touch caught`", config="; touch caught").code not in (0, 1)
    assert not (news / "caught").exists()


def test_rules_and_configuration_reach_the_command(news: Path) -> None:
    (news / "own.yml").write_text("packs: [article]\n", encoding="utf-8")
    assert ran(step("Check"), news, paths="news", config="own.yml").code == 0
    assert ran(step("Check"), news, paths="news", rules="nowhere").code == 3


def test_it_installs_itself(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin" / "python"
    fake.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    fake.chmod(0o755)
    assert ran(step("Install qcheck"), tmp_path).out.splitlines()[-1] == str(ROOT)


def test_every_input_is_told() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([\w-]+)` \| (.+?) \|$", text, re.MULTILINE))
    assert told == {name: each["description"] for name, each in ACTION["inputs"].items()}
    assert all(f"`{name}`" in text for name in ACTION["outputs"])
    workflow = next(block for block in blocks("yaml", "docs/ci.md") if "jobs:" in block)
    assert set(re.findall(r"^ {10}([\w-]+):", workflow, re.MULTILINE)) <= set(ACTION["inputs"])
