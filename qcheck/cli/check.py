"""`qcheck check`: the main job, from articles to a report."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qcheck.model.errors import Problems, worst_exit_code
from qcheck.model.finding import OUTCOMES


class FailOn(StrEnum):
    """The mildest outcome that makes the command end with 1."""

    conflict = "conflict"
    review = "review"
    dispute = "dispute"
    update = "update"
    note = "note"
    never = "never"


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles, or folders of them.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(help="Folder for the report.", show_default="reports/<name of the first path>", metavar="DIR")
    ] = None,
    facts: Annotated[list[Path] | None, typer.Option(help="Facts that your desk knows (YAML); may be repeated.", metavar="FILE")] = None,
    rules: Annotated[
        list[Path] | None, typer.Option(help="Your rules, a file or folder, besides the built-in ones; may be repeated.", metavar="PATH")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="The mildest outcome that makes the exit code 1.")] = FailOn.conflict,
) -> int:
    """Read articles, check their numbers and dates, print the findings, and write a report.

    A wrong rule or facts file is told and left out; the articles are checked all the same.
    """
    import qcheck
    from qcheck.checking.rules import load_rules, sound_rules
    from qcheck.reporting import terminal
    from qcheck.reporting.build import build_view
    from qcheck.reporting.report import FORMATS, write_report

    own, wrong = sound_rules(rules or ())
    try:
        desk = qcheck.load_desk(facts or [])
    except Problems as several:
        desk, wrong = qcheck.load_desk([]), (*wrong, *several.problems)
    for problem in wrong:
        typer.echo(problem, err=True)
    documents = qcheck.read(paths)
    claims = qcheck.extract(documents, desk=desk)
    in_force = (*load_rules(), *own)
    findings = qcheck.check(claims, rules=in_force, desk=desk)
    view = build_view(documents, claims, findings, rules=in_force)
    for line in terminal.unread(view):
        typer.echo(line, err=True)
    written: tuple[Path, ...] = ()
    try:
        written = write_report(view, to=out or Path("reports") / (paths[0].resolve().name or "report"), formats=FORMATS)
    finally:
        terminal.show(terminal.report(view, written))  # also where the report cannot be written

    failing = OUTCOMES[: OUTCOMES.index(fail_on.value) + 1] if fail_on != FailOn.never else ()
    found = any(outcome in failing for outcome in view.outcomes)
    lacking = view.lacks(path.as_posix() for path in paths)
    return worst_exit_code(*(problem.exit_code for problem in wrong), 4 if lacking else 0, 1 if found else 0)
