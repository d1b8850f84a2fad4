"""What ARCHITECTURE.md promises to who adds something: a rule is one file, a unit one line, a format one module, a check one function."""

from __future__ import annotations

import shutil
import sys
import types
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import qcheck
from qcheck.checking.kinds import KINDS
from qcheck.checking.kinds.kind import Parameters, of_claim
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.language.pack import LANGUAGES
from qcheck.model.document import Document
from qcheck.model.frames import to_frame
from qcheck.reporting import report as formats

RULE = """
title: Too many boats
severity: warning
check: {check}
{parameters}
look: claim
select: {{of: ship}}
message:
  review: "“{{quote}}” are many."
hints: ["Count again."]
why: Only a hundred boats fit into the harbour.
howto: Ask the harbour master.
false_positives: [Another harbour.]
examples:
  - articles: {{language: en, published: 2024-05-21, text: "On Monday, 1,204 boats lay in the harbour."}}
    expect: review
  - articles: {{language: en, published: 2024-05-21, text: "On Monday, 12 boats lay in the harbour."}}
    expect: silent
"""
TEXT = "On Monday, 1,204 boats lay in the harbour of Larvik."


def documents() -> pd.DataFrame:
    return to_frame([Document("draft.txt", text=TEXT, language="en", published="2024-05-21")], Document)


def many_boats(statement: Statement, parameters: Parameters) -> Proof | None:
    return Proof("review", (statement,), (reading(statement), "a hundred fit")) if (statement.hard.low or 0) > 100 else None


def test_a_kind_of_check_is_one_function_and_one_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "many_boats", of_claim(many_boats))
    (tmp_path / "boats.yaml").write_text(RULE.format(check="many_boats", parameters=""), encoding="utf-8")
    findings = qcheck.check(qcheck.extract(documents()), rules=tmp_path)
    assert findings["message"].tolist() == ["“1,204 boats” are many."]


def test_a_rule_is_one_file(tmp_path: Path) -> None:
    rule = RULE.format(check="outside_limits", parameters='with: {within: "[0, 100]"}').replace("  review:", "  conflict:", 1)
    file = tmp_path / "boats.yaml"
    file.write_text(rule.replace("expect: review", "expect: conflict"), encoding="utf-8")
    findings = qcheck.check(qcheck.extract(documents()), rules=file)
    assert findings["message"].tolist() == ["“1,204 boats” are many."]


def test_a_unit_is_one_line(tmp_path: Path) -> None:
    pack = tmp_path / "en"
    shutil.copytree(LANGUAGES / "en", pack)
    units = pack / "units.yaml"
    units.write_text(units.read_text(encoding="utf-8").replace("\nwords:\n", "\nwords:\n  smoot: [smoot(s)]\n", 1), encoding="utf-8")
    text = "The bridge is 364.4 smoots long."
    (before,) = qcheck.parse(text, language="en", published=date(2024, 5, 21))
    (after,) = qcheck.parse(text, language=str(pack), published=date(2024, 5, 21))
    assert (before.unit, after.unit) == ("count", "smoot")


def test_a_report_format_is_one_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = types.ModuleType("qcheck.reporting.plain")
    plain.FILE = "report.plain"  # type: ignore[attr-defined]
    plain.render = lambda view: f"{len(view.cases)} findings\n"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "qcheck.reporting.plain", plain)
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, "plain"))
    claims = qcheck.extract(documents())
    (path,) = qcheck.report(documents(), claims, qcheck.check(claims), to=tmp_path, formats=("plain",))
    assert path.read_text(encoding="utf-8") == "0 findings\n"
