"""Cheap looks decide where a text is read closely: they may see too much, but never too little."""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from types import FrameType
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qcheck
from bench.speed import NEWS
from qcheck.extraction.discourse.article import open_article
from qcheck.extraction.discourse.concepts import OF_PERSONS
from qcheck.extraction.discourse.lexicon import lexicon
from qcheck.extraction.discourse.marks import Reading, read_marks
from qcheck.extraction.discourse.names import countries, may_name_countries
from qcheck.extraction.discourse.phrase_cues import needed, phrases, wanted
from qcheck.extraction.discourse.relations.words import MOVE, PERIOD, lists_in
from qcheck.extraction.discourse.relations.words import phrases as phrases_of
from qcheck.extraction.discourse.subjects import clause
from qcheck.language.pack import load_pack
from qcheck.model.desk import EMPTY_DESK
from qcheck.model.document import Document

LANGUAGES = ("de", "en")
WORD = re.compile(r"[^\W\d_]+")
FILLERS = ("the", "die", "said", "sagte", "12", ",", ". ", "400 boats", "and", "und", "’s", "that", "U.S.", "\n\n", "–", "(", ")")
MOST_CALLS = 2_200


def texts(*groups: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Words of some groups and fillers in any order and case."""
    words = st.sampled_from(sorted({*FILLERS, *(word for group in groups for word in group)}))
    cased = st.one_of(words, words.map(str.upper), words.map(str.capitalize))
    return st.lists(cased, max_size=12).map(" ".join)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["several", "another", "whole", "besides"])
@given(data=st.data())
def test_no_phrase_stands_where_its_words_are_not(language: str, name: str, data: st.DataObject) -> None:
    listed: tuple[str, ...] = getattr(load_pack(language).records, name)
    text = data.draw(texts(tuple(phrase.replace("*", "") for phrase in listed))).lower()
    if phrases(listed).search(text):
        assert wanted(map(needed, listed)).may_stand_in(text, frozenset(WORD.findall(text)))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_an_article_without_words_for_countries_names_none(language: str, data: st.DataObject) -> None:
    pack = load_pack(language)
    lands = list(pack.countries.countries.values())[:40]
    names = tuple(name for land in lands for name in (*land.names, *land.capitals, *land.people, *land.adjectives))
    text = data.draw(texts(names))
    article = open_article(Document("a", text=text, language=language), pack=pack, desk=EMPTY_DESK)
    marked = any("country" in article.reading(sentence).marks for sentence in article.sentences)
    if marked or countries(article):
        assert may_name_countries(article)


@given(data=st.data())
def test_a_sentence_without_words_for_what_befalls_persons_has_no_mark_of_it(data: st.DataObject) -> None:
    pack = load_pack("en")
    entries = [e for several in lexicon(pack).entries.values() for e in several if e.kind == "event" and e.value in OF_PERSONS]
    text = data.draw(texts(tuple(" ".join(entry.words) for entry in entries)))
    article = open_article(Document("a", text=text, language="en"), pack=pack, desk=EMPTY_DESK)
    for sentence in article.sentences:
        marks = read_marks(article.text, sentence.start, sentence.end, pack=pack).of("event")
        assert article.marks(sentence, "event", OF_PERSONS) == any(mark.value in OF_PERSONS for mark in marks)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_a_row_holds_the_lists_whose_phrases_stand_in_it(language: str, data: st.DataObject) -> None:
    pack = load_pack(language)
    lists = pack.relations.words
    tokens = data.draw(texts(*lists.values())).lower().split()
    said = {name for name in lists if any(f" {phrase} " in f" {' '.join(tokens)} " for phrase in phrases_of(pack, name))}
    assert lists_in(pack, tokens) - {MOVE, PERIOD} == said


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), limit=st.integers(1, 12))
def test_a_clause_ends_where_its_borders_cost_as_much_as_it_may(language: str, data: st.DataObject, limit: int) -> None:
    cues = load_pack(language).cues
    text = data.draw(texts(cues.subordinators, cues.coordinators, cues.prepositions.other))
    reading = read_marks(text, 0, len(text), pack=load_pack(language))
    assert list(reading.parted) == sorted(reading.parted)
    for index in range(len(reading.tokens)):
        assert clause(reading, index, limit) == (_edge(reading, index, limit, -1), _edge(reading, index, limit, 1))


def _edge(reading: Reading, index: int, limit: int, step: int) -> int:
    at = index
    while 0 <= at + step < len(reading.tokens) and reading.border(at + step, index) < limit:
        at += step
    return at


def test_an_article_of_ordinary_news_takes_few_calls() -> None:
    """Calls are counted, since seconds depend on the machine: what reads each article must look cheaply before it looks closely."""
    frame = pd.DataFrame({"document": ["a"], "title": "", "text": NEWS, "language": "en", "published": date(2024, 5, 14).isoformat()})
    qcheck.extract(frame)
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and "qcheck" in frame.f_code.co_filename:
            calls[f"{frame.f_code.co_filename.rpartition('qcheck')[2]}:{frame.f_code.co_name}"] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        qcheck.extract(frame)
    finally:
        sys.setprofile(before)
    assert calls.total() < MOST_CALLS, calls.most_common(20)
