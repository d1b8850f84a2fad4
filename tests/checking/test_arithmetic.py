"""Arithmetic that a text states, against the formula of its rule; a desk's own formula; shares that few cannot give."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.checking import check
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.model.claim import Claim, content_id
from qcheck.model.errors import Problems
from qcheck.model.finding import Finding
from tests.checking.story import article, said

BASE = "direction * change = 100 * (after / before - 1)"


def stated(relation: str, *operands: Claim, trend: str = "") -> list[Claim]:
    """An article of these claims, of which its text says a relation."""
    ident = content_id("a", relation)
    row = Claim(
        claim=ident, role="relation", document="a", relation=relation, operands=";".join(o.claim for o in operands), trend=trend, quote="x"
    )
    return [article("a"), *operands, row]


def number(hard: str, typical: str = "", *, start: int, **fields: object) -> Claim:
    """A claim at a place of the article."""
    return said("a", hard, typical, start=start, kind="", **fields)


def arithmetic(rows: list[Claim], rule: str) -> list[Finding]:
    """What one of the rules of arithmetic says."""
    found = [one for one in load_rules() if one.id == f"arithmetic/{rule}"]
    return check.findings(corpus_of(rows), found)


@pytest.mark.parametrize(
    ("change", "outcomes"),
    [("[34.5, 35.5]", ["conflict"]), ("[24.5, 25.5]", []), ("[26.5, 27.5]", ["conflict"]), ("[25.5, 26.5]", [])],
)
def test_a_change_is_read_with_twice_its_rounding_and_no_more(change: str, outcomes: list[str]) -> None:
    rows = stated(
        "percent_change",
        number(change, start=10, unit="percent"),
        number("[412600, 412600]", start=20),
        number("[330080, 330080]", start=30),
        trend="up",
    )
    assert [finding.outcome for finding in arithmetic(rows, "percent-change")] == outcomes


def test_closing_zeros_leave_a_review() -> None:
    rows = stated(
        "percent_change",
        number("[39.5, 40.5]", start=10, unit="percent"),
        number("[250, 350]", "[300, 300]", start=20),
        number("[150, 250]", "[200, 200]", start=30),
        trend="up",
    )
    (finding,) = arithmetic(rows, "percent-change")
    assert (finding.outcome, finding.severity) == ("review", "warning")


def test_what_rose_cannot_have_fallen() -> None:
    rows = stated(
        "percent_change",
        number("[24.5, 25.5]", start=10, unit="percent"),
        number("[300, 300]", start=20),
        number("[400, 400]", start=30),
        trend="up",
    )
    assert [finding.outcome for finding in arithmetic(rows, "percent-change")] == ["conflict"]


def test_every_number_is_offered_for_repair_and_none_is_called_wrong() -> None:
    rows = stated(
        "share", number("[90.5, 91.5]", start=10, unit="percent", quote="91 percent"), number("[211, 211]", start=20, quote="211"),
        number("[248, 248]", start=30, quote="248 wells"),
    )  # fmt: skip
    (finding,) = arithmetic(rows, "share-of-whole")
    assert "85" in finding.hints and "226" in finding.hints and "232" in finding.hints
    assert "wrong" not in finding.message


def test_a_sum_takes_all_operands_that_are_left() -> None:
    parts = [number(f"[{n}, {n}]", start=20 + n, quote=f"{n} men") for n in (4, 3, 2)]
    whole = number("[10, 10]", start=10, quote="ten")
    assert [f.outcome for f in arithmetic(stated("sum", whole, *parts), "parts-and-whole")] == ["conflict"]
    assert not arithmetic(stated("sum", number("[9, 9]", start=10), *parts), "parts-and-whole")


RULE = """\
title: A price per seat that the bill does not give
severity: error
check: arithmetic
with: {{operands: [bill, price, seats], holds: "{formula}"}}
look: relation
select: {{relation: rate}}
message:
  conflict: "“{{quote}}” should be {{expected}}."
hints: ["Either {{repairs}}."]
why: A bill is a product.
howto: Multiply.
false_positives: [Discounts.]
examples:
  - articles: {{language: en, published: 2024-05-21, text: "A guard is paid $640 a day, or $6,240 for nine days."}}
    expect: conflict
  - articles: {{language: en, published: 2024-05-21, text: "A guard is paid $640 a day, or $5,760 for nine days."}}
    expect: silent
"""


def test_a_desk_writes_a_formula_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "bill.yaml"
    path.write_text(RULE.format(formula="bill <= price * seats"), encoding="utf-8")
    rows = stated("rate", number("[50, 50]", start=10), number("[5, 5]", start=20), number("[7, 7]", start=30))
    assert [f.outcome for f in check.findings(corpus_of(rows), load_rules(path))] == ["conflict"]


@pytest.mark.parametrize("formula", ["bill = price * seat", "bill", "bill = price ** seats", "bill = open(seats)"])
def test_a_formula_that_cannot_be_read_is_told_with_its_place(tmp_path: Path, formula: str) -> None:
    path = tmp_path / "bill.yaml"
    path.write_text(RULE.format(formula=formula), encoding="utf-8")
    with pytest.raises(Problems, match=r"bill\.yaml:4"):
        load_rules(path)


@given(st.integers(1, 199), st.integers(0, 199))
def test_every_share_that_was_counted_can_be_reached(size: int, part: int) -> None:
    share = round(100 * min(part, size) / size)
    rows = stated(
        "share_of",
        number(f"[{share - 0.5}, {share + 0.5}]", start=10, unit="percent", value_low=share, value_high=share),
        number(f"[{size}, {size}]", start=20),
    )
    assert not arithmetic(rows, "granularity")


def test_a_third_of_ten_is_no_whole_number() -> None:
    rows = stated("share_of", number("[32.5, 33.5]", start=10, unit="percent", value_low=33, value_high=33), number("[10, 10]", start=20))
    assert [finding.outcome for finding in arithmetic(rows, "granularity")] == ["conflict"]
