"""Writes the report in the formats asked for."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from qcheck.files.write import spare, write_whole
from qcheck.model.errors import UsageProblem

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.reporting.view import View

USUAL = ("html", "markdown", "json", "csv")
FORMATS = (*USUAL, "text", "findings-csv", "parquet", "findings-parquet", "sarif", "junit", "github")
STANDARD_OUTPUT = "-"


class Format(Protocol):
    """What the module of a format offers: the name of its file, and that file's content."""

    FILE: str

    def render(self, view: View) -> str | bytes:
        """The whole file."""


@dataclass(frozen=True, slots=True)
class Output:
    """A format and where it goes; None is standard output."""

    format: Format
    path: Path | None


def load_format(name: str) -> Format:
    """The module of a format. Raises UsageProblem if there is none of that name."""
    if name not in FORMATS:
        raise UsageProblem(f"no report format {name!r}", todo=f"use {', '.join(FORMATS)}")
    return cast(Format, importlib.import_module(f"qcheck.reporting.{name.replace('-', '_')}"))


def report(
    documents: pd.DataFrame,
    claims: pd.DataFrame,
    findings: pd.DataFrame,
    *,
    to: str | Path,
    formats: Sequence[str] = ("html",),
    ui: str = "en",
) -> tuple[Path, ...]:
    """Write a report on checked articles into the folder `to`; the paths written, in the order of `formats`.

    `documents`, `claims` and `findings` are the frames that `read`, `extract` and `check` give (columns: the fields of Document, Claim
    and Finding). `formats`: html (report.html), markdown (report.md), json (report.json), csv (claims.csv), text (report.txt),
    findings-csv (findings.csv), parquet and findings-parquet (the tables as Parquet), sarif (report.sarif), junit (report.xml), github
    (annotations.txt); "sarif=PATH" writes to that path instead, "sarif=-" to standard output. `ui` is the language of the report (en, de).
    The same frames give the same bytes, whatever the order of their rows. Raises UsageProblem for an unknown format, a frame without its
    columns, or a path that cannot be written.
    """
    from qcheck.reporting.build import build_view

    return write_report(build_view(documents, claims, findings, ui=ui), to=to, formats=formats)


def outputs(formats: Sequence[str], *, to: str | Path) -> tuple[Output, ...]:
    """What `NAME` and `NAME=PATH` ask for; a name alone is a file in the folder `to`.

    Raises UsageProblem for an unknown format, and where two would be written to one place.
    """
    found = [_output(text, Path(to)) for text in formats]
    places = [output.path for output in found]
    for place in places:
        if places.count(place) > 1:
            raise UsageProblem(f"two formats would be written to {place or 'standard output'}", todo="give one a path of its own")
    return tuple(found)


def _output(text: str, folder: Path) -> Output:
    name, given, path = text.partition("=")
    module = load_format(name)
    if given and not path:
        raise UsageProblem(f"no path in {text!r}", todo=f"write {name}=PATH, or {name} alone")
    return Output(module, None if path == STANDARD_OUTPUT else Path(path) if path else folder / module.FILE)


def write_report(view: View, *, to: str | Path, formats: Sequence[str], inputs: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Write the formats from a view that is already there; the paths of the files written.

    Nothing is written if one format is unknown or cannot be made here, or if one file would replace one of the `inputs`.
    """
    asked = outputs(formats, to=to)
    spare(inputs, [output.path for output in asked if output.path])
    made = [(output.path, output.format.render(view)) for output in asked]
    for path, content in made:
        if path:
            write_whole(path, content)
        else:
            print_whole(content)
    return tuple(path for path, _ in made if path)


def print_whole(content: str | bytes) -> None:
    """Write UTF-8 text or bytes to standard output, the same bytes on every system."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8", "replace") if isinstance(content, str) else content)
    sys.stdout.flush()
