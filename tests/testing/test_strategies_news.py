"""What the strategies say that a text holds, or that rules must find, is what qcheck reads and finds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from qcheck.checking import check
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import claims_of
from qcheck.language.pack import languages, load_pack
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.quantity import Modifier
from qcheck.testing.strategies import (
    Article,
    ClaimPair,
    RenderedClaim,
    Story,
    articles,
    claim_pairs,
    claims,
    hostile_numbers,
    hostile_yaml,
    intervals,
    quantities,
    rendered_claims,
    renderings,
    stories,
    time_spans,
)
from qcheck.testing.strategies.statements import Relation
from qcheck.testing.strategies.words import THINGS, told

T = TypeVar("T")
PUBLISHED = date(2024, 5, 14)


def read(document: Document) -> list[Claim]:
    return [row for row in claims_of(document) if row.role == "claim"]


def found(rows: list[Claim]) -> list[tuple[str, frozenset[str]]]:
    """Outcome and articles of every conflict and update."""
    home = {row.claim: row.document for row in rows}
    findings = check.findings(corpus_of(rows), load_rules())
    return [(f.outcome, frozenset(home[c] for c in f.claims.split()[:2])) for f in findings if f.outcome in ("conflict", "update")]


@given(rendered_claims(published=PUBLISHED))
def test_a_rendered_claim_is_read_back_from_each_language(rendered: RenderedClaim) -> None:
    for language, sentence in rendered.sentences.items():
        (claim,) = read(Document("d", "", sentence, language, PUBLISHED.isoformat()))
        assert told(claim) == rendered.told, sentence


@given(articles())
def test_an_article_holds_the_claims_that_it_is_said_to_hold(article: Article) -> None:
    assert [told(claim) for claim in read(article.document)] == [claim.told for claim in article.claims]


@given(claim_pairs())
def test_a_pair_of_claims_has_the_relation_that_it_is_said_to_have(pair: ClaimPair) -> None:
    expected = [(pair.relation, frozenset("ab"))] if pair.relation in ("conflict", "update") else []
    assert found(list(pair.rows)) == expected


@given(stories())
def test_in_a_story_all_that_is_planted_is_found_and_nothing_else(story: Story) -> None:
    outcomes = found([row for document in story.documents for row in claims_of(document)])
    assert frozenset(outcomes) == story.found
    assert len(outcomes) == sum(planted.relation in ("conflict", "update") for planted in story.planted)


@given(claims())
def test_a_claim_is_a_row_that_checking_takes(claim: Claim) -> None:
    check.findings(corpus_of([claim]), load_rules())
    assert claim.role == "claim" and claim.typical_low >= claim.low and claim.typical_high <= claim.high


@given(claims(quantities=quantities(min_value=0, units=["EUR"]), spans=time_spans(allow_unknown=False), documents=st.just("x.txt")))
def test_claims_are_made_of_the_strategies_that_are_given(claim: Claim) -> None:
    assert (claim.unit, claim.document, "?" in claim.within) == ("EUR", "x.txt", False)
    assert claim.low >= 0


@given(rendered_claims(languages=["de"], min_value=100, max_value=200, modifiers=[Modifier.ABOUT], published=date(1999, 12, 31)))
def test_rendered_claims_keep_to_their_options(rendered: RenderedClaim) -> None:
    assert set(rendered.sentences) == {"de"}
    assert 100 <= rendered.claim.value_low <= 200 and rendered.claim.modifier == "about"
    assert "2000" not in rendered.claim.within


@given(articles(languages=["en"], min_claims=2, max_claims=3, published=PUBLISHED))
def test_articles_keep_to_their_options(article: Article) -> None:
    assert 2 <= len(article.claims) <= 3
    assert (article.document.language, article.document.published) == ("en", "2024-05-14")


@given(stories(relations=["update", "agree"], max_planted=2, min_value=date(2020, 1, 1), max_value=date(2020, 12, 31)))
def test_stories_keep_to_their_options(story: Story) -> None:
    assert 1 <= len(story.planted) <= 2
    assert {planted.relation for planted in story.planted} <= {"update", "agree"}
    assert all(document.published.startswith("2020-") for document in story.documents)


@pytest.mark.parametrize(
    ("relation", "one", "other"),
    [
        ("agree", "NO supply PE [0.001, 0.001] pump (count, 2024-05-14)", "NO supply PE [0.001, 0.001] pump (count, 2024-05-14)"),
        ("conflict", "NO supply PE [0.001, 0.001] pump (count, 2024-05-14)", "NO supply PE [1.001, 1.001] pump (count, 2024-05-14)"),
        ("update", "NO supply PE [0.001, 0.001] pump (count, 2024-05-14)", "NO supply PE [1.001, 1.001] pump (count, 2024-06-20)"),
        ("unrelated", "NO supply PE [0.001, 0.001] pump (count, 2024-05-14)", "NO supply PE [1.001, 1.001] generator (count, 2024-05-14)"),
    ],
)
def test_every_relation_is_found_and_shrinks_to_what_a_person_would_write(relation: Relation, one: str, other: str) -> None:
    assert repr(minimal(claim_pairs(), lambda pair: pair.relation == relation)) == f"ClaimPair({relation}: {one} / {other})"


def test_a_story_shrinks_to_articles_of_one_sentence() -> None:
    story = minimal(stories(relations=["update"], languages=["en"], max_planted=1), lambda story: bool(story.found))
    assert [article.document.text for article in story.articles] == [
        "Norway helps Peru\n\nNorway has supplied Peru with 13 pumps since December 2014.",
        "Norway helps Peru\n\nNorway has supplied Peru with 39 pumps since December 2014.",
    ]


def test_an_article_shrinks_to_one_sentence() -> None:
    article = minimal(articles(), lambda article: article.claims[0].claim.low >= 400)
    assert article.document.text == "Norway helps Peru\n\nNorway has supplied Peru with more than 400 pumps since April 2024."


def test_a_rendered_claim_shrinks_to_the_simplest_words() -> None:
    rendered = minimal(rendered_claims(), lambda rendered: rendered.claim.modifier == "more_than")
    assert rendered.sentences == {
        "en": "Norway has supplied Peru with more than 2 pumps since April 2024.",
        "de": "Norwegen hat Peru seit April 2024 mehr als 2 Pumpen geliefert.",
    }


def minimal(strategy: st.SearchStrategy[T], condition: Callable[[T], bool]) -> T:
    """The smallest example, as Hypothesis shows it where a test fails."""
    return find(strategy, condition, settings=settings(derandomize=True, database=None, deadline=None, max_examples=60))


@pytest.mark.parametrize(
    ("strategy", "options", "told"),
    [
        (claims, {"quantities": 3}, "quantities=3 is no strategy"),
        (claims, {"spans": "x"}, "spans='x' is no strategy"),
        (claims, {"documents": ["a"]}, r"documents=\['a'\] is no strategy"),
        (claim_pairs, {"relations": []}, "relations is empty"),
        (claim_pairs, {"relations": ["likely"]}, "relations has 'likely'; choose from agree, conflict"),
        (claim_pairs, {"relations": "agree"}, "relations='agree' is text; give a list"),
        (claim_pairs, {"claims": intervals}, "claims=.* is no strategy"),
        (renderings, {"nouns": {}}, "nouns is empty"),
        (renderings, {"nouns": {"en": "boats"}, "units": ["parsec"]}, "units has 'parsec'; choose from count"),
        (renderings, {"nouns": {"en": "boats"}, "modifiers": [Modifier.VAGUE]}, "modifiers has <Modifier.VAGUE"),
        (rendered_claims, {"languages": ["xx"]}, "languages has 'xx'; choose from de, en"),
        (rendered_claims, {"min_value": 1}, "min_value=1 is less than 2"),
        (rendered_claims, {"min_value": 9, "max_value": 8}, "min_value=9 is larger than max_value=8"),
        (rendered_claims, {"modifiers": []}, "modifiers is empty"),
        (rendered_claims, {"published": date(1850, 1, 1)}, "published=.* is before 1960-01-01"),
        (articles, {"claims": 1}, "claims=1 is no strategy"),
        (articles, {"min_claims": 0}, "min_claims=0 is less than 1"),
        (articles, {"min_claims": 5, "max_claims": 4}, "min_claims=5 is larger than max_claims=4"),
        (articles, {"languages": []}, "languages is empty"),
        (stories, {"relations": ["x"]}, "relations has 'x'"),
        (stories, {"languages": ["xx"]}, "languages has 'xx'"),
        (stories, {"max_planted": 0}, "max_planted=0 is less than 1"),
        (stories, {"min_value": date(2020, 1, 1), "max_value": date(2020, 1, 2)}, "lies less than 60 days after min_value"),
        (stories, {"min_value": date(1900, 1, 1)}, "min_value=.* is before 1960-01-01"),
        (hostile_numbers, {"tricks": ["x"]}, "tricks has 'x'; choose from script"),
        (hostile_yaml, {"tricks": []}, "tricks is empty"),
    ],
)
def test_wrong_options_are_refused_by_their_name(strategy: Callable[..., Any], options: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidArgument, match=told):
        strategy(**options)


@pytest.mark.parametrize("strategy", [claims, claim_pairs, rendered_claims, articles, stories, intervals, time_spans, quantities])
def test_options_are_keyword_only(strategy: Callable[..., Any]) -> None:
    with pytest.raises(TypeError, match="positional"):
        strategy(st.nothing())


@pytest.mark.parametrize("code", languages())
def test_each_language_renders_every_thing(code: str) -> None:
    assert set(load_pack(code).renderings.things) == set(THINGS)
