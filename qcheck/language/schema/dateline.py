"""The shape of `dateline.yaml`: the words that stand beside an article's own date."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Dateline(Section):
    """Lower-case words and phrases.

    published  before the date of publication ("published on"); updated  before a later one ("last updated", "as of")
    byline     begins the line that names the author; fillers  may stand beside the date in a line that is no sentence ("at", "read")
    openers    begin a sentence with a date that is not the article's own ("on 3 March 2024, ..."): a line that begins so is no dateline
    """

    published: tuple[str, ...]
    updated: tuple[str, ...]
    byline: tuple[str, ...]
    fillers: tuple[str, ...]
    openers: tuple[str, ...]
