"""Frames with fixed flat columns, from frozen values and back. The only importer of pandas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from qcheck.model.errors import UsageProblem

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row")
_TYPES: dict[str, type[Any]] = {"str": str, "float64": float, "int64": int, "bool": bool}
_WORDS = {"true": True, "false": False}
_BLANK: dict[str, Any] = {"str": "", "float64": float("nan"), "int64": 0, "bool": False}


@cache
def columns(kind: type[Any]) -> dict[str, str]:
    """Column -> dtype ("str", "float64", "int64", "bool") of a row type, in the order of its fields."""
    hints = get_type_hints(kind)
    plain = {float: "float64", int: "int64", bool: "bool"}
    return {f.name: plain.get(hints[f.name], "str") for f in fields(kind)}


def to_frame(rows: Sequence[Any], kind: type, *, missing: Iterable[str] = ()) -> pd.DataFrame:
    """A frame with one line for each row and exactly the columns of `kind`; "" becomes missing in the columns named in `missing`."""
    import numpy as np
    import pandas as pd

    text = pd.StringDtype("python", na_value=float("nan"))
    types = columns(kind)
    cells = zip(*map(attrgetter(*types), rows), strict=True) if rows else repeat((), len(types))
    data: dict[str, Any] = {}
    for (name, dtype), column in zip(types.items(), cells, strict=False):
        values = [value or None for value in column] if name in missing else list(column)
        data[name] = pd.array(values, dtype=text) if dtype == "str" else np.array(values, dtype=dtype)
    return pd.DataFrame(data, copy=False)


def from_frame(frame: pd.DataFrame, kind: type[Row], *, required: Iterable[str] = ()) -> list[Row]:
    """The rows of a frame as frozen values. Missing columns take the defaults of `kind`, missing cells too (or "", NaN, 0, False).

    Other columns are ignored. Raises UsageProblem for what is no frame, columns of `required` that are not there, a column that is there
    twice, or one whose cells do not fit.
    """
    import pandas as pd

    names = list(getattr(frame, "columns", ()))
    twice = sorted({str(name) for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
    if not hasattr(frame, "columns"):
        raise UsageProblem(f"a {type(frame).__name__} is no DataFrame", todo="see the columns of " + kind.__name__)
    if twice:
        raise UsageProblem(f"the frame has the column {', '.join(twice)} twice", todo="drop one of them")
    lacking = [name for name in required if name not in frame.columns]
    if lacking:
        raise UsageProblem(f"the frame has no column {', '.join(lacking)}", todo=f"it needs {', '.join(required)}")
    plain_kind: Any = kind
    kinds = columns(plain_kind)
    known = [name for name in kinds if name in frame.columns]
    blanks = {f.name: _BLANK[kinds[f.name]] if f.default is MISSING else f.default for f in fields(plain_kind)}
    cells = []
    for name in known:
        column = frame[name].to_numpy(dtype=object)
        values, missing = column.tolist(), pd.isna(column).tolist()
        if kinds[name] != "str":
            missing = [gone or (isinstance(value, str) and not value) for value, gone in zip(values, missing, strict=True)]
        exact, blank, dtype = _TYPES[kinds[name]], blanks[name], kinds[name]
        try:
            cells.append(
                [
                    blank if gone else value if type(value) is exact else _plain(value, dtype)
                    for value, gone in zip(values, missing, strict=True)
                ]
            )
        except (TypeError, ValueError, KeyError) as error:
            raise UsageProblem(f"the column {name} holds what is no {kinds[name].removesuffix('64')} ({error})", todo="mend it") from None
    if known == list(kinds):
        return list(map(kind, *cells))
    return [kind(**dict(zip(known, row, strict=True))) for row in zip(*cells, strict=True)]


def _plain(value: Any, dtype: str) -> Any:
    """A cell as a plain value; a day, also a timestamp of pandas, as its ISO date; the words True and False as what they say."""
    if dtype == "str" and isinstance(value, date):
        return value.isoformat()[:10]
    if dtype == "bool" and isinstance(value, str):
        return _WORDS[value.lower()]
    return _TYPES[dtype](value)
