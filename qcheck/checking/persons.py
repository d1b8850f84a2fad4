"""Which statements are of one person: by the name, and by what else two articles share. A name alone is weak: many bear it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from qcheck.checking.events import Link, same_event, shared_names
from qcheck.checking.lines import line
from qcheck.checking.statement import Article, Statement
from qcheck.language.pack import languages, load_pack

HOT = 60  # statements of one name that each is compared with, nearest in time first


class Evidence(NamedTuple):
    """What two articles must share besides the full name, that lie at most `days` apart: other names, and rare words not of the name."""

    days: int
    names: int
    words: int


# In 1,387 articles of local news 40 pairs of one name and two ages were of one cluster and 6 of different ones. Of these 6 none shared
# another name or more than 4 words, of the 40 all but two shared a name and 3 words.
EVIDENCE = (Evidence(3, 0, 12), Evidence(45, 1, 3), Evidence(1200, 2, 5))


def by_name(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of different articles whose persons' names begin alike and go on or end alike, each pair once."""
    blocks: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        for key in dict.fromkeys(person_keys(s.claim.person)):
            blocks[key].append(s)
    met: set[tuple[str, str]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=_when)
        for at, a in enumerate(ordered):
            for b in ordered[at + 1 : at + 1 + HOT]:
                pair = (a, b) if a.place <= b.place else (b, a)
                ids = (pair[0].claim.claim, pair[1].claim.claim)
                if a.claim.document != b.claim.document and ids not in met:
                    met.add(ids)
                    yield pair


def same_person(a: Statement, b: Statement) -> Link:
    """Whether two statements are of one person. Symmetric."""
    one, other = a.claim.person, b.claim.person
    if not one or not other:
        return Link("unclear", ("one of them names nobody",))
    if not _fits(one, other):
        return Link("different", (f"“{one}” is not “{other}”",))
    named = line("both_name_person" if one == other else "may_be_one_person", one=one, other=other)
    if a.claim.document == b.claim.document:
        return Link("same", (named, line("shared_document")))
    if one != other and (_kin(one, other, a.article) or _kin(one, other, b.article)):
        return Link("unclear", (named, "another person with this last name stands in one of the articles"))
    event = same_event(a.article, b.article)
    if event.answer == "same":
        return Link("same", (named, *event.reasons))
    if not (a.article.published and b.article.published):
        return Link("unclear", (named, "the articles share too little to be sure that it is one person"))
    last = person_keys(one)[-1][1]
    names = sorted(name for name in shared_names(a.article, b.article) if " " in name and last not in _words(name))
    words = (a.article.words & b.article.words).difference(_words(one), _words(other))
    gap = abs((a.article.published - b.article.published).days)
    if any(gap <= e.days and len(names) >= e.names and len(words) >= e.words for e in EVIDENCE):
        also = line("both_name", names=", ".join(names[:4])) if names else line("days_apart", days=gap)
        return Link("same", (named, also, line("rare_words", words=", ".join(sorted(words)[:6]))))
    return Link("unclear", (named, "the articles share too little to be sure that it is one person"))


@cache
def person_keys(name: str) -> tuple[tuple[str, str], ...]:
    """The first word of a name with the word after it, and with the last one, in lower case, initials and suffixes aside."""
    words = _words(name)
    return ((words[0], words[1 % len(words)]), (words[0], words[-1])) if words else (("", ""),)


@cache
def _words(name: str) -> tuple[str, ...]:
    parts = [part.rstrip(".").casefold() for part in name.split(" ")]
    return tuple(part for part in parts if len(part) > 1 and part not in _suffixes())


@cache
def _suffixes() -> frozenset[str]:
    """The words of all languages that part namesakes ("jr")."""
    return frozenset(suffix.casefold() for code in languages() for suffix in load_pack(code).persons.suffixes)


def suffix(name: str) -> str:
    """The word that parts a name from its namesakes, "" where there is none."""
    last = name.split(" ")[-1].rstrip(".").casefold()
    return last if last in _suffixes() else ""


def _fits(one: str, other: str) -> bool:
    """Whether two names can be of one person: one tells no words that the other lacks, nor another suffix."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if len(short) < 2 or short[0] != long[0]:
        return False
    suffixes = {suffix(one), suffix(other)} - {""}
    rest = iter(long)
    return len(suffixes) < 2 and all(word in rest for word in short)


def _kin(one: str, other: str, article: Article) -> bool:
    """Whether an article names somebody else with the last name of one who goes by two names."""
    last = {person_keys(name)[-1][1] for name in (one, other)}
    return any(" " in name and _words(name) and _words(name)[-1] in last and not _fits(name, one) for name in article.names)


def _when(s: Statement) -> tuple[date, tuple[str, int, int, str]]:
    return s.article.published or date.min, s.place
