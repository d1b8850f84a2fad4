"""Which concepts are kinds of another one."""

from __future__ import annotations

from functools import cache

from qcheck.files.yaml import read_yaml, validate
from qcheck.language.pack import LANGUAGES
from qcheck.language.schema.hierarchy import Hierarchy


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return validate(read_yaml(LANGUAGES / "international" / "hierarchy.yaml"), Hierarchy).kinds


@cache
def includes(broad: str, narrow: str) -> bool:
    """Whether what is said of all of `broad` is said of `narrow`: the same concept, or a kind of it."""
    return broad == narrow or any(includes(kind, narrow) for kind in _kinds().get(broad, ()))
