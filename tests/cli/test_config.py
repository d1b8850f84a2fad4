"""`qcheck.yml` and `[tool.qcheck]`: found, told where they are wrong, and in force."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
YAML = "qcheck.yml"


def config(text: str, name: str = YAML) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def severity(run: Run) -> str:
    run("check", "news", "--out", "out")
    findings = json.loads(Path("out/report.json").read_text(encoding="utf-8"))["findings"]
    return "".join(sorted(finding["severity"] for finding in findings))


def test_init_writes_a_configuration_that_changes_nothing(run: Run, news: Path) -> None:
    before = run("check", "news").out
    assert run("init").code == 0
    assert run("check", "news").out == before
    assert run("init").code == 2


def test_every_key_is_explained_and_every_example_behind_a_sign_is_right(run: Run) -> None:
    from qcheck.files.yaml import load_yaml, validate
    from qcheck.reading.config import ConfigFile

    run("init")
    text = Path(YAML).read_text(encoding="utf-8")
    assert all(f"\n{key}:" in text for key in ConfigFile.model_fields)
    lines = [line.replace("#  ", "  ", 1) for line in text.splitlines() if line.startswith("#  ") or line[:1] not in ("", "#")]
    examples = "\n".join(lines).replace("rules: {}", "rules:").replace("concepts: {}", "concepts:").replace("units: {}", "units:")
    file = validate(load_yaml(examples), ConfigFile)
    assert len(file.rules) == 4 and file.concepts and file.units


@pytest.mark.parametrize("up", [0, 1, 3])
def test_it_is_found_in_the_working_folder_or_above(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch, up: int) -> None:
    config("rules: {agreement/amounts: note}\n")
    inside = Path(*["deep"] * up) if up else Path()
    inside.mkdir(parents=True, exist_ok=True)
    if up:
        shutil.move(news, inside / "news")
    monkeypatch.chdir(inside)
    assert severity(run) == "note"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rules: {agreement/amounts: off}", ""),
        ("rules: {agreement/*: off}", ""),
        ("rules: {agreement/*: off, agreement/amounts: on}", "error"),
        ("rules: {agreement/amounts: on, agreement/*: off}", ""),
        ("rules: {agreement/*: note, agreement/amounts: warning}", "warning"),
        ("rules: {agreement/amounts: {off: 'news/*'}}", ""),
        ("rules: {agreement/amounts: {off: [one.txt]}}", ""),
        ("rules: {agreement/amounts: {off: [other/*]}}", "error"),
        ("rules: {agreement/amounts: {on: [drafts/*]}}", ""),
        ("rules: {agreement/amounts: {on: [news/*], severity: warning}}", "warning"),
        ("packs: [calendar]", ""),
        ("packs: [agreement]", "error"),
        ("packs: [all, agreement]", "error"),
        ("languages: [de]", ""),
        ("languages: [de, en]", "error"),
        ("", "error"),
    ],
)
def test_rules_packs_and_languages(run: Run, news: Path, text: str, found: str) -> None:
    config(text)
    assert severity(run) == found


def test_the_same_keys_in_pyproject(run: Run, news: Path) -> None:
    config('[project]\nname = "x"\n\n[tool.qcheck.rules]\n"agreement/*" = "note"\n', "pyproject.toml")
    assert severity(run) == "note"
    config("rules: {agreement/amounts: warning}")  # in one folder qcheck.yml comes first
    assert severity(run) == "warning"


def test_a_pyproject_without_the_table_is_none(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config("rules: {agreement/amounts: note}")
    config('[project]\nname = "x"\n', "deep/pyproject.toml")
    shutil.move(news, "deep/news")
    monkeypatch.chdir("deep")
    assert severity(run) == "note"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rule: {}", "qcheck.yml:1:1: unknown key 'rule'; did you mean 'rules'?"),
        (
            "rules:\n  agreement/amounts: of",
            "qcheck.yml:2:3: rules.agreement/amounts.severity: input should be 'error', 'warning' or 'note'",
        ),
        ("rules:\n  agreement/amount: off", "qcheck.yml:2:3: no rule fits 'agreement/amount'; `qcheck rules list` lists them"),
        ("rules:\n  agreement/*: {of: x}", "qcheck.yml:2:17: unknown key 'of'; did you mean 'off'?"),
        ("packs: [agrement]", "qcheck.yml:1:9: no pack 'agrement'; did you mean 'agreement'?"),
        ("packs: [./mine]", "qcheck.yml:1:9: no pack './mine'; built in are agreement"),
        ("packs: []", "qcheck.yml:1:1: packs: "),
        ("languages: [fr]", "qcheck.yml:1:13: languages.0: no language 'fr'; known are de, en"),
        ("facts: [none.yml]", "none.yml: cannot be read"),
        ("facts: none.yml", "qcheck.yml:1:1: facts: should be a list"),
        ("packs: [all]\npacks: [all]", "qcheck.yml:2:1: the key 'packs' stands twice"),
        ("units: {bushel: a, bushel: b}", "stands twice"),
        ("- x", "qcheck.yml:1:1: "),
    ],
)
def test_what_is_wrong_is_3_with_its_place(run: Run, news: Path, text: str, told: str) -> None:
    config(text)
    ended = run("check", "news")
    assert ended.code == 3
    assert told in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.qcheck]\nrule = 3", "pyproject.toml:2:1: unknown key 'rule'; did you mean 'rules'?"),
        ("[tool.qcheck]\n# x\npacks = [\n  'agrement',\n]", "pyproject.toml:3:1: no pack 'agrement'; did you mean 'agreement'?"),
        ("[tool.qcheck.rules]\n\n  'agreement/x' = 'off'", "pyproject.toml:3:3: no rule fits 'agreement/x'"),
        ("tool.qcheck.languages = ['fr']", "pyproject.toml:1:1: languages.0: no language 'fr'"),
        ("[tool.qcheck]\nfacts = [", "pyproject.toml: is not TOML: "),
    ],
)
def test_what_is_wrong_in_pyproject_is_told_with_its_place(run: Run, news: Path, text: str, told: str) -> None:
    config(text, "pyproject.toml")
    ended = run("check", "news")
    assert ended.code == 3
    assert told in ended.err


def test_facts_concepts_and_units_of_the_desk(run: Run) -> None:
    config(
        "facts: [desk/facts.yml]\nconcepts:\n  windmill: {en: [mill, gristmill]}\nunits: {crannocks: kilogram}\n",
        "conf/qcheck.yml",
    )
    config("facts: [{name: Flood, date: 2031-04-02, words: {en: [the flood]}}]\n", "conf/desk/facts.yml")
    config("5 May 2031\n\nThe town has sold 30 gristmills and 40 crannocks of corn since the flood.\n", "draft.txt")
    plain = run("claims", "draft.txt", "--format", "json").out
    known = run("claims", "draft.txt", "--format", "json", "--config", "conf/qcheck.yml").out
    of = [{(row["of"], row["unit"]) for row in json.loads(text)["claims"] if row["role"] == "claim"} for text in (plain, known)]
    assert ("windmill", "count") in of[1] - of[0]
    assert any(unit == "kilogram" for _, unit in of[1] - of[0])
    assert "2031-04-02" in known and "2031-04-02" not in plain
    assert "2031-04-02" in run("explain", "30 mills since the flood", "--published", "2031-05-05", "--config", "conf/qcheck.yml").out


def test_a_word_that_config_and_facts_give_otherwise_is_told(run: Run, news: Path) -> None:
    config("facts: [facts.yml]\nunits: {bushel: us_bushel}\n")
    config("units: {bushel: imperial_bushel}\n", "facts.yml")
    ended = run("check", "news")
    assert ended.code == 3
    assert "facts.yml:1:9: 'unit bushel' is given otherwise at qcheck.yml:2; keep one of them" in ended.err
    assert "CONFLICT 1" in ended.out  # the rest is checked


def test_options_stand_beside_the_configuration(run: Run, news: Path) -> None:
    config("packs: [calendar, house]\n")
    assert run("rules", "new", "house/seats").code == 0
    assert run("rules", "new", "more/chairs").code == 0
    listed = run("rules", "list", "--rules", "more").out
    assert "house/seats" in listed and "more/chairs" in listed and "calendar/" in listed and "agreement/" not in listed
    assert "4 examples" in run("rules", "test", "house").out


def test_a_wrong_rule_of_a_pack_is_left_out_and_the_rest_is_checked(run: Run, news: Path) -> None:
    config("packs: [agreement, house]\n")
    config("title: x\n", "house/bad.yaml")
    run("rules", "new", "house/seats")
    ended = run("check", "news")
    assert ended.code == 3
    assert "house/bad.yaml:1:1:" in ended.err and "CONFLICT 1" in ended.out


def test_selectors_that_matched_nothing_are_told(run: Run, news: Path) -> None:
    config("packs: [agreement, house]\n")
    run("rules", "new", "house/seats")
    assert run("check", "news", "--out", "out").err == "house/seats: select matched nothing in these texts\n"
    idle = json.loads(Path("out/report.json").read_text(encoding="utf-8"))["selectors_that_matched_nothing"]
    assert "house/seats: select" in idle and "agreement/amounts: select" not in idle
    assert "house/seats: select" in Path("out/report.html").read_text(encoding="utf-8")
