"""Parts that a text says make up a whole, and shares of one whole that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import PERSON, PERSONS
from qcheck.extraction.discourse.relations.sequence import OPERAND, SIGNS, Row, operand_at
from qcheck.extraction.discourse.relations.terms import PERCENT, bare, multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

_FEWEST = 2
_CLOSE = 0.12  # of a whole: how far parts that are likely all of it may be from it
_LIKELY_ALL = "a list of parts right behind their whole, whose sum comes close to it"
_BEFORE = "the only larger number right before"
_BACK = 2  # sentences from parts to their whole, if none between them counts
_LINE = 120  # characters of a line that is an item of a list
_BULLETS = "-–•*·"


def totals(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """`sum` (whole, parts); `parts` (whole, parts that exclude each other and may not be all); `shares` of one whole, which cannot exceed
    100, and `all_shares`, which give 100.
    """
    by_sentence = {row.sentence.number: row for row in rows}
    made_up = _made_up_words(article.pack)
    for row in rows:
        if made_up.search(row.lowered, row.sentence.start, row.sentence.end):
            yield from _made_up(article, row, row.text + " ", by_sentence)
        text = row.text + " " if len(row.operands) >= _FEWEST else ""
        if len(row.operands) > _FEWEST:
            yield from _in_all(article, row, text)
            yield from _exclusive(article, row, text)
            yield from _broken_down(article, row, text)
            yield from _remaining(article, row, text, by_sentence)
        if len(row.operands) >= _FEWEST:
            yield from _falling_to(article, row, text, by_sentence)


def overlapping(article: Article, row: Claim) -> bool:
    """Whether words around parts say that some are counted in two of them ("six of them do both")."""
    if row.relation not in ("sum", "parts", "shares", "all_shares"):
        return False
    last = sentence_at(article.sentences, row.end - 1)
    behind = article.sentences[last.number] if last is not None and last.number < len(article.sentences) else last
    end = behind.end if behind is not None else row.end
    return _overlap(article.pack).search(article.lowered, row.sentence_start, end) is not None


@cache
def _overlap(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.relations.words['overlapping'])})(?!\w)")


def _parts(row: Row, text: str, start: int, end: int, sign: str) -> list[Claim]:
    """The operands of a class between two places of a row, none with a bound."""
    found = [operand_at(row, match.group()) for match in re.finditer(f"[{sign}]{OPERAND}", text[start:end])]
    return [claim for claim in found if isinstance(claim, Claim)]


def _one_kind(parts: Sequence[Claim]) -> bool:
    """Whether parts can be added: of one unit, of one thing or all of persons, with no thing told or each with another."""
    things = {part.of for part in parts if part.of}
    same = len({(part.dimension, part.unit) for part in parts}) == 1
    return same and (len(things) <= 1 or bool(things & PERSONS) or parts[0].unit != "count")


def _in_all(article: Article, row: Row, text: str) -> Iterator[Claim]:
    """ "3 in Larvik, 4 in Brevik and 2 in Moen, 9 in all": a list that ends in its whole."""
    for match in _patterns(article.pack)["in_all"].finditer(text):
        parts = _parts(row, text, match.start("parts"), match.end("parts"), SIGNS["amount"])
        whole = operand_at(row, match["after"] or match["before"])
        if not isinstance(whole, Claim) or len(parts) < _FEWEST or not _one_kind(parts):
            continue
        rows = _whole_of(article, whole, parts)
        if rows:
            yield from rows
            yield relation(article, "sum", (rows[0] if rows else whole, *parts))


def _whole_of(article: Article, whole: Claim, parts: Sequence[Claim]) -> list[Claim]:
    """The whole in the unit of its parts; nothing where it is of something else."""
    if whole.unit == "count" and not whole.of and parts[0].unit != "count":
        term = bare(article, whole, like=parts[0])
        return [term] if term else []
    same = (whole.dimension, whole.unit) == (parts[0].dimension, parts[0].unit)
    things = {part.of for part in parts if part.of} | ({whole.of} if whole.of else set())
    persons = things <= PERSONS or (whole.of == PERSON and bool(things & PERSONS))
    return [whole] if same and (len(things) <= 1 or persons or whole.unit != "count") else []


def _made_up(article: Article, row: Row, text: str, by_sentence: dict[int, Row]) -> Iterator[Claim]:
    """ "The 9 million are split into 5 million for roads and 4 million for schools", or into the items of a list below."""
    match = _patterns(article.pack)["made_up"].search(text)
    if match is None:
        return
    whole = operand_at(row, match["whole"])
    if not isinstance(whole, Claim):
        return
    rest = _parts(row, text, match.end(), len(text), SIGNS["amount"])
    elided = [c for c in rest if c.unit == "count" and not c.of] if whole.unit != "count" else []
    terms = [term for c in elided if (term := bare(article, c, like=whole)) is not None]
    parts = sorted([*(c for c in rest if c.unit == whole.unit), *terms], key=lambda c: c.start)
    if len(parts) >= _FEWEST and (whole.unit != "count" or _listed(text, match.end())):
        yield from (*terms, relation(article, "sum", (whole, *parts)))
    elif not parts or whole.unit == "count":
        items = _items(article, row, whole, by_sentence)
        if len(items) >= _FEWEST:
            yield relation(article, "sum", (whole, *items))


def _listed(text: str, start: int) -> bool:
    """Whether the rest of a row is a list of amounts and nothing else that counts."""
    signs = [match.group()[0] for match in re.finditer(f".{OPERAND}", text[start:])]
    return all(sign == SIGNS["amount"] for sign in signs)


def _items(article: Article, row: Row, whole: Claim, by_sentence: dict[int, Row]) -> list[Claim]:
    """One amount of the whole's unit from each of the lines that follow, as long as they are items of a list."""
    found: list[Claim] = []
    paragraph = row.sentence.paragraph.number
    for sentence in article.sentences[row.sentence.number :]:
        home = sentence.paragraph
        if home.number == paragraph or home.number != paragraph + len(found) + 1:
            break
        line = article.text[home.start : home.end]
        here = by_sentence.get(sentence.number)
        amounts = [c for c in here.claims if c.unit == whole.unit] if here else []
        if home.end - home.start > _LINE or len(amounts) != 1 or (line[0] not in _BULLETS and line[-1] in ".!?"):
            break
        found += amounts
    return found


