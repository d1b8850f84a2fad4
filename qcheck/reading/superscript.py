"""Raised and lowered digits, which a plain reading would join to the number before them: 10<sup>6</sup> is not 106."""

from __future__ import annotations

import re

_SCRIPT = re.compile(r"<(su[pb])\b[^<>]*>(.{0,400}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_FRACTION = re.compile(r"<sup\b[^<>]*>\s*(\d{1,4})\s*</sup\s*>\s*(?:/|⁄|&frasl;)\s*<sub\b[^<>]*>\s*(\d{1,4})\s*</sub\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
# what an exponent stands on: ten, or a unit of length; after anything else raised digits are the mark of a footnote
_BASE = re.compile(r"(?:(?<![\d.,])10|(?<![^\W\d_])(?:[kcmdµ]?m|in|ft|yd|mi|s))\s*$")
_EXPONENT = re.compile(r"[+\-−]?\s*\d{1,3}")
_NOTE = re.compile(r"[\s\[\](){},;*†‡§\d]*|[a-z]", re.IGNORECASE)


def flatten_scripts(html: str) -> str:
    """HTML or Markdown with `<sup>` and `<sub>` as signs of their own (10⁶, m², CO₂); marks of footnotes are dropped."""
    if "<su" not in html.lower():
        return html
    html = _FRACTION.sub(lambda match: f" {match[1]}/{match[2]}", html)
    parts: list[str] = []
    at = 0
    for match in _SCRIPT.finditer(html):
        parts.append(html[at : match.start()])
        before = _TAG.sub("", "".join(parts)[-80:] if len(parts[-1]) < 80 and len(parts) < 3 else parts[-1][-80:])
        parts.append(flat(match[1].lower(), _TAG.sub("", match[2]).strip(), before))
        at = match.end()
    return "".join((*parts, html[at:]))


def flat(kind: str, content: str, before: str) -> str:
    """What raised (`sup`) or lowered (`sub`) words become after others: signs of their own, nothing (the mark of a note), or themselves."""
    if kind == "sub":
        return content.translate(_LOWERED)
    if _EXPONENT.fullmatch(content) and _BASE.search(before):
        return content.replace(" ", "").translate(_RAISED)
    return "" if _NOTE.fullmatch(content) else content
