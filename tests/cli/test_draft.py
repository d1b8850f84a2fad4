"""`qcheck draft`: what concerns a draft and nothing else, as often as it is written, and as comments in a copy."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest

from tests.word.builder import change, paragraph, word
from tests.word.builder import run as words

# a shell lets what it starts in the background ignore interrupts
START = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from qcheck.cli.main import run; run()"
ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]
STORY = "Canada has supplied Kenya with {} pumps since March 2031, the ministry of transport said."
DRAFT = f"5 May 2031\n\n{STORY}\n"
SHARE = "In May 2031, 104 percent of households in Larvik were without power, the grid operator said."


@pytest.fixture
def draft(run: Run, news: Path) -> Path:
    """A draft that two published articles, at odds with one another, contradict or not."""
    path = Path("draft.txt")
    path.write_text(DRAFT.format("fewer than 250"), encoding="utf-8")
    return path


def test_only_what_concerns_the_draft_is_told(run: Run, draft: Path) -> None:
    ended = run("draft", draft, "--against", "news")
    assert ended.code == 1
    assert ended.out.count("CONFLICT") == 1
    assert "news/one.txt" in ended.out and "news/two.txt" not in ended.out
    assert run("draft", draft).code == 0
    draft.write_text(f"5 May 2031\n\n{SHARE}\n", encoding="utf-8")
    alone = run("draft", draft, "--against", "news")
    assert alone.code == 1 and "104 percent" in alone.out and "pumps" not in alone.out.split("claims")[0]
    assert not Path("reports").exists()


def test_what_is_published_may_stand_in_the_configuration(run: Run, draft: Path) -> None:
    Path("qcheck.yml").write_text("published: [news]\n", encoding="utf-8")
    assert run("draft", draft).code == 1
    assert run("draft", draft, "--fail-on", "never", "--out", "told").code == 0
    assert Path("told/report.html").is_file()


def test_a_draft_in_the_folder_of_the_published_is_not_its_own_opponent(run: Run, news: Path) -> None:
    ended = run("draft", news / "two.txt", "--against", "news")
    assert ended.out.count("CONFLICT") == 1
    assert "2 articles, 2 claims\nchecked against 1 published article;" in ended.out


def test_a_draft_is_told_of_in_german(run: Run, draft: Path) -> None:
    assert run("draft", draft, "--against", "news", "--ui", "de").out.startswith("WIDERSPRUCH 1")


def test_only_comments_of_the_draft_decide(run: Run, draft: Path, news: Path) -> None:
    comment = "\n<!-- qcheck: dismiss agreement/amounts they are wrong -->\n"
    one = news / "one.txt"
    one.rename(news / "one.md")
    (news / "one.md").write_text((news / "one.md").read_text(encoding="utf-8") + comment, encoding="utf-8")
    assert run("draft", draft, "--against", "news").code == 1
    Path("draft.md").write_text(draft.read_text(encoding="utf-8") + comment, encoding="utf-8")
    ended = run("draft", "draft.md", "--against", "news")
    assert ended.code == 0 and "dismissed: they are wrong" in ended.out


def test_text_from_standard_input(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(DRAFT.format("fewer than 300").encode()))
    monkeypatch.setattr("sys.stdin", given)
    ended = run("draft", "-", "--against", "news")
    assert ended.code == 1 and "standard input" in ended.out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("gone.txt",), 4, "gone.txt: cannot be read"),
        (("draft.xyz",), 4, "draft.xyz: unknown suffix .xyz"),
        (("news",), 2, "news is a folder; name one draft"),
        (("-", "--watch"), 2, "standard input cannot be watched"),
        (("draft.txt", "--annotate", "out.docx"), 2, "name a draft and a copy that end in .docx"),
        (("draft.docx", "--annotate", "draft.docx"), 2, "would overwrite what is read"),
        (("draft.docx", "--annotate", "./news/../draft.docx"), 2, "would overwrite what is read"),
        (("draft.docx", "--annotate", "news/old.docx", "--against", "news"), 2, "would overwrite what is read"),
        (("draft.txt", "--against", "gone"), 4, "gone: cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, draft: Path, news: Path, arguments: tuple[str, ...], code: int, told: str) -> None:
    Path("draft.xyz").write_text("x", encoding="utf-8")
    for path in ("draft.docx", "news/old.docx"):
        Path(path).write_bytes(word(paragraph(STORY.format("5"))))
    ended = run("draft", *arguments, "--fail-on", "never")
    assert ended.code == code and told in ended.err


def test_a_commented_copy_holds_each_finding_and_the_draft_stays(run: Run, news: Path) -> None:
    story = STORY.format("@").split("@")
    data = word(
        paragraph("5 May 2031"),
        paragraph(story[0], change("del", words("more than 400")), change("ins", words("fewer than ")), words("300", "<w:b/>"), story[1]),
        paragraph(SHARE),
    )
    Path("draft.docx").write_bytes(data)
    ended = run("draft", "draft.docx", "--against", "news", "--annotate", "copy.docx")
    assert ended.code == 1 and "draft.docx: left out: tracked deletion (1)" in ended.err
    assert Path("draft.docx").read_bytes() == data
    comments = [comment.text for comment in docx.Document("copy.docx").comments]
    assert len(comments) == ended.out.count("CONFLICT") == 2
    assert any("news/one.txt" in each and "more than 400 pumps" in each and "agreement/amounts" in each for each in comments)


@pytest.mark.parametrize("source", ["draft.txt", "-"])
def test_a_draft_is_read_within_the_limits(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    def hang(*_: object, **__: object) -> None:
        while True:
            pass

    monkeypatch.setattr("qcheck.extraction.claims.claims_of", hang)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(draft.read_bytes())))
    ended = run("draft", source, "--timeout", "0.3")
    assert ended.code == 4 and "took longer than 0.3 s; split it, or allow more with --timeout" in ended.err
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(draft.read_bytes())))
    large = run("draft", source, "--max-size", "0.00001")
    assert large.code == 4 and "is larger than 1e-05 MB; split it" in large.err


def test_what_is_published_and_touches_the_draft_nowhere_is_not_told_of(run: Run, draft: Path, news: Path) -> None:
    (news / "market.txt").write_text("5 May 2031\n\nLarvik opened a market hall with nine stalls.\n", encoding="utf-8")
    (news / "table.xls").write_text("", encoding="utf-8")
    ended = run("draft", draft, "--against", "news", "--out", "told")
    assert "3 articles, 3 claims\nchecked against 3 published articles;" in ended.out
    assert "news/table.xls: unknown suffix" in ended.err
    assert "nine stalls" not in Path("told/report.html").read_text(encoding="utf-8")


def test_a_watched_draft_tells_what_changed_and_nothing_twice(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [None, DRAFT.format("fewer than 250") + f"\n{SHARE}\n", DRAFT.format("430") + f"\n{SHARE}\n"]
    steps = iter([*texts, "gone", texts[-1]])
    reads: list[str | None] = []

    def wait(seconds: float) -> None:
        text = next(steps, "end")
        if text == "end":
            raise KeyboardInterrupt
        if text == "gone":
            draft.unlink()
        elif text:
            draft.write_text(text, encoding="utf-8")
            os.utime(draft, ns=(len(reads), len(reads)))
        reads.append(text)

    monkeypatch.setattr("qcheck.cli.draft.time", SimpleNamespace(sleep=wait))
    ended = run("draft", draft, "--against", "news", "--watch")
    assert ended.code == 1  # as the last state is
    assert [line.split()[0] for line in ended.out.splitlines() if line[:8] in ("CONFLICT", "fixed  “")] == ["CONFLICT"] * 3 + ["fixed"]
    assert ended.out.count("104 percent of households]") == 1
    assert ended.err == ""


def test_an_interrupt_ends_a_watch_with_the_code_of_the_draft(draft: Path) -> None:
    program = [sys.executable, "-u", "-c", START, "draft", "draft.txt", "--against", "news", "--watch"]
    watching = subprocess.Popen(
        program,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=draft.resolve().parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert watching.stdout is not None
    assert any("articles" in line for line in watching.stdout)
    watching.send_signal(signal.SIGINT)
    _, errors = watching.communicate(timeout=30)
    assert (watching.returncode, errors) == (1, "")
