"""Decisions on findings: files beside the articles, and comments in one's own drafts."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from qcheck.files.write import write_whole
from qcheck.files.yaml import load_yaml, read_yaml, validate
from qcheck.model.decision import Decision, Verdict
from qcheck.model.document import file_and_number
from qcheck.model.errors import InputProblem, Problem, Problems, RuleProblem, UsageProblem
from qcheck.reading.desk import Text, as_day
from qcheck.reading.encoding import decode

NAME = "decisions.yml"
_VERDICTS: dict[str, Verdict] = {"accept": "accepted", "dismiss": "dismissed", "both-right": "both-right"}
_MARKUP = (".md", ".markdown", ".html", ".htm")
_COMMENT = re.compile(r"<!--\s*qcheck:(.{0,2000}?)-->", re.DOTALL)
_FINGERPRINT = re.compile(r"[0-9a-f]{12}")
_HEADER = """# What was decided on findings, and why. `qcheck decide FINGERPRINT --dismiss --reason "..."` adds an entry.
decisions:
"""
_WRITE = "write <!-- qcheck: dismiss RULE-OR-FINGERPRINT reason -->, or accept or both-right"


def _fingerprint(text: object) -> object:
    if not isinstance(text, str) or not _FINGERPRINT.fullmatch(text):
        raise ValueError(f"{text!r} is no fingerprint; put the twelve signs that the report gives in quotes")
    return text


class _Entry(BaseModel):
    """`finding` is the fingerprint that a report gives; `reason` is for whoever asks later; the decision holds through the day `until`."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    finding: Annotated[str, BeforeValidator(_fingerprint, json_schema_input_type=str)]
    rule: Text
    verdict: Verdict
    reason: Text
    by: str = ""
    until: Annotated[date, BeforeValidator(as_day, json_schema_input_type=str)] | None = None
    sides: tuple[Text, ...] = ()
    articles: tuple[Text, ...] = ()


class DecisionsFile(BaseModel):
    """A decisions file."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    decisions: tuple[_Entry, ...] = ()


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file; the articles that they name lie beside it. Raises Problems with everything that is wrong."""
    source = read_yaml(path)
    file = validate(source, DecisionsFile)
    found: list[Decision] = []
    problems: list[Problem] = []
    for number, entry in enumerate(file.decisions):
        line, _ = source.place(("decisions", number))
        if entry.finding in [decision.finding for decision in found]:
            problems.append(source.problem(("decisions", number, "finding"), f"{entry.finding} is decided twice", "keep one of them"))
        told = entry.model_dump() | {
            "articles": tuple(Path(os.path.normpath(path.parent / article)).as_posix() for article in entry.articles)
        }
        found.append(Decision(**told, where=f"{source.path}:{line}"))
    if problems:
        raise Problems(tuple(problems))
    return tuple(found)


def decisions_beside(documents: Iterable[str], *, drafts: Iterable[str]) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions in the folders of articles and in comments of `drafts` (Markdown and HTML), and all that is wrong with these.

    Both are names as in the documents frame. A comment in any other article decides nothing: its writer may not hide what contradicts
    it. A wrong file keeps only itself away.
    """
    paths = sorted({Path(file_and_number(name)[0]) for name in documents})
    found: list[Decision] = []
    problems: list[Problem] = []
    for folder in sorted({path.parent for path in paths}):
        if (folder / NAME).is_file():
            try:
                found += load_decisions(folder / NAME)
            except Problems as several:
                problems += several.problems
    for path in sorted(map(Path, set(drafts))):
        if path.suffix.lower() in _MARKUP and path.is_file():
            comments, wrong = _comments(path)
            found += comments
            problems += wrong
    return tuple(found), tuple(problems)


def _comments(path: Path) -> tuple[list[Decision], list[Problem]]:
    data = path.read_bytes()
    if b"qcheck:" not in data:
        return [], []
    try:
        text = decode(data).text
    except InputProblem:
        return [], []  # told where it was read as an article
    found: list[Decision] = []
    problems: list[Problem] = []
    name = path.as_posix()
    for match in _COMMENT.finditer(text):
        words = match[1].split(None, 2)
        line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        if len(words) < 3 or words[0] not in _VERDICTS:
            problems.append(RuleProblem("a comment that decides nothing", path=name, line=line, column=column, todo=_WRITE))
            continue
        decision = Decision(_VERDICTS[words[0]], " ".join(words[2].split()), document=name, where=f"{name}:{line}")
        one = _FINGERPRINT.fullmatch(words[1])
        found.append(replace(decision, finding=words[1]) if one else replace(decision, rule=words[1]))
    return found, problems


def add_decision(path: Path, decision: Decision) -> None:
    """Write an entry at the end of a decisions file, which is made if it is not there; what stands in it is kept to the byte.

    Raises Problems if the file is wrong, UsageProblem if the finding is decided there already or the form of the file takes no entry.
    """
    before = ""
    if path.exists():
        known = {each.finding: each.where for each in load_decisions(path)}
        if decision.finding in known:
            raise UsageProblem(f"{decision.finding} is decided already", path=known[decision.finding], todo="change it there")
        before = path.read_text(encoding="utf-8-sig")
    opening = "" if "decisions:" in before else _HEADER
    gap = "\n" if before and not before.endswith("\n") else ""
    after = f"{before}{gap}{opening}{_entry(decision, path.parent)}"
    try:
        entries = validate(load_yaml(after, path=path.as_posix()), DecisionsFile).decisions
    except Problems:
        entries = ()
    if not entries or entries[-1].finding != decision.finding:
        raise UsageProblem(
            "has a form that takes no entry at its end", path=path.as_posix(), todo="write decisions: as a list of lines with -"
        )
    write_whole(path, after)


def _entry(decision: Decision, folder: Path) -> str:
    articles = [os.path.relpath(article, folder).replace(os.sep, "/") for article in decision.articles]
    lines = [
        f"  - finding: {_quoted(decision.finding)}",
        f"    rule: {_quoted(decision.rule)}",
        f"    verdict: {decision.verdict}",
        f"    reason: {_quoted(decision.reason)}",
        *([f"    by: {_quoted(decision.by)}"] if decision.by else []),
        *([f"    until: {decision.until}"] if decision.until else []),
        *(["    sides:", *(f"      - {_quoted(side)}" for side in decision.sides)] if decision.sides else []),
        *(["    articles:", *(f"      - {_quoted(article)}" for article in articles)] if articles else []),
    ]
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    """Text in double quotes, as YAML and JSON have them; what cannot be seen is written as its number."""
    escaped = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in escaped)
