"""claims.csv: every row of the claims frame, for a spreadsheet."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from qcheck.model.claim import Claim
from qcheck.reporting.view import View
from qcheck.reporting.wording import visible

FILE = "claims.csv"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(view: View) -> str:
    """One line a row, columns as in the claims frame."""
    return table(view.rows, Claim)


def table(rows: Iterable[Any], kind: type[Any]) -> str:
    """Rows of a type, one line each; text that a spreadsheet would run gets a leading apostrophe, NaN is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [field.name for field in fields(kind)]
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "" if math.isnan(value) else repr(value)
    text = visible(str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith("\t") else text
