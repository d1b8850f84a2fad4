"""The style sheet: every colour of text can be read on every ground that it stands on, light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import qcheck

CSS = (Path(qcheck.__file__).parent / "reporting" / "templates" / "report.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\n\s*\}", CSS, re.DOTALL)[:2])
TEXT = ("ink", "soft", "link", "conflict", "review", "dispute", "update", "note", "agree")
GROUND = ("paper", "card", "shade")


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.1 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(colours: dict[str, str]) -> None:
    pairs = [(text, ground) for text in TEXT for ground in GROUND] + [("mark-ink", "mark")]
    assert {pair: contrast(*(colours[name] for name in pair)) for pair in pairs if contrast(*(colours[n] for n in pair)) < 4.5} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_stand_out(colours: dict[str, str]) -> None:
    assert contrast(colours["bar"], colours["card"]) >= 3
