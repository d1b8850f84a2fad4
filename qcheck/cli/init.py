"""`qcheck init`: a configuration to begin with."""

from __future__ import annotations

from pathlib import Path

import typer


def init() -> int:
    """Write a commented qcheck.yml into the working folder."""
    from qcheck.cli.templates import write_new

    write_new("qcheck.yml", Path("qcheck.yml"))
    typer.echo("qcheck.yml: written; it changes nothing until you change it")
    return 0
