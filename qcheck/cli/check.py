"""`qcheck check`: the main job, from articles to a report."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from qcheck.cli.options import (
    MEMORY,
    SIZE,
    TIMEOUT,
    ConfigOption,
    FactsOption,
    FailOn,
    FailOnOption,
    JobsOption,
    MemoryOption,
    RulesOption,
    SizeOption,
    TimeoutOption,
    UiOption,
)
from qcheck.cli.run import checked, outcome_code
from qcheck.cli.told import tell
from qcheck.model.errors import worst_exit_code


def check(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles, or folders of them.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option(help="Folder for the report.", show_default="reports/<name of the first path>", metavar="DIR")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            help="html, markdown, json, csv, text, findings-csv, parquet, findings-parquet, sarif, junit or github, in the folder or as "
            "NAME=PATH (- for standard output); may be repeated.",
            show_default="html, markdown, json, csv",
            metavar="NAME[=PATH]",
        ),
    ] = None,
    ui: UiOption = None,
    facts: FactsOption = None,
    rules: RulesOption = None,
    config: ConfigOption = None,
    since: Annotated[
        Path | None, typer.Option(help="The report.json of an earlier run: tells what is new, known and fixed since.", metavar="FILE")
    ] = None,
    fail_on: FailOnOption = FailOn.conflict,
    jobs: JobsOption = None,
    timeout: TimeoutOption = TIMEOUT,
    memory: MemoryOption = MEMORY,
    max_size: SizeOption = SIZE,
) -> int:
    """Read articles, check their numbers and dates, print the findings, and write a report.

    A wrong rule, facts or decisions file is told and left out; the articles are checked all the same.
    """
    from qcheck.checking.rule import any_fits
    from qcheck.checking.rules import load_rules
    from qcheck.cli.settings import limits, settings
    from qcheck.reading.sources import source_texts
    from qcheck.reporting import terminal
    from qcheck.reporting.json import earlier_findings
    from qcheck.reporting.progress import progress
    from qcheck.reporting.report import USUAL, outputs, write_report
    from qcheck.workers.intake import files_of, take_in

    to = out or Path("reports") / (paths[0].resolve().name or "report")
    asked = outputs(formats or USUAL, to=to)
    before = earlier_findings(since) if since else None
    run = settings(config, rules=rules, facts=facts, ui=ui)
    allowed = limits(jobs, timeout, memory, max_size)
    with progress(run.ui) as step:
        documents, claims = take_in(paths, limits=allowed, languages=run.languages, desk=run.desk, progress=step)
    told = {"languages": run.languages, "facts": facts, "rules": rules, "config": config and [config], "since": since and [since]}
    options = {name: ", ".join(map(str, each)) for name, each in told.items() if each} | {"fail_on": fail_on.value}
    drafts = [name for name in documents["document"] if any_fits(run.drafts, name)]
    result = checked(documents, claims, run, drafts=drafts, before=before, sources=source_texts(documents["document"]), options=options)
    view = result.view
    wrong = (*run.problems, *result.problems)
    tell(wrong)
    for line in terminal.unread(view):
        typer.echo(line, err=True)
    for line in terminal.idle(view, {rule.id for rule in run.rules} - {rule.id for rule in load_rules()}):
        typer.echo(line, err=True)
    written: tuple[Path, ...] = ()
    try:
        inputs = chain(files_of(paths), facts or (), rules or (), [config] if config else ())
        written = write_report(view, to=to, formats=formats or USUAL, inputs=inputs)
    finally:
        if all(output.path for output in asked):  # else standard output is a file of its own
            terminal.show(terminal.report(view, written))  # also where the report cannot be written

    lacking = view.lacks(path.as_posix() for path in paths)
    return worst_exit_code(*(problem.exit_code for problem in wrong), 4 if lacking else 0, outcome_code(view, fail_on))
