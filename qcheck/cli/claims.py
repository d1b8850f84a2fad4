"""`qcheck claims`: what was read, before any rule."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qcheck.cli.settings import MEMORY, SIZE, TIMEOUT, ConfigOption, FactsOption, JobsOption, MemoryOption, SizeOption, TimeoutOption


class Layout(StrEnum):
    """How the claims are printed."""

    table = "table"
    json = "json"
    csv = "csv"


def claims(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles, or folders of them.", show_default=False)],
    layout: Annotated[Layout, typer.Option("--format", help="table: the claims; json, csv: all rows of the claims frame.")] = Layout.table,
    facts: FactsOption = None,
    config: ConfigOption = None,
    jobs: JobsOption = None,
    timeout: TimeoutOption = TIMEOUT,
    memory: MemoryOption = MEMORY,
    max_size: SizeOption = SIZE,
) -> int:
    """Print the claims of articles: each number with its range, unit, subject and time."""
    from qcheck.cli.settings import desk_of_run, limits
    from qcheck.reporting import csv, json, terminal
    from qcheck.reporting.build import build_view
    from qcheck.workers.intake import take_in

    desk, languages = desk_of_run(config, facts)
    documents, found = take_in(paths, limits=limits(jobs, timeout, memory, max_size), languages=languages, desk=desk)
    view = build_view(documents, found)
    for line in terminal.unread(view):
        typer.echo(line, err=True)
    if layout == Layout.table:
        terminal.show(terminal.claims(view))
    else:
        typer.echo({"json": json.rows, "csv": csv.render}[layout.value](view), nl=False)
    return 4 if view.lacks(path.as_posix() for path in paths) else 0
