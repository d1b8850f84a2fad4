"""Pictures: every mark lies inside, and what cannot be drawn is left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.interval import EVERYTHING, Interval, numbers
from qcheck.model.timespan import span_from_text
from qcheck.reporting import charts
from qcheck.reporting.catalogue import load_catalogue
from qcheck.reporting.scale import day_ticks, number_ticks, scale_for
from qcheck.reporting.timeline import Dot, timeline
from qcheck.testing.strategies import intervals

UI = load_catalogue()


def attributes(svg: str, *names: str) -> list[float]:
    return [float(value) for name in names for value in re.findall(rf" {name}=(-?[\d.]+)", svg)]


@given(st.lists(intervals(), min_size=2, max_size=5))
def test_bars_lie_inside_the_picture(drawn: list[Interval[float]]) -> None:
    svg = str(charts.ranges([("A", interval, None, False) for interval in drawn], unit="", about="x", ui=UI))
    assert "nan" not in svg and "inf" not in svg
    assert all(0 <= value <= 100 for value in (float(v) for v in re.findall(r"=(-?[\d.]+)%", svg)))
    assert all(value >= 0 for value in attributes(svg, "width", "height"))


@given(st.lists(st.tuples(intervals(), st.sampled_from(["", "2031-05-04", "2031-05-05", "1999-01-01"])), min_size=2, max_size=8))
def test_dots_lie_inside_the_picture(drawn: list[tuple[Interval[float], str]]) -> None:
    ordered = sorted(drawn, key=lambda item: (not item[1], item[1]))
    dots = [Dot(n, day, interval, None, False) for n, (interval, day) in enumerate(ordered, 1)]
    svg = str(timeline(dots, about="x", ui=UI))
    assert "nan" not in svg and "inf" not in svg
    places = [float(v) for v in re.findall(r"<svg x=(-?[\d.]+)%", svg)]
    assert all(0 <= place <= 100 for place in places)
    assert places == sorted(set(places))


@given(st.lists(st.floats(allow_nan=False), min_size=1, max_size=6))
def test_ticks_lie_on_the_scale_and_are_few(values: list[float]) -> None:
    scale = scale_for(values)
    if scale is None:
        assert not [v for v in values if abs(v) < 1e18]
        return
    ticks = number_ticks(scale, UI)
    assert len(ticks) <= 7
    assert all(0 <= scale.at(value) <= 100 for value, _ in ticks)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("2020-01-01", "2031-01-01", "2025"), ("2031-01-01", "2031-09-01", "May 2031"), ("2031-05-01", "2031-05-09", "4 May 2031")],
)
def test_days_are_named_as_coarsely_as_the_scale_allows(low: str, high: str, expected: str) -> None:
    days = [span_from_text(day).within.low for day in (low, high)]
    scale = scale_for([float(day.toordinal()) for day in days if day], logs=False)
    assert scale
    assert any(words.startswith(expected) for _, words in day_ticks(scale, UI))


def test_ranges_without_any_end_are_not_drawn() -> None:
    assert charts.ranges([("A", EVERYTHING, None, False), ("B", EVERYTHING, None, False)], unit="", about="x", ui=UI) == ""


def test_the_gap_between_two_ranges_is_shown_and_only_then() -> None:
    apart = charts.ranges([("A", numbers("(400, inf)"), None, False), ("B", numbers("[0, 350)"), None, False)], unit="", about="x", ui=UI)
    assert "class=gap" in apart
    together = charts.ranges(
        [("A", numbers("(400, inf)"), None, False), ("B", numbers("[0, 450)"), None, False)], unit="", about="x", ui=UI
    )
    assert "class=gap" not in together


def test_vague_ends_are_dashed_and_have_no_caps() -> None:
    sharp, vague = (
        charts.ranges([("A", numbers("[300, 500]"), None, v), ("B", numbers("[1, 1]"), None, v)], unit="", about="x", ui=UI)
        for v in (False, True)
    )
    assert sharp.count("class=cap") == 2 and 'class="hard vague"' not in sharp
    assert vague.count("class=cap") == 0 and vague.count('class="hard vague"') == 1


def test_times_of_day_lie_on_an_axis_of_hours() -> None:
    svg = charts.clocks([("A", numbers("[1255, 1265]"), None, False), ("B", numbers("[1140, 1140]"), None, False)], about="x")
    assert [hour for hour in ("19:00", "20:00", "21:00") if f">{hour}<" in svg] == ["19:00", "20:00", "21:00"]
    assert svg.count("class=point") == 1 and svg.count("class=gap") == 1


def test_an_end_that_is_unknown_is_no_arrow() -> None:
    svg = charts.periods([("A", span_from_text("2031/?")), ("B", span_from_text("../2031-02-28"))], about="x", ui=UI)
    assert svg.count("class=doubt") == 1
    assert svg.count("class=arrow") == 1


def test_labels_are_escaped() -> None:
    svg = charts.ranges(
        [("<b>\u202e", numbers("[1, 2]"), None, False), ("B", numbers("[2, 3]"), None, False)], unit="", about='"><script>', ui=UI
    )
    assert "&lt;b&gt;[U+202E]" in svg
    assert "<script" not in svg
