"""The headline of an article."""

from __future__ import annotations


def find_title(text: str) -> str:
    """The headline that a plain text begins with; "" where there is none."""
    return ""


def with_title(title: str, text: str) -> str:
    """The text, beginning with its title and a blank line."""
    body = text.lstrip("\n")
    return body if not title or body.lstrip().startswith(title) else f"{title}\n\n{body}"
