"""Time expressions of both languages, from the corpora; laws of reading them; dated facts of the desk."""

from __future__ import annotations

import itertools
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck import parse_times
from qcheck.files.yaml import read_yaml
from qcheck.model.desk import DatedFact, Desk
from qcheck.model.interval import Interval
from qcheck.model.timespan import span_text
from qcheck.model.timex import Timex

CORPORA = Path(__file__).parents[1] / "corpora"
LANGUAGES = ("en", "de")
WEDNESDAY = date(2023, 5, 17)
STRIKE = date(2022, 2, 24)
DESK = Desk(
    facts=(
        DatedFact(
            "strike",
            Interval(STRIKE, STRIKE),
            {
                "en": ("the walkout", "the walkout of the pilots", "the start of the strike"),
                "de": ("dem Ausstand", "Ausstand der Lotsen", "Streikbeginn"),
            },
        ),
    )
)


def corpus(language: str) -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(CORPORA / language / "times.yaml").data
    return data


def cases(section: str) -> list[Any]:
    return [
        pytest.param(language, value, phrase, id=f"{language}: {phrase}")
        for language in LANGUAGES
        for value, phrases in corpus(language)[section].items()
        for phrase in phrases
    ]


def dated_cases() -> list[Any]:
    return [
        pytest.param(language, published, value, phrase, id=f"{language} {published}: {phrase}")
        for language in LANGUAGES
        for published, values in corpus(language)["published"].items()
        for value, phrases in values.items()
        for phrase in phrases
    ]


def listed(section: str) -> list[Any]:
    return [pytest.param(language, text, id=f"{language}: {text}") for language in LANGUAGES for text in corpus(language)[section]]


def read(marked: object, language: str, published: date | None) -> Timex:
    """The one expression of a phrase, which must be what its brackets mark, or all of it."""
    marked = str(marked)
    text = re.sub(r"[\[\]]", "", marked)
    inside = re.search(r"\[(.*)\]", marked)
    found = parse_times(text, language=language, published=published)
    assert len(found) == 1, [f.quote for f in found]
    quote = inside.group(1) if inside else text
    assert found[0].quote in quote
    assert len(found[0].quote) >= len(quote) * 0.6
    assert text[found[0].start : found[0].end] == found[0].quote
    return found[0]


@pytest.mark.parametrize(("language", "published", "value", "phrase"), dated_cases())
def test_span(language: str, published: str, value: object, phrase: object) -> None:
    assert str(read(phrase, language, date.fromisoformat(published) if published else None).span) == str(value)


@pytest.mark.parametrize(("language", "value", "phrase"), cases("durations"))
def test_duration(language: str, value: str, phrase: object) -> None:
    assert read(phrase, language, WEDNESDAY).duration == float(value)


def clock(timex: Timex) -> str:
    low, high = timex.clock_low, timex.clock_high
    return f"{low:.0f}" if low == high else f"{low:.0f}/{high:.0f}"


@pytest.mark.parametrize(("language", "value", "phrase"), cases("clocks"))
def test_clock(language: str, value: object, phrase: object) -> None:
    found = read(phrase, language, WEDNESDAY)
    assert (found.kind, clock(found)) == ("clock", str(value))


@pytest.mark.parametrize(("language", "value", "phrase"), cases("dated_clocks"))
def test_day_and_clock(language: str, value: str, phrase: object) -> None:
    found = read(phrase, language, WEDNESDAY)
    assert f"{found.span} {clock(found)}" == value


@pytest.mark.parametrize(
    ("language", "phrase"), [(language, phrase) for language in LANGUAGES for phrase in corpus(language)["impossible"]]
)
def test_impossible(language: str, phrase: object) -> None:
    found = read(phrase, language, WEDNESDAY)
    assert (found.kind, found.span.known) == ("impossible", False)
    assert "not" in found.reason


@pytest.mark.parametrize(("language", "text"), listed("nothing"))
def test_no_time_is_told(language: str, text: str) -> None:
    found = parse_times(text, language=language, published=WEDNESDAY, desk=DESK)
    assert [f.quote for f in found if f.kind != "duration"] == []


