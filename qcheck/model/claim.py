"""A claim: a quantity that an article says of something, at a time."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, fields, make_dataclass
from operator import attrgetter
from typing import Any, Literal

Role = Literal["claim", "time", "list", "repeat", "relation", "number", "document"]
Modality = Literal["asserted", "planned", "possible", "denied"]
Part = Literal["", "whole", "part"]
Record = Literal["", "main", "recalled"]
Kind = Literal["", "level", "total", "per_period", "share", "change"]
Zone = Literal["headline", "lede", "body", "caption", "table"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the claims frame; every field is flat, unknown text is "", an unknown number NaN, unknown days "?".

    role        claim; time (a date or weekday as written, also an impossible one); list (items counted); repeat (a passage that
                stood before); relation (what the text says that numbers are to each other); number (digits or number words that are
                no claim, see `reason`); document (one per article)
    low .. typical_closed   hard and typical interval (NaN unless role is claim); value_low, value_high: the number as written
    dimension, base_factor  of the unit ("[length]"; "" for counts, money, shares): low and high times the factor are in base units
    of          concept of the thing counted (an English lemma from the packs, else the head itself); scope: the words before it
    event       what is said of it (English lemma: supply, kill, sign); agent, recipient: ISO 3166 codes or names, sorted, joined by ;
    person      name of the person that an age (or a date of birth) belongs to; the `event` of a named age is kill where the person is
                told to be dead, that of a `time` row what happened then (bear: a birth, call: the call for help)
    part        whole where words say that all are counted ("in all", "all five"), part where they count some of them or more of them
                ("another five", "three of them", "others"); record: main (the event that the article tells) or recalled (an earlier one)
    definite    the words point back at it ("the 400", "most of the 400"), so that it is no new amount
    covers      all where words say so ("all", "only", "these were"), else some
    within, throughout      texts of a TimeSpan; time_vague: its `vague`; time_quote: the words that gave it
    time_bound  since | before | until | after | "" : how the time words bound it; time_year: as written | dateline | ""
    as_of       ISO date on which the figure held, where known
    by          who says so; side: ISO code of the party the speaker speaks for
    sentence, paragraph     numbers counted from 1 in the article (0: none); sentence_start, sentence_end: its characters; sentence_text:
                its words on one line
    relation    what a `relation` row says (percent_change, share_of, ...); operands: ids of the rows that it ties, in its order, by ;
                (term: a number that only relations speak of, such as an end of "from 200 to 300"; it ties nothing)
    same_as     id of the first claim that says the same in this article
    published, published_from, title, names, words    of the article, on its `document` row only: its date, where that is from, the
                title, names and rare words for linking (joined by ;), those words that are names of one word with a capital
    """

    claim: str = ""
    role: Role = "claim"
    document: str = ""
    language: str = ""
    start: int = 0
    end: int = 0
    quote: str = ""
    low: float = math.nan
    high: float = math.nan
    closed: str = ""
    typical_low: float = math.nan
    typical_high: float = math.nan
    typical_closed: str = ""
    value_low: float = math.nan
    value_high: float = math.nan
    modifier: str = ""
    trend: str = ""
    unit: str = ""
    dimension: str = ""
    base_factor: float = 1.0
    of: str = ""
    scope: str = ""
    event: str = ""
    agent: str = ""
    recipient: str = ""
    place: str = ""
    person: str = ""
    part: Part = ""
    record: Record = ""
    definite: bool = False
    covers: str = ""
    within: str = ""
    throughout: str = ""
    time_vague: bool = False
    time_quote: str = ""
    time_bound: str = ""
    time_year: str = ""
    as_of: str = ""
    clock_low: float = math.nan
    clock_high: float = math.nan
    members: str = ""
    kind: Kind = ""
    tense: str = ""
    modality: Modality = "asserted"
    by: str = ""
    side: str = ""
    zone: Zone = "body"
    sentence: int = 0
    sentence_start: int = 0
    sentence_end: int = 0
    sentence_text: str = ""
    paragraph: int = 0
    relation: str = ""
    operands: str = ""
    same_as: str = ""
    reason: str = ""
    published: str = ""
    published_from: str = ""
    title: str = ""
    names: str = ""
    words: str = ""


_COLUMNS = [column.name for column in fields(Claim)]
_PLACES = {name: place for place, name in enumerate(_COLUMNS)}
_cells = attrgetter(*_COLUMNS)
_Open = make_dataclass("_Open", [(column.name, Any, column.default) for column in fields(Claim)], slots=True, eq=False)


def _filled(kind: type, /, *cells: Any, **named: Any) -> Any:
    """A row that is filled while it still may be, and then a frozen one: filling a frozen row takes three times as long."""
    row = _Open(*cells, **named)
    row.__class__ = kind
    return row


# mypy and the documentation see the dataclass, whose `__init__` is not called any more
setattr(Claim, "__new__", _filled)  # noqa: B010
setattr(Claim, "__init__", object.__init__)  # noqa: B010


def changed(row: Claim, **named: Any) -> Claim:
    """A row with other values in some columns: `dataclasses.replace` at a fifth of the time. Raises KeyError for what is no column."""
    cells = list(_cells(row))
    for name, value in named.items():
        cells[_PLACES[name]] = value
    return _filled(Claim, *cells)  # type: ignore[no-any-return]


def content_id(*parts: str | int | float) -> str:
    """An id of twelve hexadecimal digits from content alone, the same in every process and on every machine."""
    return hashlib.blake2s("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
