"""The shape of `attributes.yaml`: words between a value and the noun that it is of."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Attributes(Section):
    """All in lower case; one language has no list of some.

    `of`        words between a noun and its value ("a speech of 48 minutes")
    `copulas`   words between a subject and its value ("the pension is", "participation came to")
    `adverbs`   words that may stand beside those and tell nothing ("now")
    `breaks`    words behind a noun that begin what only describes it ("the content of methane"), so that the noun before is meant
    `plain`     nouns that name no attribute ("total", "record")
    """

    of: Words
    copulas: Words
    adverbs: Words
    breaks: Words
    plain: Words
