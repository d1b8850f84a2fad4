"""Markdown, with or without YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qcheck.files.yaml import load_yaml
from qcheck.model.document import Document
from qcheck.model.errors import Problems
from qcheck.reading.encoding import decode
from qcheck.reading.fields import article
from qcheck.reading.superscript import flatten_scripts

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](:[ \t]?)?")
_DROPPED = re.compile(r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_STRUCK = re.compile(r"<(/?)(?:del|s|strike)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def documents(data: bytes, name: str) -> list[Document]:
    """The one article of a Markdown file: its text without markup, one blank line between blocks. Raises InputProblem."""
    decoded = decode(data)
    fields, body, note = _front_matter(decoded.text)
    text, heading = plain(body)
    if heading and not any(fields.get(key) for key in ("title", "headline")):
        fields = {**fields, "title": heading}
    notes = "; ".join(each for each in (decoded.note, note) if each)
    return [article(name, fields, text, published_from="front matter", encoding=decoded.encoding, note=notes)]


def _front_matter(text: str) -> tuple[dict[str, Any], str, str]:
    """Fields, the text after them, and a note where they cannot be read."""
    match = _FRONT.match(text)
    if not match:
        return {}, text, ""
    try:
        fields = load_yaml(match[0].rstrip().removesuffix("---").removesuffix("...")).data
    except Problems as error:
        problem = error.problems[0]
        return {}, text[match.end() :], f"front matter left out: line {problem.line}: {problem.found}"
    if fields is not None and not isinstance(fields, dict):
        return {}, text, ""  # a rule and plain text under it
    return {str(key).casefold(): value for key, value in (fields or {}).items()}, text[match.end() :], ""


def plain(markdown: str) -> tuple[str, str]:
    """The text without markup, and its first heading ("" where it does not begin with one)."""
    from markdown_it import MarkdownIt

    source = _FOOTNOTE.sub("", flatten_scripts(_DROPPED.sub("", markdown)))
    tokens = MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"]).parse(source)
    heading = _inline(tokens[1]) if len(tokens) > 1 and tokens[0].type == "heading_open" else ""
    return "\n".join(_lines(tokens)).strip("\n"), " ".join(heading.split())


def _lines(tokens: list[Token]) -> Iterator[str]:
    """The lines of the text: blocks apart by a blank line, items and table rows one below the other."""
    mark = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "• "
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " | ".join(cells or [])
            cells = None
        elif token.type == "inline":
            text = _inline(token)
            if cells is not None:
                cells.append(text)
            else:
                yield mark + text
                mark = ""
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type == "html_block":
            yield _TAG.sub(" ", token.content)
        elif token.type.endswith("_close") and not token.hidden and token.level == 0:
            yield ""


def _inline(token: Token) -> str:
    parts: list[str] = []
    struck = 0  # how many marks of deleted words are open
    for child in token.children or []:
        tag = _STRUCK.match(child.content) if child.type == "html_inline" else None
        if child.type in ("s_open", "s_close") or tag:
            struck = max(0, struck + (1 if child.type == "s_open" or (tag and not tag[1]) else -1))
        elif struck:
            continue
        elif child.type in ("text", "code_inline", "text_special"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or (child.type == "html_inline" and child.content.lower().startswith("<br")):
            parts.append("\n")
    return "".join(parts)
