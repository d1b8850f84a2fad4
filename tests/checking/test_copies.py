"""Articles that nearly copy others are one voice."""

from __future__ import annotations

from qcheck.checking.copies import originals
from qcheck.model.claim import Claim
from tests.checking.story import article, findings, said, topics


def printed(document: str, words: str = "pump;ferry;port;crew", *, first: str = "") -> list[Claim]:
    """An article of an agency, as one paper prints it; `first` is a quote that it puts before."""
    own = [said(document, "[9, 9]", start=5, quote=first, of="mayor", event="visit")] if first else []
    body = [said(document, f"[{n}, {n}]", start=100 * n, quote=f"{n} pumps", event=event) for n, event in enumerate("abcd", 412)]
    return [article(document, words=words), *own, *body]


def told(*several: list[Claim]) -> dict[str, list[Claim]]:
    return {rows[0].document: rows for rows in several}


def test_a_changed_first_line_leaves_one_voice() -> None:
    assert originals(told(printed("a"), printed("b", first="9 mayors"))) == {"a": "a", "b": "a"}


def test_a_report_in_other_words_is_a_voice_of_its_own() -> None:
    assert originals(told(printed("a"), printed("b", words="pump;ferry;harbour;sailor"))) == {"a": "a", "b": "b"}


def test_articles_that_say_little_are_no_copies() -> None:
    short = [article("a"), said("a", "[412, 412]")]
    again = [article("b"), said("b", "[412, 412]")]
    assert originals(told(short, again)) == {"a": "a", "b": "b"}


def test_near_copies_confirm_nothing() -> None:
    rows = [*printed("a"), *printed("b", first="9 mayors"), article("c"), said("c", "[412, 412]", event="a")]
    assert {t.event: (t.documents, t.confirmed) for t in topics(rows)} == {"a": (3, 2), "b": (2, 1), "c": (2, 1), "d": (2, 1)}


def test_a_finding_inside_an_article_is_told_once_of_near_copies() -> None:
    contradiction = [said(d, "[300, 300]", start=900, quote="300 pumps", event="a") for d in "ab"]
    rows = [*printed("a"), *printed("b", first="9 mayors"), *contradiction]
    (finding,) = [f for f in findings(rows) if f.outcome == "conflict"]
    assert len(finding.claims.split()) == 4
