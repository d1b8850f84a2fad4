"""The shape of `dimensions.yaml`: words by which a text says how long and wide something is, and how fast somebody went."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Dimensions(Section):
    """long, wide      right behind the one and the other side of something ("80 metres long and 45 metres wide")
    by              between the two sides ("80 by 45 metres")
    is_area         between the sides and their area, where it is said to be theirs ("or 4,200 square feet")
    on_average      beside a speed that distance and time give ("at an average speed of 96 kilometres an hour")
    """

    long: Words
    wide: Words
    by: Words
    is_area: Words
    on_average: Words
