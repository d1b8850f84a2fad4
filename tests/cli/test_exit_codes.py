"""What each ending of a command means, and the one clear line that goes with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qcheck.checking import check
from qcheck.extraction import claims
from qcheck.model.claim import Claim
from qcheck.model.desk import Desk
from qcheck.model.document import Document
from qcheck.model.finding import OUTCOMES, Finding, Outcome

Run = Callable[..., Any]


def one_line(text: str, *parts: str) -> bool:
    """Exactly one line, and it holds all these parts."""
    return text.count("\n") == 1 and all(part in text for part in parts)


def with_outcome(monkeypatch: pytest.MonkeyPatch, outcome: Outcome) -> None:
    found = [Finding("a/b", outcome, "note", "", "message", "working", "f" * 12)]
    monkeypatch.setattr(check, "findings", lambda *_, **__: found)


def test_nothing_found_is_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("5 May 2031\n\nNothing happened in the quiet valley on Monday, said the mayor.\n", encoding="utf-8")
    assert run("check", "a.txt").code == 0


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("level", [*OUTCOMES, "never"])
def test_findings_at_or_above_the_level_are_1(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch, outcome: Outcome, level: str) -> None:
    with_outcome(monkeypatch, outcome)
    expected = 1 if level != "never" and OUTCOMES.index(outcome) <= OUTCOMES.index(level) else 0
    assert run("check", news, "--fail-on", level).code == expected


def test_only_conflicts_fail_unless_told_otherwise(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_outcome(monkeypatch, "review")
    assert run("check", news).code == 0
    with_outcome(monkeypatch, "conflict")
    assert run("check", news).code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chekc", "x"),
        ("check",),
        ("check", "x", "--fail-on", "sometimes"),
        ("explain", "4 cows", "--published", "yesterday"),
        ("check", "x", "--nope"),
    ],
)
def test_usage_is_2_in_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.count("\n") == 1


def test_a_bad_date_is_named(run: Run) -> None:
    assert one_line(run("explain", "4 cows", "--published", "2031-13-01").err, "2031-13-01", "YYYY-MM-DD")


def test_an_unknown_language_is_usage(run: Run) -> None:
    ended = run("explain", "4 cows", "--language", "xx")
    assert ended.code == 2
    assert one_line(ended.err, "xx", "en")


def test_a_folder_that_cannot_be_written_is_usage(run: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = run("check", news, "--out", "file/report")
    assert ended.code == 2
    assert "file/report" in ended.err
    assert "Traceback" not in ended.err


def test_a_rule_with_an_unknown_key_is_3_with_file_and_line(run: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("title: A title\nwhy: A reason\nlokk: claim\n", encoding="utf-8")
    ended = run("check", news, "--rules", "bad.yaml")
    assert ended.code == 3
    assert "bad.yaml:3:" in ended.err
    assert "lokk" in ended.err
    assert "Traceback" not in ended.err


def test_signs_of_a_strangers_rule_do_not_act_on_the_terminal(run: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(
        '"a\\e[31m\\u202e\\n": 1\nmessage: {note: "{\\e]0;x\\a}"}\n' + f"{'x' * 9_000}: 1\n", encoding="utf-8"
    )
    ended = run("check", news, "--rules", "bad.yaml")
    assert ended.code == 3
    assert ended.err.replace("\n", "").isprintable()
    assert all(line.startswith("bad.yaml:") and len(line) < 1_100 for line in ended.err.splitlines())


def test_a_facts_file_with_a_typo_is_3_with_file_and_line(run: Run, news: Path, tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text(
        "facts:\n  - name: the flood\n    dtae: 2031-05-04\n    words: {en: [the flood]}\n", encoding="utf-8"
    )
    ended = run("check", news, "--facts", "facts.yml")
    assert ended.code == 3
    assert "facts.yml:3:" in ended.err
    assert "dtae" in ended.err


def test_a_facts_file_that_is_missing_is_3(run: Run, news: Path) -> None:
    ended = run("check", news, "--facts", "none.yml")
    assert ended.code == 3
    assert one_line(ended.err, "none.yml")


@pytest.mark.parametrize(
    ("name", "content"), [("missing.txt", None), ("binary.txt", b"\x89PNG\x00\x00\x01\x02" * 50), ("large.txt", b"word " * 6_000_000)]
)
def test_what_cannot_be_read_is_4_in_one_line_and_the_rest_is_checked(
    run: Run, news: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ended = run("check", name, news, "--out", "out", "--fail-on", "never")
    assert ended.code == 4
    assert one_line(ended.err, name)
    assert "2 articles" in ended.out
    assert name in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_an_empty_folder_is_4_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = run("check", "empty")
    assert ended.code == 4
    assert one_line(ended.err, "empty")


def test_a_file_that_is_skipped_is_4_only_if_it_was_named(run: Run, news: Path) -> None:
    (news / "photo.jpg").write_bytes(b"x")
    ended = run("check", "news", "--fail-on", "never")
    assert ended.code == 0
    assert one_line(ended.err, "photo.jpg")
    assert run("check", "news", "news/photo.jpg", "--fail-on", "never").code == 4


def test_unread_outranks_findings(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_outcome(monkeypatch, "conflict")
    assert run("check", news, "missing.txt").code == 4


def test_a_bad_rule_outranks_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("lokk: claim\n", encoding="utf-8")
    assert run("check", "missing.txt", "--rules", "bad.yaml").code == 3


def test_a_bug_is_5_in_one_line(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr(check, "findings", broken)
    ended = run("check", news)
    assert ended.code == 5
    assert one_line(ended.err, "bug", "ZeroDivisionError", "report", "QCHECK_DEBUG=1")


def test_a_bug_shows_where_it_came_from_if_asked(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(check, "findings", broken)
    monkeypatch.setenv("QCHECK_DEBUG", "1")
    assert "Traceback" in run("check", news).err


@pytest.mark.skipif(sys.platform != "linux", reason="a worker that is no fork does not see the fault")
def test_a_bug_over_one_article_costs_that_article(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claims_of = claims.claims_of

    def broken(document: Document, **options: Desk) -> list[Claim]:
        if document.document.endswith("one.txt"):
            raise ZeroDivisionError("by\nzero")
        return claims_of(document, **options)

    monkeypatch.setattr(claims, "claims_of", broken)
    ended = run("check", news)
    assert ended.code == 4
    assert one_line(ended.err, "one.txt", "bug", "ZeroDivisionError: by zero", "report")
    assert "1 article" in ended.out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_signs_gets_them_written_out(encoding: str) -> None:
    code = "from qcheck.cli.main import run; run()"
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    ended = subprocess.run(
        [sys.executable, "-c", code, "explain", "4 cows → \u202e", "--language", "en"], capture_output=True, env=environment, check=False
    )
    assert ended.returncode == 0, ended.stderr


def test_a_reader_that_leaves_early_is_no_error(news: Path) -> None:
    code = "import sys; sys.argv = ['qcheck', 'claims', sys.argv[1], '--format', 'json']; from qcheck.cli.main import run; run()"
    process = subprocess.Popen([sys.executable, "-c", code, str(news)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    error = process.stderr.read()
    process.wait()
    assert error == b""
