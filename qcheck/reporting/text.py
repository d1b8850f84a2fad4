"""report.txt: what a terminal shows, as plain text."""

from __future__ import annotations

from qcheck.reporting.terminal import plain, report
from qcheck.reporting.view import View

FILE = "report.txt"


def render(view: View) -> str:
    """Findings, what was decided, and the verdict; nothing is wrapped and nothing in it acts."""
    return plain(report(view, ()))
