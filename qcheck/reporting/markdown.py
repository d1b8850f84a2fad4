"""report.md."""

from __future__ import annotations

from qcheck.reporting.view import View

FILE = "report.md"


def render(view: View) -> str:
    """A text."""
    return f"# qcheck {view.version}\n"
