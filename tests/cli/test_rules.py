"""`qcheck rules`: a rule of one's own from the template to the check, with its examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qcheck.checking.rules import load_rules

Run = Callable[..., Any]


@pytest.fixture
def rule(run: Run, tmp_path: Path) -> Path:
    """The commented rule that `qcheck rules new` writes."""
    assert run("rules", "new", "house/seats").code == 0
    return tmp_path / "house" / "seats.yaml"


def change(rule: Path, old: str, new: str) -> None:
    text = rule.read_text(encoding="utf-8")
    assert old in text
    rule.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_new_rule_passes_its_own_examples_and_is_used(run: Run, rule: Path, tmp_path: Path) -> None:
    tested = run("rules", "test", rule, "--coverage")
    assert tested.code == 0
    assert "house/seats    2 fired    2 silent    0 todo" in tested.out
    (tmp_path / "draft.txt").write_text("The hall\n\n5 May 2031\n\nOn Monday the hall had 61 seats, said the mayor.\n", encoding="utf-8")
    checked = run("check", "draft.txt", "--rules", "house")
    assert checked.code == 1
    assert "“61 seats” are more than the hall has: 40." in checked.out


def test_a_new_rule_explains_every_key_that_a_rule_can_have(rule: Path) -> None:
    from qcheck.checking.rule import Rule
    from qcheck.checking.rules import NOT_WRITTEN

    text = rule.read_text(encoding="utf-8")
    pairs_only = {"one", "other", "same"}
    for name, field in Rule.model_fields.items():
        assert f"{field.alias or name}:" in text or name in {*NOT_WRITTEN, *pairs_only}, name
    assert text.count("\n#") > 8


def test_new_writes_over_nothing(run: Run, rule: Path) -> None:
    before = rule.read_bytes()
    again = run("rules", "new", "house/seats.yaml")
    assert again.code == 2 and "is there already" in again.err
    assert rule.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("expect: conflict", "expect: silent", "example 1 should be silent, but the rule says conflict"),
        ("expect: silent", "expect: conflict", "example 3 should be conflict, but the rule says nothing"),
        ("  - why: as many", "  - todo: not yet\n    why: as many", "example 3 is no gap any more; remove its todo"),
        ("within: \"[0, 40]\"", "within: \"[0, 400]\"", "nothing makes it fire"),
    ],
)  # fmt: skip
def test_an_example_that_does_not_hold_fails_the_rule(run: Run, rule: Path, old: str, new: str, told: str) -> None:
    change(rule, old, new)
    ended = run("rules", "test", "house")
    assert ended.code == 1
    assert f"house/seats.yaml: {told}" in ended.out
    assert "1 rule fails" in ended.out


def test_a_known_gap_is_counted_and_no_fault(run: Run, rule: Path) -> None:
    change(rule, "    expect: silent\n", "    expect: conflict\n    todo: other words for a seat\n")
    ended = run("rules", "test", "house", "--coverage")
    assert ended.code == 0
    assert "2 fired    1 silent    1 todo" in ended.out
    assert "other words for a seat" in run("rules", "show", "house/seats", "--rules", "house").out


def test_a_wrong_rule_is_told_with_its_place(run: Run, rule: Path) -> None:
    change(rule, "severity: warning", "severity: wrong")
    ended = run("rules", "test", "house")
    assert ended.code == 3
    assert "house/seats.yaml:6:1: severity:" in ended.err


def test_the_page_of_a_rule_tells_everything_of_it(run: Run) -> None:
    for rule in load_rules():
        out = run("rules", "show", rule.id).out
        assert [
            part for part in ("Why", "How to check", "It fires on", "It is silent on", "Known false positives") if part not in out
        ] == []
        told = [
            rule.title,
            rule.why,
            rule.howto,
            *rule.false_positives,
            *rule.references,
            *(a.text for e in rule.examples for a in e.articles),
        ]
        assert [text for text in told if text not in out] == []
        assert "{" not in out


def test_rules_are_told_in_german(run: Run) -> None:
    listed = run("rules", "list", "--ui", "de").out
    for rule in load_rules():
        spoken = rule.spoken("de")
        assert spoken.title in listed and spoken.why in listed
        out = run("rules", "show", rule.id, "--ui", "de").out
        assert [text for text in (spoken.title, spoken.why, spoken.howto, *spoken.false_positives) if text not in out] == []
        assert [part for part in ("Warum", "Wie man es prüft", "Sie schlägt an bei", "Sie schweigt bei") if part not in out] == []
        assert [part for part in ("Why", "It fires on", "(English", "[quote]") if part in out] == []


def test_an_option_before_the_command_is_not_passed_over(run: Run) -> None:
    assert run("rules", "--ui", "de").out.startswith("agreement")
    ended = run("rules", "--ui", "de", "list")
    assert ended.code == 2 and "stand behind its command; write: qcheck rules list" in ended.err


def test_a_misspelt_rule_gets_the_nearest(run: Run) -> None:
    ended = run("rules", "show", "agreement/amount")
    assert ended.code == 2
    assert "did you mean 'agreement/amounts'?" in ended.err


def test_the_kinds_of_check_are_listed_with_what_they_prove(run: Run) -> None:
    from qcheck.checking.kinds import KINDS

    out = run("rules", "kinds").out
    for name, kind in KINDS.items():
        assert f"\n{name}  " in f"\n{out}" and kind.about and kind.about in out
        assert all(f"`{key}`" in out for key in kind.parameters.model_fields), name


def test_rules_in_force_are_tested_by_name(run: Run, rule: Path) -> None:
    for name, count in (("article/undated", 1), ("article", 2), ("house", 1)):
        ended = run("rules", "test", name)
        assert ended.code == 0 and ended.out.startswith(f"{count} rule"), ended
    assert run("rules", "test", "articl").code == 3
