"""report.html."""

from __future__ import annotations

from qcheck.reporting.view import View

FILE = "report.html"


def render(view: View) -> str:
    """A page."""
    return f"<!doctype html><title>qcheck {view.version}</title>"
