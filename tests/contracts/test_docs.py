"""docs/rules.md and docs/desk.md hold what they say; a rule, a pack and a kind of check are added as they tell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from qcheck.checking.messages import PLACEHOLDERS
from qcheck.checking.rule import Rule
from qcheck.cli.schema import RULE_KEYS
from qcheck.files.yaml import Yaml, load_yaml, read_yaml, validate
from qcheck.reading.config import ConfigFile, load_config
from qcheck.reading.decisions import DecisionsFile
from qcheck.reading.desk import DeskFile
from tests.contracts.test_readme import ROOT, blocks

TEMPLATE = ROOT / "qcheck" / "cli" / "templates" / "rule.yaml"
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
TEXT = "The farm sells\n\n21 May 2024\n\nOn Monday the farm in Larvik sold 1,201 eggs, said the farmer.\n"


def qcheck(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from qcheck.cli.main import run; run()", *arguments]
    path = os.pathsep.join([str(folder / "site"), str(ROOT)])
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path})


def test_every_key_is_told_as_editors_show_it() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|$", RULES, re.MULTILINE))
    assert {key: told.get(key) for key in RULE_KEYS} == RULE_KEYS


def test_the_placeholders_that_are_told_are_known() -> None:
    prose = re.sub(r"^```.*?^```$", "", RULES, flags=re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"\{(\w+)\}", prose))
    assert len(named) > 8 and named <= PLACEHOLDERS


def test_the_parts_of_rules_are_right() -> None:
    whole = read_yaml(TEMPLATE).data
    parts = [load_yaml(block).data for block in blocks("yaml", "docs/rules.md")]
    told = [key for part in parts if part for key in part]
    for part in parts:
        validate(Yaml("", {**whole, **(part or {})}, {}), Rule)
    assert {"select", "unless", "examples"} <= set(told)


@pytest.mark.parametrize(("number", "model"), [(0, ConfigFile), (1, DeskFile), (2, DecisionsFile)])
def test_the_files_of_a_desk_are_right(number: int, model: type[ConfigFile | DeskFile | DecisionsFile]) -> None:
    validate(load_yaml(blocks("yaml", "docs/desk.md")[number]), model)


def test_the_table_of_pyproject_is_right(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(blocks("toml", "docs/desk.md")[0], encoding="utf-8")
    assert load_config(tmp_path / "pyproject.toml").packs == ("agreement", "calendar")


def test_a_rule_a_pack_and_a_kind_of_check_are_added_as_told(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "house_checks.py").write_text(blocks("python", "docs/rules.md")[0], encoding="utf-8")
    offered = tomllib.loads(blocks("toml", "docs/rules.md")[0])["project"]
    lines = [f"{name} = {place}" for name, place in offered["entry-points"]["qcheck.kinds"].items()]
    installed = tmp_path / "site" / f"{offered['name'].replace('-', '_')}-{offered['version']}.dist-info"  # as pip would write it
    installed.mkdir()
    (installed / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {offered['name']}\nVersion: {offered['version']}\n", encoding="utf-8"
    )
    (installed / "entry_points.txt").write_text("[qcheck.kinds]\n" + "\n".join(lines) + "\n", encoding="utf-8")

    rule = next(block for block in blocks("yaml", "docs/rules.md") if block.startswith("title: Eggs"))
    (tmp_path / "farm").mkdir()
    (tmp_path / "farm" / "eggs.yaml").write_text(rule, encoding="utf-8")
    assert qcheck(tmp_path, "rules", "new", "house/seats").returncode == 0
    (tmp_path / "qcheck.yml").write_text("packs: [all, farm, ./house]\nrules: {article/*: off}\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")

    tested = qcheck(tmp_path, "rules", "test", "farm", "house", "--coverage")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "farm/eggs " in tested.stdout and "house/seats" in tested.stdout
    assert "by_the_dozen" in qcheck(tmp_path, "rules", "kinds").stdout
    checked = qcheck(tmp_path, "check", "draft.txt", "--out", "out", "--fail-on", "review")
    assert checked.returncode == 1, checked.stderr
    findings = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["findings"]
    assert [(f["rule"], f["message"]) for f in findings] == [("farm/eggs", "“1,201 eggs” cannot be whole dozens.")]


def test_a_kind_that_cannot_be_loaded_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    installed = tmp_path / "site" / "broken-1.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text("[qcheck.kinds]\nby_the_dozen = nowhere:kind\nno_kind = os:getcwd\n", encoding="utf-8")
    (tmp_path / "farm").mkdir()
    rule = next(block for block in blocks("yaml", "docs/rules.md") if block.startswith("title: Eggs"))
    (tmp_path / "farm" / "eggs.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "farm" / "ducks.yaml").write_text(rule.replace("by_the_dozen", "no_kind"), encoding="utf-8")
    (tmp_path / "draft.txt").write_text(TEXT, encoding="utf-8")
    ended = qcheck(tmp_path, "check", "draft.txt", "--rules", "farm")
    assert ended.returncode == 3, ended.stderr
    assert "farm/eggs.yaml:3:1: the kind of check 'by_the_dozen' (nowhere:kind) cannot be loaded" in ended.stderr
    assert "farm/ducks.yaml:3:1: os:getcwd is no kind of check" in ended.stderr
    assert (tmp_path / "reports" / "draft.txt" / "report.json").is_file()
