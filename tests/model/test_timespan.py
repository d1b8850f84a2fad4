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
    Unknown,
    before,
    day_from_text,
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


def interval(low: str, high: str) -> Interval[date]:
    return Interval(date.fromisoformat(low) if low else None, date.fromisoformat(high) if high else None)


def test_first_and_last_days() -> None:
    assert month(2024, 2) == interval("2024-02-01", "2024-02-29")
    assert month(2023, 12) == interval("2023-12-01", "2023-12-31")
    assert year(2024) == interval("2024-01-01", "2024-12-31")
    assert before(date(2024, 3, 1)).within == interval("", "2024-02-29")


@pytest.mark.parametrize(
    ("low", "high", "first", "last"),
    [
        ("2024-02-25", "2024-03-01", "2024-02-15", "2024-03-11"),
        ("0001-01-05", "9999-12-30", "0001-01-01", "9999-12-31"),  # no calendar goes further
        ("", "2024-03-01", "", "2024-03-11"),
        ("2024-02-25", "", "2024-02-15", ""),
    ],
)
def test_a_margin_is_put_on_each_end_that_is_told(low: str, high: str, first: str, last: str) -> None:
    assert widen(interval(low, high), timedelta(10)) == interval(first, last)


@pytest.mark.parametrize(
    ("text", "low", "high", "unknown"),
    [
        ("2022", "2022-01-01", "2022-12-31", ""),
        ("2022-02", "2022-02-01", "2022-02-28", ""),
        ("2022-02-03", "2022-02-03", "2022-02-03", ""),
        ("2022/2023-02", "2022-01-01", "2023-02-28", ""),
        ("2022-08/2023-05-17", "2022-08-01", "2023-05-17", ""),
        ("../2022", "", "2022-12-31", ""),
        ("2022-02/..", "2022-02-01", "", ""),
        ("?/2022-02", "", "2022-02-28", "start"),
        ("2022/?", "2022-01-01", "", "end"),
        (" 2022 ", "2022-01-01", "2022-12-31", ""),
        ("?", "", "", "both"),
    ],
)
def test_texts_of_days(text: str, low: str, high: str, unknown: str) -> None:
    assert days_from_text(text) == (interval(low, high), unknown)


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-01-01", "2023-12-31", "2022/2023"),
        ("2022-01-01", "2023-11-30", "2022-01/2023-11"),
        ("2022-02-01", "2022-12-31", "2022-02/2022-12"),
        ("2022-01-02", "2022-12-31", "2022-01-02/2022-12"),
        ("2022-01-01", "2022-12-30", "2022-01/2022-12-30"),
        ("2022-01-01", "2022-02-01", "2022-01/2022-02-01"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01/2024-02-28"),
        ("2024-02-02", "2024-02-29", "2024-02-02/2024-02-29"),
        ("2023-02-01", "2024-02-29", "2023-02/2024-02"),
        ("2022-01-01", "", "2022/.."),
        ("", "2022-12-31", "../2022"),
        ("2022-02-01", "", "2022-02/.."),
        ("", "2022-02-28", "../2022-02"),
        ("", "2022-02-27", "../2022-02-27"),
        ("0099-01-01", "0099-12-31", "0099"),
        ("0099-02-01", "0099-02-28", "0099-02"),
    ],
)
def test_days_are_told_as_coarse_as_they_can_be(low: str, high: str, text: str) -> None:
    assert span_text(interval(low, high)) == text


@pytest.mark.parametrize(
    ("span", "day", "over"),
    [
        ("2022", "2022-05-17", "2022-01-01/2022-05-17"),
        ("2022", "2023-05-17", "2022"),
        ("2022", "2022-01-01", "2022-01-01"),
        ("2022", "2021-12-31", "2022"),  # begins later
        ("?", "2022-05-17", "?"),
        ("?/2022", "2021-05-17", "?/2021-05-17"),
        ("2022/?", "2022-05-17", "2022-01-01/2022-05-17"),
    ],
)
def test_the_part_of_a_span_that_is_over(span: str, day: str, over: str) -> None:
    assert until(span_from_text(span), date.fromisoformat(day)) == span_from_text(over)


def test_what_held_throughout_is_over_too() -> None:
    assert until(span_from_text("2022", "2022-03"), date(2022, 3, 10)).throughout == interval("2022-03-01", "2022-03-10")


def test_what_held_throughout_lies_within() -> None:
    with pytest.raises(ValueError, match="must lie within"):
        TimeSpan(month(2023, 5), year(2023))


@pytest.mark.parametrize(
    ("low", "high", "unknown"),
    [
        ("2023-01-01", "2023-12-31", "start"),
        ("2023-01-01", "2023-12-31", "end"),
        ("2023-01-01", "", "start"),
        ("2023-01-01", "", "both"),
        ("", "2023-12-31", "end"),
        ("", "2023-12-31", "both"),
    ],
)
def test_an_end_that_is_told_is_not_unknown(low: str, high: str, unknown: Unknown) -> None:
    with pytest.raises(ValueError, match=r"^an end that is told is not unknown: "):
        TimeSpan(interval(low, high), None, unknown)


@pytest.mark.parametrize("text", ["2023-13", "2023-02-30", "May 2023", "2023/", "23", "2022/2021", ""])
def test_a_text_that_is_no_span_says_so(text: str) -> None:
    if text in ("2023/", ""):  # an empty end is open
        assert days_from_text(text)[0].high is None
    else:
        with pytest.raises(ValueError, match=r"not a date|never empty"):
            days_from_text(text)


def test_open_and_unknown_ends_have_signs_of_their_own() -> None:
    assert [str(TimeSpan()), str(UNKNOWN_SPAN), str(TimeSpan(ANY_DAY, None, "start"))] == ["../..", "?", "?/.."]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-14", date(2024, 5, 14)),
        ("2024-05-14T23:59:00+02:00", date(2024, 5, 14)),
        ("1000-01-01", date(1000, 1, 1)),
        ("8999-12-31", date(8999, 12, 31)),
        ("0999-12-31", None),  # so near an end of the calendar no days can be counted from it
        ("9000-01-01", None),
        ("2024-02-30", None),
        ("May 2024", None),
        ("", None),
    ],
)
def test_the_day_that_an_article_is_of(text: str, day: date | None) -> None:
    assert day_from_text(text) == day
