"""Problems on the terminal: one line each, whatever stands in the file that they speak of."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from qcheck.model.errors import Problem

LONGEST = 1_000  # characters of a line


def tell(problems: Iterable[Problem]) -> None:
    """Print problems to standard error; a rule of a stranger may hold signs that would act on the terminal."""
    from qcheck.reporting.wording import visible

    for problem in problems:
        line = visible(str(problem).replace("\n", " "))
        typer.echo(line if len(line) <= LONGEST else f"{line[:LONGEST]} ...", err=True)