def _exclusive(article: Article, row: Row, text: str) -> Iterator[Claim]:
    """ "60 percent walk, 30 percent cycle and the remaining 20 percent drive": shares of which none holds another."""
    match = _patterns(article.pack)["rest"].search(text)
    exhaustive = match is not None
    match = match or _patterns(article.pack)["undecided"].search(text)
    if match is None:
        return
    parts = _parts(row, text, 0, match.end(), SIGNS["percent"])
    if len(parts) >= _FEWEST and all(part.unit == PERCENT and not part.trend for part in parts):
        yield relation(article, "all_shares" if exhaustive else "shares", parts)


def _remaining(article: Article, row: Row, text: str, by_sentence: dict[int, Row]) -> Iterator[Claim]:
    """ "It cost 24 million. The state paid 14 million and the county 6 million, the remaining 4 million came from ...": all of a whole."""
    match = _patterns(article.pack)["rest_of"].search(text)
    if match is None:
        return
    parts = _parts(row, text, 0, match.end(), SIGNS["amount"])
    before = by_sentence.get(row.sentence.number - 1)
    wholes = [c for c in before.claims if c.unit == parts[-1].unit and c.value_low > max(p.value_low for p in parts)] if before else []
    if len(parts) > _FEWEST and _one_kind(parts) and len(wholes) == 1 and (wholes[0].unit != "count" or wholes[0].of == parts[0].of):
        yield relation(article, "sum", (wholes[0], *parts))


