"""`qcheck draft`: one draft, in itself and against what has been published."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qcheck.cli.options import (
    MEMORY,
    SIZE,
    TIMEOUT,
    AgainstOption,
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
from qcheck.cli.run import outcome_code
from qcheck.cli.told import tell
from qcheck.model.errors import InputProblem, UsageProblem, worst_exit_code

if TYPE_CHECKING:
    from qcheck.reporting.view import View
    from qcheck.workers.intake import Intake, Taken

STANDARD_INPUT = "standard input"
PAUSE = 0.5  # seconds between two looks at a file that is being written


def draft(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="The draft (text, Markdown, .docx, ...); - reads text from standard input.", show_default=False
        ),
    ],
    against: AgainstOption = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever the draft is written, and tell what changed; Ctrl-C ends it.")
    ] = False,
    annotate: Annotated[
        Path | None, typer.Option(help="Write a copy of a .docx draft with a comment at each finding.", metavar="FILE", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for a report; none is written without it.", metavar="DIR", show_default=False)
    ] = None,
    ui: UiOption = None,
    facts: FactsOption = None,
    rules: RulesOption = None,
    config: ConfigOption = None,
    fail_on: FailOnOption = FailOn.conflict,
    jobs: JobsOption = None,
    timeout: TimeoutOption = TIMEOUT,
    memory: MemoryOption = MEMORY,
    max_size: SizeOption = SIZE,
) -> int:
    """Check a draft in itself and against what has been published, and print the findings that concern it.

    Comments in the draft (<!-- qcheck: dismiss RULE reason -->) decide on its findings.
    """
    from qcheck.cli.drafts import check_draft, read_published
    from qcheck.cli.settings import limits, settings
    from qcheck.files.watch import writings
    from qcheck.reporting import terminal
    from qcheck.reporting.progress import progress
    from qcheck.reporting.report import USUAL, write_report
    from qcheck.workers.intake import Intake, files_of

    path, name = Path(file), STANDARD_INPUT if file == "-" else Path(file).as_posix()
    _usable(file, watch=watch)
    run = settings(config, rules=rules, facts=facts, ui=ui)
    allowed = limits(jobs, timeout, memory, max_size)
    inputs = [*run.published, *(against or ())]
    with progress(run.ui) as step:
        published = read_published(inputs, run, limits=allowed, progress=step)
    if annotate:
        _writable(annotate, [path, *(Path(each.document) for each in published.documents)])
    tell(run.problems)
    code, view = 0, None
    intake = Intake(limits=allowed, languages=run.languages, desk=run.desk)
    try:
        for _ in writings(path, wait=partial(time.sleep, PAUSE)) if watch else (None,):
            written = _read(file, intake, limit=allowed.size)
            result = check_draft(written, published, run, file=path, before=view.findings if view else None)
            first, view = view is None, result.view
            lacking = view.lacks([name, *(each.as_posix() for each in inputs)])
            wrong = (problem.exit_code for problem in (*run.problems, *result.problems))
            code = worst_exit_code(*wrong, 4 if lacking else 0, outcome_code(view, fail_on))
            tell(result.problems)
            if first or _changed(view):
                _tell_of_reading(view, {each.document for each in written.documents}, of_all=first)
                if annotate:
                    _annotate(path, annotate, view)
                report = write_report(view, to=out, formats=USUAL, inputs=files_of([path, *inputs])) if out else ()
                terminal.show(terminal.report(view if first else _changes(view), report, against=published.read(path)))
    except KeyboardInterrupt:
        if not watch or view is None:
            raise
    finally:
        intake.close()
    return code


def _usable(file: str, *, watch: bool) -> None:
    if watch and file == "-":
        raise UsageProblem("standard input cannot be watched", todo="name a file")
    if Path(file).is_dir():
        raise UsageProblem(f"{file} is a folder", todo="name one draft; `qcheck check` takes folders")


def _writable(target: Path, inputs: Sequence[Path]) -> None:
    """Raises UsageProblem where a commented copy would be no Word file or take the place of what was read."""
    if any(each.suffix.lower() != ".docx" for each in (inputs[0], target)):
        raise UsageProblem("--annotate writes a commented copy of a Word file", todo="name a draft and a copy that end in .docx")
    if os.path.realpath(target) in {os.path.realpath(each) for each in inputs}:
        raise UsageProblem(f"--annotate {target.as_posix()} would overwrite what is read", todo="choose another name for the copy")


def _read(file: str, intake: Intake, *, limit: int) -> Taken:
    """The articles of the draft (one, but for files that hold several) and their claims, read within the limits like any other."""
    from qcheck.reading.paths import find
    from qcheck.reading.read import KINDS
    from qcheck.workers.intake import Held, Taken

    if file == "-":
        return intake.take([Held(STANDARD_INPUT, sys.stdin.buffer.read(limit + 1), ".txt")])
    files, refused = find([file], KINDS)
    taken = intake.take(files)
    return Taken((*refused, *taken.documents), taken.claims)


def _tell_of_reading(view: View, draft: Collection[str], *, of_all: bool) -> None:
    """What was not read, and what of the draft was left out or assumed."""
    from qcheck.reporting import terminal

    if of_all:
        for line in terminal.unread(view):
            typer.echo(line, err=True)
    tell(InputProblem(a.note, path=a.document.document) for a in view.articles if a.note and a.document.document in draft)


def _annotate(path: Path, target: Path, view: View) -> None:
    from qcheck.cli.drafts import remarks
    from qcheck.files.write import write_whole
    from qcheck.reading.word.annotate import annotate

    if view.unread and path.as_posix() in {each.document.document for each in view.unread}:
        return  # told where it was read
    write_whole(target, annotate(path.read_bytes(), remarks(view, path.as_posix()), author="qcheck"))


def _changed(view: View) -> bool:
    return bool(view.fixed) or any(case.finding.status != "known" for case in view.cases)


def _changes(view: View) -> View:
    """The view with what an earlier one did not tell."""
    return replace(view, cases=tuple(case for case in view.cases if case.finding.status != "known"), decided=(), remarks=())
