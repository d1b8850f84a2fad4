"""A language is one folder: an invented one, written here in a few words a section, is read without a change of code."""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from typing import Any, get_origin

import pytest
import yaml
from pydantic.fields import FieldInfo

import qcheck
from qcheck import Interval
from qcheck.language.pack import SECTIONS, validate_pack
from qcheck.language.schema.section import Section

MONTHS = ["una", "dua", "tira", "kara", "pema", "seka", "hepa", "oka", "nona", "deka", "unka", "doka"]
WEEKDAYS = ["lunu", "martu", "mirku", "jodu", "vendu", "saptu", "solu"]

# What the language has words for; what it has none for is left empty.
TOY: dict[str, dict[str, Any]] = {
    "numerals": {
        "decimal": ",",
        "groups": ["."],
        "cardinals": {"1": ["un"], "2": ["du"], "3": ["tir"], "4": ["kar"], "5": ["pem"], "20": ["dudek"], "100": ["hek"]},
        "scales": {"1000": ["mil"], "1000000": ["milon"]},
        "plurals": {"100": ["hekim"]},
    },
    "modifiers": {
        "before": {"more_than": ["veka shol"], "about": ["zir"], "at_most": ["nuk shol"]},
        "after": {"at_least": ["ot veka"]},
        "range_pairs": {"betu": ["ku"]},
    },
    "units": {"words": {"kilometer": ["gangar"], "EUR": ["evro"]}},
    "phrases": {"stops": ["ku", "ot", "ne"], "endings": {"im": ""}, "year_before": ["sef"]},
    "times": {
        "day_first": True,
        "months": [[month] for month in MONTHS],
        "weekdays": [[day] for day in WEEKDAYS],
        "bounds": {"since": ["sef"], "before": ["prek"]},
    },
    "cues": {"comma": 3},
}


def _empty(field: FieldInfo) -> Any:
    """What a language writes where it has no word."""
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Section):
        return _filled(kind, {})
    simple: dict[Any, Any] = {bool: False, int: 0, str: "", tuple: [], dict: {}}
    return simple[get_origin(kind) or kind]


def _filled(shape: type[Section], words: dict[str, Any]) -> dict[str, Any]:
    empty = {name: _empty(field) for name, field in shape.model_fields.items() if field.is_required() and name not in words}
    return {**empty, **words}


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages") / "toy"
    folder.mkdir()
    for section in SECTIONS:
        shape = getattr(importlib.import_module(f"qcheck.language.schema.{section}"), section.capitalize())
        text = yaml.safe_dump(_filled(shape, TOY.get(section, {})), allow_unicode=True, sort_keys=False)
        (folder / f"{section}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_toy_is_a_whole_pack(toy: Path) -> None:
    assert validate_pack(toy).code == "toy"


@pytest.mark.parametrize(
    ("text", "hard", "typical"),
    [
        ("Rosta bal veka shol 400 dronim.", "(400, inf)", "(400, 500)"),
        ("Rosta bal veka shol kar hek dronim.", "(400, inf)", "(400, 500)"),
        ("Rosta bal nuk shol 12 dronim.", "[0, 12]", "(0, 12]"),
        ("Rosta bal 12 dronim ot veka.", "[12, inf)", "[12, 20)"),
        ("Rosta bal hekim dronim.", "[200, inf)", "[200, 1000)"),
        ("Rosta bal betu 20 ku 30 dronim.", "[20, 30]", "[20, 30]"),
        ("Rosta bal 1.200 dronim.", "[1150, 1250]", "[1200, 1200]"),
    ],
)
def test_it_reads_what_is_counted_and_the_range(toy: Path, text: str, hard: str, typical: str) -> None:
    [quantity] = qcheck.parse(text, language=str(toy))
    assert (str(quantity.hard), str(quantity.typical), quantity.unit, quantity.of) == (hard, typical, "count", "dron")


def test_it_reads_units_and_decimals(toy: Path) -> None:
    [length, price] = qcheck.parse("Rosta gang 3,5 gangar ne bal 20 milon evro.", language=str(toy))
    assert (length.hard, length.unit) == (Interval(3.45, 3.55), "kilometer")
    assert (price.hard, price.unit) == (Interval(19.5e6, 20.5e6), "EUR")


def test_it_reads_times(toy: Path) -> None:
    [time] = qcheck.parse_times("Rosta bal dronim sef oka 2022.", language=str(toy), published=date(2023, 5, 17))
    assert str(time.span) == "2022-08/2023-05-17"
