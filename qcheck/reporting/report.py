"""Writes the report in the formats asked for."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from qcheck.files.write import spare, write_whole
from qcheck.model.errors import UsageProblem

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.reporting.view import View

FORMATS = ("html", "markdown", "json", "csv")


class Format(Protocol):
    """What the module of a format offers: the name of its file, and that file's content."""

    FILE: str

    def render(self, view: View) -> str:
        """The whole file as text."""


def load_format(name: str) -> Format:
    """The module of a format. Raises UsageProblem if there is none of that name."""
    if name not in FORMATS:
        raise UsageProblem(f"no report format {name!r}", todo=f"use {', '.join(FORMATS)}")
    return cast(Format, importlib.import_module(f"qcheck.reporting.{name}"))


def report(
    documents: pd.DataFrame, claims: pd.DataFrame, findings: pd.DataFrame, *, to: str | Path, formats: Sequence[str] = ("html",)
) -> tuple[Path, ...]:
    """Write a report on checked articles into the folder `to`; the paths written, in the order of `formats`.

    `documents`, `claims` and `findings` are the frames that `read`, `extract` and `check` give (columns: the fields of Document, Claim
    and Finding). `formats`: html (report.html), markdown (report.md), json (report.json), csv (claims.csv). The same frames give the
    same bytes, whatever the order of their rows. Raises UsageProblem for an unknown format, a frame without its columns, or a folder
    that cannot be written.
    """
    from qcheck.reporting.build import build_view

    return write_report(build_view(documents, claims, findings), to=to, formats=formats)


def write_report(view: View, *, to: str | Path, formats: Sequence[str], inputs: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Write the files of the formats from a view that is already there.

    Nothing is written if one format is unknown, or if one file would replace one of the `inputs`.
    """
    modules = [load_format(name) for name in formats]
    paths = tuple(Path(to) / module.FILE for module in modules)
    spare(inputs, paths)
    for path, module in zip(paths, modules, strict=True):
        write_whole(path, module.render(view))
    return paths
