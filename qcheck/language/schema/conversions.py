"""The shape of `conversions.yaml`: words by which a text says one amount in two units."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Conversions(Section):
    """equals              between an amount and the same one in another unit ("5 miles, or 8 km")
    or_else             those of them that may part two choices as well, where no comma stands before
    partial             behind a second amount that is only a part, or for each of several ("or $500 of it", "or $2 for each")
    difference_before   before a temperature that is a difference ("a rise of 2C"); difference_after: behind it ("2C above average")
    level_before        before a temperature that is one ("rose to 2C")
    """

    equals: Words
    or_else: Words
    partial: Words
    difference_before: Words
    difference_after: Words
    level_before: Words
