"""`qcheck claims`: what was read, before any rule."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qcheck.cli.options import (
    MEMORY,
    SIZE,
    TIMEOUT,
    ConfigOption,
    FactsOption,
    JobsOption,
    MemoryOption,
    SizeOption,
    TimeoutOption,
    UiOption,
)

if TYPE_CHECKING:
    from qcheck.reporting.view import View


class Layout(StrEnum):
    """How the claims are printed."""

    table = "table"
    json = "json"
    csv = "csv"
    parquet = "parquet"


def claims(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles, or folders of them.", show_default=False)],
    layout: Annotated[
        Layout, typer.Option("--format", "-f", help="table: the claims; the others: all rows of their frame.")
    ] = Layout.table,
    ui: UiOption = None,
    facts: FactsOption = None,
    config: ConfigOption = None,
    jobs: JobsOption = None,
    timeout: TimeoutOption = TIMEOUT,
    memory: MemoryOption = MEMORY,
    max_size: SizeOption = SIZE,
) -> int:
    """Print the claims of articles: each number with its range, unit, subject and time."""
    from qcheck.cli.settings import configuration, desk_of_run, interface, limits
    from qcheck.reporting import csv, json, parquet, terminal
    from qcheck.reporting.build import build_view
    from qcheck.reporting.progress import progress
    from qcheck.reporting.report import print_whole
    from qcheck.workers.intake import take_in

    desk, languages = desk_of_run(config, facts)
    language = interface(configuration(config), ui)
    allowed = limits(jobs, timeout, memory, max_size)
    with progress(language) as step:
        documents, found = take_in(paths, limits=allowed, languages=languages, desk=desk, progress=step)
    view = build_view(documents, found, ui=language)
    for line in terminal.unread(view):
        typer.echo(line, err=True)
    if layout == Layout.table:
        terminal.show(terminal.claims(view))
    else:
        formats: dict[str, Callable[[View], str | bytes]] = {"json": json.rows, "csv": csv.render, "parquet": parquet.render}
        print_whole(formats[layout.value](view))
    return 4 if view.lacks(path.as_posix() for path in paths) else 0
