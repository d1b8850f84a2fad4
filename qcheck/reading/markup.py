"""Markup that strayed into text."""

from __future__ import annotations

import re

_TAGS = (
    "a|abbr|article|aside|b|blockquote|br|button|cite|code|dd|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|"
)
_TAGS += "img|input|label|li|main|nav|ol|option|p|picture|pre|q|s|script|section|select|small|source|span|strong|style|sub|sup|svg|table|"
_TAGS += "tbody|td|tfoot|th|thead|time|tr|u|ul|video"
_ATTRIBUTE = r"""[\w:.@-]{1,60}+\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>]++)"""
_TAG = re.compile(
    rf"<\s*+/?\s*+(?:{_TAGS})(?:\s++{_ATTRIBUTE})*+\s*+/?>|<!--.{{0,300}}?-->|&(?:nbsp|thinsp|#160);", re.IGNORECASE | re.DOTALL
)


def blank_tags(text: str) -> str:
    """The text with HTML tags (also broken ones: `< p class="x">`), comments and space entities as spaces; no offset changes.

    Only known tags with well-formed attributes are taken, so that "a < b and c > d" stays.
    """
    return _TAG.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text) if "<" in text or "&" in text else text
