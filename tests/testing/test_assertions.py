"""`assert_silent` and `assert_fires` say what was found, with its quotes, where that is not what was asked for."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

import qcheck
from qcheck.model.document import Document
from qcheck.model.errors import UsageProblem
from qcheck.model.frames import to_frame
from qcheck.testing import assert_fires, assert_invariant, assert_silent

ABOVE = "In May, 104 percent of households in Rocha were without power."
BELOW = "In May, 94 percent of households in Rocha were without power."


def test_silent_where_nothing_is_found() -> None:
    assert_silent(BELOW)
    assert_silent([BELOW, "In June, 20 percent of households in Rocha were without power."])


def test_silent_fails_with_the_finding_and_its_quote() -> None:
    with pytest.raises(AssertionError, match=r"expected no finding, got 1:\n  conflict \(\S+\): .*\n    text 1: '104 percent") as failure:
        assert_silent(ABOVE)
    assert "[103.5, 104.5]" in str(failure.value)


def test_fires_gives_the_findings() -> None:
    [finding] = assert_fires(ABOVE, outcome="conflict")
    assert finding.outcome == "conflict"
    assert assert_fires(ABOVE, rule=finding.rule) == [finding]
    assert assert_fires(ABOVE, rule=finding.rule.rpartition("/")[2]) == [finding]


def test_fires_fails_with_the_claims_where_nothing_is_found() -> None:
    with pytest.raises(AssertionError, match=r"expected a conflict, got none; the claims were:\n    text 1: '94 percent"):
        assert_fires([(BELOW, "en", date(2024, 5, 15))], outcome="conflict")


def test_fires_fails_with_what_was_found_instead() -> None:
    with pytest.raises(AssertionError, match=r"expected a dispute of rule no/such-rule, got only:\n.*104 percent"):
        assert_fires([(ABOVE, "en", "2024-05-15")], rule="no/such-rule", outcome="dispute")


def test_notes_count_only_where_asked_for() -> None:
    assert_silent(BELOW)
    with pytest.raises(AssertionError, match="note"):
        assert_silent(BELOW, outcomes=["note"])
    assert_silent([(BELOW, "en", "2024-05-15")], outcomes=["note"])


def test_german_texts() -> None:
    assert_fires("Im Mai waren 104 Prozent der Haushalte in Rocha ohne Strom.", outcome="conflict", language="de")
    assert_silent("Im Mai waren 94 Prozent der Haushalte in Rocha ohne Strom.", language="de")


def test_a_documents_frame_is_taken_as_it_is() -> None:
    documents = to_frame([Document(document="a.txt", text=ABOVE, language="en", published="2024-05-15")], Document)
    [finding] = assert_fires(documents)
    claims = qcheck.extract(documents)
    assert finding.claims.split()[0] in set(claims["claim"])


def test_an_unknown_outcome_is_refused() -> None:
    with pytest.raises(UsageProblem, match="no outcome 'clash'; use one of conflict"):
        assert_fires(ABOVE, outcome="clash")  # type: ignore[arg-type]


TWO = [(ABOVE, "en", "2024-05-14"), (BELOW, "en", "2024-05-15")]


def backwards(documents: pd.DataFrame) -> pd.DataFrame:
    return documents.iloc[::-1]


def test_a_change_that_does_not_matter_passes() -> None:
    assert_invariant(None, TWO, backwards)
    assert_invariant("rules/arithmetic", TWO, backwards)
    assert_invariant(lambda documents: qcheck.check(qcheck.extract(documents)), TWO, backwards)


def test_a_change_that_matters_is_told_with_what_is_found_before_and_after() -> None:
    def corrected(documents: pd.DataFrame) -> pd.DataFrame:
        return documents.assign(text=[text.replace("104", "105").replace("94", "94") for text in documents["text"]])

    with pytest.raises(AssertionError, match=r"other things are found:\n  only after: conflict .*105 percent.*\n  only before: .*104"):
        assert_invariant(None, TWO, corrected)


def test_a_finding_that_is_told_twice_is_another_thing() -> None:
    def doubled(documents: pd.DataFrame) -> pd.DataFrame:
        findings = qcheck.check(qcheck.extract(documents))
        return findings if documents["text"].iloc[0] == ABOVE else pd.concat([findings, findings])

    with pytest.raises(AssertionError, match="only after: conflict"):
        assert_invariant(doubled, TWO, backwards)
