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
_DELETED = ("del", "s", "strike")
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\s*[,)])(?![\w])|(?<![-\w])color\s*:\s*transparent"
)
_GROUND = re.compile(r"background(?:-color|-image)?\s*+:\s*+(?!white|#fff\b|#ffffff\b|transparent|none|inherit|initial)")


def documents(data: bytes, name: str) -> list[Document]:
    """The one article of a page: its headline, a blank line, and its text; hidden text is dropped. Raises InputProblem."""
    import trafilatura

    charset = _CHARSET.search(data[:2048])
    decoded = decode(data, declared=charset[1].decode("ascii", "replace") if charset else "")
    tree = trafilatura.load_html(flatten_scripts(decoded.text))
    if tree is None:
        raise InputProblem("holds no HTML", todo="save the page again or its text as .txt")
    about = page(tree)
    left_out = _drop_hidden(tree)
    body = _body(tree)
    document = Document(
        name,
        title=about.title,
        text=with_title(about.title, body),
        published=about.published,
        source=about.source,
        published_from="page metadata" if about.published else "",
        encoding=decoded.encoding,
        note="; ".join(filter(None, (decoded.note, left_out))),
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


def _drop_hidden(tree: Any) -> str:
    """Takes out what a reader of the page does not see, and tells of it; the text behind a dropped element stays."""
    found = [(element, why) for element in tree.iter() if (why := _hidden(element))]
    told: dict[str, int] = {}
    for element, why in found:
        if element.getparent() is not None:
            told[why] = told.get(why, 0) + bool("".join(element.itertext()).strip())
            element.drop_tree()
    words = ", ".join(f"{why} ({told[why]})" for why in ("hidden passage", "struck-through passage") if told.get(why))
    return f"left out: {words}" if words else ""


def _hidden(element: Any) -> str:
    """Why a reader does not see an element as part of the text; "" where one does."""
    if not isinstance(element.tag, str):
        return ""
    if element.tag in _DROPPED:
        return "code"
    if element.tag in _DELETED:
        return "struck-through passage"
    attributes = element.attrib
    style = attributes.get("style", "").lower()
    unseen = (
        "hidden" in attributes
        or bool(_HIDDEN_STYLE.search(style))
        or bool(_HIDDEN_CLASS.search(attributes.get("class", "")))
        or ("color" in style and bool(_WHITE.search(style)) and not _on_dark_ground(element))
    )
    return "hidden passage" if unseen else ""


def _on_dark_ground(element: Any) -> bool:
    """Whether an element may have a ground that is not white: by its class, or by the style of itself or of one around it."""
    around = (element, *element.iterancestors())
    return bool(element.get("class")) or any(_GROUND.search(each.get("style", "").lower()) or each.get("bgcolor") for each in around)
