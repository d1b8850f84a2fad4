"""Desk files: what a newsroom knows and says its own way."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qcheck.model.desk import EMPTY_DESK, Desk


def load_desk(path: str | Path | Iterable[str | Path]) -> Desk:
    """The desk that one YAML file or several hold."""
    return EMPTY_DESK
