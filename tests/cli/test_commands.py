"""What the commands print and write."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

import qcheck
from qcheck.cli.main import app

Run = Callable[..., Any]


def test_version(run: Run) -> None:
    assert run("--version").out == f"qcheck {qcheck.__version__}\n"


def test_help_names_every_command_and_the_exit_codes(run: Run) -> None:
    out = run("--help").out
    assert all(word in out for word in ("check", "claims", "explain", "rules", "Exit codes"))


def test_an_option_means_the_same_wherever_it_is_taken() -> None:
    told: dict[str, set[tuple[str | None, object]]] = {}
    for name in ("check", "draft", "claims", "explain", "lsp"):
        for option in typer.main.get_command(app).commands[name].params:  # type: ignore[attr-defined]
            told.setdefault(option.name, set()).add((getattr(option, "help", None), option.default))
    own = {"paths", "layout", "formats", "out", "published"}  # of one command, or of another meaning in each
    assert [name for name, said in told.items() if len(said) > 1 and name not in own] == []


def test_check_writes_four_files_and_says_where(run: Run, news: Path, tmp_path: Path) -> None:
    ended = run("check", "news")
    names = ["report.html", "report.md", "report.json", "claims.csv"]
    assert sorted(path.name for path in (tmp_path / "reports" / "news").iterdir()) == sorted(names)
    assert all(f"reports/news/{name}" in ended.out for name in names)


def test_check_names_the_default_folder_after_the_first_path(run: Run, news: Path, tmp_path: Path) -> None:
    run("check", news / "two.txt", news / "one.txt")
    assert (tmp_path / "reports" / "two.txt" / "report.html").is_file()


def test_check_prints_both_quotes_of_a_conflict(run: Run, news: Path) -> None:
    ended = run("check", "news")
    assert ended.code == 1
    assert "CONFLICT 1" in ended.out
    assert "[more than 400 pumps]" in ended.out and "[fewer than 300 pumps]" in ended.out
    assert "\x1b" not in ended.out


def test_the_order_of_paths_changes_no_byte(run: Run, news: Path, tmp_path: Path) -> None:
    run("check", "news/one.txt", "news/two.txt", "--out", "a")
    run("check", "news/two.txt", "news/one.txt", "--out", "b")
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_claims_as_json_and_csv_hold_every_row(run: Run, news: Path) -> None:
    rows = json.loads(run("claims", "news", "--format", "json").out)["claims"]
    lines = list(csv.DictReader(io.StringIO(run("claims", "news", "--format", "csv").out)))
    assert [row["claim"] for row in rows] == [line["claim"] for line in lines]
    assert {row["role"] for row in rows} >= {"claim", "document"}


def test_claims_as_a_table_show_quote_and_range(run: Run, news: Path) -> None:
    out = run("claims", "news").out
    assert "more than 400 pumps" in out and "(400, inf)" in out


def test_explain_shows_words_range_and_days(run: Run) -> None:
    out = run("explain", "more than 40 boats since April", "--published", "2031-05-05").out
    assert "(40, inf)" in out and "2031-04" in out


def test_explain_speaks_german(run: Run) -> None:
    out = run("explain", "more than 400 drones since August, chapter 12", "--published", "2024-02-15", "--ui", "de").out
    assert "„more than“" in out and "mehr als: eine untere Grenze" in out and "gelesen vom 2024-02-15 aus" in out
    assert [word for word in ("hard", "number", "counted", "below", "section") if f" {word}" in out] == []
    assert "keine Zahl und keine Zeit" in run("explain", "nothing here", "--ui", "de").out


def test_explain_says_so_where_nothing_is_to_read(run: Run) -> None:
    assert "no number" in run("explain", "The mayor smiled.", "--language", "en").out


def test_rules_lists_each_rule_with_title_and_reason(run: Run) -> None:
    from qcheck.checking.rules import load_rules

    out = run("rules").out
    assert load_rules()
    for rule in load_rules():
        assert rule.id in out and rule.title in out and rule.severity in out and rule.why.split()[0] in out


def test_rules_lists_those_of_a_folder_too(run: Run, tmp_path: Path) -> None:
    ended = run("rules", "--rules", "none")
    assert ended.code == 3
    assert "none" in ended.err
