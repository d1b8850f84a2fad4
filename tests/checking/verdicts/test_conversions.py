"""Amounts in two units, degrees and currencies, each on both sides of what rounding allows."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from qcheck.checking import rates as exchange
from qcheck.checking.kinds.conversion import Conversion, Currency, Temperature, conversion, currency, temperature
from qcheck.checking.proof import Proof
from qcheck.checking.rates import Rates
from qcheck.checking.statement import Statement
from qcheck.model.interval import number_text
from tests.checking.verdicts.statements import OPEN, related, statement, told, values

SIZES = {"mile": 1609.344, "kilometer": 1000.0, "gallon": 3.785411784, "liter": 1.0, "pound": 0.45359237, "kilogram": 1.0}


def amount(value: float, unit: str, *, room: float = 0.0, typical: float = 0.0, **fields: Any) -> Statement:
    """A number as it is written, with what its words allow on each side."""
    low, high = value - room, value + room
    text = f"{number_text(value, '')} {unit}"
    plain = {**OPEN, "unit": unit, "base_factor": SIZES.get(unit, 1.0), "value_low": value, "value_high": value, "quote": text}
    hard, narrow = f"[{low!r}, {high!r}]", f"[{value - typical!r}, {value + typical!r}]"
    return statement("a", hard, narrow, **{**plain, **fields})


def converted(
    a: Statement, b: Statement, *, said: dict[str, Any] | None = None, also: dict[str, tuple[float, ...]] | None = None
) -> Proof | None:
    row = related(**{"unit": "", **(said or {})})
    return conversion(row, (a, b), Conversion(margin=0.0, also=also or {}))


def miles(value: float, **fields: Any) -> Statement:
    return amount(value, "mile", **fields)


def kilometers(value: float, **fields: Any) -> Statement:
    return amount(value, "kilometer", **fields)


def test_two_numbers_that_are_not_one_amount() -> None:
    found = converted(miles(12), kilometers(25))
    assert told(found) == (
        "conflict",
        "12 mile",
        "25 kilometer",
        "“12 mile” → 12 miles",
        "“25 kilometer” → 25 kilometers",
        "1 mile is 1.609 kilometers",
    )
    assert values(found) == {"other_expected": "19.3 kilometers", "expected": "15.5 miles"}
    assert told(converted(miles(12), kilometers(25), said={"reason": "near"}))[0] == "review"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (12, 19.3, True),
        (12, 20, True),  # 11.5 to 12.5 miles are 18.5 to 20.1 kilometers
        (12, 19, True),
        (12, 18, False),
        (12, 21, False),
        (12, 20.1, True),
        (12, 20.2, False),
        (12.0, 19.3, True),
        (120, 190, True),  # the last digit that is no zero
        (120, 200, True),
        (120, 180, False),
        (120, 210, False),
        (0, 0, True),
        (0, 3, False),
        (1.5, 2.4, True),
        (1.5, 2.6, False),
    ],
)
def test_how_numbers_are_rounded_before_they_are_compared(one: float, other: float, agree: bool) -> None:
    assert (converted(miles(one), kilometers(other)) is None) is agree
    assert (converted(kilometers(other), miles(one)) is None) is agree


def test_the_margin_is_beyond_the_rounding() -> None:
    def within(margin: float, other: float) -> bool:
        return conversion(related(unit=""), (miles(12.4), kilometers(other)), Conversion(margin=margin)) is None

    # 12.35 to 12.45 miles are 19.88 to 20.04 kilometers
    assert within(0.04, 20.8) and not within(0.04, 20.9)
    assert within(0.04, 19.1) and not within(0.04, 18.9)
    assert Conversion().margin == 0.04


def test_words_give_room() -> None:
    assert converted(miles(12), kilometers(21)) is not None
    assert converted(miles(12, room=1.5, typical=1.5, modifier="about"), kilometers(21)) is None
    assert told(converted(miles(12, room=1.5, typical=0.5, modifier="about"), kilometers(21)))[0] == "review"
    assert told(converted(miles(12), kilometers(21, room=1.5, typical=0.0, modifier="almost")))[0] == "review"
    assert told(converted(miles(12, room=1.5, typical=1.5, modifier="more_than"), kilometers(21)))[0] == "conflict"
    assert told(converted(miles(12, room=1.5, typical=1.5, value_high=12.5), kilometers(21, value_high=21.5)))[0] == "conflict"


def test_a_unit_of_the_same_size_is_told_as_one() -> None:
    assert told(converted(kilometers(12), kilometers(25)))[-1] == "1 kilometer is 1 kilometer"


def test_both_ends_of_a_range_are_converted() -> None:
    def ranges(low: float, high: float, other_low: float, other_high: float) -> Proof | None:
        return converted(miles(low, value_high=high), kilometers(other_low, value_high=other_high))

    assert ranges(12, 15, 19, 24) is None
    assert ranges(12, 15, 19, 30) is not None
    assert ranges(12, 15, 30, 24) is not None
    assert values(ranges(12, 15, 19, 30)) == {"other_expected": "19.3 to 24.1 kilometers", "expected": "11.8 to 18.6 miles"}


def test_units_of_one_name_in_several_sizes() -> None:
    gallons, liters = amount(10.4, "gallon"), amount(47.3, "liter")
    assert converted(gallons, liters) is not None
    assert converted(gallons, liters, also={"gallon": (1.20095,)}) is None
    assert converted(liters, gallons, also={"gallon": (1.20095,)}) is None
    assert converted(gallons, amount(39.4, "liter"), also={"gallon": (1.20095,)}) is None
    assert converted(gallons, amount(19.7, "liter"), also={"liter": (2.0,)}) is None
    assert converted(gallons, amount(61.3, "liter"), also={"gallon": (1.20095,), "liter": (2.0,)}) is not None


def test_a_unit_that_the_words_do_not_tell_is_that_of_the_relation() -> None:
    pounds, kilograms = amount(104, "GBP"), amount(47.2, "kilogram")
    weight = {"unit": "pound", "base_factor": SIZES["pound"]}
    assert converted(pounds, kilograms, said=weight) is None
    found = converted(pounds, amount(60, "kilogram"), said=weight)
    assert told(found)[-1] == "1 pound is 0.4536 kilograms"
    assert values(found) == {"other_expected": "47.2 kilograms", "expected": "132 pounds"}
    assert converted(amount(10.4, "GBP"), amount(5.67, "kilogram"), said=weight, also={"pound": (1.20095,)}) is None


def test_numbers_are_shown_with_few_digits() -> None:
    found = converted(miles(12_345), kilometers(999))
    assert values(found) == {"other_expected": "19,870 kilometers", "expected": "621 miles"}
    assert values(converted(miles(621.5), kilometers(3)))["other_expected"] == "1,000 kilometers"
    assert values(converted(miles(620.5), kilometers(3)))["other_expected"] == "999 kilometers"


def degrees(value: float, unit: str, **fields: Any) -> Statement:
    return amount(value, {"C": "degree_Celsius", "F": "degree_Fahrenheit", "K": "kelvin"}.get(unit, unit), **fields)


def heat(a: Statement, b: Statement, trend: str = "", **said: Any) -> Proof | None:
    return temperature(related(trend=trend, **said), (a, b), Temperature())


def test_two_temperatures_that_are_not_one() -> None:
    found = heat(degrees(20, "C"), degrees(60, "F"))
    assert told(found) == (
        "conflict",
        "20 degree_Celsius",
        "60 degree_Fahrenheit",
        "“20 degree_Celsius” → 20 degrees Celsius",
        "“60 degree_Fahrenheit” → 60 degrees Fahrenheit",
        "°F is 1.8 times °C and 32 more",
    )
    assert values(found) == {"other_expected": "68 degrees Fahrenheit", "expected": "15.6 degrees Celsius"}
    assert told(heat(degrees(20, "C"), degrees(60, "F"), reason="near"))[0] == "review"
    assert heat(degrees(20, "C"), amount(60, "mile")) is None
    assert heat(amount(60, "mile"), degrees(20, "C")) is None


@pytest.mark.parametrize(
    ("one", "unit", "other", "to", "agree"),
    [
        (20, "C", 68, "F", True),
        (20, "C", 69, "F", True),
        (20, "C", 67, "F", True),
        (20, "C", 70, "F", False),
        (20, "C", 66, "F", False),
        (68, "F", 20, "C", True),
        (68, "F", 21, "C", False),
        (20, "C", 293, "K", True),
        (20, "C", 295, "K", False),
        (293, "K", 68, "F", True),
        (-40, "C", -40, "F", True),
        (30, "C", 86, "F", True),
        (30, "C", 90, "F", False),  # thirty has no room of ten
        (20.5, "C", 68.9, "F", True),
        (20.5, "C", 69.1, "F", False),
    ],
)
def test_one_temperature_on_two_scales(one: float, unit: str, other: float, to: str, agree: bool) -> None:
    assert (heat(degrees(one, unit), degrees(other, to)) is None) is agree


def test_a_difference_has_no_zero() -> None:
    assert heat(degrees(2, "C"), degrees(3.6, "F"), "up") is None
    warmer = heat(degrees(2, "C"), degrees(35.6, "F"), "up")
    assert told(warmer)[0] == "conflict"
    assert told(warmer)[-1] == "a difference of 1 °C is one of 1.8 °F"
    assert values(warmer) == {"other_expected": "3.6 degrees Fahrenheit", "expected": "19.8 degrees Celsius"}
    assert values(heat(degrees(2, "K"), degrees(9, "C"), "up"))["other_expected"] == "2 degrees Celsius"


def test_a_small_number_of_degrees_may_be_a_difference() -> None:
    assert heat(degrees(7, "C"), degrees(12.6, "F")) is None
    large = heat(degrees(8, "C"), degrees(14.4, "F"))
    assert told(large)[0] == "review"
    assert told(large)[-1] == "°F is 1.8 times °C and 32 more"
    assert heat(degrees(14, "F"), degrees(7.8, "C")) is None
    assert told(heat(degrees(15, "F"), degrees(8.3, "C")))[0] == "review"
    assert heat(degrees(-7, "C"), degrees(-12.6, "F")) is None
    assert told(heat(degrees(2, "C"), degrees(3.6, "F"), "down"))[0] == "review"


def test_words_give_degrees_room() -> None:
    assert heat(degrees(20, "C", room=2.0, modifier="about"), degrees(71, "F")) is None
    assert heat(degrees(20, "C", room=2.0), degrees(71, "F")) is not None
    assert heat(degrees(20, "C", room=2.0, modifier="more_than"), degrees(71, "F")) is not None


def money(value: float, unit: str, **fields: Any) -> Statement:
    return amount(value, unit, **fields)


def exchanged(a: Statement, b: Statement, monkeypatch: pytest.MonkeyPatch, **said: Any) -> tuple[Proof | None, list[tuple[object, ...]]]:
    asked: list[tuple[object, ...]] = []

    def known(code: str, other: str, day: date, *, years: int) -> Rates | None:
        asked.append((code, other, day, years))
        return Rates(1.1, 1.0, 1.3) if code == "EUR" else None

    monkeypatch.setattr(sys.modules["qcheck.checking.kinds.conversion"], "rates", known)
    return currency(related(**said), (a, b), Currency()), asked


def test_sums_that_no_rate_makes_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found, asked = exchanged(money(100, "EUR"), money(300, "USD"), monkeypatch)
    assert asked == [("EUR", "USD", date(2024, 5, 14), 5)]
    assert told(found) == (
        "conflict",
        "100 EUR",
        "300 USD",
        "“100 EUR” → 100 EUR",
        "“300 USD” → 300 USD",
        "1 EUR was 1.1 USD on 14 May 2024, and 1 to 1.3 in the 5 years before (ECB)",
    )
    assert values(found) == {"other_expected": "110 USD", "expected": "273 EUR"}
    assert told(exchanged(money(100, "EUR"), money(300, "USD"), monkeypatch, reason="near")[0])[0] == "review"


@pytest.mark.parametrize(
    ("dollars", "outcome"),
    [(105, ""), (121, ""), (122, "review"), (143, "review"), (144, "conflict"), (99, ""), (98, "review"), (87, "review"), (86, "conflict")],
)
def test_a_rate_of_another_day_is_a_review(dollars: float, outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = exchanged(money(100.1, "EUR"), money(dollars + 0.1, "USD"), monkeypatch)
    assert (found.outcome if found else "") == outcome


def test_the_day_of_a_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    def day(**fields: Any) -> object:
        _, asked = exchanged(money(100, "EUR", **fields), money(300, "USD"), monkeypatch)
        return asked[0][2] if asked else None

    then = {"within": "2020-03", "throughout": "", "time_quote": "in March 2020"}
    assert day(**then, time_year="as written") == date(2020, 3, 31)
    assert day(**then, time_year="dateline") == date(2024, 5, 14)
    assert day(**{**then, "time_quote": ""}, time_year="as written") == date(2024, 5, 14)
    assert day(**{**then, "within": "2020/.."}, time_year="as written") == date(2024, 5, 14)
    assert day(on="") is None
    assert exchanged(money(100, "EUR", on=""), money(300, "USD"), monkeypatch)[0] is None
    assert exchanged(money(100, "XXX"), money(300, "USD"), monkeypatch)[0] is None


def test_rates_per_something_are_those_of_their_currency(monkeypatch: pytest.MonkeyPatch) -> None:
    _, asked = exchanged(money(100, "EUR per day"), money(300, "USD per day"), monkeypatch)
    assert asked[0][:2] == ("EUR", "USD")


def test_the_rates_of_the_bank() -> None:
    pytest.importorskip("currency_converter")
    found = exchange.rates("EUR", "USD", date(2020, 3, 31), years=5)
    assert found is not None
    assert found.lowest <= found.on_day <= found.highest
    assert found.on_day == pytest.approx(1.0956)
    assert found.lowest == pytest.approx(1.0541, abs=0.02)
    assert found.highest == pytest.approx(1.2492, abs=0.02)
    back = exchange.rates("USD", "EUR", date(2020, 3, 31), years=5)
    assert back is not None and back.on_day == pytest.approx(1 / found.on_day)


def test_where_the_bank_has_no_rates() -> None:
    pytest.importorskip("currency_converter")
    assert exchange.rates("EUR", "XXX", date(2020, 3, 31), years=5) is None
    assert exchange.rates("XXX", "EUR", date(2020, 3, 31), years=5) is None
    assert exchange.rates("EUR", "USD", date(2003, 3, 31), years=5) is None
    assert exchange.rates("EUR", "USD", date(2005, 3, 31), years=5) is not None
    assert exchange.rates("USD", "RUB", date(2008, 3, 31), years=5) is None  # none before 2005
    assert exchange.rates("RUB", "USD", date(2024, 3, 31), years=5) == exchange.rates("RUB", "USD", date(2022, 3, 1), years=5)
    late, last = (exchange.rates("EUR", "USD", date(year, 3, 31), years=5) for year in (8000, 8001))
    assert late == last and late is not None  # the last day that is known


def test_without_the_extra_there_are_no_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    exchange._converter.cache_clear()
    monkeypatch.setitem(sys.modules, "currency_converter", None)
    assert exchange.rates("EUR", "USD", date(2020, 3, 31), years=5) is None
    exchange._converter.cache_clear()


class Bank(NamedTuple):
    """Two currencies whose rate is the day's number; the days that are asked are kept."""

    asked: list[date]
    ref_currency: str = "EUR"
    currencies: frozenset[str] = frozenset({"EUR", "USD"})

    @property
    def bounds(self) -> dict[str, Any]:
        return {"USD": SimpleNamespace(first_date=date(2000, 1, 1), last_date=date(2024, 1, 1))}

    def convert(self, sum_: float, code: str, other: str, *, date: date) -> float:
        assert (sum_, code, other) == (1.0, "EUR", "USD")
        self.asked.append(date)
        return float(date.toordinal())


def test_the_days_that_the_bank_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    bank = Bank([])
    monkeypatch.setattr(exchange, "_converter", lambda: bank)
    day = date(2020, 3, 31)
    found = exchange.rates("EUR", "USD", day, years=2)
    assert bank.asked == [day - n * timedelta(30) for n in range(25)]
    assert found == Rates(float(day.toordinal()), float(day.toordinal() - 720), float(day.toordinal()))
    assert exchange.rates("EUR", "USD", date(2002, 1, 2), years=2) is not None
    assert exchange.rates("EUR", "USD", date(2002, 1, 1), years=2) is None
