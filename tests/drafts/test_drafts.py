"""Drafts as newsrooms write them: right ones are silent, wrong ones are found out by a conflict or a review that touches two quotes.

A draft is wrong or right as a whole (`wrong`), or right but for a `slip`: [old words, new words] that make its wrong twin.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import qcheck
from qcheck.files.yaml import read_yaml
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.model.frames import from_frame, to_frame

LONGEST = 120  # characters of a claim that counts as the place of an error


def twins(draft: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The draft as it stands, and with its slip."""
    if "slip" not in draft:
        yield draft
        return
    before, after = draft["slip"]
    assert draft["text"].count(before) == 1, before
    yield draft | {"wrong": False}
    yield draft | {"wrong": True, "text": draft["text"].replace(before, after)}


def drafts(*, wrong: bool) -> Iterator[Any]:
    """All wrong or all right ones; `todo` says what it would take to find a wrong one."""
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        for number, written in enumerate(read_yaml(path).data, 1):
            for draft in twins(written):
                if draft["wrong"] is wrong:
                    marks = [pytest.mark.xfail(strict=True, reason=draft["todo"])] if wrong and "todo" in draft else []
                    yield pytest.param(draft, id=f"{path.stem}-{number}-{draft['kind']}", marks=marks)


def found(draft: dict[str, Any]) -> Iterator[tuple[Finding, list[tuple[int, int]]]]:
    """What the built-in rules say of it that an editor must act on, with the places of the claims."""
    text = f"{draft['title']}\n\n{draft['text']}"
    row = Document(document="draft", title=draft["title"], text=text, language=draft["language"], published=draft["published"])
    claims = qcheck.extract(to_frame([row], Document))
    places = {c.claim: (c.start, c.end) for c in from_frame(claims, Claim) if c.role != "document" and c.end - c.start <= LONGEST}
    for finding in from_frame(qcheck.check(claims), Finding):
        if finding.outcome in ("conflict", "review"):
            yield finding, [places[one] for one in finding.claims.split() if one in places]


@pytest.mark.parametrize("draft", list(drafts(wrong=False)))
def test_a_right_draft_is_silent(draft: dict[str, Any]) -> None:
    assert not [(finding.rule, finding.message) for finding, _ in found(draft)]


@pytest.mark.parametrize("draft", list(drafts(wrong=True)))
def test_a_wrong_draft_is_found_out(draft: dict[str, Any]) -> None:
    text = f"{draft['title']}\n\n{draft['text']}"
    spots = [(text.index(quote), text.index(quote) + len(quote)) for quote in draft["quotes"]]
    touched = [sum(any(s < end and start < e for s, e in places) for start, end in spots) for _, places in found(draft)]
    assert max(touched, default=0) >= min(2, len(spots))
