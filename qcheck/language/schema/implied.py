"""The shape of `implied.yaml`: words that count persons without a number."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Implied(Section):
    """All in lower case. `nobody` stands alone, `none` before a noun, `any` after a verb that is denied.

    `single` before one person, `lone` for one of several; `several`: before a noun of what befell persons, how many of them; `ordinals`
    before one person whom a count has reached ("a third suspect").
    """

    nobody: Words
    none: Words
    any: Words
    single: Words
    lone: Words
    several: dict[str, int]
    ordinals: dict[str, int] = {}
