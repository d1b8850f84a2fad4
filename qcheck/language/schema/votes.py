"""The shape of `votes.yaml`: how a text tells how a body voted."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Votes(Section):
    """in_favour, against, abstained, absent    behind or before the number of those who did so
    to              between the two numbers of a vote ("12 votes to 7")
    votes           what the numbers of a vote count
    members         what a body has of, behind a number or in a compound ("the 19-member council")
    required        in the sentence that tells the majority that is needed
    reached         words for a vote that reached it
    """

    in_favour: Words
    against: Words
    abstained: Words
    absent: Words
    to: Words
    votes: Words
    members: Words
    required: Words
    reached: Words
