"""What the formats write is what their published schemas say."""

from __future__ import annotations

import csv as csv_reader
import io
import json as json_reader
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.reading.read import read_bytes
from qcheck.reporting import findings_csv, findings_parquet, github, json, junit, parquet, sarif
from qcheck.reporting.build import view_of
from qcheck.reporting.view import Rule, View
from tests.reporting import story

jsonschema = pytest.importorskip("jsonschema")
SCHEMAS = Path(__file__).parent / "schemas"
SARIF = jsonschema.Draft202012Validator(json_reader.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
# as the runner of GitHub reads it: what would end a property or the line is written out
_VALUE = r"(?:[^%,:\r\n]|%(?:25|0D|0A|3A|2C))*"
COMMAND = re.compile(rf"::(?:error|warning|notice) (?:\w+={_VALUE})(?:,\w+={_VALUE})*::(?:[^%\r\n]|%(?:25|0D|0A))*")
HOSTILE = "\x00\x1b[31m\u202e::error::x%0A]]>\r\n<a href='javascript:x'>[b](javascript:y)\ud800\ufffe,\"&"


def result(view: View, number: int = 0) -> Any:
    return json_reader.loads(sarif.render(view))["runs"][0]["results"][number]


def of_text(text: str) -> View:
    """A view whose every text is hostile."""
    row = Claim("1", "claim", f"{text}.txt", end=len(text), quote=text, by=text, low=1, high=1, closed="[]")
    finding = Finding("a/b", "conflict", "error", "1", text, text, "f", text, text, decision=text)
    documents = [Document(f"{text}.txt", text, text), Document("b.txt", status="failed", note=text)]
    return view_of(
        documents, [row], [finding, replace(finding, status="accepted")], [], rules={"a/b": Rule("a/b", text, text, text, (text,))}
    )


def is_sarif(text: str) -> bool:
    return not [error.message for error in SARIF.iter_errors(json_reader.loads(text))]


def is_junit(text: str) -> bool:
    return bool(JUNIT.validate(etree.fromstring(text.encode())))


def test_a_story_validates_in_every_format(view: View) -> None:
    assert is_sarif(sarif.render(view))
    assert is_junit(junit.render(view)), JUNIT.error_log
    report = jsonschema.Draft202012Validator(json.schema())
    assert [error.message for error in report.iter_errors(json_reader.loads(json.render(view)))] == []


@settings(max_examples=40)
@given(st.text(max_size=30))
def test_any_text_validates_in_every_format(text: str) -> None:
    hostile = of_text(text)
    assert is_sarif(sarif.render(hostile)) and is_junit(junit.render(hostile))
    (line,) = github.render(hostile).splitlines()
    assert COMMAND.fullmatch(line)


def test_hostile_text_acts_nowhere() -> None:
    hostile = of_text(HOSTILE)
    for written in (sarif.render(hostile), junit.render(hostile), github.render(hostile), findings_csv.render(hostile)):
        assert not {"\x00", "\x1b", "\u202e", "\r"} & set(written)
    assert is_sarif(sarif.render(hostile)) and is_junit(junit.render(hostile))
    assert "](" not in result(hostile)["message"]["text"]
    assert "\u202e" not in json.render(hostile)


def test_both_places_of_a_pair_are_told(view: View) -> None:
    found = result(view)
    (first,), others = found["locations"], found["relatedLocations"]
    assert first["physicalLocation"]["artifactLocation"] == {"uri": "news/01-river.txt", "uriBaseId": "SRCROOT"}
    region = first["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 54, 73)
    assert story.RIVER.splitlines()[2][53:72] == region["snippet"]["text"] == "more than 400 homes"
    assert others[0]["physicalLocation"]["artifactLocation"]["uri"] == "news/02-county.html"


def test_levels_rules_and_fingerprints(view: View) -> None:
    run = json_reader.loads(sarif.render(view))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for found, case in zip(run["results"], view.cases, strict=False):
        assert rules[found["ruleIndex"]] == found["ruleId"] == case.finding.rule
        assert (found["level"], found["partialFingerprints"]) == (case.finding.severity, {"qcheck/v1": case.finding.fingerprint})


def test_what_is_decided_is_kept_as_suppressed(view: View) -> None:
    decided = [replace(story.FINDINGS[0], status="accepted", decision="accepted by ada: two counts"), *story.FINDINGS[1:]]
    told = json_reader.loads(sarif.render(view_of(story.DOCUMENTS, story.CLAIMS, decided, story.TOPICS, rules={})))["runs"][0]["results"]
    assert len(told) == len(story.FINDINGS)
    assert [len(found["suppressions"]) for found in told].count(1) == 1
    assert told[-1]["suppressions"][0]["justification"] == "accepted by ada: two counts"


@pytest.mark.parametrize(
    ("status", "before", "state"),
    [
        ("new", (), "new"),
        ("known", ("f1",), "unchanged"),
        ("reopened", (), "updated"),
        ("accepted", ("f1",), "unchanged"),
        ("dismissed", (), "new"),
        ("open", None, None),
    ],
)
def test_an_earlier_run_is_the_baseline(status: Any, before: tuple[str, ...] | None, state: str | None) -> None:
    finding = replace(story.FINDINGS[0], status=status, fingerprint="f1")
    view = view_of(story.DOCUMENTS, story.CLAIMS, [finding], [], rules={})
    compared = replace(view, before=None if before is None else frozenset(before))
    assert result(compared).get("baselineState") == state


def test_what_is_gone_since_an_earlier_run_is_absent() -> None:
    gone = replace(story.FINDINGS[0], rule="house/gone", fingerprint="f0")
    view = view_of(story.DOCUMENTS, story.CLAIMS, story.FINDINGS[1:], story.TOPICS, rules={}, fixed=[gone])
    written = sarif.render(replace(view, before=frozenset({"f0"})))
    run = json_reader.loads(written)["runs"][0]
    assert is_sarif(written)
    assert [found["baselineState"] for found in run["results"]] == [*["new"] * (len(story.FINDINGS) - 1), "absent"]
    last = run["results"][-1]
    assert (last["partialFingerprints"], run["tool"]["driver"]["rules"][last["ruleIndex"]]["id"]) == ({"qcheck/v1": "f0"}, "house/gone")
    assert gone.message in last["message"]["text"]


def test_junit_counts_what_failed_and_what_could_not_be_read(view: View) -> None:
    suites = etree.fromstring(junit.render(view).encode())
    by_name = {suite.get("name"): suite for suite in suites}
    assert by_name["news/01-river.txt"].get("failures") == "1"
    assert by_name["news/06.bin.txt"].get("errors") == "1"
    assert sum(len(suite) for suite in suites) == sum(int(suite.get("tests") or 0) for suite in suites)


def test_annotations_of_github_name_file_and_line(view: View) -> None:
    line = github.render(view).splitlines()[0]
    assert line.startswith("::error file=news/01-river.txt,line=3,endLine=3,col=54,endColumn=73,title=Conflict 1%3A ")


def test_a_line_is_found_again_in_a_file_with_markup() -> None:
    source = "---\ntitle: A\n---\n\n# Pumps\n\nNorway **sent** [412 pumps](x) to Peru.\n"
    text = "Pumps\n\nNorway sent 412 pumps to Peru."
    start = text.index("412")
    row = Claim("1", "claim", "a.md", start=start, end=start + 9, quote="412 pumps", low=412, high=412, closed="[]")
    finding = Finding("a/b", "note", "note", "1", "m", "w", "f")
    with_source = replace(view_of([Document("a.md", text=text)], [row], [finding], [], rules={}), sources={"a.md": source})
    region = result(with_source)["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (7, 18, 27)
    assert source.splitlines()[6][17:26] == "412 pumps"


LINES = b'{"text": "Norway sent 380 pumps to Peru."}\n\n{"title": "Pumps", "text": "Norway sent 412 pumps to Peru."}\n'
ROWS = b'title,text\n"Two\nlines",Norway sent 380 pumps to Peru.\nPumps,Norway sent 412 pumps to Peru.\n'


@pytest.mark.parametrize(("name", "data", "line"), [("wire.jsonl", LINES, 3), ("wire.csv", ROWS, 4)])
def test_an_article_of_several_is_told_by_the_line_of_its_file(name: str, data: bytes, line: int) -> None:
    view = on_pumps(read_bytes(data, name, suffix=name[4:])[1])
    (where,) = result(view)["locations"]
    assert where["physicalLocation"] == {"artifactLocation": {"uri": name, "uriBaseId": "SRCROOT"}, "region": {"startLine": line}}
    assert where["logicalLocations"] == [{"fullyQualifiedName": f"{name}#2, paragraph 2, sentence 1"}]
    assert github.render(view).startswith(f"::notice file={name},line={line},endLine={line},title=Note 1%3A ")
    assert f"{name}#2, paragraph 2, sentence 1: “412 pumps”" in github.render(view)
    assert is_sarif(sarif.render(view))


@pytest.mark.parametrize("name", ["draft.docx", "page.pdf", "letter.eml"])
def test_a_file_without_lines_is_told_by_paragraph_and_sentence(name: str) -> None:
    view = on_pumps(Document(name, "Pumps", "Pumps\n\nNorway sent 412 pumps to Peru."))
    (where,) = result(view)["locations"]
    assert "region" not in where["physicalLocation"]
    assert where["logicalLocations"] == [{"fullyQualifiedName": f"{name}, paragraph 2, sentence 1"}]
    told = github.render(view)
    assert "line=" not in told and f"{name}, paragraph 2, sentence 1: “412 pumps”" in told
    assert is_sarif(sarif.render(view))


def on_pumps(document: Document) -> View:
    """A view of one article with a note on its 412 pumps."""
    start = document.text.index("412 pumps")
    row = Claim("1", "claim", document.document, start=start, end=start + 9, quote="412 pumps", low=412, high=412, closed="[]", zone="body")
    placed = replace(row, paragraph=2, sentence=1)
    return view_of([document], [placed], [Finding("a/b", "note", "note", "1", "m", "w", "f")], [], rules={})


@pytest.mark.parametrize("start", ["=SUM(1)", "+1", "-1", "@x", "\tx", "\rx", " =x", "＝1"])
def test_no_cell_of_findings_is_a_formula(start: str) -> None:
    finding = replace(story.FINDINGS[0], message=start)
    table = findings_csv.render(view_of(story.DOCUMENTS, story.CLAIMS, [finding], [], rules={}))
    cell = next(csv_reader.DictReader(io.StringIO(table, newline="")))["message"]
    assert not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))


def test_parquet_holds_claims_and_findings_with_their_types(view: View) -> None:
    pyarrow = pytest.importorskip("pyarrow.parquet")
    claims, findings = (pyarrow.read_table(io.BytesIO(each.render(view))) for each in (parquet, findings_parquet))
    assert (claims.num_rows, findings.num_rows) == (len(story.CLAIMS), len(story.FINDINGS))
    assert [str(claims.schema.field(name).type) for name in ("claim", "start", "low", "definite")] == ["string", "int64", "double", "bool"]
    assert findings.column("message").to_pylist() == [finding.message for finding in view.findings]
    assert parquet.render(view) == parquet.render(view)
