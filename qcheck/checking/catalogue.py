"""The words in which checking speaks to its readers: one file for each language, `ui/<language>.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from qcheck.files.yaml import read_yaml, validate
from qcheck.model.errors import UsageProblem

FOLDER = Path(__file__).parent / "ui"
Shape = TypeVar("Shape", bound=BaseModel)
Name = str | tuple[str, str]  # of one, and of many where that differs


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ranges(_Section):
    """How a range of numbers is said: `low` and `high` are put in; those by their brackets have two ends."""

    point: str
    any: str
    some: str
    at_least: str
    more_than: str
    at_most: str
    fewer_than: str
    less_than: str
    between: dict[str, str]


class Periods(_Section):
    """How days are said."""

    unknown: str
    no_day: str
    undated: str
    between: str
    up_to: str
    before: str
    from_on: str
    vague: str


class Catalogue(_Section):
    """All words of a language: `units` by pint's names, `events` by their lemmas, `quotes` as an opening and a closing mark.

    `lines` are said by `lines.line`; `reasons` are those that reading gives, {} for each quote and number.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    thousands: str
    decimal: str
    quotes: str
    scales: dict[str, tuple[str, str]]
    plural: str
    per: str
    rank: str
    some: str
    units: dict[str, Name]
    prefixes: dict[str, str]
    ranges: Ranges
    periods: Periods
    events: dict[str, str]
    lines: dict[str, str]
    reasons: dict[str, str]


@cache
def interfaces() -> tuple[str, ...]:
    """The codes of the languages that checking speaks, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def catalogue(ui: str) -> Catalogue:
    """The words of a language. Raises as `texts_in` does."""
    return texts_in(FOLDER, ui, Catalogue)


def texts_in(folder: Path, ui: str, shape: type[Shape]) -> Shape:
    """A folder's texts in a language. Raises UsageProblem for one that we do not speak, Problems for a file that is not of this shape."""
    if ui not in interfaces():
        raise UsageProblem(f"no interface in {ui!r}", todo=f"use {' or '.join(interfaces())}")
    return validate(read_yaml(folder / f"{ui}.yaml"), shape)
