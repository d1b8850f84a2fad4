"""The shape of `renderings.yaml`: words of invented articles, for the property tests of rules."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Renderings(Section):
    """things     concept -> its plural as it stands behind a number, for things that one country can send to another
    supply        sentences in which {agent} has supplied {recipient} with {amount} since {month} {year}
    headline      of an article about what {agent} does for {recipient}
    remarks       sentences that say nothing of numbers and days, to stand between others
    """

    things: dict[str, str]
    supply: tuple[str, ...]
    headline: str
    remarks: tuple[str, ...]
