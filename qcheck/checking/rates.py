"""Exchange rates of the European Central Bank, offline. The only importer of currency_converter (the extra `rates`)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

_MONTH = timedelta(days=30)


class Rates(NamedTuple):
    """What one unit of a currency was worth in another: on a day, and at the least and the most in the years before."""

    on_day: float
    lowest: float
    highest: float


def rates(code: str, other: str, day: date, *, years: int) -> Rates | None:
    """The rates of two ISO 4217 codes on a day (on the last day known before, if there is none) and every thirty days in the years before.

    None where the extra is not installed, or the bank had no rate of one of them in all these years.
    """
    converter = _converter()
    if converter is None or not {code, other} <= converter.currencies:
        return None
    first = max(converter.bounds[one].first_date for one in (code, other) if one != converter.ref_currency)
    last = min(converter.bounds[one].last_date for one in (code, other) if one != converter.ref_currency)
    day = min(day, last)
    if day - timedelta(days=366 * years) < first:
        return None
    days = [day - n * _MONTH for n in range(12 * years + 1)]
    found = [float(converter.convert(1.0, code, other, date=each)) for each in days]
    return Rates(found[0], min(found), max(found))


@cache
def _converter() -> CurrencyConverter | None:
    try:
        from currency_converter import CurrencyConverter
    except ImportError:
        return None
    return CurrencyConverter(fallback_on_missing_rate=True, fallback_on_wrong_date=True)
