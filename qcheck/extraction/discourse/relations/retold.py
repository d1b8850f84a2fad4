"""What an article tells twice: a number of the headline or a caption that its text gives too, and one told again further down.

Rows `retold` tie the two, a headline or caption first, else the earlier one first. Their modality is `possible` where it is only likely
that both tell of one thing. Numbers that nobody tells again otherwise give no row.
Rows `precise` tie a rough number and a definite one that comes back to it, where no words say that somebody counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import OF_PERSONS, PERSON
from qcheck.extraction.discourse.mentions import INJURE, SHOOT, Mention, mentions
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim
from qcheck.model.timespan import span_from_text

RETOLD, PRECISE = "retold", "precise"
_FIRST = 6  # sentences in which a text tells what its headline tells
_NEAREST = 8  # mentions of one thing that a later one is compared with, the last ones before it
_SIZE = 1.5
_RECENT = 10  # days before the article in which what it tells happened
_ALIKE, _FEWEST = 0.5, 3  # of the words of the shorter sentence, and how many: two sentences that tell one thing


def retold(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """The rows of an article."""
    told = mentions(article, rows)
    headed = [m for m in told if m.claim.zone == "headline"]
    rest = [m for m in told if m.claim.zone != "headline"]
    found = [row for head in headed if (row := _below(article, head, rest)) is not None]
    blocks: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in told:
        if mention.family or mention.claim.event:
            blocks[mention.claim.dimension or mention.claim.unit, mention.family].append(mention)
    for block in blocks.values():
        for at, later in enumerate(block):
            row = _again(article, later, block[max(0, at - _NEAREST) : at])
            if row is not None:
                found.append(row)
    return found


def _below(article: Article, head: Mention, rest: list[Mention]) -> Claim | None:
    """The row of a number in the headline and the one of the text that it stands for, if no other number of the text agrees with it."""
    measured = [m for m in rest if _measure(m) == _measure(head)]
    agreeing = [m for m in measured if _overlap(m.claim, head.claim)]
    if any(m.claim.modifier == head.claim.modifier for m in agreeing):
        return None
    for other in agreeing:
        if other.claim.value_low == head.claim.value_low:
            return _row(article, head, other, "the headline gives the number of the text", sure=False)
    if agreeing or head.apart:
        return None
    for other in measured:
        main = other.claim.sentence <= _FIRST or len(head.stems & other.stems) >= _FEWEST
        if main and not (other.apart or _told_apart(article, head.claim, other.claim)) and _said_alike(head, other):
            return _row(article, head, other, "the headline and the text tell of one thing", sure=True)
    return None


def _again(article: Article, later: Mention, before: list[Mention]) -> Claim | None:
    """The row of a number that is told again further down, if it is no number that stood before and one before it is of the same thing."""
    c = later.claim
    if any(m.claim.value_low == c.value_low and m.claim.modifier == c.modifier for m in before) or later.apart:
        return None
    for earlier in before:
        e = earlier.claim
        if e.sentence == c.sentence or earlier.apart or not _one_thing(earlier, later):
            continue
        if c.definite and c.of and _near(c, e) and c.scope == e.scope and (c.event == e.event or OF_PERSONS.isdisjoint((c.event, e.event))):
            if e.modifier == "about" and not later.counted:
                return relation(article, PRECISE, (e, c), reason="the later one points back at the rough number")
            sure = c.event == e.event != "" and c.of == e.of
            return _row(article, earlier, later, "the later one points back at what was counted before", sure=sure)
        if _told_apart(article, e, c):
            continue
        same_event = bool(c.event) and c.event == e.event
        shared = earlier.stems & later.stems
        alike = len(shared) >= max(_FEWEST, _ALIKE * min(len(earlier.stems), len(later.stems)))
        if same_event and (alike or (later.whole and _near(c, e))):
            why = f"both sentences tell of {', '.join(sorted(shared)[:4])}" if alike else "the later one counts all of it"
            return _row(article, earlier, later, why, sure=not _may_include_the_dead(earlier, later))
    return None


def _may_include_the_dead(a: Mention, b: Mention) -> bool:
    """Whether one of two counts of people who were hit or hurt leaves out the dead that its sentence tells of, and the other may not."""
    return a.claim.event == SHOOT or (a.claim.event == INJURE and a.deaths != b.deaths)


def _near(a: Claim, b: Claim) -> bool:
    """Whether two numbers lie so near that one may be the other told wrong."""
    return a.low <= _SIZE * b.high and b.low <= _SIZE * a.high


def _said_alike(a: Mention, b: Mention) -> bool:
    return bool(a.claim.event) and a.claim.event == b.claim.event and _one_thing(a, b)


def _one_thing(a: Mention, b: Mention) -> bool:
    """Whether both count one thing; a narrower word ("two men" after "four people") counts a part of it unless it counts more."""
    if a.claim.of == b.claim.of:
        return True
    wide, narrow = (a, b) if a.claim.of == PERSON else (b, a)
    return wide.claim.of == PERSON and narrow.family == PERSON and narrow.claim.high > wide.claim.low


def _told_apart(article: Article, a: Claim, b: Claim) -> bool:
    """Whether two claims name different events, days, places, parties or parts."""
    if any(
        x and y and x != y
        for x, y in (
            (a.event, b.event),
            (a.agent, b.agent),
            (a.recipient, b.recipient),
            (a.place, b.place),
            (a.scope, b.scope),
            (a.record, b.record),
        )
    ):
        return True
    if a.time_quote and b.time_quote:
        return a.within != b.within
    return (a.record or b.record) == "recalled" or any(_recalled(article, c) for c in (a, b))


def _recalled(article: Article, claim: Claim) -> bool:
    """Whether a number is dated to days long before the article, as that of another event is."""
    if not claim.time_quote or article.published is None:
        return False
    last = span_from_text(claim.within, "").within.high
    return last is not None and (article.published - last).days > _RECENT


def _measure(mention: Mention) -> str:
    return mention.claim.dimension or mention.claim.unit


def _overlap(a: Claim, b: Claim) -> bool:
    return a.low <= b.high and b.low <= a.high


def _row(article: Article, first: Mention, second: Mention, why: str, *, sure: bool) -> Claim:
    row = relation(article, RETOLD, (first.claim, second.claim), reason=why)
    return row if sure else replace(row, modality="possible")
