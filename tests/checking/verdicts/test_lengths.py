"""Lengths against their first and last day or hour: what is said on both sides of each limit."""

from __future__ import annotations

import math
from typing import Any

import pytest

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.length import wrong_hours, wrong_length
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import OPEN, dated, related, statement, told, values

SECONDS = {"minute": 60.0, "hour": 3600.0, "day": 86_400.0, "week": 604_800.0, "month": 2_629_800.0, "year": 31_557_600.0}
SECONDS["decade"] = 315_576_000.0


def lasting(hard: str, unit: str, **fields: Any) -> Statement:
    return statement("a", hard, unit=unit, base_factor=SECONDS[unit], quote=f"{hard} {unit}", **{**OPEN, **fields})


def length(hard: str, unit: str, *ends: tuple[str, str], reason: str = "stated", **last: Any) -> Proof | None:
    rows = [dated(within, quote) for within, quote in ends[:-1]] + [dated(*ends[-1], **last)]
    return wrong_length(related(reason), (lasting(hard, unit), *rows), Parameters())


def test_a_length_that_its_days_do_not_give() -> None:
    proof = length("[10, 10]", "day", ("2024-05-03/2024-05-09", "from 3 to 9 May"))
    assert told(proof) == (
        "conflict",
        "[10, 10] day",
        "from 3 to 9 May",
        "“[10, 10] day” → 10 days",
        "3 May 2024 to 9 May 2024: 6 to 7 days",
    )
    assert values(proof) == {"expected": "6 days", "other_expected": "13 May 2024"}
    near = length("[10, 10]", "day", ("2024-05-03/2024-05-09", "from 3 to 9 May"), reason="near")
    assert told(near) == ("review", *told(proof)[1:])


@pytest.mark.parametrize(
    ("within", "quote", "unit", "fitting", "wrong"),
    [
        # counted without the last day, and with it
        ("2024-05-03/2024-05-09", "from 3 to 9 May", "day", ["[6, 6]", "[7, 7]"], ["[5, 5]", "[8, 8]"]),
        ("2024-05-03", "on 3 May", "day", ["[0, 0]", "[1, 1]"], ["[2, 2]"]),
        ("2024-05-03/2024-05-17", "from 3 to 17 May", "week", ["[2, 2]"], ["[1, 1]", "[3, 3]"]),
        # years from their first or last day
        ("2019/2022", "from 2019 to 2022", "year", ["[2.1, 2.1]", "[3, 3]", "[4, 4]"], ["[2, 2]", "[4.1, 4.1]"]),
        ("2019-01-01/2022-12-31", "from 1/1 2019 to 31/12 2022", "year", ["[3, 3]", "[4, 4]"], ["[2, 2]"]),
        # months
        ("2024-03/2024-06", "from March to June", "day", ["[62, 62]", "[122, 122]"], ["[61, 61]", "[123, 123]"]),
        ("2024-03/2024-06-20", "from March to 20 June", "day", ["[81, 81]", "[112, 112]"], ["[80, 80]", "[113, 113]"]),
        ("2024-03-12/2024-06-30", "from 12 March to June", "day", ["[81, 81]", "[111, 111]"], ["[80, 80]", "[112, 112]"]),
        ("2024-03-01/2024-06-30", "from 1 March to 30 June", "day", ["[121, 121]", "[122, 122]"], ["[120, 120]", "[123, 123]"]),
        # a year at one end
        ("2022-01-01/2024-06-20", "from 2022 to June", "day", ["[537, 537]", "[902, 902]"], ["[535, 535]", "[903, 903]"]),
        ("2022-01-01/2024-06-20", "from January 2022 to 20 June", "day", ["[871, 871]", "[902, 902]"], ["[870, 870]", "[903, 903]"]),
        ("2022-06-20/2024-12-31", "from 20 June 2022 to 2024", "day", ["[560, 560]", "[926, 926]"], ["[559, 559]", "[927, 927]"]),
        ("2022-06-20/9999-12-31", "from 20 June 2022 to 9999", "year", ["[7977, 7977]"], ["[7976, 7976]", "[7978, 7978]"]),
    ],
)
def test_how_far_two_days_may_lie_apart(within: str, quote: str, unit: str, fitting: list[str], wrong: list[str]) -> None:
    assert [hard for hard in fitting if length(hard, unit, (within, quote))] == []
    assert [hard for hard in wrong if not length(hard, unit, (within, quote))] == []


