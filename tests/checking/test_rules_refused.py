"""What else no rule file may hold, each with the place and the advice that its author is given."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from qcheck.checking import kinds
from qcheck.checking.patterns import MAX_PATTERN
from qcheck.checking.rules import builtin_folder, load_rules
from qcheck.checking.selection import Chosen, Selector
from qcheck.model.errors import Problems

RULE = (builtin_folder() / "arithmetic" / "share-above-100.yaml").read_text(encoding="utf-8")


def refused(folder: Path, text: str) -> str:
    file = folder / "mine" / "share.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_rules(file)
    return "\n".join(map(str, caught.value.problems))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("modality: asserted", "near: ''", "an empty pattern fits everything"),
        ("modality: asserted", "near: ' '", "an empty pattern fits everything"),
        ("modality: asserted", f"near: '{'x' * (MAX_PATTERN + 1)}'", f"a pattern of more than {MAX_PATTERN} characters; write several"),
        ("modality: asserted", r'near: "\0"', "a pattern with the character U+0000"),
        ("expect: silent", "expect: conflict", "no example is silent; add a near miss"),
        ("modality: asserted", "modality: {not: {not: asserted}}", "write a value, a list of values, or {not: ...}"),
    ],
)
def test_what_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in RULE
    assert told in refused(tmp_path, RULE.replace(old, new))


def test_a_title_says_something(tmp_path: Path) -> None:
    title = next(line for line in RULE.splitlines() if line.startswith("title: "))
    assert "title: is empty" in refused(tmp_path, RULE.replace(title, "title: ' '"))


def test_what_is_said_in_english_is_said_in_german_too(tmp_path: Path) -> None:
    german = next(line for line in RULE.splitlines(keepends=True) if line.startswith("    conflict: "))
    assert "has no message for conflict; say in German, too, what `message` says" in refused(tmp_path, RULE.replace(german, ""))


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    for folder, severity in (("one", "error"), ("two", "warning")):
        file = tmp_path / folder / "mine" / "share.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(RULE.replace("severity: error", f"severity: {severity}"), encoding="utf-8")
    with pytest.raises(Problems, match=r"the rule mine/share is already in .*one/mine/share.yaml; rename one"):
        load_rules([tmp_path / "one", tmp_path / "two"])


def test_a_kind_of_check_that_cannot_be_loaded_is_a_fault_of_the_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("broken", "no_such_package.checks:kind", kinds.GROUP)
    monkeypatch.setattr(kinds, "_offered", lambda: {"broken": broken})
    told = refused(tmp_path, RULE.replace("check: outside_limits", "check: broken"))
    assert "3:1: the kind of check 'broken' (no_such_package.checks:kind) cannot be loaded: No module named 'no_such_package'" in told


def test_a_choice_is_taken_as_it_is() -> None:
    adapter = TypeAdapter(Selector)
    chosen = Chosen(("percent",), excluded=True)
    assert adapter.validate_python({"unit": chosen}) == {"unit": chosen}
    assert adapter.validate_python({"unit": {"not": "percent"}}) == {"unit": chosen}
    assert adapter.validate_python({"within": 2024}) == {"within": Chosen(("2024",))}
    with pytest.raises(ValidationError, match="write a value"):
        adapter.validate_python({"unit": [["percent"]]})
