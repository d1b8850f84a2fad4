"""What a draft can touch: a check of that alone finds on the draft what a check of all that is published finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest

from qcheck.checking.check import check
from qcheck.checking.rules import load_rules
from qcheck.checking.vicinity import Vicinity, vicinity_of
from qcheck.extraction.claims import claims_frame, claims_of
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.model.frames import from_frame

PLAIN = "Larvik opened a market hall on Saturday. It has nine stalls and a roof of glass, the architect, Ida Nyberg, said."


def examples() -> Iterator[tuple[Document, ...]]:
    """The articles of the first example of each rule that needs two of them, named apart."""
    for rule in load_rules():
        example = next((each for each in rule.examples if len(each.articles) > 1 and each.outcomes), None)
        if example:
            yield tuple(
                Document(f"{rule.id}/{n}", a.title, f"{a.title}\n\n{a.text}".strip(), a.language, a.published or "")
                for n, a in enumerate(example.articles)
            )


@cache
def published() -> tuple[Vicinity, tuple[Claim, ...]]:
    """All but the last article of each example."""
    rows = tuple(row for told in examples() for document in told[:-1] for row in claims_of(document))
    return vicinity_of(rows), rows


DRAFTS = [told[-1] for told in examples()]


def on(draft: Sequence[Claim], rows: Sequence[Claim]) -> list[Finding]:
    """The findings of both together that concern the draft."""
    own = {row.claim for row in draft}
    return [each for each in from_frame(check(claims_frame([*rows, *draft])), Finding) if own.intersection(each.claims.split())]


@pytest.mark.parametrize("draft", DRAFTS[::3], ids=lambda draft: draft.document)
def test_a_check_of_what_is_near_finds_what_a_check_of_all_finds(draft: Document) -> None:
    vicinity, rows = published()
    said = claims_of(draft)
    near = vicinity.near(said)
    assert on(said, [row for row in rows if row.document in near]) == on(said, rows)


def test_drafts_are_near_what_they_are_at_odds_with_and_little_else() -> None:
    vicinity, rows = published()
    near = [len(vicinity.near(claims_of(draft))) for draft in DRAFTS]
    assert sum(map(bool, near)) > 10
    assert min(near) < len({row.document for row in rows}) / 4


def test_a_copy_is_near_and_what_has_nothing_in_common_is_not() -> None:
    vicinity, _ = published()
    assert vicinity.near(claims_of(Document("draft", "", PLAIN, "en", "2031-05-05"))) == frozenset()
    for told in examples():
        copy = replace(told[0], document="copy")
        assert told[0].document in vicinity.near(claims_of(copy)), told[0].document