def _broken_down(article: Article, row: Row, text: str) -> Iterator[Claim]:
    """ "5,840 passes were sold, 3,120 to adults, 1,980 to children and 740 to pensioners": likely all, if the sum comes close."""
    match = _patterns(article.pack)["broken_down"].search(text)
    whole = operand_at(row, match["whole"]) if match else None
    if match is None or not isinstance(whole, Claim) or _patterns(article.pack)["some"].search(text):
        return
    parts = _parts(row, text, match.start("parts"), match.end("parts"), SIGNS["amount"])
    close = abs(multiple(sum(part.value_low for part in parts), whole.value_low) - 1) <= _CLOSE
    if len(parts) > _FEWEST and len({part.unit for part in (whole, *parts)}) == 1 and close:
        yield changed(relation(article, "sum", (whole, *parts), reason=_LIKELY_ALL), modality="possible")


def _falling_to(article: Article, row: Row, text: str, by_sentence: dict[int, Row]) -> Iterator[Claim]:
    """ "It sold 48,600 tickets. Of these, 21,300 were for plays and 15,900 for operas": parts that exclude each other, not all perhaps."""
    patterns = _patterns(article.pack)
    if not patterns["falling_to"].search(text):
        return
    told = (by_sentence.get(row.sentence.number - back) for back in range(1, _BACK + 1))
    before = next((r for r in told if r is not None and row.sentence.paragraph.number - r.sentence.paragraph.number <= 1), None)
    if before is None:
        return
    signs = [match.group()[0] for match in re.finditer(f".{OPERAND}", text)]
    parts = _parts(row, text, 0, len(text), SIGNS["amount"])
    if any(part.value_low < 1 for part in parts):
        return  # "one in five" is the share of a part, no part
    wholes = [c for c in before.claims if c.unit == parts[0].unit and c.value_low > max(p.value_low for p in parts)] if parts else []
    if len(parts) == len(signs) >= _FEWEST and _one_kind(parts) and len(wholes) == 1:
        yield changed(relation(article, "parts", (wholes[0], *parts), reason=_BEFORE), modality="possible")


@cache
def _made_up_words(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.relations.words['made_up'])})(?!\w)")


@cache
def _patterns(pack: Pack) -> dict[str, re.Pattern[str]]:
    def of(name: str) -> str:
        return f"(?:{trie(phrases(pack, name))})"

    amount, percent = f"{SIGNS['amount']}{OPERAND}", f"{SIGNS['percent']}{OPERAND}"
    word = r"(?:[^\W\d_][\w'.-]* )"
    join = of("and")
    more = rf"(?:{word}{{0,8}}, (?:{join} )?{word}{{0,3}}{amount} )*"
    parts = rf"(?P<parts>{amount} {more}{word}{{0,8}}(?:, )?{join} {word}{{0,3}}{amount} ){word}{{0,8}}"
    whole = rf"{of('in_all')} {word}{{0,2}}(?P<before>{amount})|(?P<after>{amount}) {word}{{0,2}}{of('in_all')}"
    return {
        "broken_down": re.compile(rf"(?<!\S)(?P<whole>{amount}) {word}{{0,8}}[,:–—] {word}{{0,2}}{parts}"),
        "some": re.compile(rf"(?<!\S){of('partly')} "),
        "in_all": re.compile(rf"(?<!\S){parts}(?:[,–—:] |{join} )?{word}{{0,2}}(?:{whole}) "),
        "made_up": re.compile(rf"(?<!\S)(?P<whole>{amount}) {word}{{0,6}}{of('made_up')} "),
        "rest": re.compile(rf"(?<!\S){of('rest')} {word}{{0,2}}(?:, )?{percent} "),
        "falling_to": re.compile(rf"(?<!\S)(?:{of('falling_to')}) "),
        "rest_of": re.compile(rf"(?<!\S){of('rest')} {amount} "),
        "undecided": re.compile(rf"(?<!\S){percent} {word}{{0,3}}{of('undecided')} "),
    }
