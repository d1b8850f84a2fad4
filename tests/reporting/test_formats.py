"""Markdown, JSON and CSV: the same content, and nothing in it that acts."""

from __future__ import annotations

import csv as csv_reader
import io
import json as json_reader
import math
import random
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.errors import UsageProblem
from qcheck.model.finding import Finding
from qcheck.model.frames import to_frame
from qcheck.reporting import csv, json, markdown, terminal
from qcheck.reporting.build import view_of
from qcheck.reporting.report import FORMATS, load_format
from qcheck.reporting.view import View
from tests.reporting import story


def of_quote(quote: str) -> View:
    text = f"{quote} homes"
    return view_of([Document("a.txt", text=text)], [Claim("1", "claim", "a.txt", end=len(text), quote=text)], [], [], rules={})


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_rows_changes_no_byte(name: str, view: View) -> None:
    shuffle = random.Random(7).sample
    mixed = view_of(
        *(shuffle(rows, len(rows)) for rows in (story.DOCUMENTS, story.CLAIMS, story.FINDINGS, story.TOPICS)),  # type: ignore[arg-type]
        rules={rule.id: rule for rule in view.rules},
    )
    assert load_format(name).render(mixed) == load_format(name).render(view)


@pytest.mark.parametrize("start", ["=SUM(1)", "+1", "-1", "@x", "\tx", "\rx", " =x", "\n=x"])
def test_csv_gives_a_spreadsheet_nothing_to_run(start: str) -> None:
    rows = list(csv_reader.DictReader(io.StringIO(csv.render(of_quote(start)), newline="")))
    assert not rows[0]["quote"].lstrip(" \n").startswith(("=", "+", "-", "@", "\t"))


def test_csv_holds_every_row_and_column(view: View) -> None:
    rows = list(csv_reader.DictReader(io.StringIO(csv.render(view))))
    assert list(rows[0]) == [field.name for field in fields(Claim)]
    assert len(rows) == len(story.CLAIMS)
    more = next(row for row in rows if row["quote"] == "more than 400 homes")
    assert (float(more["low"]), float(more["high"]), more["value_low"]) == (400, math.inf, "")


def test_json_is_strict_versioned_and_whole(view: View) -> None:
    text = json.render(view)
    data = json_reader.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert data["schema_version"] == json.VERSION
    assert len(data["claims"]) == len(story.CLAIMS)
    assert data["findings"][0]["claims"] == [story.MORE.claim, story.FEWER.claim]
    assert {d["document"] for d in data["documents"]} == {d.document for d in story.DOCUMENTS}
    assert data["verdict"]["findings"] == {"conflict": 1, "dispute": 1, "note": 1}
    more = next(row for row in data["claims"] if row["claim"] == story.MORE.claim)
    assert (more["low"], more["high"], more["closed"], more["value_low"]) == (400.0, None, "()", None)
    assert "\u202e" not in text
    assert list(data) == sorted(data)


@given(st.text(max_size=60))
def test_json_keeps_every_text(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    data = json_reader.loads(json.render(view_of([Document("a.txt", text=text)], [], [], [], rules={})))
    assert data["documents"][0]["text"] == text


def test_markdown_tells_verdict_quotes_working_and_topics(view: View) -> None:
    text = markdown.render(view)
    for words in (
        "# 1 conflict, 1 dispute, 1 note",
        "### Conflict 1: Flooded homes in Lower Brindle",
        "flooded **more than 400 homes** in Lower Brindle",
        "3. no number lies in both, so one is wrong",
        "- To check: one count may leave out the farms outside the village",
        "| 5 May 2031 | Wend Post, the county | more than 400 homes | more than 400 | 4 May 2031 |",
        "part of a name: A40",
        "news/06.bin.txt: is no text",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a *b* _c_", r"a \*b\* \_c\_"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("<b>", r"\<b\>"),
        ("a | b\n\nc", r"a \| b c"),
        ("# title", r"\# title"),
        ("1. one", r"1\. one".replace("1\\.", "\\1.")),
        ("@mayor", r"\@mayor"),
        ("see https://x.example", "see https\u200b://x.example"),
        ("", ""),
    ],
)
def test_markdown_shows_text_as_text(text: str, shown: str) -> None:
    assert markdown.plain(text) == shown


def test_the_terminal_gets_no_control_sequence(view: View, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show(terminal.report(view, (Path("out/report.html"),)))
    terminal.show(terminal.claims(view))
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out
    assert "[more than 400 homes]" in out
    assert out.endswith("13 claims in 5 articles\n")


def test_report_writes_what_was_asked_for(tmp_path: Path) -> None:
    documents = to_frame(story.DOCUMENTS, Document, missing=("published",))
    claims, findings = to_frame(story.CLAIMS, Claim), to_frame(story.FINDINGS, Finding)
    written = qcheck.report(documents, claims, findings, to=tmp_path / "new", formats=("json", "html"))
    assert written == (tmp_path / "new" / "report.json", tmp_path / "new" / "report.html")
    assert "rule-dates/undated" in written[1].read_text(encoding="utf-8")


def test_report_refuses_a_format_it_does_not_know_and_writes_nothing(tmp_path: Path) -> None:
    frames = (to_frame([], Document), to_frame([], Claim), to_frame([], Finding))
    with pytest.raises(UsageProblem, match=r"'pdf'.*html, markdown, json, csv"):
        qcheck.report(*frames, to=tmp_path, formats=("html", "pdf"))
    assert list(tmp_path.iterdir()) == []


def test_report_names_the_columns_that_a_frame_lacks(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="message"):
        qcheck.report(to_frame([], Document), to_frame([], Claim), to_frame([], Finding).drop(columns=["message"]), to=tmp_path)


def test_a_finding_on_claims_that_are_gone_is_still_told() -> None:
    lost = replace(story.FINDINGS[0], claims="gone away")
    assert "cannot both be true" in markdown.render(view_of(story.DOCUMENTS, [], [lost], [], rules={}))


def test_every_field_of_a_document_is_in_the_json(view: View) -> None:
    assert json_reader.loads(json.render(view))["documents"][0] == asdict(story.DOCUMENTS[0])
