"""qcheck reads the numbers and dates that articles give, and tells which of them contradict one another.

Four verbs, each from frame to frame: `read`, `extract`, `check`, `report`; `topics` for what agrees; `parse`, `parse_times` and
`explain` for one text; `load_desk` for what a newsroom knows.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qcheck.checking.check import check as check
    from qcheck.checking.topics import topics as topics
    from qcheck.extraction.claims import extract as extract
    from qcheck.extraction.explain import explain as explain
    from qcheck.extraction.quantities import parse as parse
    from qcheck.extraction.times import parse_times as parse_times
    from qcheck.model.claim import Claim as Claim
    from qcheck.model.desk import Desk as Desk
    from qcheck.model.document import Document as Document
    from qcheck.model.errors import Problem as Problem
    from qcheck.model.errors import Problems as Problems
    from qcheck.model.finding import Finding as Finding
    from qcheck.model.finding import Topic as Topic
    from qcheck.model.interval import Interval as Interval
    from qcheck.model.quantity import Modifier as Modifier
    from qcheck.model.quantity import Quantity as Quantity
    from qcheck.model.timespan import TimeSpan as TimeSpan
    from qcheck.model.timex import Timex as Timex
    from qcheck.reading.desk import load_desk as load_desk
    from qcheck.reading.read import read as read
    from qcheck.reporting.report import report as report

__version__ = "0.1.0"

# public name -> module that holds it; nothing is imported before it is asked for
_HOMES = {
    "read": "qcheck.reading.read",
    "load_desk": "qcheck.reading.desk",
    "extract": "qcheck.extraction.claims",
    "parse": "qcheck.extraction.quantities",
    "parse_times": "qcheck.extraction.times",
    "explain": "qcheck.extraction.explain",
    "check": "qcheck.checking.check",
    "topics": "qcheck.checking.topics",
    "report": "qcheck.reporting.report",
    "Claim": "qcheck.model.claim",
    "Desk": "qcheck.model.desk",
    "Document": "qcheck.model.document",
    "Problem": "qcheck.model.errors",
    "Problems": "qcheck.model.errors",
    "Finding": "qcheck.model.finding",
    "Topic": "qcheck.model.finding",
    "Interval": "qcheck.model.interval",
    "Modifier": "qcheck.model.quantity",
    "Quantity": "qcheck.model.quantity",
    "TimeSpan": "qcheck.model.timespan",
    "Timex": "qcheck.model.timex",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'qcheck' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
