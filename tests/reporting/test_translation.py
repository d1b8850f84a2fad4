"""What reading says in English is said in every language of the interface."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.checking.catalogue import interfaces
from qcheck.extraction.explain import MEANING
from qcheck.model.decision import Decision
from qcheck.reading import encoding
from qcheck.reporting.catalogue import load_catalogue
from qcheck.reporting.translation import translated

PACKAGE = Path(qcheck.__file__).parent
TOLD_BY = {"refused": 1, "InputProblem": 0, "skipped": 1, "_joined": 1}  # function -> the argument that is a note
GERMAN = load_catalogue("de")


def notes() -> Iterator[str]:
    """Every note that reading and its workers write, with `{}` for what is put in."""
    for path in sorted([*(PACKAGE / "reading").rglob("*.py"), PACKAGE / "workers" / "intake.py"]):
        if path.name in ("decisions.py", "config.py", "desk.py", "annotate.py"):
            continue  # files that a desk writes, and what is asked of the command line
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                at = TOLD_BY.get(getattr(node.func, "id", ""), -1)
                told = [*node.args[at : at + 1]] if at >= 0 else []
                told += [each.value for each in node.keywords if each.arg in ("note", "todo")]
                yield from filter(None, map(_template, told))
            elif isinstance(node, ast.Return) and getattr(_function(tree, node), "name", "") == "_note":
                yield from filter(None, [_template(node.value)])
    yield from (what for _, what in encoding._SIGNATURES)


def _function(tree: ast.AST, wanted: ast.Return) -> ast.AST | None:
    return next((node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and wanted in ast.walk(node)), None)


def _template(node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value) if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


def test_every_note_of_reading_is_in_the_catalogue() -> None:
    found = {piece for note in notes() for piece in note.split("; ")} - {"pip install 'qcheck[pdf]'"}
    assert len(found) > 50
    assert sorted(piece for piece in found if f"note.{piece}" not in GERMAN.texts) == []


def test_every_meaning_of_a_modifier_is_in_the_catalogue() -> None:
    assert sorted(meaning for meaning in MEANING.values() if f"step.{meaning}" not in GERMAN.texts) == []


@pytest.mark.parametrize(
    ("note", "german"),
    [
        ("unknown suffix .yaml; known are .csv, .txt", "unbekannte Dateiendung .yaml; bekannt sind .csv, .txt"),
        ("left out: hidden passage (2), tracked deletion (1)", "weggelassen: verborgene Stelle (2), nachverfolgte Löschung (1)"),
        ("cannot be read (No such file or directory); check the path", "ist nicht lesbar (Datei oder Ordner fehlt); bitte den Pfad prüfen"),
        ("is not utf-8 at byte 5, as its first bytes say", "ist bei Byte 5 kein utf-8, wie die ersten Bytes es sagen"),
        ("eaten by a dog", "eaten by a dog"),
    ],
)
def test_a_note_is_said_in_german(note: str, german: str) -> None:
    assert translated(note, "note", GERMAN) == german


def test_what_was_decided_is_said_in_german() -> None:
    decision = Decision("dismissed", "another day, as they say: Monday; see mail", by="Ada", until=date(2031, 5, 1))
    assert translated(f"was {decision.words}", "decided", GERMAN) == (
        "war verworfen von Ada bis 2031-05-01: another day, as they say: Monday; see mail"
    )
    remark = "decisions.yml:4: one side has changed since; the finding is open again"
    assert translated(remark, "decided", GERMAN) == "decisions.yml:4: eine Seite hat sich seither geändert; der Befund ist wieder offen"


@given(st.sampled_from(interfaces()), st.text(max_size=40))
def test_what_no_template_fits_stays_as_it_is(code: str, text: str) -> None:
    assert translated(f"§{text}", "note", load_catalogue(code)).endswith(text.rpartition("; ")[2])


@pytest.mark.parametrize("part", ["note", "step", "decided"])
def test_english_is_said_as_it_was_written(part: str) -> None:
    english = load_catalogue("en")
    names = [key.removeprefix(f"{part}.") for key in english.texts if key.startswith(f"{part}.")]
    for name in names:
        text = name.replace("{}", "7")
        assert translated(text, part, english) == text