@pytest.mark.parametrize(
    ("language", "text", "span", "bound"),
    [
        ("en", "before the walkout", "../2022-02-23", "before"),
        ("en", "since the walkout", "2022-02-24/2023-05-17", "since"),
        ("en", "after the walkout of the pilots", "2022-02-24/..", "after"),
        ("en", "until the start of the strike", "../2022-02-24", "until"),
        ("en", "Before The Walkout in February", "../2022-02-23", "before"),
        ("en", "three days before the walkout", "2022-02-21", ""),
        ("en", "the walkout", "2022-02-24", ""),
        ("de", "vor dem Ausstand", "../2022-02-23", "before"),
        ("de", "seit Streikbeginn", "2022-02-24/2023-05-17", "since"),
        ("de", "nach dem Ausstand", "2022-02-24/..", "after"),
        ("de", "vor dem Ausstand im Tower im Februar", "../2022-02-23", "before"),
    ],
)
def test_dated_fact(language: str, text: str, span: str, bound: str) -> None:
    found = parse_times(text, language=language, published=WEDNESDAY, desk=DESK)
    assert [(f.quote, str(f.span), f.bound) for f in found] == [(text, span, bound)]
    assert found[0].kind == ("bound" if bound else "date" if "days" in text else "event")


def test_an_impossible_date_behind_a_fact_stands_alone() -> None:
    found = parse_times("the walkout 2023-02-30", language="en", published=None, desk=DESK)
    assert [f.kind for f in found] == ["event", "impossible"]


@pytest.mark.parametrize(
    ("text", "throughout"),
    [
        ("since August 2022", "2022-08/2023-05-17"),
        ("from May 19th to 21st", "2023-05-19/2023-05-21"),
        ("in 2022", "2022"),
        ("on Friday", ""),
        ("in late August", ""),
        ("before 24 February 2022", ""),
        ("by the end of 2025", ""),
    ],
)
def test_what_held_throughout(text: str, throughout: str) -> None:
    span = parse_times(text, language="en", published=WEDNESDAY)[0].span
    assert ("" if span.throughout is None else span_text(span.throughout)) == throughout


def test_an_event_that_the_desk_does_not_know_is_not_guessed() -> None:
    assert parse_times("They had left before the walkout.", language="en", published=WEDNESDAY) == []


def test_places_hold_where_lower_case_is_longer() -> None:
    text = "İzmir İstanbul since August 2022"
    assert [f.quote for f in parse_times(text, language="en", published=WEDNESDAY)] == ["since August 2022"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), published=st.none() | st.dates())
def test_a_full_date_means_the_same_whenever_it_is_read(language: str, day: date, published: date | None) -> None:
    texts = [day.isoformat(), f"{day.day:02}.{day.month:02}.{day.year}"]
    found = [parse_times(text, language=language, published=published) for text in texts]
    assert [[(str(f.span), f.relative, f.explicit_year) for f in timexes] for timexes in found] == [[(day.isoformat(), False, True)]] * 2


@pytest.mark.parametrize("language", LANGUAGES)
@given(published=st.dates())
def test_every_expression_of_the_corpus_can_be_read_on_any_day(language: str, published: date) -> None:
    phrases = [str(p) for values in corpus(language)["published"].values() for ps in values.values() for p in ps]
    for phrase in phrases[published.toordinal() % 7 :: 7]:
        for timex in parse_times(phrase, language=language, published=published):
            assert timex.span.throughout is None or timex.span.throughout.inside(timex.span.within)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(st.sampled_from("0123456789.,:-/ \n'’amMjJ"), max_size=40), published=st.none() | st.dates())
def test_any_text_is_read_without_a_fault_and_quotes_do_not_overlap(language: str, text: str, published: date | None) -> None:
    found = parse_times(text, language=language, published=published)
    assert all(f.quote == text[f.start : f.end] and f.quote for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("language", LANGUAGES)
@given(words=st.lists(st.integers(min_value=0), min_size=1, max_size=12), published=st.none() | st.dates())
def test_any_row_of_time_words_is_read_without_a_fault(language: str, words: list[int], published: date | None) -> None:
    from qcheck.extraction.timexes.lexicon import lexicon

    known = [*sorted(lexicon(language).roles), "3", "19.", "2022", ",", "-", "15:40", "12", "2023-02-30", "the walkout", "dem ausstand"]
    parse_times(" ".join(known[n % len(known)] for n in words), language=language, published=published, desk=DESK)
