"""Facts files, configurations and rules of strangers: a fault has its place, an oddity does nothing, and no run hangs."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

import qcheck
from qcheck.checking import check
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import builtin_folder, load_rules, sound_rules
from qcheck.extraction.claims import claims_of
from qcheck.files.yaml import MAX_BYTES
from qcheck.model.document import Document
from qcheck.model.errors import Problems
from qcheck.reading.config import find_config, load_config
from qcheck.reading.desk import LONGEST, sound_desk

FLOOD = 'facts:\n  - {name: Flood, date: 2022-08-24, words: {en: ["the flood"]}}\n'
TEXT = "14 May 2024\n\nThe council of Ostby has bought 412 bicycles since the flood, said the mayor, Tove Lind."
ALIASES = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

BROKEN: dict[str, tuple[str | bytes, str]] = {
    "alias bomb": (ALIASES, "anchors and aliases are refused"),
    "self reference": ("facts: &f [*f]\n", "anchors and aliases are refused"),
    "merge": ("units: {<<: {a: b}}\n", ""),
    "tag": ("facts: !!python/object/apply:os.system [true]\n", "tags are refused"),
    "depth": ("facts: " + "[" * 5_000, "nested deeper than 20 levels"),
    "duplicate key": (f"{FLOOD}{FLOOD}", "the key 'facts' stands twice"),
    "second document": (f"{FLOOD}---\n{FLOOD}", "a second document begins here"),
    "size": ("#" * (MAX_BYTES + 1), f"is larger than {MAX_BYTES} bytes"),
    "nul": ("facts: \0", "is not YAML"),
    "latin": (b"facts: \xff", "is not UTF-8"),
    "day": (FLOOD.replace("2022-08-24", "2022-02-31"), "2022-02-31"),
    "year 0": (FLOOD.replace("2022-08-24", "0000-01-01"), "0000-01-01"),
    "year 10000": (FLOOD.replace("2022-08-24", "10000-01-01"), "10000-01-01"),
    "digits": (f"numbers: [{{name: a, of: b, hard: {'9' * 5_000}}}]\n", ""),
    "range": ("numbers: [{name: a, of: b, hard: '(inf, -inf)'}]\n", "hard"),
    "long word": (FLOOD.replace("the flood", "a" * 10_000), f"is longer than {LONGEST} characters"),
    "path": (FLOOD.replace("words:", "include: ../../etc/passwd, words:"), "unknown key 'include'"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_facts_file_is_told_with_its_place(tmp_path: Path, fault: str) -> None:
    content, says = BROKEN[fault]
    path = tmp_path / "facts.yml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    _, problems = sound_desk(path)
    assert problems
    assert all(problem.path == path.as_posix() for problem in problems)
    assert any(says in str(problem) for problem in problems), problems
    with pytest.raises(Problems):
        load_config(path)


@pytest.mark.parametrize(
    "word", ["(a+)+$", "[", "\\", ".*", "{0.__class__}", "%s", "${HOME}", "{{7*7}}", "<script>", "\u202e", "a" * LONGEST]
)
def test_words_of_facts_are_text_and_nothing_else(tmp_path: Path, word: str) -> None:
    path = tmp_path / "facts.yml"
    path.write_text(FLOOD + "  - {name: Odd, date: 2021-01-02, words: {en: ['" + word.replace("'", "''") + "']}}\n", encoding="utf-8")
    desk, problems = sound_desk(path)
    assert not problems, problems
    claims = [row for row in claims_of(Document("a.txt", "", TEXT, "en", "2024-05-14"), desk=desk) if row.role == "claim"]
    assert [(claim.quote, claim.within) for claim in claims] == [("412 bicycles", "2022-08-24/2024-05-14")]
    (time,) = qcheck.parse_times("since the flood", language="en", published=date(2024, 5, 14), desk=desk)
    assert str(time.span) == "2022-08-24/2024-05-14"


def test_a_thousand_facts_are_only_slow(tmp_path: Path) -> None:
    path = tmp_path / "facts.yml"
    entries = (f"  - {{name: Fire {n}, date: 2021-01-02, words: {{en: ['the fire {n}']}}}}\n" for n in range(1_000))
    path.write_text(FLOOD + "".join(entries), encoding="utf-8")
    desk, problems = sound_desk(path)
    assert not problems and len(desk.facts) == 1_001
    claims = claims_of(Document("a.txt", "", TEXT, "en", "2024-05-14"), desk=desk)
    assert any(claim.within == "2022-08-24/2024-05-14" for claim in claims)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("name", ["qcheck.yml", "pyproject.toml"])
def test_a_configuration_that_never_ends_is_not_opened(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    find_config(tmp_path)


EVERYTHING = """
title: Everything
severity: warning
check: outside_limits
with: {within: "[-2, -1]"}
look: claim
select: {}
message: {conflict: "“{quote}” is a number."}
hints: ["Look."]
why: All numbers.
howto: Look.
false_positives: [All.]
examples:
  - articles: {language: en, published: 2024-05-21, text: "On Monday, 12 boats lay in the harbour."}
    expect: conflict
  - articles: {language: en, published: 2024-05-21, text: "On Monday, boats lay in the harbour."}
    expect: silent
"""


def test_a_rule_that_matches_everything_finds_each_number_once_and_changes_no_other_rule(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "everything.yaml").write_text(EVERYTHING, encoding="utf-8")
    mine, problems = sound_rules(pack)
    assert not problems, problems
    text = TEXT + " ".join(f"It has {n} lamps of the kind {n} too." for n in range(2, 60))
    rows = [row for name in "ab" for row in claims_of(Document(f"{name}.txt", "", text, "en", "2024-05-14"))]
    corpus = corpus_of(rows)
    builtin = check.findings(corpus, load_rules())
    together = check.findings(corpus, (*load_rules(), *mine))
    ours = [finding for finding in together if finding.rule == "mine/everything"]
    assert len(ours) == len({finding.claims for finding in ours}) >= 50
    assert [finding for finding in together if finding.rule != "mine/everything"] == builtin


@pytest.mark.parametrize("place", ["../outside", "/etc", "shares/../../outside"])
def test_a_pack_outside_is_what_the_user_named_and_nothing_else(tmp_path: Path, place: str) -> None:
    (tmp_path / "qcheck.yml").write_text(f"packs: [{place}]\n", encoding="utf-8")
    config = load_config(tmp_path / "qcheck.yml")
    assert config.packs == (place,)


def test_rules_that_come_with_qcheck_are_found_without_a_way_out() -> None:
    assert all(path.resolve().is_relative_to(builtin_folder().resolve()) for path in builtin_folder().rglob("*.yaml"))