def test_two_ends_in_two_places() -> None:
    found = length("[3, 3]", "week", ("2024-04-02", "April 2"), ("2024-05-14", "until May 14"))
    assert told(found) == (
        "conflict",
        "[3, 3] week",
        "April 2",
        "until May 14",
        "“[3, 3] week” → 3 weeks",
        "2 April 2024 to 14 May 2024: 42 to 43 days",
    )
    assert values(found) == {"expected": "6 weeks", "other_expected": "23 April 2024"}
    assert length("[6, 6]", "week", ("2024-04-02", "April 2"), ("2024-05-14", "until May 14")) is None


@pytest.mark.parametrize(
    ("hard", "unit", "within", "expected"),
    [
        ("[9, 9]", "year", "2014/2018", {"expected": "4 years", "other_expected": "2023"}),
        ("[9, 9]", "month", "2024-03/2024-05", {"expected": "2 months", "other_expected": "November 2024"}),
        ("[9, 9]", "decade", "1990/2005", {"expected": "1.4 to 1.6 decades", "other_expected": "2080"}),
        ("[5000, 5000]", "minute", "2024-05-03", {"expected": "0 to 1 day", "other_expected": "6 May 2024"}),
        ("[9, 9]", "week", "2024-05-02/2024-05-19", {"expected": "2.4 to 2.6 weeks", "other_expected": "4 July 2024"}),
        ("[9, 9]", "week", "2024-05-02/2024-05-22", {"expected": "3 weeks", "other_expected": "4 July 2024"}),
        ("[9, 9]", "week", "2024-05-01/2024-05-21", {"expected": "0 to 3 weeks", "other_expected": "3 July 2024"}),
        ("[9, 9]", "week", "2024-04/2024-05-21", {"expected": "3 to 7.3 weeks", "other_expected": "3 June 2024"}),
        ("[72, 72]", "hour", "2024-05-03/2024-05-09", {"expected": "144 to 168 hours", "other_expected": "6 May 2024"}),
        ("[4, 8]", "day", "2024-05-03/2024-05-04", {"expected": "2 days", "other_expected": "9 May 2024"}),
        ("(10, inf)", "day", "2024-05-03/2024-05-04", {"expected": "2 days", "other_expected": "13 May 2024"}),
        ("[30, 30]", "day", "2024-05-03/2024-05-03", {"expected": "0 to 1 day", "other_expected": "2 June 2024"}),
        ("[9000, 9000]", "year", "1990/2005", {"expected": "15 years", "other_expected": "9999"}),
    ],
)
def test_what_the_length_or_its_end_would_be(hard: str, unit: str, within: str, expected: dict[str, str]) -> None:
    assert values(length(hard, unit, (within, "so long"))) == expected


def test_a_last_day_that_no_calendar_has() -> None:
    found = wrong_length(
        related("near"),
        (lasting("[8, 8]", "week"), dated("2025-10-03", "3 October"), dated("?", "31 November", reason="2025-11 has 30 days, not 31")),
        Parameters(),
    )
    assert told(found) == (
        "conflict",
        "[8, 8] week",
        "31 November",
        "3 October",
        "“[8, 8] week” → 8 weeks",
        "from 3 October 2025 on, that is up to 28 November 2025",
        "2025-11 has 30 days, not 31",
    )
    assert values(found) == {"expected": "28 November 2025"}


