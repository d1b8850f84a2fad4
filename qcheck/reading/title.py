"""The headline of an article."""

from __future__ import annotations

import re

from qcheck.reading.dateline import is_dateline

HEAD_LINES, SHORTEST, LONGEST = 6, 12, 200
WRAPPED = 100  # a line longer than this is a paragraph and no part of a wrapped one
_ENDS = re.compile(r"(?<![A-Z])[.:;,][\"'”“»«)]*$")
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?][\"'”“»«]?\s+[^\W\d_a-z]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_title(text: str) -> str:
    """The headline that a plain text begins with; "" where there is none.

    It is the first line of three words or more that ends no sentence and stands by itself: before a blank line or a long one.
    Lines that hold the article's date are passed over. A text with nothing else in it has no headline.
    """
    lines = [line.strip() for line in text[:5000].split("\n")]
    at = 0
    for seen in range(HEAD_LINES):
        while at < len(lines) and not lines[at]:
            at += 1
        if at >= len(lines) or len(lines[at]) > LONGEST or (seen and _ENDS.search(lines[at])):
            return ""
        following = lines[at + 1] if at + 1 < len(lines) else ""
        rest = any(lines[at + 1 :])
        if rest and _headline(lines[at]) and (not following or len(following) > max(WRAPPED, 2 * len(lines[at])) or is_dateline(following)):
            return lines[at]
        at += 1
    return ""


def _headline(line: str) -> bool:
    first = next((char for char in line if char.isalnum()), "")
    if len(line) < SHORTEST or not first or (first.isalpha() and first.islower()) or line[0] in "-*•+#>|":
        return False
    return len(_WORD.findall(line)) >= 3 and not _ENDS.search(line) and not _SENTENCES.search(line) and not is_dateline(line)


def with_title(title: str, text: str) -> str:
    """The text, beginning with its title and a blank line."""
    title, body = " ".join(title.split()), text.strip("\n")
    if not title:
        return body
    lead, _, rest = body.lstrip().partition("\n")
    if " ".join(lead.split()).lstrip("# ") == title:
        return f"{title}\n\n{rest.lstrip(chr(10))}"
    return f"{title}\n\n{body}"
