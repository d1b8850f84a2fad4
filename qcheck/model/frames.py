"""Frames with fixed flat columns, from frozen values and back. The only importer of pandas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from qcheck.model.errors import UsageProblem

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row")


@cache
def columns(kind: type[Any]) -> dict[str, str]:
    """Column -> dtype ("str", "float64", "int64", "bool") of a row type, in the order of its fields."""
    hints = get_type_hints(kind)
    plain = {float: "float64", int: "int64", bool: "bool"}
    return {f.name: plain.get(hints[f.name], "str") for f in fields(kind)}


def to_frame(rows: Sequence[Any], kind: type, *, missing: Iterable[str] = ()) -> pd.DataFrame:
    """A frame with one line for each row and exactly the columns of `kind`; "" becomes missing in the columns named in `missing`."""
    import pandas as pd

    text = pd.StringDtype("python", na_value=float("nan"))
    data: dict[str, pd.Series[Any]] = {}
    for name, dtype in columns(kind).items():
        values = [getattr(row, name) for row in rows]
        if name in missing:
            values = [value or None for value in values]
        data[name] = pd.Series(values, dtype=text if dtype == "str" else dtype)
    return pd.DataFrame(data)


def from_frame(frame: pd.DataFrame, kind: type[Row], *, required: Iterable[str] = ()) -> list[Row]:
    """The rows of a frame as frozen values. Missing columns take the defaults of `kind`, missing cells too; others are ignored.

    Raises UsageProblem naming the columns of `required` that are not there.
    """
    lacking = [name for name in required if name not in frame.columns]
    if lacking:
        raise UsageProblem(f"the frame has no column {', '.join(lacking)}", todo=f"it needs {', '.join(required)}")
    plain_kind: Any = kind
    kinds = columns(plain_kind)
    known = [name for name in kinds if name in frame.columns]
    cells = [[_plain(value, kinds[name]) for value in frame[name].tolist()] for name in known]
    return [kind(**{n: v for n, v in zip(known, row, strict=True) if v is not None}) for row in zip(*cells, strict=True)]


def _plain(value: Any, dtype: str) -> Any:
    """A cell as a plain value; None where it is missing (NaN stays a number in a float column)."""
    if dtype == "float64":
        return float("nan") if value is None else float(value)
    if value is None or value != value:
        return None
    return {"int64": int, "bool": bool}.get(dtype, str)(value)