def test_where_an_end_is_not_told_nothing_is_said() -> None:
    assert length("[8, 8]", "week", ("?", "once")) is None
    assert length("[8, 8]", "week", ("2024-05-03/..", "from 3 May on")) is None
    assert length("[8, 8]", "week", ("../2024-05-03", "until 3 May")) is None
    assert length("[8, 8]", "week", ("2024-05-03", "3 May"), ("2024-05-04/..", "from 4 May on")) is None
    assert length("[8, 8]", "week", ("?", "once"), ("?", "31 November")) is None
    assert length("[8, 8]", "week", ("2024-05-03", "3 May"), ("2024-05-02", "2 May")) is None
    assert length("[8, 8]", "week", ("2024-05-03", "3 May"), ("2024-05-03", "3 May")) is not None


def clock(low: float, high: float, quote: str = "from 8 to 10") -> Statement:
    return dated("2024-05-14", quote, clock_low=low, clock_high=high)


def hours(hard: str, *clocks: Statement, unit: str = "hour", reason: str = "stated") -> Proof | None:
    return wrong_hours(related(reason), (lasting(hard, unit), *clocks), Parameters())


def test_hours_that_their_clock_times_do_not_give() -> None:
    found = hours("[4, 4]", clock(480, 600))
    assert told(found) == ("conflict", "[4, 4] hour", "from 8 to 10", "“[4, 4] hour” → 4 hours", "08:00 to 10:00: 2 hours")
    assert values(found) == {"expected": "2 hours", "other_expected": "12:00"}
    assert told(hours("[4, 4]", clock(480, 600), reason="near")) == ("review", *told(found)[1:])


@pytest.mark.parametrize(
    ("clocks", "fitting", "wrong"),
    [
        ([clock(480, 600)], ["[120, 120]", "[840, 840]"], ["[119, 119]", "[121, 121]", "[839, 839]", "[841, 841]"]),  # over noon, too
        ([clock(480, 480), clock(620, 620)], ["[140, 140]", "[860, 860]"], ["[139, 139]", "[141, 141]"]),
        ([clock(1380, 1380), clock(60, 60)], ["[120, 120]"], ["[60, 60]", "[180, 180]"]),  # over midnight
        ([clock(0, 1440, "from 10:30 p.m. to 1.15 a.m.")], ["[165, 165]", "[885, 885]"], ["[0, 0]", "[1440, 1440]"]),
        ([clock(0, 1440, "from 22 to 1 o'clock")], ["[180, 180]"], ["[0, 0]", "[179, 179]"]),
        ([clock(0, 1439, "from 22 to 1 o'clock")], ["[1439, 1439]"], ["[180, 180]"]),
        ([clock(1000, 1100, "from 16:40 to 5:20")], ["[100, 100]"], ["[760, 760]"]),
    ],
)
def test_the_minutes_that_two_clock_times_may_lie_apart(clocks: list[Statement], fitting: list[str], wrong: list[str]) -> None:
    assert [hard for hard in fitting if hours(hard, *clocks, unit="minute")] == []
    assert [hard for hard in wrong if not hours(hard, *clocks, unit="minute")] == []


def test_the_end_that_the_hours_would_have() -> None:
    assert told(hours("[3, 3]", clock(1380, 1380, "at 23"), clock(65, 65, "at 1:05")))[-1] == "23:00 to 01:05: 2.08 hours"
    assert values(hours("[3, 4]", clock(1380, 1380), clock(65, 65))) == {"expected": "2.08 hours", "other_expected": "02:30"}
    assert values(hours("(15, inf)", clock(480, 480), clock(600, 600)))["other_expected"] == "23:00"
    assert told(hours("[5, 5]", clock(0, 1440, "from 22:15 to 1 o'clock")))[-1] == "22:15 to 01:00: 2.75 hours"


@pytest.mark.parametrize("quote", ["all day", "from 10 to 12 and 14 o'clock", "on the 3rd", "at 10"])
def test_a_whole_day_tells_no_hours_unless_two_are_written(quote: str) -> None:
    assert hours("[5, 5]", clock(0, 1440, quote)) is None


def test_without_clock_times_nothing_is_said() -> None:
    assert hours("[5, 5]", clock(math.nan, math.nan)) is None
    assert hours("[5, 5]", clock(480, 480), clock(math.nan, math.nan)) is None
    assert hours("[5, 5]", clock(math.nan, math.nan), clock(480, 480)) is None
