"""Desk files: loaded whole, or everything that is wrong told with file, line and column."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from qcheck import load_desk
from qcheck.model.desk import EMPTY_DESK, DatedFact, Desk, SettledNumber
from qcheck.model.errors import Problems
from qcheck.model.interval import Interval
from qcheck.reading.desk import sound_desk

DAY = date(2021, 7, 14)
FLOOD = "{name: The flood, date: 2021-07-14, words: {en: [the flood, the deluge], de: [die Flut]}}"
EXPECTED = Path(__file__).parents[2].parent / "shared" / "articles" / "expected.yaml"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(text: str, name: str = "desk.yml") -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def problems(*paths: str) -> list[str]:
    with pytest.raises(Problems) as error:
        load_desk(paths)
    assert error.value.exit_code == 3
    return [str(problem) for problem in error.value.problems]


def test_everything_that_a_desk_holds() -> None:
    desk = load_desk(
        write(
            f"facts: [{FLOOD}]\n"
            "numbers:\n"
            "  - {name: Mills lost, of: mill, hard: 3, event: destroy, within: 2021-07, source: county, good_until: 2024-01-01}\n"
            '  - {name: Damage, of: damage, hard: "[1.5e9, 2e9]", unit: EUR}\n'
            "concepts: {mill: {en: [mill, gristmill], de: [Mühle]}}\n"
            "units: {bushel: us_bushel}\n"
        )
    )
    assert desk == Desk(
        (DatedFact("The flood", Interval(DAY, DAY), {"de": ("die Flut",), "en": ("the flood", "the deluge")}),),
        (
            SettledNumber("Damage", "damage", Interval(1.5e9, 2e9), "EUR"),
            SettledNumber(
                "Mills lost", "mill", Interval(3, 3), event="destroy", within="2021-07", source="county", good_until=date(2024, 1, 1)
            ),
        ),
        {"mill": {"de": ("Mühle",), "en": ("mill", "gristmill")}},
        {"bushel": "us_bushel"},
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2021-07-14", DAY, DAY),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-07-14/2021-07-16", DAY, date(2021, 7, 16)),
        ("2021-07-14/..", DAY, None),
    ],
)
def test_dates_are_iso_or_edtf(text: str, low: date | None, high: date | None) -> None:
    desk = load_desk(write(f"facts: [{{name: The flood, date: {text}, words: {{en: [the flood]}}}}]"))
    assert desk.facts[0].days == Interval(low, high)


def test_an_empty_file_is_an_empty_desk() -> None:
    assert load_desk(write("")) == EMPTY_DESK == load_desk([])


def test_several_files_make_one_desk_in_any_order() -> None:
    files = [
        write(f"facts: [{FLOOD}]\nconcepts: {{mill: {{en: [mill]}}}}", "a.yml"),
        write("facts: [{name: The fire, date: 1871, words: {en: [the fire]}}]\nunits: {bushel: us_bushel}", "b.yml"),
        write(f"facts: [{FLOOD}]\nconcepts: {{mill: {{en: [gristmill], de: [Mühle]}}}}\nunits: {{bushel: us_bushel}}", "c.yml"),
    ]
    desks = [load_desk(order) for order in itertools.permutations(files)]
    assert all(repr(desk) == repr(desks[0]) for desk in desks)
    assert [fact.name for fact in desks[0].facts] == ["The fire", "The flood"]
    assert desks[0].concepts == {"mill": {"de": ("Mühle",), "en": ("mill", "gristmill")}}


def test_everything_that_is_wrong_is_told_at_once() -> None:
    path = write(
        "fact: 3\n"
        "facts:\n"
        "  - {name: a, date: 2022-02-30, words: {en: [x]}}\n"
        "  - name: b\n"
        "    dat: 2022\n"
        "    words: {en: the dam, deu: [y]}\n"
        "numbers:\n"
        '  - {name: a, of: b, hard: "(4, 3)"}\n'
        "  - {name: a, of: b, hard: x, good_until: 2022, within: 2022-13}\n"
        "units: {tin: 3}\n"
    )
    assert sorted(problems(path, "missing.yml")) == [
        "desk.yml:10:9: units.tin: should be text; put it in quotes",
        "desk.yml:1:1: unknown key 'fact'; did you mean 'facts'?",
        "desk.yml:3:15: facts.0.date: not a date: '2022-02-30'; no calendar has it",
        "desk.yml:4:5: the key 'date' is missing; add it",
        "desk.yml:5:5: unknown key 'dat'; did you mean 'date'?",
        "desk.yml:6:13: facts.1.words.en: should be a list",
        "desk.yml:6:26: facts.1.words.deu: not a language: 'deu'; write its ISO 639 code, such as en or de",
        "desk.yml:8:22: numbers.0.hard: an interval is never empty: (4.0, 3.0)",
        "desk.yml:9:22: numbers.1.hard: not an interval: 'x'; write it as (400, inf) or [20, 30]",
        "desk.yml:9:31: numbers.1.good_until: not a date: 2022; write it as 2023-05-17",
        "desk.yml:9:49: numbers.1.within: not a date: '2022-13'; no calendar has it",
        "missing.yml: cannot be read (No such file or directory); check the path",
    ]


@pytest.mark.parametrize("text", ["?", "..", "2021/?", "?/2021", "../..", "2022/2021", "summer", "14.7.2021", ""])
def test_a_fact_needs_its_days(text: str) -> None:
    told = problems(write(f"facts:\n  - name: a\n    date: '{text}'\n    words: {{en: [x]}}\n"))
    assert len(told) == 1 and told[0].startswith("desk.yml:3:5: facts.0.date: ")


@pytest.mark.parametrize("words", ["{}", "{en: []}", "{en: ['']}", "{en: [' ']}", "[x]"])
def test_a_fact_needs_its_words(words: str) -> None:
    assert len(problems(write(f"facts: [{{name: a, date: 2021, words: {words}}}]"))) == 1


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (f"facts: [{FLOOD}]", "facts: [{name: The flood, date: 2022, words: {en: [high water]}}]", "fact The flood"),
        (f"facts: [{FLOOD}]", "facts: [{name: b, date: 2020, words: {en: [The  Flood]}}]", "word en the flood"),
        ("units: {bushel: us_bushel}", "units: {bushel: imperial_bushel}", "unit bushel"),
        ("numbers: [{name: a, of: b, hard: 3}]", "numbers: [{name: a, of: b, hard: 4}]", "number a"),
    ],
)
def test_what_is_said_twice_in_different_ways_is_told(first: str, second: str, told: str) -> None:
    found = problems(write(second, "b.yml"), write(first, "a.yml"))
    assert any(line.startswith("b.yml:1:") and line.endswith(f"'{told}' is given otherwise at a.yml:1; keep one of them") for line in found)


@pytest.mark.skipif(not EXPECTED.is_file(), reason="the shared articles are not beside this checkout")
def test_the_facts_of_the_shared_articles_load() -> None:
    text = EXPECTED.read_text(encoding="utf-8")
    start = text.index("\nfacts:") + 1
    end = next(at for at in range(start + 1, len(text)) if text[at - 1] == "\n" and text[at] not in " \n#")
    assert load_desk(write(text[start:end])).facts


def test_a_wrong_entry_keeps_only_itself_away() -> None:
    numbers = "numbers:\n  - {name: a, of: pump, hard: 3}\n  - {name: b, of: pump, hard: '(4'}\n"
    path = write(f"{numbers}unitz: {{a: b}}\nunits: {{zoll: inch}}\n")
    desk, problems = sound_desk(path)
    assert [number.name for number in desk.numbers] == ["a"]
    assert desk.units == {"zoll": "inch"}
    assert [problem.line for problem in problems] == [3, 4]
