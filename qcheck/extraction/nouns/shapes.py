"""What the signs and digits around a number tell that is no quantity: dates, versions, scores, telephone numbers, web addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from qcheck.extraction.nouns.unit_words import SPACES, any_of
from qcheck.language.pack import Pack

YEAR = "a year"
NAME = "part of a name"
DATE = "a date"
VERSION = "a version number"
SCORE = "a score, vote or ratio"
CLOCK = "a time of day"
PHONE = "a telephone number"
WEB = "part of a web address or file name"
LIST = "the number of a list item"
NOTE = "the mark of a note"

YEARS = re.compile(r"(?:1[5-9]|20)\d\d ?[-–/] ?(?:(?:1[5-9]|20)\d\d|\d\d)")
_RUN = re.compile(r"[\d.:/–-]+")
_DOTTED, _DOTTED_DATE = re.compile(r"\d+(?:\.\d+){2,}"), re.compile(r"[0-3]?\d\.[01]?\d\.(?:\d\d){1,2}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|[0-3]?\d/[0-3]?\d/(?:\d\d){1,2}")
_CLOCK = re.compile(r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?")
_PAIR = re.compile(r"(\d{1,3})([-–:])(\d{1,3})")
_PHONE = re.compile(
    r"(?=[+(\d])(?:\+\d[\d() ./-]{6,}\d|\(?0\d{1,5}\)?[ /-]{1,3}\d[\d -]{4,}\d|\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}|\d{3}-\d{4}"
    r"|(?:1-)?\(?\d{3}\)?[ -](?:\d{3}-[A-Z]{4}|[A-Z\d]{7})(?!\w))"
)
_DASHED = re.compile(r"(?:1[-.])?\(?\d{3}\)?[ .-](?:\d{3}[.-](?:\d{4}|[A-Z]{4})|[A-Z\d]{7})(?!\w)")
_PHONE_BEFORE, _PHONE_AFTER = frozenset("+(0 -/."), frozenset("-/ ")
_WEB = re.compile(r"://|www\.|@\w|\w\.(?:html?|php|pdf|docx?|xlsx?|jpe?g|png|gif|mp[34]|txt|csv|com|org|net)\b|[?&]\w+=", re.IGNORECASE)
_WEB_BESIDE = frozenset("/@_=&?#%~\\")
_ITEM = re.compile(r"[ \t]*\(?\d{1,3}(?:\)|\.)[ \t]+(?=[^\W\d_a-z])")
_WORD = re.compile(r"\w+")
_NEAR = 60


@dataclass(frozen=True, eq=False)
class _Words:
    """The words of a pack beside scores and telephone numbers."""

    score_near: frozenset[str]
    phone_before: re.Pattern[str]
    emergency: frozenset[str]
    call_before: re.Pattern[str]
    call_after: re.Pattern[str]


@cache
def _words(pack: Pack) -> _Words:
    rules = pack.phrases
    return _Words(
        score_near=frozenset(rules.score_near),
        phone_before=re.compile(rf"(?<!\w)(?:{any_of(rules.phone_before)})[:.]?[{SPACES}][+(\d /-]*$", re.IGNORECASE),
        emergency=frozenset(rules.emergency),
        call_before=re.compile(rf"(?<!\w)(?:{any_of(rules.call_before)})[{SPACES}]$", re.IGNORECASE),
        call_after=re.compile(rf"[-{SPACES}](?:{any_of(rules.call_after)})(?!\w)", re.IGNORECASE),
    )


def shape(text: str, start: int, end: int, pack: Pack) -> str | None:
    """Why the digits at `start` to `end` are no quantity, by the signs and digits around them; None if these tell nothing."""
    words = _words(pack)
    before, after = sign_before(text, start), text[end : end + 1]
    if before in _WEB_BESIDE or (after in _WEB_BESIDE and after != "%"):
        first = max(0, start - 200)
        chunk = text[max(first, text.rfind(" ", first, start)) : end + 80].split()[0]
        if _WEB.search(chunk):
            return WEB
        if before == "_" or after == "_":
            return NAME
    run = _run(text, start, end)
    if not run.isdigit() and (reason := _signed(run, text[max(0, start - _NEAR) : end + _NEAR], words)):
        return reason
    if _telephone(text, start, end, words):
        return PHONE
    if before == "[" and after == "]":
        return NOTE
    line = text.rfind("\n", 0, start) + 1
    if start - line <= 4 and _ITEM.match(text, line):
        return LIST
    return None


def _signed(run: str, near: str, words: _Words) -> str | None:
    """Digits with signs between them; `near` is the text around them."""
    if YEARS.fullmatch(run):
        return YEAR
    if run.count(".") >= 2 and _DOTTED.fullmatch(run):
        return DATE if _DOTTED_DATE.fullmatch(run) else VERSION if len(run.split(".")[-1]) != 3 else None
    if _DATE.fullmatch(run):
        return DATE
    if _CLOCK.fullmatch(run) and ("." in run or run.count(":") == 2):
        return CLOCK
    pair = _PAIR.fullmatch(run)
    if pair:
        left, sign, right = int(pair[1]), pair[2], int(pair[3])
        if sign == ":":
            return CLOCK if left < 25 and right < 60 and len(pair[3]) == 2 else SCORE
        if left >= right or not words.score_near.isdisjoint(_WORD.findall(near.lower())):
            return SCORE
    return None


def sign_before(text: str, at: int) -> str:
    """The character right before a place; empty at the start."""
    return text[at - 1] if at > 0 else ""


def _telephone(text: str, start: int, end: int, words: _Words) -> bool:
    """Whether the digits are, or lie in, a telephone number: by its form, or by a word before six digits or more."""
    if text[start:end] in words.emergency and (
        words.call_before.search(text, max(0, start - 30), start) or words.call_after.match(text, end)
    ):
        return True
    if end - start >= 6 and text[start:end].isdigit() and words.phone_before.search(text, max(0, start - 30), start):
        return True
    if sign_before(text, start) not in _PHONE_BEFORE and text[end : end + 1] not in _PHONE_AFTER:
        return False
    phone = _PHONE.search(text, max(0, start - 20), end + 20)
    if not phone or not (phone.start() <= start and end <= phone.end()):
        return False
    told = phone.group()[0] in "+(0" or words.phone_before.search(text, max(0, phone.start() - 30), phone.start() + 1)
    return bool(told and sum(c.isdigit() for c in phone.group()) >= 6) or bool(_DASHED.fullmatch(phone.group()))


def _run(text: str, start: int, end: int) -> str:
    """The digits and signs without a space around a span, without what closes a sentence."""
    first = start
    while first and start - first < 20 and text[first - 1] in "0123456789.:/–-":
        first -= 1
    match = _RUN.match(text, first)
    return (match.group() if match and match.end() >= end else text[start:end]).strip(".:/–-")
