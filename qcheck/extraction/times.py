"""Time expressions of a text, read against the date of its document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qcheck.language.pack import load_pack
from qcheck.model.desk import Desk
from qcheck.model.timex import Timex


def parse_times(text: str, *, language: str | Path, published: date | None = None, desk: Desk | None = None) -> list[Timex]:
    """The time expressions of a text, in order and without overlap. Raises UsageProblem if there is no such language."""
    load_pack(language)
    return []
