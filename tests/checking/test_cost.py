"""What checking costs, counted: it grows with the stories, not with their pairs, and leaves the interpreter as it was."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest

from bench.cost import story
from qcheck.checking import neighbours
from qcheck.checking.check import findings
from qcheck.checking.corpus import Corpus, corpus_of
from qcheck.checking.pairs import Meetings
from qcheck.checking.rules import load_rules


@pytest.fixture(autouse=True)
def few_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Caps that some hundred articles reach as thousands reach those that count."""
    monkeypatch.setattr(neighbours, "NEAREST", 10)
    monkeypatch.setattr(neighbours, "LOOKED_AT", 200)


def of_stories(number: int) -> Corpus:
    return corpus_of(row for n in range(number) for row in story(n))


def likely(corpus: Corpus) -> Iterator[object]:
    """Articles that are looked at closely, since they may be of one event."""
    yield from neighbours.candidates(corpus.articles.values())


def met(corpus: Corpus) -> Iterator[object]:
    """Claims that are compared."""
    said, meetings = corpus.claims(), Meetings(corpus)
    for names in (("thing",), ("toll",), ("story",), ("digits",)):
        yield from meetings.inside(said, names)
        yield from meetings.across(said, names)


@pytest.mark.parametrize("pairs", [likely, met])
def test_four_times_the_stories_make_four_times_the_pairs(pairs: Callable[[Corpus], Iterator[object]]) -> None:
    few, many = (sum(1 for _ in pairs(of_stories(number))) for number in (20, 80))
    assert 3 * few < many < 5 * few  # without the caps it were fifteen times as many articles


@pytest.mark.parametrize("collects", [True, False])
def test_the_search_for_cycles_goes_on_as_before(collects: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        findings(of_stories(2), load_rules())
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()
