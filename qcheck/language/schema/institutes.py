"""The shape of `international/institutes.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Institutes(Section):
    """`institutes`: an id -> all names of an institute that counts for itself, in any language."""

    institutes: dict[str, tuple[str, ...]]
