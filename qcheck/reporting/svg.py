"""SVG tags: escaped, and with numbers written alike everywhere."""

from __future__ import annotations

from markupsafe import Markup, escape

from qcheck.reporting.wording import visible


def tag(name: str, *content: str, **attributes: str | float) -> Markup:
    """`<name key="value">content</name>`; `class_` gives class, `_` in a key a hyphen; content that is no Markup is escaped."""
    keys = " ".join(f'{key.rstrip("_").replace("_", "-")}="{escape(_words(value))}"' for key, value in attributes.items())
    inside = "".join(part if isinstance(part, Markup) else escape(visible(part)) for part in content)
    return Markup(f"<{name} {keys}>{inside}</{name}>" if inside else f"<{name} {keys}/>")


def percent(value: float) -> str:
    """A share of the width."""
    return f"{_words(value)}%"


def picture(kind: str, height: float, about: str, parts: list[Markup], *, width: str = "100%") -> Markup:
    """A whole picture; `about` is what a screen reader says instead."""
    return tag("svg", *parts, class_=kind, role="img", aria_label=about, width=width, height=height)


def _words(value: str | float) -> str:
    return visible(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
