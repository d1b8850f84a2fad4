"""A count and the names that a text lists for it: "three suspects: A, B and C"; "Four students won ... The winners are A, B, C and D"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import OF_PERSONS, PERSONS, SUSPECT, concept
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import number_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.quantity import Modifier

_FEWEST, _MOST = 2, 12
_BACK = 2  # sentences before "The winners are ..." in which they are counted
CAPITAL = r"[^\W\d_a-zäöüß][\w'’.-]*"
_NAME = rf"{CAPITAL}(?: (?:[a-z]{{2,3}} ){{0,2}}{CAPITAL}){{0,3}}"
FULL = rf"{CAPITAL}(?: (?:[a-z]{{2,3}} ){{0,2}}{CAPITAL}){{1,3}}"
AGE = r"(?:, \d{1,3}(?=,| | \w+ )|,? \(\d{1,3}\))?"


def members(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """`listed` (count, list): only where the list is closed by a conjunction and nothing says that it names some of them."""
    patterns = _patterns(article.pack)
    for row in rows:
        for count in row.claims:
            if counts_members(count):
                beside = patterns["beside"].match(article.text, count.end) or patterns["apposed"].match(article.text, count.end)
                if beside and not names_some(article, row.sentence.start, count.end):
                    yield from _tied(article, count, beside)
    counted = {row.sentence.number: row for row in rows if any(map(_small, row.claims))}
    near = {number + later for number in counted for later in range(1, _BACK + 1)}
    for sentence in article.sentences:
        here = sentence.start, sentence.end
        if sentence.number not in near or article.text.count(",", *here) == 0:
            continue
        found = next((m for name in ("sentence", "named", "led") if (m := patterns[name].match(article.text, *here))), None)
        if found and not names_some(article, sentence.start, found.start("list")):
            told = _counted_before(article, sentence, found.groupdict().get("noun") or "", counted)
            if told is not None:
                yield from _tied(article, told, found)


def counts_members(claim: Claim) -> bool:
    """Whether a claim is an exact count small enough for a list."""
    number = claim.value_low
    return claim.unit == "count" and claim.modifier == Modifier.EXACT and claim.value_high == number and _FEWEST <= number <= _MOST


def _small(claim: Claim) -> bool:
    return counts_members(claim) and " " in claim.quote


def _tied(article: Article, count: Claim, found: re.Match[str]) -> Iterator[Claim]:
    group = "list" if found["list"] else "titled"
    start, end = found.span(group)
    size = len(_patterns(article.pack)["item"].findall(found[group]))
    term = number_term(article, count, start, end, float(size))
    yield from (term, relation(article, "listed", (count, term)))


def _counted_before(article: Article, sentence: Sentence, noun: str, counted: dict[int, Row]) -> Claim | None:
    """The only count of persons in the sentences before that the noun of a list can stand for."""
    named = concept(noun.lower(), pack=article.pack, desk=article.desk)
    for number in range(sentence.number - 1, max(0, sentence.number - 1 - _BACK), -1):
        row = counted.get(number)
        small = list(filter(_small, row.claims)) if row else []
        counts = [c for c in small if c.of == named.lemma] or [c for c in small if c.of in PERSONS]
        counts = counts or [c for c in small if c.of and c.of not in article.pack.concepts.things]
        if counts:
            one = counts[0]
            person = named.lemma in PERSONS or bool(named.event)  # "the suspects are" are not the three who died
            harmed = one.event in OF_PERSONS and not noun
            same = one.of == named.lemma or one.event == named.event or named.lemma == SUSPECT
            fits = (not person and not harmed) or one.event not in OF_PERSONS or same
            return one if len(counts) == 1 and fits and not one.part else None
    return None


def names_some(article: Article, start: int, end: int) -> bool:
    """Whether words before a list say that it names some only ("among them", "including")."""
    return bool(_patterns(article.pack)["partly"].search(article.text, start, end))


@cache
def _patterns(pack: Pack) -> dict[str, re.Pattern[str]]:
    words = pack.relations.words
    joins = trie(words["and"])
    titled = rf"(?:(?:{trie(pack.cues.determiners)}) )?(?:[a-zäöüß-]+ )?{FULL}"

    def closed(name: str, group: str = "list") -> str:
        return rf"(?P<{group}>{name}{AGE}(?:, {name}{AGE})*,? (?:{joins}) {name}(?:, \d{{1,3}}| \(\d{{1,3}}\))?)"

    end = r"(?=[.!?][\"”“»]?(?:\s|$)|\n|$)"
    listed, heads = trie(words["listed"]), trie(words["heads"])
    return {
        "item": re.compile(rf"(?:^|, |(?<= )(?:{joins}) )(?!\d)(?!(?:{joins}) )"),
        "beside": re.compile(rf"\s?(?::|[–—]|,? (?:{trie(words['namely'])})) (?:{closed(_NAME)}|{closed(titled, 'titled')}){end}"),
        "apposed": re.compile(rf", {closed(FULL)}, (?=[a-zäöüß])(?!(?:{joins})\b)"),
        "sentence": re.compile(
            rf"(?:{heads}) (?:[a-zäöüß-]+ )?(?P<noun>[^\W\d_]+) (?:{listed}) {closed(FULL)}(?:{end}|(?=, (?:{trie(words['who'])}) ))"
        ),
        "named": re.compile(rf"(?:{heads}) (?:[a-zäöüß-]+ )?(?P<noun>[^\W\d_]+), {closed(FULL)}, (?=[a-zäöüß])"),
        "led": re.compile(rf"[^\W\d_][^,:;()]{{2,60}}? (?:{listed}) {closed(FULL)}{end}"),
        "partly": re.compile(rf"(?<!\w)(?:{trie(words['partly'])})(?!\w)", re.IGNORECASE),
    }
