"""The shape of `phrases.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Phrases(Section):
    """What delimits and inflects a counted phrase, and which words tell that digits are no quantity."""

    stops: tuple[str, ...] = ()
    """Words that no counted phrase holds: articles, prepositions, pronouns, frequent verbs."""
    bridges: tuple[str, ...] = ()
    """Words over which a counted phrase begins again: of, of the, von, der."""
    irregular: dict[str, str] = {}
    """plural -> singular where no ending rule gives it."""
    endings: dict[str, str] = {}
    """ending of a plural -> ending of its singular; the longest ending wins."""
    adjective_endings: tuple[str, ...] = ()
    """Endings of words that may stand before a noun, where nouns are capitalized; empty where they are not."""
    capitalized: bool = False
    """Whether the language capitalizes its nouns."""
