"""What our own rules must do for every number, and not for the numbers of their examples alone."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.testing import assert_fires, assert_invariant, assert_silent
from qcheck.testing.strategies import articles, hostile_numbers, stories

RULES = Path(__file__).parents[1] / "rules"
SENTENCE = "On Monday the ferry left Larvik with {:,} passengers, the harbour office said."


@given(st.integers(0, 600))
def test_a_ferry_that_is_not_overfull_is_never_reported(passengers):
    assert_silent(SENTENCE.format(passengers), rules=RULES)


@given(st.integers(700, 10**6))
def test_an_overfull_ferry_always_is(passengers):
    assert_fires(SENTENCE.format(passengers), rules=RULES, outcome="conflict")


@given(articles())
def test_articles_of_other_things_are_none_of_our_business(article):
    assert_silent(article.document.text, rules=RULES, language=article.document.language)


@given(hostile_numbers())
def test_no_number_stops_a_check(number):
    assert_invariant(RULES, f"On Monday the ferry left Larvik with {number} passengers.", lambda documents: documents.copy())


@given(st.permutations([420, 580, 740]))
def test_the_order_of_articles_does_not_matter(order):
    assert_invariant(RULES, [SENTENCE.format(number) for number in order], lambda documents: documents.iloc[::-1])


@given(stories())
def test_what_is_planted_in_a_story_is_found_and_nothing_else(story):
    claims = qcheck.extract(story.frame)
    home = dict(zip(claims["claim"], claims["document"], strict=True))
    found = [
        (finding.outcome, frozenset(home[claim] for claim in finding.claims.split()[:2]))
        for finding in qcheck.check(claims).itertuples()
        if finding.outcome in ("conflict", "update")
    ]
    assert set(found) == story.found


def test_a_check_needs_no_network(qcheck_offline):
    assert qcheck_offline(SENTENCE.format(740), rules=RULES)
