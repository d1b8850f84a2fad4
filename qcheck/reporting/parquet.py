"""claims.parquet: every row of the claims frame with its types. The only importer of pyarrow."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from qcheck.model.claim import Claim
from qcheck.model.errors import UsageProblem
from qcheck.model.frames import columns
from qcheck.reporting.view import View

FILE = "claims.parquet"


def render(view: View) -> bytes:
    """One row a row, columns and types as in the claims frame."""
    return table(view.rows, Claim)


def table(rows: Sequence[Any], kind: type) -> bytes:
    """Rows of a type as a Parquet file: text, 64-bit numbers (NaN where none is told) and booleans, without missing cells.

    The same rows give the same bytes under one version of pyarrow. Raises UsageProblem where pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UsageProblem("Parquet needs the package pyarrow", todo="pip install 'qcheck[parquet]'") from None
    types = {"str": pyarrow.string(), "float64": pyarrow.float64(), "int64": pyarrow.int64(), "bool": pyarrow.bool_()}
    shape = pyarrow.schema([pyarrow.field(name, types[dtype], nullable=False) for name, dtype in columns(kind).items()])
    cells = [pyarrow.array([_stored(getattr(row, field.name)) for row in rows], type=field.type) for field in shape]
    file = BytesIO()
    parquet.write_table(pyarrow.Table.from_arrays(cells, schema=shape), file, compression="zstd")
    return file.getvalue()


def _stored(value: Any) -> Any:
    """A cell as it is; half of a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
