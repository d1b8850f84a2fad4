"""The templates of a pack, read against the rows of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from qcheck.extraction.discourse.relations.sequence import CLASSES, OPERAND, SIGNS, Row, operand_at
from qcheck.extraction.discourse.relations.terms import Factor
from qcheck.extraction.discourse.relations.words import directions, periods, phrases
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

SKIPPED = 7
_OPEN = {**SIGNS, "any": "\uf000\uf001"}


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
            part = f"(?P<period>{trie(periods(pack))}) "
        elif token.startswith("<"):
            part = f"(?:{_alternatives(pack, token.strip('<>'))}) "
        else:
            part = f"{re.escape(token)} "
        parts.append(f"(?:{part})?" if optional else part)
    return Template(r"(?<!\S)" + "".join(parts), tuple(needs), least, frozenset(lists))


_compile = cache(re.compile)


@cache
def _alternatives(pack: Pack, name: str) -> str:
    return f"(?:{trie(phrases(pack, name))})"


@cache
def _gap(pack: Pack) -> str:
    return rf"(?:(?!(?:{trie(pack.relations.breaks)}) )(?:[^\W\d_][\w'.-]*|[,'\"“”„]) ){{0,{SKIPPED}}}?"


@cache
def _possible(pack: Pack, name: str, signs: frozenset[str], operands: int) -> tuple[Template, ...]:
    """The templates of a relation that a row with so many operands of these classes may match."""
    return tuple(t for t in templates(pack, name) if t.least <= operands and not any(signs.isdisjoint(needed) for needed in t.needs))


def matches(row: Row, name: str) -> list[Match]:
    """All that the templates of a relation find in a row, in the order of the templates."""
    if name not in row.matches:
        row.matches[name] = list(_matches(row, name))
    return row.matches[name]


def _matches(row: Row, name: str) -> Iterator[Match]:
    pack = row.article.pack
    possible = _possible(pack, name, row.classes, len(row.spans))
    if not possible:
        return
    text = row.text + " "
    for template in possible:
        if not template.lists <= row.says:
            continue
        for match in _compile(template.pattern).finditer(text):
            groups = {key: value for key, value in match.groupdict().items() if value}
            move = next((value for key, value in groups.items() if key.startswith("move")), "")
            operands = {key: operand_at(row, value) for key, value in groups.items() if value[0] in CLASSES}
            trend = "" if not move else "up" if move in directions(pack)[0] else "down"
            yield Match(operands, trend, periods(pack).get(groups.get("period", ""), ""))
