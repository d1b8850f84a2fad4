"""Institutes that count for themselves, by all their names."""

from __future__ import annotations

from functools import cache

from qcheck.files.yaml import read_yaml, validate
from qcheck.language.pack import LANGUAGES
from qcheck.language.schema.institutes import Institutes


@cache
def institutes() -> dict[str, tuple[str, ...]]:
    """The id of each institute and its names in all languages."""
    return validate(read_yaml(LANGUAGES / "international" / "institutes.yaml"), Institutes).institutes


@cache
def ids() -> dict[str, str]:
    """The id of the institute that a name is of."""
    return {name: code for code, names in institutes().items() for name in names}
