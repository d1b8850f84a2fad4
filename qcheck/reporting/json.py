"""report.json: the frames and the verdict for a program."""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict
from typing import Any

from qcheck.reporting.view import View

FILE = "report.json"
VERSION = 1
# legal in JSON, but they would act on the terminal or the editor that shows the file
_ACTING = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


def render(view: View) -> str:
    """Sorted keys, rows in the order of the report, no NaN: a number that is not there is null, an open end is null beside `closed`."""
    data = {
        "version": VERSION,
        "qcheck": view.version,
        "verdict": {
            "articles": len(view.articles),
            "claims": view.claims,
            "agree": view.agree,
            "numbers_not_read": sum(len(readings) for _, readings in view.numbers),
            "files_not_read": len(view.unread),
            "findings": {outcome: view.outcomes.count(outcome) for outcome in sorted(set(view.outcomes))},
        },
        "documents": [asdict(article.document) for article in (*view.articles, *view.unread)],
        "claims": [asdict(row) for row in view.rows],
        "findings": [{**asdict(f), "claims": f.claims.split()} for f in view.findings],
        "topics": [{**asdict(t), "claims": t.claims.split()} for t in view.topics],
    }
    return _text(data)


def rows(view: View) -> str:
    """The rows of the claims frame alone, in the same form."""
    return _text({"version": VERSION, "qcheck": view.version, "claims": [asdict(row) for row in view.rows]})


def _text(data: Any) -> str:
    text = json.dumps(_finite(data), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return _ACTING.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
