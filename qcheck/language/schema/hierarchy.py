"""The shape of `international/hierarchy.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Hierarchy(Section):
    """`kinds`: a concept -> the concepts that are kinds of it (what is said of all ships is said of trawlers)."""

    kinds: dict[str, tuple[str, ...]]
