"""`-f` and `--ui`: several formats in one run, in files and on standard output, in English and German."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qcheck.reporting import progress as bars
from qcheck.reporting.report import FORMATS, USUAL, load_format

Run = Callable[..., Any]


def test_each_name_is_a_file_in_the_folder_or_at_its_path(run: Run, news: Path) -> None:
    ended = run("check", news, "--out", "out", "-f", "json", "-f", "sarif=elsewhere/x.sarif", "--format", "findings-csv")
    assert ended.code == 1
    assert sorted(path.name for path in Path("out").iterdir()) == ["findings.csv", "report.json"]
    assert json.loads(Path("elsewhere/x.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ended.out.endswith("\n  out/report.json\n  elsewhere/x.sarif\n  out/findings.csv\n")


def test_what_goes_to_standard_output_stands_there_alone(run: Run, news: Path) -> None:
    ended = run("check", news, "-f", "json=-", "--fail-on", "never")
    assert (ended.code, json.loads(ended.out)["verdict"]["findings"]) == (0, {"conflict": 1})
    assert not Path("reports").exists()


def test_all_formats_in_one_run(run: Run, news: Path) -> None:
    pytest.importorskip("pyarrow")
    assert run("check", news, "--out", "out", *(word for name in FORMATS for word in ("-f", name))).code == 1
    assert {path.name for path in Path("out").iterdir()} == {load_format(name).FILE for name in FORMATS}


@pytest.mark.parametrize(
    ("formats", "told"),
    [
        (["pdf"], "no report format 'pdf'; use html, markdown"),
        (["json="], "no path in 'json='; write json=PATH, or json alone"),
        (["json=-", "csv=-"], "two formats would be written to standard output"),
        (["json", "json"], "two formats would be written to reports/news/report.json"),
    ],
)
def test_what_cannot_be_written_is_told_before_anything_is_read(run: Run, news: Path, formats: list[str], told: str) -> None:
    ended = run("check", news, *(word for name in formats for word in ("-f", name)))
    assert ended.code == 2 and told in ended.err and not ended.out
    assert not Path("reports").exists()


def test_parquet_without_pyarrow_names_what_to_install(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = run("check", news, "-f", "html", "-f", "parquet")
    assert ended.code == 2 and "pip install 'qcheck[parquet]'" in ended.err
    assert not Path("reports").exists()


def test_an_article_is_never_written_over(run: Run, news: Path) -> None:
    before = (news / "one.txt").read_bytes()
    assert run("check", news, "-f", f"text={news / 'one.txt'}").code == 2
    assert (news / "one.txt").read_bytes() == before


def test_german_by_option_and_by_configuration(run: Run, news: Path) -> None:
    by_option = run("check", news, "--ui", "de", "-f", "text=-").out
    assert by_option.startswith("WIDERSPRUCH 1  „more than 400 pumps“ und „fewer than 300 pumps“ gelten derselben Sache")
    Path("qcheck.yml").write_text("ui: de\n", encoding="utf-8")
    assert run("check", news, "-f", "text=-").out == by_option
    assert run("check", news, "-f", "text=-", "--ui", "en").out.startswith("CONFLICT 1")
    assert run("claims", news).out.endswith("2 Angaben in 2 Artikeln\n")


def test_what_was_not_read_is_told_in_german(run: Run, news: Path) -> None:
    (news / "table.xls").write_text("", encoding="utf-8")
    assert "news/table.xls: unbekannte Dateiendung .xls; bekannt sind .csv" in run("check", news, "--ui", "de").err
    page = Path("reports/news/report.html").read_text(encoding="utf-8")
    assert "unbekannte Dateiendung .xls" in page and "unknown suffix" not in page
    assert "unbekannte Dateiendung .xls" in run("claims", news, "--ui", "de").err


def test_the_language_changes_no_fingerprint(run: Run, news: Path) -> None:
    english, german = (json.loads(run("check", news, "-f", "json=-", "--ui", ui).out)["findings"] for ui in ("en", "de"))
    same = ("fingerprint", "claims", "sides", "outcome", "topic")
    assert [[one[key] for key in same] for one in english] == [[one[key] for key in same] for one in german]
    assert english[0]["message"] != german[0]["message"]


def test_a_language_that_is_not_spoken_is_told(run: Run, news: Path) -> None:
    assert "no interface in 'fr'; use de or en" in run("check", news, "--ui", "fr").err
    Path("qcheck.yml").write_text("packs: [all]\nui: fr\n", encoding="utf-8")
    ended = run("check", news)
    assert ended.code == 3 and "qcheck.yml:2:1: no interface in 'fr'" in ended.err


def test_claims_are_printed_in_every_layout(run: Run, news: Path) -> None:
    assert json.loads(run("claims", news, "-f", "json").out)["schema_version"] == 1
    assert run("claims", news, "-f", "csv").out.startswith("claim,role,document,")


def test_the_usual_formats_are_those_of_before() -> None:
    assert USUAL == ("html", "markdown", "json", "csv")


class Clock:
    def __init__(self, *times: float) -> None:
        self.times: Iterator[float] = iter(times)

    def __call__(self) -> float:
        return next(self.times)


@pytest.mark.parametrize(("terminal", "later", "shown"), [(True, 2.5, True), (True, 1.0, False), (False, 9.0, False)])
def test_a_bar_is_for_long_work_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool, later: float, shown: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    with bars.progress("de", clock=Clock(0.0, later)) as step:
        step(1, 2)
    printed = capsys.readouterr()
    assert printed.out == "" and ("Lese" in printed.err) is shown
