"""What a user does wrong, or is given wrong: one clear line with the file, the right exit code, and the rest is still checked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = """The mill is to be rebuilt

14 May 2024

The council of Ostby has bought more than 400 bicycles since August 2022, said the mayor, Tove Lind.
"""


FACTS = """facts:
  - name: Flood in Ostby
    date: 2022-08-24
    words:
      en: ["the flood"]
"""


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    errors: str
    report: dict[str, Any]

    def lines_about(self, name: str) -> list[str]:
        return [line for line in (self.out + self.errors).splitlines() if name in line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def check(folder: Path, *arguments: str) -> Run:
    command = [sys.executable, "-c", "from qcheck.cli.main import run; run()", "check", *arguments, "--out", "out"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    report = folder / "out" / "report.json"
    return Run(done.returncode, done.stdout, done.stderr, json.loads(report.read_text(encoding="utf-8")) if report.exists() else {})


def test_without_a_fault_the_article_is_checked(folder: Path) -> None:
    run = check(folder, "articles")
    assert run.code == 0, run
    assert "more than 400 bicycles" in json.dumps(run.report)


def assert_neighbour_is_checked(run: Run) -> None:
    assert "more than 400 bicycles" in json.dumps(run.report), run


def test_a_missing_file(folder: Path) -> None:
    run = check(folder, "articles", "nowhere.txt")
    assert run.code == 4, run
    assert len(run.lines_about("nowhere.txt")) == 1, run
    assert_neighbour_is_checked(run)


def test_only_a_missing_file(folder: Path) -> None:
    run = check(folder, "nowhere.txt")
    assert run.code == 4, run
    assert len(run.lines_about("nowhere.txt")) == 1, run


def test_an_empty_folder(folder: Path) -> None:
    (folder / "empty").mkdir()
    run = check(folder, "empty")
    assert run.code == 4, run
    [line] = run.lines_about("empty")
    assert "no article" in line, run


def test_a_binary_file_named_txt(folder: Path) -> None:
    (folder / "articles" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    run = check(folder, "articles")
    assert run.code == 4, run
    assert len(run.lines_about("picture.txt")) == 1, run
    assert_neighbour_is_checked(run)


def test_a_file_of_30_megabytes(folder: Path) -> None:
    (folder / "articles" / "large.txt").write_bytes(b"The council met again and bought nothing. " * 750_000)
    run = check(folder, "articles")
    assert run.code == 4, run
    [line] = run.lines_about("large.txt")
    assert "20 MB" in line, run
    assert_neighbour_is_checked(run)


def a_rule(folder: Path, pattern: str, wrong: str) -> int:
    """Writes own/broken.yaml, a copy of a built-in rule with one place changed, and gives the line of that place."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("rules/**/*.yaml")))
    text, match = next((text, match) for text in texts if (match := re.search(pattern, text)))
    (folder / "own").mkdir()
    (folder / "own" / "broken.yaml").write_text(text[: match.start()] + wrong + text[match.end() :], encoding="utf-8")
    return text[: match.start()].count("\n") + 1


def test_a_rule_with_an_unknown_key(folder: Path) -> None:
    line = a_rule(folder, "severity:", "severty:")
    run = check(folder, "articles", "--rules", "own")
    assert run.code == 3, run
    [told] = [told for told in run.lines_about("own/broken.yaml") if "severty" in told]
    assert f"own/broken.yaml:{line}:" in told and "did you mean 'severity'?" in told, run
    assert_neighbour_is_checked(run)


def test_a_rule_with_a_bad_date(folder: Path) -> None:
    line = a_rule(folder, r"published: \d{4}-\d\d-\d\d", "published: 2024-02-31")
    run = check(folder, "articles", "--rules", "own")
    assert run.code == 3, run
    [told] = run.lines_about("own/broken.yaml")
    assert f"own/broken.yaml:{line}:" in told and "2024-02-31" in told, run
    assert_neighbour_is_checked(run)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "told"),
    [
        ("date: 2022-08-24", "date: 2022-08-42", 3, "2022-08-42"),
        ("words:", "word:", 4, "did you mean 'words'?"),
        ("facts:", "fact:", 1, "did you mean 'facts'?"),
        ('en: ["the flood"]', 'en: ["the flood"', 5, "YAML"),
    ],
)
def test_a_facts_file_with_a_typo(folder: Path, right: str, wrong: str, line: int, told: str) -> None:
    (folder / "facts.yml").write_text(FACTS.replace(right, wrong), encoding="utf-8")
    run = check(folder, "articles", "--facts", "facts.yml")
    assert run.code == 3, run
    assert any(re.match(rf".*facts\.yml:{line}:\d+: .*{re.escape(told)}", each) for each in run.lines_about("facts.yml")), run
    assert_neighbour_is_checked(run)


def test_a_missing_facts_file(folder: Path) -> None:
    run = check(folder, "articles", "--facts", "nowhere.yml")
    assert run.code in (2, 3), run
    assert len(run.lines_about("nowhere.yml")) == 1, run


def test_of_several_faults_the_worst_code_counts(folder: Path) -> None:
    (folder / "facts.yml").write_text(FACTS.replace("words:", "word:"), encoding="utf-8")
    assert check(folder, "articles", "nowhere.txt", "--facts", "facts.yml").code == 3


def test_a_report_that_cannot_be_written_still_shows_the_findings(folder: Path) -> None:
    (folder / "out").write_text("a file", encoding="utf-8")
    run = check(folder, "articles")
    assert run.code == 2, run
    assert run.lines_about("choose another --out") and "1 article" in run.out, run


def test_a_closed_standard_output_is_no_bug(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -c 'from qcheck.cli.main import run; run()' check articles --out out >&-",
        shell=True, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "out" / "report.html").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_line(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -c 'from qcheck.cli.main import run; run()' check articles --out out > /dev/full",
        shell=True, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and "cannot be written" in done.stderr
