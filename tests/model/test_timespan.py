"""Laws of time spans, each named after the law."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from qcheck.model.interval import ANY_DAY, Interval
from qcheck.model.timespan import (
    UNKNOWN_SPAN,
    VAGUE_MARGIN,
    TimeSpan,
    before,
    days_from_text,
    month,
    span_from_text,
    span_text,
    until,
    widen,
    year,
)
from qcheck.testing.strategies import time_spans

# ends of months and years meet far more often than among random days
edges = st.sampled_from(
    [date(y, m, d) for y in (1999, 2023, 2024) for m, d in ((1, 1), (1, 31), (2, 1), (2, 28), (3, 31), (12, 1), (12, 31))]
)
some_day = edges | st.dates()
spans = time_spans() | st.builds(lambda a, b: TimeSpan(Interval(min(a, b), max(a, b))), edges, edges)


@given(spans)
@example(UNKNOWN_SPAN)
@example(TimeSpan())
@example(TimeSpan(month(2024, 2)))
@example(TimeSpan(year(2024)))
@example(TimeSpan(Interval(date(2022, 1, 1), None), None, "end"))
@example(TimeSpan(Interval(None, None), None, "start"))
def test_a_span_is_what_its_text_says(span: TimeSpan) -> None:
    text = "" if span.throughout is None else span_text(span.throughout)
    assert span_from_text(str(span), text, vague=span.vague) == span


@given(spans)
def test_a_text_is_as_short_as_what_it_reads_back_to(span: TimeSpan) -> None:
    days, unknown = days_from_text(str(span))
    assert span_text(days, unknown) == str(span)


@given(spans)
def test_a_proof_holds_all_that_the_words_hold(span: TimeSpan) -> None:
    assert span.within.inside(span.proof)
    assert span.vague or span.proof == span.within


@given(spans, st.integers(0, 400), st.integers(0, 400))
def test_a_wider_margin_holds_more(span: TimeSpan, small: int, more: int) -> None:
    narrow, wide = widen(span.within, timedelta(small)), widen(span.within, timedelta(small + more))
    assert span.within.inside(narrow)
    assert narrow.inside(wide)


@given(edges, edges)
def test_a_vague_end_moves_by_the_margin(a: date, b: date) -> None:
    days = Interval(min(a, b), max(a, b))
    proof = TimeSpan(days, vague=True).proof
    assert days.low and days.high
    assert (proof.low, proof.high) == (days.low - VAGUE_MARGIN, days.high + VAGUE_MARGIN)


@given(spans, some_day)
def test_what_is_over_on_a_day_lies_before_it_or_begins_after_it(span: TimeSpan, day: date) -> None:
    over = until(span, day)
    assert over.within.inside(span.within)
    if span.known and over != span:
        assert over.within.high == day
    assert until(over, day) == over


@given(some_day, some_day)
def test_before_a_day_is_every_earlier_day_and_no_other(day: date, other: date) -> None:
    assume(day > date.min)
    assert (other in before(day).within) == (other < day)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_fill_their_year_without_gap(number: int, ordinal: int) -> None:
    days = month(number, ordinal)
    assert days.inside(year(number))
    assert days.high
    assert days.high == date.max or (days.high + timedelta(1)).day == 1


def test_what_held_throughout_lies_within() -> None:
    with pytest.raises(ValueError, match="must lie within"):
        TimeSpan(month(2023, 5), year(2023))


def test_an_end_that_is_told_is_not_unknown() -> None:
    with pytest.raises(ValueError, match="not unknown"):
        TimeSpan(year(2023), None, "end")


@pytest.mark.parametrize("text", ["2023-13", "2023-02-30", "May 2023", "2023/", "23", "2022/2021", ""])
def test_a_text_that_is_no_span_says_so(text: str) -> None:
    if text in ("2023/", ""):  # an empty end is open
        assert days_from_text(text)[0].high is None
    else:
        with pytest.raises(ValueError, match=r"not a date|never empty"):
            days_from_text(text)


def test_open_and_unknown_ends_have_signs_of_their_own() -> None:
    assert [str(TimeSpan()), str(UNKNOWN_SPAN), str(TimeSpan(ANY_DAY, None, "start"))] == ["../..", "?", "?/.."]
