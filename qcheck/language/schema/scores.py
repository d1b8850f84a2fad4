"""The shape of `scores.yaml`: how a text tells by how much a game was won."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Scores(Section):
    """counted       what goals and points are called
    won           verbs before "by N goals"
    by            right before a margin
    margin_of     right before a margin, with the word that names it ("a margin of")
    margins       right behind a margin ("16-point victory", "sechs Toren Vorsprung")
    wins, draws    what a table counts; points: what it adds up; other_points: what tells that it adds up otherwise
    """

    counted: Words
    won: Words
    by: Words
    margin_of: Words
    margins: Words
    wins: Words
    draws: Words
    points: Words
    other_points: Words
