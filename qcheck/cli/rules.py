"""`qcheck rules`: what is checked, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def rules(
    more: Annotated[
        list[Path] | None, typer.Option("--rules", help="Your rules, a file or folder, besides the built-in ones.", metavar="PATH")
    ] = None,
) -> int:
    """List the rules: what each one says and why, by pack."""
    from qcheck.checking.rules import load_rules
    from qcheck.reporting import terminal

    terminal.show(terminal.rules((*load_rules(), *(load_rules(more) if more else ()))))
    return 0
