"""SVG tags: escaped, and with numbers written alike everywhere."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from qcheck.reporting.wording import visible

_PLAIN = re.compile(r"[\w.%-]+", re.ASCII)


def tag(name: str, *content: str, **attributes: str | float) -> Markup:
    """`<name key="value">content</name>`; `class_` gives class, `_` in a key a hyphen; content that is no Markup is escaped."""
    keys = " ".join(f"{key.rstrip('_').replace('_', '-')}={_value(value)}" for key, value in attributes.items())
    inside = "".join(part if isinstance(part, Markup) else escape(visible(part)) for part in content)
    return Markup(f"<{name} {keys}>{inside}</{name}>" if inside else f"<{name} {keys} />")


def _value(value: str | float) -> str:
    """An attribute as HTML takes it: a plain one needs no quotation marks, and a page holds thousands of them."""
    words = _words(value)
    return words if _PLAIN.fullmatch(words) else f'"{escape(words)}"'


def percent(value: float) -> str:
    """A share of the width."""
    return f"{_words(value)}%"


def picture(kind: str, height: float, about: str, parts: list[Markup], *, width: float | None = None) -> Markup:
    """A whole picture, as wide as there is room; `about` is what a screen reader says instead."""
    return tag("svg", *parts, class_=kind, role="img", aria_label=about, height=height, **({"width": width} if width else {}))


def _words(value: str | float) -> str:
    return visible(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
