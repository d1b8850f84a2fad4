"""findings.parquet: every row of the findings frame with its types."""

from __future__ import annotations

from qcheck.model.finding import Finding
from qcheck.reporting.parquet import table
from qcheck.reporting.view import View

FILE = "findings.parquet"


def render(view: View) -> bytes:
    """One row a finding, columns and types as in the findings frame."""
    return table(view.findings, Finding)
