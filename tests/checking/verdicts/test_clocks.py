"""Clock times of one event, and the call for help that cannot come before it."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.event_time import call_before, event_time
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.statement import Statement, article_of, statement_of
from tests.checking.story import article
from tests.checking.verdicts.statements import dated, told

PLAIN = Parameters()
TWENTY, NINE = 1200.0, 540.0


def at(
    low: float, high: float | None = None, *, document: str = "a", event: str = "open", within: str = "2024-05-13", **fields: Any
) -> Statement:
    """A time row of an event; `others` are the clock times that its article has besides, `named` the days that it names."""
    others, named = fields.pop("others", ()), fields.pop("named", ())
    high = low if high is None else high
    row = dated(within, f"{document} {low:g}", document=document, event=event, clock_low=low, clock_high=high, **fields).claim
    rows = [dated("?", "then", clock_low=other, clock_high=other).claim for other in others]
    rows += [dated(day, "then", sentence=1).claim for day in named]
    return statement_of(row, article_of(article(document), rows))


def times(a: Statement, b: Statement) -> tuple[str, ...]:
    """What is said of two times; the same whichever is given first, but for their order."""
    one, other = event_time(a, b, PLAIN), event_time(b, a, PLAIN)
    assert (one and (told(one)[0], told(one)[3:])) == (other and (told(other)[0], told(other)[3:]))
    return told(one) if one else ()


def other(low: float, high: float | None = None, **fields: Any) -> Statement:
    return at(low, high, document="b", **fields)


def test_two_times_of_one_event_that_no_rounding_explains() -> None:
    assert times(at(1201), other(1233)) == (
        "conflict",
        "a 1201",
        "b 1233",
        "“a 1201” → 19:56–20:06",
        "“b 1233” → 20:28–20:38",
        "both tell when the event of their article happened, and no time lies in both",
    )
    assert times(other(1233), at(1201))[1:3] == ("b 1233", "a 1201")


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        # to the minute: five minutes off on each side; two and a half as a reader takes it
        (1201, 1206, ""),
        (1201, 1211, ""),
        (1201, 1212, "conflict"),
        # a quarter of an hour: seven minutes
        (1215, 1227, ""),
        (1215, 1228, "conflict"),
        (1215, 1229, "conflict"),
        # half an hour and the hour: ten
        (1200, 1215, ""),
        (1200, 1216, "conflict"),
        (1200, 1230, "conflict"),
        (1230, 1260, "conflict"),
        # two events
        (1201, 1391, "conflict"),
        (1201, 1392, ""),
    ],
)
def test_how_far_apart_two_times_may_lie(first: float, second: float, outcome: str) -> None:
    assert "".join(times(at(first), other(second))[:1]) == outcome


def test_a_review_where_only_a_reader_would_not_take_them_for_one() -> None:
    about = at(1170, 1230)  # about eight in the evening
    assert times(about, other(1231))[0] == "review"
    assert times(about, other(1231))[3:5] == ("“a 1170” → 19:45–20:15", "“b 1231” → 20:28–20:33")
    assert times(about, other(1216)) == ()
    assert times(about, other(1217)) == ()
    assert times(about, other(1218))[0] == "review"
    assert times(about, other(1235))[0] == "conflict"
    assert times(at(1170, 1231), other(1400)) == ()  # a part of the day
    assert times(at(1201), other(1290, 1351)) == ()


@pytest.mark.parametrize(
    ("bound", "before", "after"),
    [("", 1182, 1218), ("since", 1182, 1218), ("before", 1182, 1246), ("until", 1182, 1246), ("after", 1154, 1218)],
)
def test_a_review_is_more_than_a_quarter_of_an_hour_from_the_minute_that_is_named(bound: str, before: int, after: int) -> None:
    about = at(1170, 1230, time_bound=bound, event="")
    assert times(about, other(before, event=""))[0] == "review"
    assert times(about, other(before + 1, event="")) == ()
    assert times(about, other(after - 1, event="")) == ()
    assert times(about, other(after, event=""))[0] == "review"


def test_the_first_times_of_two_articles_are_a_review() -> None:
    found = times(at(1201, event=""), other(1233, event=""))
    assert found[0] == "review"
    assert found[3:] == (
        "“a 1201” → 19:58–20:03",
        "“b 1233” → 20:30–20:35",
        "each is what its article tells of the time of the event, and no time lies in both",
    )
    assert times(at(1201), other(1233, event=""))[0] == "review"
    assert times(at(1201, event="call"), other(1233, event="call"))[0] == "review"


def test_a_call_follows_its_event() -> None:
    assert times(at(1201), other(1233, event="call")) == ()
    assert times(at(1201, event=""), other(1233, event="call")) == ()
    assert times(at(1201, event="call"), other(1233))[0] == "review"


@pytest.mark.parametrize(("also", "known"), [(1233 - 16, False), (1233 - 15, True), (1233, True), (1233 + 15, True), (1233 + 16, False)])
def test_an_article_that_has_the_time_of_the_other_too_tells_of_two_times(also: float, known: bool) -> None:
    assert (times(at(1201, event="", others=[also]), other(1233, event="")) == ()) is known
    assert (times(at(1201, event="", others=[also]), other(1233, event="", others=[1201 - 16])) == ()) is known
    assert (times(at(1265, event=""), other(1233, event="", others=[also + 32])) == ()) is known
    assert times(at(1201, others=[also]), other(1233))[0] == "conflict"


def test_times_of_other_days_are_not_compared() -> None:
    assert times(at(1201), other(1233, within="2024-05-12")) == ()
    assert times(at(1201), other(1233, within="2024-05-12/2024-05-13"))[0] == "conflict"
    assert times(at(1201, within="?"), other(1233))[0] == "review"  # nobody tells the day of the first
    assert times(at(1201, within="?", named=["2024-05-13"]), other(1233))[0] == "conflict"
    assert times(at(1201, within="?", named=["2024-05-12"]), other(1233)) == ()
    assert times(at(1201, within="?", named=["2024-05-12", "2024-05-13"]), other(1233))[0] == "conflict"


def test_an_article_names_one_day_for_all_times_that_have_none() -> None:
    assert times(at(1201), at(1233))[0] == "conflict"
    assert times(at(1201, within="?"), at(1233))[0] == "conflict"
    assert times(at(1201), at(1233, within="?"))[0] == "conflict"
    assert times(at(1201), at(1233, within="2024-05-12")) == ()


def test_the_shown_times_are_those_of_one_day() -> None:
    assert times(at(1), other(31))[3:5] == ("“a 1” → 00:00–00:06", "“b 31” → 00:26–00:36")
    assert times(at(1390), other(1439))[4] == "“b 1439” → 23:54–24:00"


def called(call: Statement, event: Statement) -> tuple[str, ...]:
    found = call_before(call, event, PLAIN)
    return told(found) if found else ()


def test_a_call_before_its_event() -> None:
    assert called(at(1201, event="call"), other(1230)) == (
        "conflict",
        "a 1201",
        "b 1230",
        "“a 1201” → called 19:56–20:06",
        "“b 1230” → happened 20:20–20:40",
        "nobody calls for help before it happens",
    )
    assert called(at(1230), other(1201, event="call")) == ()
    assert called(at(1201, event="call"), other(1230, event="call")) == ()
    assert called(at(1201), other(1230)) == ()


@pytest.mark.parametrize(("event", "outcome"), [(1213, ""), (1214, "conflict"), (1391, "conflict"), (1392, "")])
def test_how_long_a_call_may_come_before_its_event(event: float, outcome: str) -> None:
    assert "".join(called(at(1201, event="call"), other(event))[:1]) == outcome


def test_a_part_of_the_day_has_loose_ends() -> None:
    night = other(1320, 1440)
    found = called(at(1181, event="call"), night)
    assert (found[0], found[4]) == ("review", "“b 1320” → happened 20:00–24:00")
    assert called(at(1192, event="call"), night)[0] == "review"
    assert called(at(1193, event="call"), night) == ()
    morning = at(361, 540, event="call")
    assert called(morning, other(667)) == ()
    assert called(morning, other(668))[0] == "review"
    assert called(morning, other(780))[3] == "“a 361” → called 04:01–11:00"
    assert called(at(360, 540, event="call"), other(780))[3] == "“a 360” → called 00:00–11:00"
    assert called(at(1140, 1200, event="call"), other(1230))[0] == "conflict"


def test_calls_of_other_days_or_without_a_time_are_not_compared() -> None:
    call = at(1201, event="call")
    assert called(call, other(1230, within="2024-05-12")) == ()
    assert called(at(1201, event="call", within="?"), other(1230)) == ()
    assert called(at(float("nan"), event="call"), other(1230)) == ()
    assert called(call, other(float("nan"))) == ()


def test_a_night_goes_on_over_midnight() -> None:
    assert called(at(359, event="call"), other(500, 1440)) == ()
    assert called(at(360, event="call"), other(500, 1440))[0] == "review"
    assert called(at(359, event="call"), other(500, 1439))[0] == "review"
