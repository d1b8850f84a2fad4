"""Reads the hour and minute that stand at a token: "3:40 p.m.", "15.40 Uhr", "noon", "half past eight"."""

from __future__ import annotations

from qcheck.extraction.timexes.reader import Reader, minute_of


def hour(r: Reader, i: int) -> tuple[float, float, int, bool] | None:
    """Minutes of the day, low and high, and whether words make it certain: "3:40 p.m.", "15.40 Uhr", "noon"."""
    point = r.at[i].get("clock_point")
    if point:
        minutes = float(minute_of(point))
        return minutes, minutes, i + 1, True
    written = r.at[i].get("clock") or r.at[i].get("number")
    if written is None:
        return _spoken(r, i)
    hours, _, minutes_text = written.replace(".", ":").partition(":")
    if not hours.isdigit() or len(hours) > 2 or (minutes_text and (not minutes_text.isdigit() or len(minutes_text) != 2)):
        return None
    whole, minute, j = int(hours), int(minutes_text or 0), i + 1
    if r.at[j].get("evening_marks") or r.at[j].get("morning_marks"):
        if not 1 <= whole <= 12:
            return None
        whole = whole % 12 + (12 if r.at[j].get("evening_marks") else 0)
        j = r.skip(j + 1, "clock_marks")
        certain = True
    elif r.at[j].get("clock_marks"):
        j, certain = j + 1, True
        after = r.at[j].get("number")
        if not minutes_text and after and after.isdigit() and len(after) == 2 and int(after) < 60:
            minute, j = int(after), j + 1
    else:
        certain = False
        if not minutes_text or ":" not in written:
            return None
    if whole > 24 or minute > 59 or whole * 60 + minute > 1440:
        return None
    at = float(whole * 60 + minute)
    if certain and 0 < whole < 12:
        at, _, j = _in_part(r, at, at, j)
    return at, at, j, certain


def _spoken(r: Reader, i: int) -> tuple[float, float, int, bool] | None:
    """An hour in words: "half past eight", "eight o'clock", "acht Uhr dreißig", "um kurz vor halb acht"."""
    low = high = 0.0
    k = i
    while offset := r.at[k].get("clock_offset"):
        low, high, k = low + offset[0], high + offset[1], k + 1
    digits = r.at[k].get("number") if k > i else None
    count = int(digits) if digits and digits.isdigit() else r.at[k].get("count")
    if count is None or not 1 <= count <= 24:
        return None
    j = k + 1
    if r.at[j].get("clock_marks"):
        j += 1
        if k == i and (minutes := r.counted(j)) and 1 <= minutes[0] < 60:
            low, high, j = minutes[0], minutes[0], minutes[1]
    elif not (_of_a_day(r, i, j) if k == i else _stands(r, i, k, low, high)):
        return None
    return *_in_part(r, max(0.0, count * 60 + low), min(1440.0, count * 60 + high), j), True


def _of_a_day(r: Reader, i: int, j: int) -> bool:
    """Whether a bare number word at `i` is an hour: a word of time before it, the part of the day behind it ("at four on Friday night")."""
    k = r.skip(r.skip(j, "prepositions"), "articles")
    if k == j or not ("at" in r.at[i - 1] or "bound" in r.at[i - 1]):
        return False
    if r.at[k].get("weekday") is not None:
        return "daypart" in r.at[k + 1] and "approximately" not in r.at[i - 1]
    return "daypart" in r.at[k] and not r.at[k + 1].get("weekday")


def _stands(r: Reader, i: int, k: int, low: float, high: float) -> bool:
    """Whether the number at `k` behind an offset is an hour, and counts nothing ("a quarter to nine percent")."""
    after = r.tokens[k + 1] if k + 1 < len(r.tokens) else None
    if after and (after.roles.get("unit") or after.word in r.lexicon.times.counted):
        return False
    if after and after.capital and r.lexicon.times.capital_nouns:
        return False
    before = r.at[i - 1]
    if low == high and low % 15:
        return "at" in before and "approximately" not in before  # "about five to six injured"
    return low % 30 == 0 or low != high or any(name in before for name in ("at", "approximately", "bound"))


def _in_part(r: Reader, low: float, high: float, j: int) -> tuple[float, float, int]:
    """A clock time of twelve hours in the part of the day named behind it ("8 Uhr abends", "half past eight in the evening")."""
    k = r.skip(r.skip(j, "prepositions"), "articles")
    hours, end = r.at[k].get("daypart"), k + 1
    if k > j and r.at[k].get("weekday") is not None:
        hours, end = r.at[k + 1].get("daypart"), j  # "at six on Monday evening": the day is read with what follows
    if not hours or (k == j and r.at[k].get("days") is not None):
        return low, high, j
    begin, close = map(minute_of, hours.split("/"))
    return *in_half((low, high), (begin, close)), end


def in_half(clock: tuple[float, float], part: tuple[float, float]) -> tuple[float, float]:
    """A clock time that may be of either half of the day, in the one that a part of the day (its minutes) is in or nearest to."""

    def away(at: float) -> float:
        return min(max(part[0] - t, t - part[1], 0.0) for t in (at - 1440, at, at + 1440))

    low, high = clock
    return (low + 720, high + 720) if high <= 720 and away(low + 720) < away(low) else clock
