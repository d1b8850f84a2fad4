"""HTML pages: the article in them without what stands around it. The only importer of trafilatura."""

from __future__ import annotations

import re
from typing import Any

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.encoding import clean, decode
from qcheck.reading.language import settle
from qcheck.reading.page import page
from qcheck.reading.superscript import flatten_scripts
from qcheck.reading.title import with_title

_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])")
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|d-none|is-hidden)(?:\s|$)")
_RULE = re.compile(r"\|[-|: ]+\|")  # under the head of a table
_DROPPED = ("template", "script", "style", "noscript")  # the script elements are read for the page's metadata before


def documents(data: bytes, name: str) -> list[Document]:
    """The one article of a page: its headline, a blank line, and its text; hidden text is dropped. Raises InputProblem."""
    import trafilatura

    charset = _CHARSET.search(data[:2048])
    decoded = decode(data, declared=charset[1].decode("ascii", "replace") if charset else "")
    tree = trafilatura.load_html(flatten_scripts(decoded.text))
    if tree is None:
        raise InputProblem("holds no HTML", todo="save the page again or its text as .txt")
    about = page(tree)
    _drop_hidden(tree)
    body = _body(tree)
    document = Document(
        name,
        title=about.title,
        text=with_title(about.title, body),
        published=about.published,
        source=about.source,
        published_from="page metadata" if about.published else "",
        encoding=decoded.encoding,
        note=decoded.note,
    )
    return [settle(document, hint=about.language)]


def _body(tree: Any) -> str:
    """The text of the article, a blank line between paragraphs, items and table rows one below the other."""
    import trafilatura

    text = trafilatura.extract(tree, output_format="txt", include_comments=False, include_tables=True)
    if not text or not text.strip():
        raise InputProblem("no article was found in the page", todo="save its text as .txt")
    parts: list[str] = []
    kind = before = ""
    for line in filter(None, map(str.strip, clean(text).split("\n"))):
        if _RULE.fullmatch(line):
            continue
        kind = "•" if line.startswith("- ") else line[0] if line[0] == "|" else ""
        parts += ["\n" if kind and kind == before else "\n\n", f"• {line[2:]}" if kind == "•" else line.strip("| ")]
        before = kind
    return "".join(parts[1:])


def _drop_hidden(tree: Any) -> None:
    """Takes out what a reader of the page does not see; the text behind a dropped element stays."""
    hidden = [element for element in tree.iter() if _hidden(element)]
    for element in hidden:
        if element.getparent() is not None:
            element.drop_tree()


def _hidden(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return False
    attributes = element.attrib
    return (
        element.tag in _DROPPED
        or "hidden" in attributes
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "").lower()))
        or bool(_HIDDEN_CLASS.search(attributes.get("class", "")))
    )
