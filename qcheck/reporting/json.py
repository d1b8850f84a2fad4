"""report.json: the frames and the verdict for a program, and the findings of an earlier one."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import MISSING, asdict, fields
from pathlib import Path
from typing import Any

from qcheck.model.claim import Claim
from qcheck.model.document import Document, file_and_number
from qcheck.model.errors import UsageProblem
from qcheck.model.finding import OUTCOMES, Finding, Topic
from qcheck.reporting.view import View

FILE = "report.json"
VERSION = 1
_BLANK = {field.name: "" if field.default is MISSING else field.default for field in fields(Finding)}
# legal in JSON, but they would act on the terminal or the editor that shows the file
_ACTING = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


def render(view: View) -> str:
    """Sorted keys, rows in the order of the report, no NaN: a number that is not there is null, an open end is null beside `closed`."""
    data = {
        "schema_version": VERSION,
        "qcheck": view.version,
        "verdict": {
            "articles": len(view.articles),
            "claims": view.claims,
            "agree": view.agree,
            "numbers_not_read": sum(len(readings) for _, readings in view.numbers),
            "files_not_read": len(view.unread),
            "decided": len(view.decided),
            "findings": {outcome: view.outcomes.count(outcome) for outcome in sorted(set(view.outcomes))},
        },
        "documents": [asdict(article.document) for article in (*view.articles, *view.unread)],
        "claims": [asdict(row) for row in view.rows],
        "findings": [{**asdict(f), "claims": f.claims.split()} for f in view.findings],
        "fixed": [{**asdict(f), "claims": f.claims.split()} for f in view.fixed],
        "remarks": list(view.remarks),
        "selectors_that_matched_nothing": list(view.idle),
        "topics": [{**asdict(t), "claims": t.claims.split()} for t in view.topics],
    }
    return _text(data)


def schema() -> dict[str, Any]:
    """The JSON Schema of a report.json, made from the types of its rows."""
    text, count, names = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "array", "items": {"type": "string"}}
    tables = {"documents": Document, "claims": Claim, "findings": Finding, "fixed": Finding, "topics": Topic}
    numbers = ("articles", "claims", "agree", "numbers_not_read", "files_not_read", "decided")
    found = {"type": "object", "propertyNames": {"enum": sorted(OUTCOMES)}, "additionalProperties": count}
    keys: dict[str, Any] = {
        "schema_version": {"const": VERSION, "description": "Grows when a key changes its meaning or goes away."},
        "qcheck": {**text, "description": "The version of qcheck that wrote it."},
        "verdict": _object({**dict.fromkeys(numbers, count), "findings": found}),
        **{name: {"type": "array", "items": {"$ref": f"#/$defs/{kind.__name__.lower()}"}} for name, kind in tables.items()},
        "remarks": names,
        "selectors_that_matched_nothing": names,
    }
    shapes = {kind.__name__.lower(): _shape(kind) for kind in tables.values()}
    return {**_object(dict(sorted(keys.items()))), "$defs": dict(sorted(shapes.items()))}


def _shape(kind: type[Any]) -> dict[str, Any]:
    """The object of a row: a number that is not there is null, ids are a list."""
    from pydantic import TypeAdapter

    found = TypeAdapter(kind).json_schema()["properties"]
    plain = {name: {key: value for key, value in shape.items() if key not in ("title", "default")} for name, shape in found.items()}
    keys = {name: {"type": ["number", "null"]} if shape.get("type") == "number" else shape for name, shape in plain.items()}
    if kind in (Finding, Topic):
        keys["claims"] = {"type": "array", "items": {"type": "string"}}
    return {**_object(dict(sorted(keys.items()))), "description": " ".join((kind.__doc__ or "").split())}


def _object(keys: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}


def rows(view: View) -> str:
    """The rows of the claims frame alone, in the same form."""
    return _text({"schema_version": VERSION, "qcheck": view.version, "claims": [asdict(row) for row in view.rows]})


def earlier_findings(path: Path) -> list[Finding]:
    """The findings that a report.json holds. Raises UsageProblem if it is none."""
    findings, _ = _read(path)
    return findings


def finding_of(fingerprint: str, reports: Iterable[Path]) -> tuple[Finding, tuple[str, ...]]:
    """The finding whose fingerprint begins so, in the first of these reports that has one, and the paths of its pair's articles.

    Raises UsageProblem if there is none, or if several findings begin so.
    """
    looked = []
    for path in reports:
        findings, homes = _read(path)
        fitting = {finding.fingerprint: finding for finding in findings if finding.fingerprint.startswith(fingerprint)}
        if len(fitting) > 1:
            raise UsageProblem(
                f"{fingerprint!r} begins the fingerprint of {len(fitting)} findings", path=path.as_posix(), todo="write more of it"
            )
        for finding in fitting.values():
            return finding, tuple(dict.fromkeys(homes[claim] for claim in finding.claims.split()[:2] if claim in homes))
        looked.append(path.as_posix())
    where = ", ".join(looked) or "reports/*/report.json"
    raise UsageProblem(f"no finding {fingerprint!r} in {where}", todo="run `qcheck check`, or name the report with --report")


def _read(path: Path) -> tuple[list[Finding], dict[str, str]]:
    """The findings of a report, and the article of each claim, without the number of the article in its file."""
    try:
        data = json.loads(path.read_bytes())
        rows = [{**row, "claims": " ".join(row["claims"])} for row in data["findings"]]
        found = [Finding(**{key: str(row.get(key) or blank) for key, blank in _BLANK.items()}) for row in rows]  # type: ignore[arg-type]
        homes = {row["claim"]: file_and_number(row["document"])[0] for row in data["claims"]}
    except OSError as error:
        raise UsageProblem(f"cannot be read ({error.strerror or error})", path=path.as_posix(), todo="name a report.json") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UsageProblem("is no report.json of qcheck", path=path.as_posix(), todo="name one that `qcheck check` wrote") from None
    return found, homes


def _text(data: Any) -> str:
    text = json.dumps(_finite(data), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False)
    return _ACTING.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
