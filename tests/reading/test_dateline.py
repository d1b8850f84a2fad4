"""The date of an article: the corpus of each language, and where in a text a date counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.files.yaml import read_yaml
from qcheck.language.pack import languages, load_pack
from qcheck.reading.dateline import date_alone, find_dateline, named_date

CORPORA = Path(__file__).parents[1] / "corpora"
BODY = "\n\nThe town has three mills. None of them was built before the war.\n"


def corpus(language: str) -> Any:
    return read_yaml(CORPORA / language / "dateline.yaml").data


GIVEN = [(line, day) for language in languages() for day, lines in corpus(language)["dates"].items() for line in lines]
NONE = [line for language in languages() for line in corpus(language)["none"]]


@pytest.mark.parametrize(("line", "day"), GIVEN)
def test_a_dateline_gives_its_date(line: str, day: str) -> None:
    assert str(find_dateline(line + BODY)) == day
    assert str(find_dateline(f"Mill closes after sixty years\n\n{line}" + BODY)) == day


@pytest.mark.parametrize("line", NONE)
def test_a_date_in_a_sentence_is_no_dateline(line: str) -> None:
    assert find_dateline(line + BODY) is None
    assert find_dateline(BODY * 8 + line) is None


@pytest.mark.parametrize("code", languages())
@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)), data=st.data())
def test_every_day_is_read_in_every_month_name(code: str, day: date, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(load_pack(code).times.months[day.month - 1]))
    assert find_dateline(f"{day.day}. {name} {day.year}{BODY}") == day
    assert find_dateline(f"{name.capitalize()} {day.day}, {day.year}{BODY}") == day


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_digits(day: date) -> None:
    assert date_alone(day.isoformat()) == find_dateline(f"{day:%d.%m.%Y}{BODY}") == day
    assert named_date(f"{day.isoformat()}-mill") == day


@given(st.text("0123456789./-: JulyMai,T+Z|()\n", max_size=60))
def test_any_text_has_a_date_or_none(text: str) -> None:
    found = find_dateline(text)
    assert found is None or 1600 <= found.year <= 2199


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mill closes\n\nUpdated 6 July 2023\n\nPublished 4 July 2023" + BODY, "2023-07-04"),
        ("Mill closes\n\nUpdated 6 July 2023\n\n4 July 2023" + BODY, "2023-07-04"),
        (BODY * 8 + "\n\nPublished 4 July 2023", "2023-07-04"),
        (BODY * 8 + "\n\n(4 July 2023)", "2023-07-04"),
        ("4 July 2023" + BODY * 8 + "Published 6 July 2023", "2023-07-04"),
        (BODY * 8 + "4 July 2023" + BODY * 8, "None"),
        ("Mill closes\n\nSixty people lose their work at the last mill.\n\n4 July 2023" + BODY, "2023-07-04"),
        ("Mill closes\n\nSixty people lose their work at the last mill.\n\nMary Holt, 4 July 1963, Harrow" + BODY, "None"),
        ("Sixty people lose their work.\n\nThe mill closes.\n\n4 July 2023" + BODY, "None"),
        ("", "None"),
        ("\n \n", "None"),
    ],
)
def test_where_a_date_counts(text: str, day: str) -> None:
    assert str(find_dateline(text)) == day


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2023-07-04", "2023-07-04"),
        ("2023-07-04T23:30:00-05:00", "2023-07-04"),
        ("Tue, 04 Jul 2023 10:15:00 GMT", "2023-07-04"),
        ("Tue, 04 Jul 2023 10:15:00 +0200", "2023-07-04"),
        ("4 July 2023", "2023-07-04"),
        ("04.07.2023, 10:15 Uhr", "2023-07-04"),
        ("July 2023", "None"),
        ("2023", "None"),
        ("yesterday", "None"),
        ("2023-02-31", "None"),
        ("4/7/2023", "None"),
        ("2023-07-04 2023-07-05", "None"),
        ("the day after 4 July 2023 in town", "None"),
    ],
)
def test_a_cell_gives_a_date_alone(cell: str, day: str) -> None:
    assert str(date_alone(cell)) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2023-07-04-mill-closes", "2023-07-04"),
        ("mill_20230704", "2023-07-04"),
        ("mill 2023.07.04", "2023-07-04"),
        ("2023-07-04 and 2023-07-05", "None"),
        ("2023-07-04 again 20230704", "2023-07-04"),
        ("a20230704", "None"),
        ("0f20230704b1", "None"),
        ("2023-02-31", "None"),
        ("2023-07", "None"),
        ("12345678", "None"),
    ],
)
def test_a_file_name_gives_a_date(name: str, day: str) -> None:
    assert str(named_date(name)) == day


def test_long_lines_cost_no_more_than_long_texts() -> None:
    assert find_dateline("7 " * 500_000) is None
    assert find_dateline("4 July 2023, " * 100_000) is None
