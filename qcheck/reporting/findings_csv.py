"""findings.csv: every row of the findings frame, for a spreadsheet."""

from __future__ import annotations

from qcheck.model.finding import Finding
from qcheck.reporting.csv import table
from qcheck.reporting.view import View

FILE = "findings.csv"


def render(view: View) -> str:
    """One line a finding, columns as in the findings frame; lines of working, reasons and hints stand in one cell."""
    return table(view.findings, Finding)
