"""Findings that were decided, that are gone, and decisions that no longer hold: told apart from what is open, in every format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from qcheck.model.finding import Finding
from qcheck.reporting import html, markdown, terminal
from qcheck.reporting import json as json_format
from qcheck.reporting.build import view_of
from qcheck.reporting.view import View
from tests.reporting.story import CLAIMS, DOCUMENTS, FINDINGS, TOPICS

REASON = "was <b>counted</b> twice | *by* Ada"


@pytest.fixture
def view() -> View:
    conflict, dispute, note = FINDINGS
    findings = [
        replace(conflict, status="dismissed", decision=f"dismissed: {REASON}"),
        replace(dispute, status="reopened", decision="was accepted: x"),
        replace(note, status="known"),
    ]
    gone = Finding("a/gone", "conflict", "error", "", "The <i>old</i> number.", "", "cccccccccccc")
    remarks = ("decisions.yml:3: ran out on 2031-05-01",)
    return view_of(DOCUMENTS, CLAIMS, findings, TOPICS, rules={}, remarks=remarks, fixed=[gone], idle=["a/b: select"])


def test_only_what_is_open_counts(view: View) -> None:
    assert view.outcomes == ("dispute", "note")
    assert [case.number for case in (*view.cases, *view.decided)] == [1, 2, 3]
    assert view.headline.startswith("0 conflicts")
    assert ", 1 decided" in view.verdict
    assert len(view.findings) == 3


def test_a_decided_finding_marks_no_claim(view: View) -> None:
    assert not [case for cases in (*view.cases_of.values(), *view.cases_in.values()) for case in cases if case in view.decided]


@pytest.mark.parametrize("format_", [html, markdown])
def test_pages_tell_the_reason_and_take_no_markup_from_it(view: View, format_: object) -> None:
    page = format_.render(view)  # type: ignore[attr-defined]
    assert "dismissed: was" in page and "<b>counted" not in page and "<i>old" not in page
    assert "ran out on 2031" in page.replace("\\", "") and "a/b: select" in page
    assert "Dispute 1 · reopened" in page and "Note 2 · known" in page


def test_the_terminal_tells_the_reason(view: View) -> None:
    lines = ["".join(words for words, _ in line) for line in terminal.report(view, ())]
    assert f"    dismissed: {REASON}" in lines
    assert "fixed  The <i>old</i> number.  [a/gone]" in lines
    assert "remark  decisions.yml:3: ran out on 2031-05-01" in lines
    assert "    reopened; was accepted: x" in lines


def test_json_holds_all_of_it(view: View) -> None:
    data = json.loads(json_format.render(view))
    assert [finding["status"] for finding in data["findings"]] == ["reopened", "known", "dismissed"]
    assert data["verdict"]["decided"] == 1 and data["verdict"]["findings"] == {"dispute": 1, "note": 1}
    assert data["fixed"][0]["rule"] == "a/gone"
    assert data["remarks"] and data["selectors_that_matched_nothing"] == ["a/b: select"]
