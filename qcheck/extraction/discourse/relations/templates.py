"""The templates of a pack, read against the rows of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from qcheck.extraction.discourse.relations.sequence import CLASSES, OPERAND, SIGNS, Row, dropped_words, operand_at
from qcheck.extraction.discourse.relations.terms import Factor
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

SKIPPED = 7
_OPEN = {**SIGNS, "any": "\uf000\uf001"}
_RELATIONS = ("levels", "direction", "change", "alone", "multiple", "share", "part", "equal", "rate", "rate_alone", "rate_total", "average")


@dataclass(frozen=True, slots=True)
class Match:
    """What a template found: operands by name, whether the text says that something grew (up) or fell (down), and the unit of time."""

    operands: Mapping[str, Claim | Factor]
    trend: str
    period: str = ""


@dataclass(frozen=True)
class Template:
    """A template as a pattern, compiled when it is first tried.

    It cannot match without one of the signs of each of `needs`, `least` operands, and a phrase of each of `lists`.
    """

    pattern: str
    needs: tuple[str, ...]
    least: int
    lists: frozenset[str]


@cache
def templates(pack: Pack, name: str) -> tuple[Template, ...]:
    """The templates of a relation, `@levels` replaced by each template for levels."""
    section = pack.relations
    written: list[str] = []
    for text in getattr(section, name):
        written += [text.replace("@levels", levels) for levels in section.levels] if "@levels" in text else [text]
    return tuple(_template(text, pack) for text in dict.fromkeys(written))


def _template(text: str, pack: Pack) -> Template:
    moves, least, needs, parts = 0, 0, [], []
    lists = set()
    for token in text.split():
        optional = token.endswith("?")
        token = token.removesuffix("?")
        if token.startswith("<") and not optional:
            lists.add(token.strip("<>"))
        if token.startswith("{"):
            name, _, kind = token.strip("{}").partition(":")
            signs = _OPEN[kind or "amount"]
            part = f"(?P<{name}>[{signs}]{OPERAND}) "
            needs.append(signs)
            least += not optional
        elif token == "...":
            part = _gap(pack)
        elif token == "~":
            part = rf"(?:[^\W\d_][\w'.-]* ){{0,{SKIPPED}}}?"
        elif token == ",":
            part = "(?:[,–—-] )?"
        elif token == "<move>":
            moves += 1
            part = f"(?P<move{moves}>{_alternatives(pack, 'rise')}|{_alternatives(pack, 'fall')}) "
        elif token == "<period>":
            part = f"(?P<period>{trie(_periods(pack))}) "
        elif token.startswith("<"):
            part = f"(?:{_alternatives(pack, token.strip('<>'))}) "
        else:
            part = f"{re.escape(token)} "
        parts.append(f"(?:{part})?" if optional else part)
    return Template(r"(?<!\S)" + "".join(parts), tuple(needs), least, frozenset(lists))


_compile = cache(re.compile)


@cache
def _periods(pack: Pack) -> dict[str, str]:
    return {word: unit for unit, words in pack.relations.periods.items() for word in words}


@cache
def _alternatives(pack: Pack, name: str) -> str:
    return f"(?:{trie(phrases(pack, name))})"


@cache
def phrases(pack: Pack, name: str) -> tuple[str, ...]:
    """The phrases of a list as they stand in a row: without the words that rows leave out, and with them at the head of a sentence."""
    dropped = dropped_words(pack)
    written = pack.relations.words[name]
    kept = (" ".join(word for word in phrase.split() if word not in dropped) for phrase in written)
    return tuple(dict.fromkeys((*filter(None, kept), *written)))


@cache
def _gap(pack: Pack) -> str:
    return rf"(?:(?!(?:{trie(pack.relations.breaks)}) )(?:[^\W\d_][\w'.-]*|[,'\"“”„]) ){{0,{SKIPPED}}}?"


@cache
def _possible(pack: Pack, name: str, signs: frozenset[str], operands: int) -> tuple[tuple[Template, ...], frozenset[str]]:
    """The templates of a relation that a row with so many operands of these classes may match, and the lists that they need."""
    found = tuple(t for t in templates(pack, name) if t.least <= operands and not any(signs.isdisjoint(needed) for needed in t.needs))
    return found, frozenset(name for template in found for name in template.lists)


@lru_cache(maxsize=1024)
def _has(pack: Pack, name: str, text: str) -> bool:
    """Whether a row has a phrase of a list."""
    return _lists(pack)[name].search(text) is not None


@cache
def _lists(pack: Pack) -> dict[str, re.Pattern[str]]:
    named = {name for relation in _RELATIONS for template in templates(pack, relation) for name in template.lists}
    phrases_of = {name: phrases(pack, name) for name in named if name in pack.relations.words}
    both = {"move": (*phrases(pack, "rise"), *phrases(pack, "fall")), "period": tuple(_periods(pack))}
    return {name: re.compile(rf"(?<!\S)(?:{trie(words)}) ") for name, words in (phrases_of | both).items()}


def matches(row: Row, name: str, pack: Pack) -> Iterator[Match]:
    """All that the templates of a relation find in a row, in the order of the templates."""
    possible, lists = _possible(pack, name, row.classes, len(row.spans))
    if not possible:
        return
    text = row.text + " "
    lacking = [name for name in lists if not _has(pack, name, text)]
    for template in possible:
        if not template.lists.isdisjoint(lacking):
            continue
        for match in _compile(template.pattern).finditer(text):
            groups = {key: value for key, value in match.groupdict().items() if value}
            move = next((value for key, value in groups.items() if key.startswith("move")), "")
            operands = {key: operand_at(row, value) for key, value in groups.items() if value[0] in CLASSES}
            trend = "" if not move else "up" if move in directions(pack)[0] else "down"
            yield Match(operands, trend, _periods(pack).get(groups.get("period", ""), ""))


@cache
def directions(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """The phrases that say that something rises, and those that say that it falls."""
    return frozenset(phrases(pack, "rise")), frozenset(phrases(pack, "fall"))
