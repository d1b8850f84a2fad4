"""report.md: the same content for a pull request or a chat."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from qcheck.reporting import wording
from qcheck.reporting.catalogue import load_catalogue
from qcheck.reporting.pages import templates
from qcheck.reporting.view import View

if TYPE_CHECKING:
    from jinja2 import Environment

FILE = "report.md"
# signs that would be read as markup, links, mentions or table cells
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~@&])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)](?=\s))", re.MULTILINE)
_SCHEME = re.compile(r"\b(https?|ftp|www)([:.])", re.IGNORECASE)


def render(view: View) -> str:
    """The report in Markdown. What comes from an article is escaped: it makes no markup, no link and no mention."""
    page = _environment().get_template("report.md.jinja").render(view=view, ui=load_catalogue(view.ui))
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


@cache
def _environment() -> Environment:
    # Markdown has its own way of escaping: every value passes `plain`
    return templates(
        escape=False,
        finalize=lambda value: plain(value) if isinstance(value, str) else value,
    )


def plain(text: Any) -> str:
    """Text as itself in Markdown, on one line."""
    line = " ".join(wording.visible(str(text)).split())
    first, last = (" " * end.isspace() for end in (str(text)[:1], str(text)[-1:]))
    line = _OPENING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", line))
    line = _SCHEME.sub("\\1\u200b\\2", line) if _SCHEME.search(line) else line
    return f"{first}{line}{last}" if line else first
