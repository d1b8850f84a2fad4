"""Laws of checking, each test named after its law."""

from __future__ import annotations

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.checking.check import check_with_topics
from qcheck.extraction.units import base_factor, dimension
from qcheck.model.claim import Claim
from qcheck.model.frames import to_frame
from qcheck.model.interval import Interval, number_text, numbers
from qcheck.testing.strategies import ClaimPair, claim_pairs
from tests.checking.story import article, findings, said, topics

DAYS = ("2024-05-14", "2024-05-15", "2024-06-20")
THOUSANDTHS = st.integers(1, 10**6).map(lambda n: n / 1000)  # numbers as articles write them: few digits
RANGES = st.tuples(THOUSANDTHS, THOUSANDTHS, st.sampled_from(["[]", "[)", "(]", "()"])).map(
    lambda t: numbers(f"{t[2][0]}{min(t[:2])}, {max(t[:2])}{t[2][1]}" if t[0] != t[1] else f"[{t[0]}, {t[0]}]")
)
LENGTHS = ("meter", "kilometer", "mile", "foot", "inch", "centimeter", "nautical_mile", "yard")
SPANS = st.sampled_from(["?", "2024-03/2024-05-14", "2024-04", "2024-03/2024-06-20", "2023", "../2024-02"])


def claims(document: str, start: int) -> st.SearchStrategy[Claim]:
    """A claim of the story with any range, days and voice; typically it is of the whole range, or of its lower or upper half."""
    return st.builds(
        lambda hard, half, span, by, kind: said(document, str(hard), str(halves(hard)[half]), start=start,
                                                quote=f"{start}: {hard} pumps", by=by, kind=kind, within=span,
                                          throughout="" if "?" in span or ".." in span else span),
        RANGES, st.integers(0, 2), SPANS, st.sampled_from(["", "Holt", "Quispe"]), st.sampled_from(["", "total", "level"]),
    )  # fmt: skip


def halves(hard: Interval[float]) -> tuple[Interval[float], ...]:
    """The interval, and its halves."""
    if hard.is_point:
        return (hard,) * 3
    middle = ((hard.low or 0.0) + (hard.high or 0.0)) / 2
    return hard, numbers(f"{hard.closed[0]}{hard.low}, {middle}]"), numbers(f"[{middle}, {hard.high}{hard.closed[1]}")


@st.composite
def stories(draw: st.DrawFn) -> list[Claim]:
    """Three articles of one story with up to six claims."""
    documents = {name: article(name, draw(st.sampled_from(DAYS))) for name in "abc"}
    said_by = [draw(claims(draw(st.sampled_from("abc")), start)) for start in range(draw(st.integers(1, 6)))]
    return [*documents.values(), *said_by]


def conflicts(rows: list[Claim]) -> set[tuple[str, ...]]:
    return {(f.rule, *sorted(f.claims.split())) for f in findings(rows) if f.outcome == "conflict"}


def is_known(rows: list[Claim], before: list[Claim]) -> bool:
    """Whether every pair that a conflict of `rows` is about stands in one conflict of `before`, with other claims or without."""
    known = [(rule, set(claims)) for rule, *claims in conflicts(before)]
    pairs = [(f.rule, set(f.claims.split()[:2])) for f in findings(rows) if f.outcome == "conflict"]
    return all(any(rule == other and pair <= claims for other, claims in known) for rule, pair in pairs)


def hard(claim: Claim) -> Interval[float]:
    return Interval(claim.low, claim.high, claim.closed)  # type: ignore[arg-type]


@given(stories())
def test_a_conflict_of_amounts_has_no_witness(rows: list[Claim]) -> None:
    by_id = {row.claim: row for row in rows}
    for finding in findings(rows):
        if finding.outcome == "conflict" and finding.rule in ("agreement/amounts", "agreement/running-total"):
            one, other = (hard(by_id[ident]) for ident in finding.claims.split()[:2])
            assert one.disjoint(other)


@given(stories())
def test_both_verbs_together_say_what_each_says_alone(rows: list[Claim]) -> None:
    frame = to_frame(rows, Claim)
    found, spoken_of, _ = check_with_topics(frame)
    assert found.equals(qcheck.check(frame)) and spoken_of.equals(qcheck.topics(frame))


