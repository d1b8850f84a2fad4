"""The JSON schemas that editors check files with: those that are shipped are those of the code, and both agree on what is right."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import qcheck
from qcheck.checking.rules import builtin_folder
from qcheck.cli.schema import Name, schema_of
from qcheck.files.yaml import read_yaml

jsonschema = pytest.importorskip("jsonschema")
Run = Callable[..., Any]
SHIPPED = Path(qcheck.__file__).parent / "schemas"
ROOT = Path(__file__).parents[2]
TEMPLATES = Path(qcheck.__file__).parent / "cli" / "templates"
RIGHT = [
    *(("rule", path) for path in sorted(builtin_folder().rglob("*.yaml"))),
    ("rule", TEMPLATES / "rule.yaml"),
    ("config", TEMPLATES / "qcheck.yml"),
    ("facts", ROOT / "examples" / "facts.yml"),
]


def faults(name: str, data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(schema_of(name)).iter_errors(data)]


@pytest.mark.parametrize("name", list(Name))
def test_what_is_shipped_is_what_the_code_says(run: Run, name: str) -> None:
    shipped = (SHIPPED / f"{name}.json").read_text(encoding="utf-8")
    assert shipped == run("schema", name).out, "run `make schemas`"
    jsonschema.Draft202012Validator.check_schema(json.loads(shipped))


@pytest.mark.parametrize(("name", "path"), RIGHT, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_every_file_of_ours_fits(name: str, path: Path) -> None:
    assert faults(name, read_yaml(path).data) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("severity", "fatal"),
        ("check", None),
        ("look", "articles"),
        ("look", []),
        ("with", {"inside": "[0, 1]"}),
        ("with", None),
        ("select", {"unitt": "percent"}),
        ("unless", [{"nearby": "x"}]),
        ("message", {"conflct": "x"}),
        ("message", {}),
        ("examples", [{"articles": {"language": "fr", "text": "x"}, "expect": "silent"}]),
        ("id", "a/b"),
        ("off_in", ["x"]),
        ("sevrity", "note"),
    ],
)
def test_what_a_rule_may_not_be_does_not_fit(key: str, value: Any) -> None:
    data = copy.deepcopy(read_yaml(TEMPLATES / "rule.yaml").data)
    if value is None:
        del data[key]
    else:
        data[key] = value
    assert faults("rule", data)


@pytest.mark.parametrize(
    ("data", "fits"),
    [
        ({"rules": {"a/b": "off", "c/*": "note", "d/e": {"off": "x/*"}, "f/g": {"severity": "note", "on": ["x", "y"]}}}, True),
        ({"rules": {"a/b": "of"}}, False),
        ({"rules": {"a/b": {"of": "x"}}}, False),
        ({"packs": "all"}, False),
        ({"concepts": {"mill": {"en": ["mill"]}}, "units": {"bushel": "us_bushel"}}, True),
    ],
)
def test_a_configuration_fits_or_not(data: Any, fits: bool) -> None:
    assert (faults("config", data) == []) is fits


def test_every_key_of_a_rule_is_explained() -> None:
    for key, shape in schema_of("rule")["properties"].items():
        assert shape["description"].endswith("."), key
