"""Options that several commands take, each declared once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class FailOn(StrEnum):
    """The mildest outcome that makes the command end with 1."""

    conflict = "conflict"
    review = "review"
    dispute = "dispute"
    update = "update"
    note = "note"
    never = "never"


ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Configuration.", show_default="qcheck.yml, here or in a folder above", metavar="FILE")
]
FactsOption = Annotated[
    list[Path] | None, typer.Option("--facts", help="Facts that your desk knows (YAML); may be repeated.", metavar="FILE")
]
RulesOption = Annotated[
    list[Path] | None,
    typer.Option("--rules", help="Your rules, a file or folder, besides those in force; may be repeated.", metavar="PATH"),
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Files read at a time.", show_default="one for each processor", metavar="N")
]
TimeoutOption = Annotated[
    float, typer.Option(min=0.1, max=1e6, help="Seconds of work for each file, and for each article.", metavar="SECONDS")
]
MemoryOption = Annotated[int, typer.Option(min=500, help="Memory for each file, and for each article.", metavar="MB")]
SizeOption = Annotated[float, typer.Option("--max-size", min=0, help="Size of a file.", metavar="MB")]
UiOption = Annotated[
    str | None,
    typer.Option("--ui", help="Language of what is told: en or de.", show_default="en, or `ui` of qcheck.yml", metavar="LANGUAGE"),
]
TIMEOUT, MEMORY, SIZE = 30.0, 1600, 20.0
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="The mildest outcome that makes the exit code 1.")]
AgainstOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--against", help="What has been published, a file or folder, besides `published` in qcheck.yml; may be repeated.", metavar="PATH"
    ),
]