@given(stories(), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_rows(rows: list[Claim], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert findings(shuffled) == findings(rows)
    assert repr(topics(shuffled)) == repr(topics(rows))  # NaN is not equal to itself


@given(stories())
def test_findings_do_not_depend_on_the_names_of_the_articles(rows: list[Claim]) -> None:
    renamed = [replace(row, document={"a": "z", "b": "y", "c": "x"}[row.document]) for row in rows]
    assert conflicts(renamed) == conflicts(rows)


@given(stories(), st.sampled_from("abc"))
def test_a_copy_of_an_article_adds_no_finding(rows: list[Claim], document: str) -> None:
    copies = [replace(row, document="copy", claim=f"copy{row.claim}") for row in rows if row.document == document]
    before, after = findings(rows), findings([*rows, *copies])
    assert [(f.rule, f.outcome, f.fingerprint) for f in after] == [(f.rule, f.outcome, f.fingerprint) for f in before]


@given(stories(), st.integers(0, 5), st.floats(0, 500), st.floats(0, 500))
def test_widening_a_range_never_adds_a_conflict(rows: list[Claim], which: int, down: float, up: float) -> None:
    said_by = [row for row in rows if row.role == "claim"]
    target = said_by[which % len(said_by)]
    low, high = target.low - down, target.high + up
    wide = replace(target, low=low, high=high, closed="[]" if math.isfinite(high) else "[)")
    assert is_known([wide if row is target else row for row in rows], rows)


@given(stories(), st.integers(0, 5))
def test_forgetting_the_days_never_adds_a_conflict(rows: list[Claim], which: int) -> None:
    said_by = [row for row in rows if row.role == "claim"]
    target = said_by[which % len(said_by)]
    vague = replace(target, throughout="")
    assert is_known([vague if row is target else row for row in rows], rows)


@given(stories(), st.sampled_from([0.001, 0.3048, 1000.0, 1609.344]))
def test_the_unit_of_a_claim_never_changes_a_verdict(rows: list[Claim], factor: float) -> None:
    length = {"unit": "meter", "dimension": "[length]"}
    metres = [replace(row, **length) if row.role == "claim" else row for row in rows]  # type: ignore[arg-type]
    first = next(row for row in metres if row.role == "claim")
    told = replace(
        first, unit="other", base_factor=factor, low=first.low / factor, high=first.high / factor,
        typical_low=first.typical_low / factor, typical_high=first.typical_high / factor,
    )  # fmt: skip
    assert [(f.rule, f.outcome, f.claims) for f in findings([told if row is first else row for row in metres])] == [
        (f.rule, f.outcome, f.claims) for f in findings(metres)
    ]


@given(RANGES, RANGES)
def test_conflict_is_symmetric(one: Interval[float], other: Interval[float]) -> None:
    def pair(first: Interval[float], second: Interval[float]) -> list[str]:
        rows = [article("a"), article("b"), said("a", str(first), quote="x"), said("b", str(second), quote="y")]
        return [f.outcome for f in findings(rows)]

    assert pair(one, other) == pair(other, one)
    assert pair(one, other) == (["conflict"] if one.disjoint(other) else [])


@given(claim_pairs(relations=["unrelated"]))
def test_conflict_needs_one_topic(pair: ClaimPair) -> None:
    assert hard(pair.one).disjoint(hard(pair.other))
    assert conflicts(list(pair.rows)) == set()


@given(claim_pairs(relations=["agree", "conflict"]))
def test_there_is_a_witness_where_there_is_no_conflict_and_none_where_there_is_one(pair: ClaimPair) -> None:
    common = hard(pair.one) & hard(pair.other)
    assert (common is None) == bool(conflicts(list(pair.rows)))
    if common is not None:
        number = witness(common)
        assert number in hard(pair.one) and number in hard(pair.other)


def witness(interval: Interval[float]) -> float:
    """A number that lies in an interval."""
    low, high = interval.low, interval.high
    assert low is not None and high is not None
    return low if low == high else low + 1.0 if high == math.inf else (low + high) / 2


@given(
    st.integers(1, 10**6).map(lambda n: n / 1000),
    st.sampled_from([0.0, 1e-4, 1e-6]),
    st.sampled_from(["[]", "[)", "()"]),
    st.sampled_from(["[]", "(]", "()"]),
    st.sampled_from(LENGTHS),
    st.sampled_from(LENGTHS),
)
def test_conversion_never_changes_a_verdict_of_ranges_that_nearly_touch(
    end: float, gap: float, below: str, above: str, unit: str, to: str
) -> None:
    """One range ends where the other begins, or a hair before; told in any two units of length they are as far apart as in one."""
    start = float(f"{end + gap:.10g}")
    small, big = numbers(f"{below[0]}{end / 2}, {end}{below[1]}"), numbers(f"{above[0]}{start}, {start * 2}{above[1]}")

    def told(document: str, interval: Interval[float], name: str) -> Claim:
        low, high = ((edge or 0.0) / base_factor(name) for edge in (interval.low, interval.high))
        text = f"{interval.closed[0]}{low!r}, {high!r}{interval.closed[1]}"
        return said(
            document, text, unit=name, base_factor=base_factor(name), dimension=dimension(name), kind="level", quote=document
        )  # fmt: skip

    rows = [article("a"), article("b")]
    in_metres = [*rows, told("a", small, "meter"), told("b", big, "meter")]
    converted = [*rows, told("a", small, unit), told("b", big, to)]
    verdict = [f.outcome for f in findings(in_metres) if f.rule == "agreement/amounts"]
    assert verdict == (["conflict"] if small.disjoint(big) else [])
    assert [f.outcome for f in findings(converted) if f.rule == "agreement/amounts"] == verdict


@given(st.lists(RANGES, min_size=2, max_size=5))
def test_a_topic_agrees_just_where_one_number_lies_in_all_ranges(ranges: list[Interval[float]]) -> None:
    rows = [row for n, r in enumerate(ranges) for row in (article(f"d{n}"), said(f"d{n}", str(r), quote=f"{n}"))]
    (topic,) = topics(rows)
    common: Interval[float] | None = ranges[0]
    for r in ranges[1:]:
        common = common & r if common else None
    assert topic.agree is (common is not None)
    if common:
        assert (number_text(topic.low, ""), number_text(topic.high, "")) == (number_text(common.low, ""), number_text(common.high, ""))
