"""`qcheck schema`: the shape of the files that a user writes, and of report.json, as JSON Schema."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# what an editor shows of each key of a rule; docs/rules.md tells the same
RULE_KEYS = {
    "title": "What is wrong, in a few words.",
    "severity": "How grave it is at most; an outcome that claims no contradiction is a note all the same.",
    "check": "The kind of check: code that compares, with parameters of its own.",
    "with": "The parameters of the kind of check.",
    "look": "What the rule looks at; each kind of check knows some of these.",
    "select": "Which claims it looks at: columns of the claims frame with a value, a list, or {not: ...}; and near, range, during.",
    "one": "Of a pair, what the one must be besides.",
    "other": "Of a pair, what the other must be besides.",
    "same": "What must be equal for two to meet; thing asks whether they speak of one thing.",
    "unless": "What excuses a claim: selectors, any of which suffices.",
    "message": "What is told, for each outcome that the rule may tell.",
    "hints": "What to do or check, for all outcomes or for each.",
    "why": "The reason for the rule.",
    "howto": "How to check what it found.",
    "false_positives": "Where it is known to be wrong.",
    "de": "The texts in German, for --ui de: title, message, hints, why, howto, false_positives.",
    "references": "Where the rule or its figures come from.",
    "examples": "Articles that it must fire on, near-misses that it must be silent on, and known gaps (todo).",
}


class Name(StrEnum):
    """The files that have a schema."""

    rule = "rule"
    config = "config"
    decisions = "decisions"
    facts = "facts"
    report = "report"


def schema(
    name: Annotated[Name, typer.Argument(metavar="NAME", help="rule, config (qcheck.yml), decisions, facts or report (report.json).")],
) -> int:
    """Print the JSON Schema of a file that you write, or of report.json: qcheck schema rule > rule.schema.json"""
    typer.echo(json.dumps(schema_of(name), ensure_ascii=False, indent=1))
    return 0


def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of a rule, of a configuration, of decisions, of facts or of a report, made from what loads or writes them."""
    if name == "rule":
        return _rule_schema()
    if name == "report":
        from qcheck.reporting.json import schema as report_schema

        return {"$schema": DIALECT, **report_schema(), "title": "report.json of qcheck", "description": "docs/formats.md"}
    from pydantic import BaseModel

    from qcheck.reading.config import ConfigFile
    from qcheck.reading.decisions import DecisionsFile
    from qcheck.reading.desk import DeskFile

    models: dict[str, tuple[type[BaseModel], str]] = {
        "config": (ConfigFile, "qcheck.yml"),
        "decisions": (DecisionsFile, "decisions.yml"),
        "facts": (DeskFile, "Facts of a desk"),
    }
    model, title = models[name]
    return {"$schema": DIALECT, **_bare(model.model_json_schema()), "title": title}


def _rule_schema() -> dict[str, Any]:
    from qcheck.checking.kinds import kind_names, kind_of
    from qcheck.checking.rule import LOOKS, Rule
    from qcheck.checking.rules import NOT_WRITTEN
    from qcheck.checking.selection import FIELDS

    found = _bare(Rule.model_json_schema())
    keys = {key: {**shape, "description": RULE_KEYS[key]} for key, shape in found["properties"].items() if key not in NOT_WRITTEN}
    found["$defs"] |= {
        "choice": keys["select"]["additionalProperties"],
        "selector": {
            "description": "Columns of the claims frame; near: patterns for words of its sentence; range: intervals; during: periods.",
            "type": "object",
            "properties": {field: {"$ref": "#/$defs/choice"} for field in FIELDS},
            "additionalProperties": False,
        },
    }
    one = {"$ref": "#/$defs/selector"}
    for key in ("select", "one", "other"):
        keys[key] = {**one, "description": RULE_KEYS[key]}
    keys["unless"]["anyOf"] = [one, {"type": "array", "items": one}]
    keys["check"] = {"anyOf": [{"enum": kind_names()}, {"type": "string"}], "description": RULE_KEYS["check"]}
    kinds = []
    for kind_name in kind_names():
        kind = kind_of(kind_name)
        assert kind is not None
        parameters = _bare(kind.parameters.model_json_schema())
        found["$defs"] |= parameters.pop("$defs", {})
        looks = [*LOOKS[kind.subject]]
        look = {"anyOf": [{"enum": looks}, {"type": "array", "items": {"enum": looks}, "minItems": 1}]}
        needs = {"required": ["with"]} if parameters.get("required") else {}
        then = {"description": kind.about, "properties": {"with": parameters, "look": look}, **needs}
        kinds.append({"if": {"properties": {"check": {"const": kind_name}}, "required": ["check"]}, "then": then})
    return {"$schema": DIALECT, **found, "title": "A rule of qcheck", "description": "docs/rules.md", "properties": keys, "allOf": kinds}


def _bare(shape: Any) -> Any:
    """A schema without the titles that only repeat the name of a key."""
    if isinstance(shape, dict):
        return {key: _bare(value) for key, value in shape.items() if key != "title" or not isinstance(value, str)}
    return [_bare(item) for item in shape] if isinstance(shape, list) else shape
