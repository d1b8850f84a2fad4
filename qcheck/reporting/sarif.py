"""report.sarif: SARIF 2.1.0 (OASIS), for editors and code scanning. Severities are its levels; both places of a pair are told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from qcheck.model.document import file_and_number
from qcheck.model.finding import Finding
from qcheck.reporting.places import region
from qcheck.reporting.view import Article, Case, Reading, Rule, View
from qcheck.reporting.wording import visible

FILE = "report.sarif"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"


def render(view: View) -> str:
    """One run with all rules that were checked and all findings; what is decided is kept as suppressed, what is gone as absent."""
    rules = {rule.id: rule for rule in (*(Rule(finding.rule) for finding in view.fixed), *view.checked, *view.rules)}
    order = {name: number for number, name in enumerate(sorted(rules))}
    run = {
        "tool": {
            "driver": {
                "name": "qcheck",
                "version": view.version,
                "semanticVersion": view.version,
                "language": view.ui,
                "rules": [_rule(rules[name]) for name in order],
            }
        },
        "language": view.ui,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which qcheck was run."}}},
        "artifacts": [_artifact(article) for article in (*view.articles, *view.unread)],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [_unread(article) for article in view.unread]}],
        "results": [
            *(_result(case, order, view) for case in (*view.cases, *view.decided)),
            *(_gone(finding, order) for finding in view.fixed),
        ],
    }
    text = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1, allow_nan=False)
    return text + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    told = {
        "shortDescription": rule.title,
        "fullDescription": rule.why,
        "help": "\n\n".join([rule.howto, *(f"- {each}" for each in rule.false_positives)]).strip(),
    }
    return {
        "id": rule.id,
        "name": "".join(part[:1].upper() + part[1:] for part in rule.id.replace("/", "-").split("-")),
        **{key: {"text": _plain(text)} for key, text in told.items() if text},
        "defaultConfiguration": {"level": rule.severity},
    }


def _artifact(article: Article) -> dict[str, Any]:
    document = article.document
    found = {"location": _uri(article), "sourceLanguage": document.language, "description": {"text": _plain(article.title)}}
    return {key: value for key, value in found.items() if value and value != {"text": ""}}


def _unread(article: Article) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": _plain(article.note)},
        "locations": [{"physicalLocation": {"artifactLocation": _uri(article)}}],
    }


def _uri(article: Article) -> dict[str, str]:
    """A path below the working folder as a relative URI; one that leads elsewhere stands by itself."""
    path = file_and_number(article.document.document)[0]
    uri = quote(path.removeprefix("./").encode("utf-8", "replace"))
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": _ROOT}


def _result(case: Case, order: Mapping[str, int], view: View) -> dict[str, Any]:
    finding = case.finding
    places = [_location(reading, number, view) for number, reading in enumerate(case.readings)]
    result = _said(finding, order, case.working) | {
        "locations": places[:1],
        "relatedLocations": places[1:],
        "suppressions": [{"kind": "external", "status": "accepted", "justification": _plain(case.decision)}]
        if case in view.decided
        else [],
        "properties": dict(_properties(case)),
    }
    if view.before is not None:
        known = "unchanged" if finding.fingerprint in view.before else "new"
        result["baselineState"] = "updated" if finding.status == "reopened" else known
    return result


def _gone(finding: Finding, order: Mapping[str, int]) -> dict[str, Any]:
    """A finding of the earlier run (`--since`) that is there no more; its places may not be there either."""
    return _said(finding, order, finding.working.split("\n")) | {"baselineState": "absent"}


def _said(finding: Finding, order: Mapping[str, int], working: Iterable[str]) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": order[finding.rule],
        "level": finding.severity,
        "message": {"text": _plain("\n".join([finding.message, *working]).strip())},
        "partialFingerprints": {"qcheck/v1": finding.fingerprint},
    }


def _properties(case: Case) -> Iterator[tuple[str, Any]]:
    yield "outcome", case.finding.outcome
    yield "status", case.finding.status
    yield "paired", [_plain(line) for line in case.paired]
    yield "hints", [_plain(line) for line in case.hints]


def _location(reading: Reading, number: int, view: View) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _uri(reading.article)}
    found = region(reading, view)
    if found and found.column:
        ends = {"startLine": found.line, "startColumn": found.column, "endLine": found.end_line, "endColumn": found.end_column}
        physical["region"] = {**ends, "snippet": {"text": visible(reading.claim.quote)}}
    elif found:
        physical["region"] = {"startLine": found.line}
    words = f"{reading.place}: “{reading.passage.text}”" if reading.place else f"“{reading.passage.text}”"
    location = {"id": number, "physicalLocation": physical, "message": {"text": _plain(words)}}
    if reading.place and not (found and found.column):  # the file has no lines, or they do not tell the place
        location["logicalLocations"] = [{"fullyQualifiedName": _plain(f"{reading.article.document.document}, {reading.place}")}]
    return location


def _plain(text: str) -> str:
    """Text that makes no link: SARIF takes [words](target) in a message for one."""
    return visible(text).replace("](", "] (").encode("utf-8", "replace").decode()
