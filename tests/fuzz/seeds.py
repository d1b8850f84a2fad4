"""What fuzzing begins with, and how it is changed: all of it follows from a seed."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
# signs and words that readers stumble over
HOSTILE = [
    *("\u00a0", "\u202f", "\u2009", "\u00ad", "\u200b", "\ufeff", "\u202e", "\u2066", "\u0301", "\ud7ff", "\U0001d7d9", "٤٠", "４", "½"),
    *("1,234,567", "1.234.567", "1e999", "9" * 60, "0", "-0", "−7", "31 February 2023", "30. Februar", "year 0", "29.02.1900", "10000-1-1"),
    *("since ", "between ", "zwischen ", "more than ", "fast ", " million", " Mrd.", " percent", "%", " km/h", "half of ", "hundreds of "),
    *("<sup>3</sup>", "[1]", "¹", "<b>", "</p>", "<!--", "&nbsp;", "&#55296;", "&lt;", "]]>", '<td rowspan="99999">', "{{", "{%", "%s"),
    *("at least ", "at most ", "about ", "less than ", "minus ", "mindestens ", "bis zu ", "etwa ", "°C", " to ", " bis ", "-12 degrees "),
    *("\n\n", "\n", "\r", "\t", "  ", '"', "“", "„", "’", "– ", "—", "...", ";", ":", "|", "#", "* ", "- ", "---\n", "```", "~", "\\u0000"),
    *("&a ", "*a", "!!python/name:os.system ", "? ", ": ", "[", "{", "null", "true", "1_000", "0x1F", "<<: ", "%YAML 9.9\n", "@", "`"),
    *("May", "Montag", "Monday", "Dr.", "St.", "U.S.", "z.B.", "ein", "one", "zweiundzwanzig", "twenty-", "-two", "aged ", "born in "),
]  # fmt: skip
DRAFT = """The mill is to be rebuilt

14 May 2024

The council of Ostby has bought more than 400 bicycles since August 2022, said the mayor, Tove Lind, 54. That was 5 percent more than the
year before. On Monday, 3 May 2024, two people were killed and five others hurt when a crane fell at 9.40 a.m.; 17 of 20 lorries burned.
"""
FACTS = """facts:
  - name: Flood in Ostby
    date: 2022-08-24
    words:
      en: ["the flood"]
      de: ["das Hochwasser"]
numbers:
  - name: bicycles
    of: bicycle
    hard: "(400, inf)"
    within: 2022-08/2023-01
    good_until: 2025-01-01
concepts:
  lorry: {en: [lorry, truck], de: [Laster]}
units:
  smoot: metre
"""


def _page(body: str) -> bytes:
    about = '<meta charset="utf-8"><meta property="article:published_time" content="2024-05-14"><title>The mill</title>'
    inside = "".join(f"<p>{part}</p>" for part in body.split("\n\n")) + "<table><tr><td>Mills</td><td>3</td></tr></table>"
    return f'<!DOCTYPE html><html lang="en"><head>{about}</head><body><article><h1>The mill</h1>{inside}</article></body></html>'.encode()


def _word(body: str) -> bytes:
    import docx

    document = docx.Document()
    for part in body.split("\n\n"):
        document.add_paragraph(part)
    document.add_table(rows=2, cols=2).cell(0, 0).text = "3 mills"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@cache
def articles() -> tuple[bytes, ...]:
    """Articles as they come, in every kind of file that text has."""
    return (DRAFT.encode(), *(path.read_bytes() for path in sorted((ROOT / "examples" / "articles").iterdir())))


@cache
def seeds(door: str) -> tuple[bytes, ...]:
    """The inputs of a door that fuzzing begins with."""
    if door == "rule":
        return tuple(path.read_bytes() for path in sorted((ROOT / "rules").rglob("*.yaml"))[::3])
    if door == "facts":
        return (FACTS.encode(), (ROOT / "examples" / "facts.yml").read_bytes())
    texts = [DRAFT, *(path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples" / "articles").glob("*.txt")))]
    if door == "html":
        return (*(_page(text) for text in texts), *(path.read_bytes() for path in (ROOT / "examples" / "articles").glob("*.html")))
    if door == "docx":
        return tuple(_word(text) for text in texts)
    if door == "jsonl":
        lines = [json.dumps({"title": "The mill", "text": text, "published": "2024-05-14"}) for text in texts]
        return ("\n".join(lines).encode(), lines[0].encode())
    return articles()


def random_bytes(dice: random.Random, *, longest: int = 400) -> bytes:
    """Bytes of no sense: any, or such as text is made of."""
    size = dice.randrange(longest)
    if dice.random() < 0.5:
        return dice.randbytes(size)
    return "".join(dice.choice(HOSTILE) if dice.random() < 0.3 else chr(dice.randrange(32, 383)) for _ in range(size)).encode()


def mutated(data: bytes, dice: random.Random, *, longest: int = 4_000) -> bytes:
    """The data with one to eight changes: bytes flipped, lost, doubled, moved, hostile signs put in, or cut off."""
    changed = bytearray(data[: longest * 4])
    for _ in range(dice.randrange(1, 9)):
        at = dice.randrange(len(changed) + 1)
        end = min(len(changed), at + dice.choice((1, 2, 8, 40)))
        match dice.randrange(8):
            case 0 if changed:
                changed[at % len(changed)] ^= 1 << dice.randrange(8)
            case 1:
                del changed[at:end]
            case 2:
                changed[at:at] = changed[at:end] * dice.choice((1, 3, 30))
            case 3:
                changed[at:at] = bytes(changed[(begin := dice.randrange(len(changed) + 1)) : begin + 60])
            case 4 if dice.random() < 0.1:
                del changed[at:]
            case 5:
                changed[at:end] = str(dice.choice((0, 1, 7, 31, 99, 400, 2023, 10**9))).encode()
            case _:
                changed[at:at] = dice.choice(HOSTILE).encode("utf-8", "surrogatepass")
    return bytes(changed)


def stream(door: str, seed: int) -> Iterator[bytes]:
    """Endless inputs of a door, the same for the same seed."""
    dice = random.Random(f"{door} {seed}")
    begin = seeds(door)
    while True:
        yield mutated(dice.choice(begin), dice)
