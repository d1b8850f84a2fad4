"""The shape of `implied.yaml`: words that count persons without a number."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Attacker(Section):
    """How an article tells that the one who did it is dead: `own_hand`, where “…” may be his name; `killed` and an article stand before the
    noun for him, `died` behind it; `among` tells that he is one of those counted; `endings` are those of the noun.
    """

    own_hand: Words
    killed: Words
    articles: Words
    died: Words
    among: Words
    endings: Words = ()


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
    attacker: Attacker
