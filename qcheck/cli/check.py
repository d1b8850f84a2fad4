"""`qcheck check`: the main job, from articles to a report."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qcheck.cli.settings import ConfigOption, FactsOption, RulesOption
from qcheck.cli.told import tell
from qcheck.model.errors import worst_exit_code
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
    facts: FactsOption = None,
    rules: RulesOption = None,
    config: ConfigOption = None,
    since: Annotated[
        Path | None, typer.Option(help="The report.json of an earlier run: tells what is new, known and fixed since.", metavar="FILE")
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="The mildest outcome that makes the exit code 1.")] = FailOn.conflict,
) -> int:
    """Read articles, check their numbers and dates, print the findings, and write a report.

    A wrong rule, facts or decisions file is told and left out; the articles are checked all the same.
    """
    import qcheck
    from qcheck.checking.rules import load_rules
    from qcheck.cli.decisions import decided
    from qcheck.cli.settings import settings
    from qcheck.reporting import terminal
    from qcheck.reporting.build import build_view
    from qcheck.reporting.json import earlier_findings
    from qcheck.reporting.report import FORMATS, write_report

    before = earlier_findings(since) if since else None
    run = settings(config, rules=rules, facts=facts)
    documents = qcheck.read(paths, languages=run.languages)
    claims = qcheck.extract(documents, desk=run.desk)
    found = qcheck.check(claims, rules=run.rules, desk=run.desk)
    result = decided(found, documents, claims, before=before)
    wrong = (*run.problems, *result.problems)
    tell(wrong)
    view = build_view(documents, claims, result.findings, rules=run.rules, remarks=result.remarks, fixed=result.fixed)
    for line in terminal.unread(view):
        typer.echo(line, err=True)
    for line in terminal.idle(view, {rule.id for rule in run.rules} - {rule.id for rule in load_rules()}):
        typer.echo(line, err=True)
    written: tuple[Path, ...] = ()
    try:
        written = write_report(view, to=out or Path("reports") / (paths[0].resolve().name or "report"), formats=FORMATS)
    finally:
        terminal.show(terminal.report(view, written))  # also where the report cannot be written

    failing = OUTCOMES[: OUTCOMES.index(fail_on.value) + 1] if fail_on != FailOn.never else ()
    open_ones = any(outcome in failing for outcome in view.outcomes)
    lacking = view.lacks(path.as_posix() for path in paths)
    return worst_exit_code(*(problem.exit_code for problem in wrong), 4 if lacking else 0, 1 if open_ones else 0)
