"""Cost grows with the input and no faster: the steps taken are counted, never the time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bench.cost import story
from qcheck.checking import neighbours, pairs
from qcheck.checking.check import findings
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import claims_of
from qcheck.model.document import Document
from qcheck.reading.desk import sound_desk
from qcheck.reading.paths import find
from qcheck.reading.read import KINDS, read_bytes
from tests.checking.story import article, said

LEEWAY = 1.25  # over twice the steps for twice the input


def steps(work: Callable[[], Any]) -> int:
    """The calls of Python functions and of compiled ones; once before, since what is compiled once is no step."""
    work()
    count = 0

    def tally(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def assert_linear(work: Callable[[int], Callable[[], Any]], size: int) -> None:
    once, twice = steps(work(size)), steps(work(2 * size))
    assert twice <= 2 * LEEWAY * once + 500, (once, twice)


@pytest.mark.parametrize(("language", "megabyte"), [("en", 1.0), ("de", 0.1)])
def test_a_line_of_one_word(language: str, megabyte: float) -> None:
    size = int(megabyte * 500_000)
    assert_linear(lambda size: lambda: claims_of(Document("d", "", "x" * size, language, "2024-05-14")), size)


@pytest.mark.parametrize("sign", ["x", " ", "1", "1,", "(", "<", "&", "|", "-", "Mai ", "“"])
def test_a_long_line_of_any_sign(sign: str) -> None:
    text = "The town of Ostby bought 412 bicycles in May. "
    assert_linear(lambda size: lambda: claims_of(Document("d", "", text + sign * size, "en", "2024-05-14")), 2_000)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl", ".csv", ".eml"])
def test_a_long_file_of_lines(suffix: str) -> None:
    line = {".jsonl": b'{"text": "The town of Ostby bought 412 bicycles in May."}\n', ".csv": b"The town bought 412 bicycles.\n"}.get(
        suffix, b"<p>The town of Ostby bought 412 bicycles in May, said the mayor.</p>\n\n"
    )
    head = {".csv": b"text\n", ".eml": b"Subject: x\n\n"}.get(suffix, b"")
    assert_linear(lambda size: lambda: read_bytes(head + line * size, f"a{suffix}", suffix=suffix), 100)


def test_many_files(tmp_path: Path) -> None:
    def folder(size: int) -> Callable[[], Any]:
        where = tmp_path / str(size)
        where.mkdir()
        for number in range(size):
            (where / f"{number}.txt").touch()
        return lambda: find([where], KINDS)

    assert_linear(folder, 200)


def test_many_articles_of_many_events() -> None:
    rules = load_rules()
    stories = [list(story(number)) for number in range(8)]
    assert_linear(lambda size: lambda: findings(corpus_of([row for each in stories[:size] for row in each]), rules), 4)


def test_many_articles_of_one_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "NEAREST", 4)  # what one is compared with on each side in time; 80 and 60 would take a minute here
    monkeypatch.setattr(pairs, "HOT", 4)
    rules = load_rules()
    rows = [[article(f"{number:03}"), said(f"{number:03}", f"[{300 + number}, {300 + number}]", record="main")] for number in range(40)]
    assert_linear(lambda size: lambda: findings(corpus_of([row for each in rows[:size] for row in each]), rules), 20)


def test_many_claims_of_one_article() -> None:
    rules = load_rules()
    rows = [said("a", f"[{300 + number}, {300 + number}]", start=100 * number, of=f"thing{number}") for number in range(120)]
    assert_linear(lambda size: lambda: findings(corpus_of([article("a"), *rows[:size]]), rules), 60)


def test_many_rules() -> None:
    rules = load_rules()
    more = [rule.model_copy(update={"id": f"{rule.id}-{number}"}) for number in range(2) for rule in rules]
    corpus = corpus_of(list(story(1)))
    assert_linear(lambda size: lambda: findings(corpus, tuple(more[: size * len(rules)])), 1)


def test_many_facts(tmp_path: Path) -> None:
    def facts(size: int) -> Callable[[], Any]:
        entries = (f'  - {{name: Flood {n}, date: 2022-08-24, words: {{en: ["the flood number {n}"]}}}}\n' for n in range(size))
        path = tmp_path / f"{size}.yml"
        path.write_text("facts:\n" + "".join(entries), encoding="utf-8")
        return lambda: sound_desk(path)

    assert_linear(facts, 60)
