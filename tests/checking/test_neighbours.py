"""Which articles are compared at all, and persons of articles without a day."""

from __future__ import annotations

import pytest

from qcheck.checking import neighbours
from qcheck.checking.lines import in_words, line, text_of
from qcheck.checking.neighbours import candidates
from qcheck.checking.persons import same_person
from qcheck.checking.statement import Article, article_of
from qcheck.checking.wording import weekday_words
from qcheck.model.claim import Claim
from qcheck.model.timespan import span_from_text
from tests.checking.story import article
from tests.checking.verdicts.statements import statement


def told(document: str, names: str, words: str = "") -> Article:
    return article_of(article(document, names=names, words=words))


def pairs(*articles: Article) -> list[str]:
    return [f"{a.document}{b.document}" for a, b in candidates(articles)]


def test_articles_meet_by_two_names_or_words_of_which_one_is_a_name() -> None:
    assert pairs(told("a", "Larvik Quay", "ferry"), told("b", "Larvik Quay", "ferry")) == ["ab"]
    assert pairs(told("a", "Larvik Quay"), told("b", "Larvik Quay", "ferry")) == []
    assert pairs(told("a", "", "Larvik;ferry"), told("b", "", "Larvik;ferry")) == ["ab"]
    assert pairs(told("a", "Larvik Quay", "ferry;port;quay;crew"), told("b", "Port Callao", "ferry;port;quay;crew")) == []


def test_articles_meet_by_an_exact_number_and_a_word() -> None:
    def counted(document: str, value: float) -> Article:
        count = Claim(document=document, low=value, value_low=value, value_high=value, modifier="exact", unit="count")
        return article_of(article(document, names="", words="ferry"), [count])

    assert pairs(counted("a", 1410), counted("b", 1410)) == ["ab"]
    assert pairs(counted("a", 1410), counted("b", 1420)) == []
    assert pairs(counted("a", 1400), counted("b", 1400)) == []


def test_the_rarest_names_are_looked_up_first_and_then_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = [told(document, "Larvik;Callao") for document in "abc"]
    assert pairs(*crowd) == ["ab", "ac", "bc"]
    monkeypatch.setattr(neighbours, "LOOKED_AT", 1)
    assert pairs(*crowd) == []  # the first name leads to two, and enough were looked at
    monkeypatch.setattr(neighbours, "LOOKED_AT", 2)
    assert pairs(*crowd) == ["ab", "ac", "bc"]


def test_a_name_alone_tells_no_person_where_a_day_is_missing() -> None:
    a, b = (statement(document, "[34, 34]", on=on, person="Astrid Moen") for document, on in (("a", ""), ("b", "2024-05-14")))
    other = article_of(article("b", names="Astrid Moen;Cusco", words="mine"))
    b = type(b)(b.claim, other, b.hard, b.typical, b.span, b.agents, b.recipients)
    found = same_person(a, b)
    assert (found.answer, str(found.reasons[1])) == ("unclear", "the articles share too little to be sure that it is one person")


def test_a_line_is_said_in_the_language_of_its_reader() -> None:
    monday = line("weekday_is", day=None, weekday=in_words(weekday_words, 1), told=("a", "b"))
    assert str(monday) == "a day that is not given is a Monday, not a a; b"
    assert "Montag" in text_of(monday, "de")
    assert (text_of(span_from_text("2024-05")), text_of(span_from_text("2024-05"), "de")) == ("May 2024", "Mai 2024")
    assert (text_of(1250.5), text_of(1250.5, "de")) == ("1,250.5", "1.250,5")
