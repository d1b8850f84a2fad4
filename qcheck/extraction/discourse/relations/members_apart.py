"""A count, and names further on that seem to be all of it: behind a colon, or one clause for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.members import AGE, CAPITAL, FULL, counts_members, names_some
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import number_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

_SLIP = 2  # by how many a list may miss its count
_FEWEST = 2
_LONGEST = 120  # characters of a list that a finding shows


def members_apart(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """Rows `listed` (count, list), each only likely; none where the list is as long as some count beside it."""
    counted = {row.sentence.number: row for row in rows if any(c.of and counts_members(c) for c in row.claims)}
    for sentence in article.sentences:
        if counted.keys().isdisjoint((sentence.number, sentence.number - 1)):
            continue
        if article.text.count(",", sentence.start, sentence.end) == 0 or sentence.paragraph.zone == "headline":
            continue
        for start, end, size in (*_behind_colon(article, sentence), *_clauses(article, sentence)):
            count = _counted(article, sentence, start, size, counted)
            if count is not None and count.claim not in used and not names_some(article, count.sentence_start, start):
                term = number_term(article, count, start, min(end, start + _LONGEST), float(size))
                yield from (term, changed(relation(article, "listed", (count, term)), modality="possible"))
                break


def _counted(article: Article, sentence: Sentence, start: int, size: int, counted: dict[int, Row]) -> Claim | None:
    """The only small count before a list, in its sentence or else in the one before."""
    for number in (sentence.number, sentence.number - 1):
        row = counted.get(number)
        counts = [c for c in row.claims if counts_members(c) and c.end <= start and c.of] if row else []
        if any(c.value_low == size for c in counts):
            return None
        if counts:
            one = counts[0]
            fits = len(counts) == 1 and abs(one.value_low - size) <= _SLIP and not one.part and not one.time_bound
            return one if fits else None
    return None


def _behind_colon(article: Article, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    pattern, item = _patterns(article.pack)[:2]
    for match in pattern.finditer(article.text, sentence.start, sentence.end):
        yield match.start("list"), match.end("list"), len(item.findall(match["list"]))


def _clauses(article: Article, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """A sentence of clauses that each begin with a full name, the last one behind a conjunction."""
    first, further, last = _patterns(article.pack)[2:]
    text = article.text
    if not first.match(text, sentence.start, sentence.end):
        return
    starts = [m.start("name") for m in further.finditer(text, sentence.start, sentence.end)]
    closing = [m.start("name") for m in last.finditer(text, sentence.start, sentence.end)]
    if closing and len(starts) + 1 >= _FEWEST and starts and starts[-1] == closing[-1]:
        yield sentence.start, sentence.end, len(starts) + 1


@cache
def _patterns(pack: Pack) -> tuple[re.Pattern[str], ...]:
    joins = trie(pack.relations.words["and"])
    name = rf"(?:(?:{trie(pack.cues.determiners)}) )?(?:[a-zäöüß-]+ )?{CAPITAL}(?: {CAPITAL}){{0,3}}{AGE}"
    verb = rf"(?= (?!(?:{trie(pack.relations.words['hailing'])})\b)[a-zäöüß]+)"
    return (
        re.compile(rf": (?P<list>{name}(?:, {name})*,? (?:{joins}) {name})(?=[.!?]?$|[.!?]\s| [a-zäöüß]|\n)"),
        re.compile(rf"(?:^|, |(?<= )(?:{joins}) )(?!\d)(?!(?:{joins}) )"),
        re.compile(rf"{FULL}{verb}"),
        re.compile(rf"(?:, (?:(?:{joins}) )?| (?:{joins}) )(?P<name>{FULL}){verb}"),
        re.compile(rf",? (?:{joins}) (?P<name>{FULL}){verb}"),
    )
