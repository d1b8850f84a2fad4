"""What an article tells twice: a number of the headline or a caption that its text gives too, and one told again further down.

Rows `retold` tie the two, a headline or caption first, else the earlier one first. Their modality is `possible` where it is only likely
that both tell of one thing. Numbers that nobody tells again otherwise give no row.
Rows `precise` tie a rough number and a definite one that comes back to it, where no words say that somebody counted.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import INJURE, PERSON, SHOOT
from qcheck.extraction.discourse.mentions import HARMED, Mention, mentions
from qcheck.extraction.discourse.relations.lengths import TIME, adjective
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim, changed

_VAGUE = (SHOOT, "live")  # said of people in more senses than one: hit or killed, those who live there or who came along
RETOLD, PRECISE = "retold", "precise"
_FIRST = 6  # sentences in which a text tells what its headline tells
_NEAREST = 8  # mentions of one thing that a later one is compared with, the last ones before it
_SIZE = 2.0
_HEAD = 5  # letters of the last part of a compound
_ROUNDING = 0.02  # of a number, that a headline may leave out
_RECENT = 5  # days before the article in which what it tells happened
_ALIKE, _FEWEST = 0.5, 3  # of the words of the shorter sentence, and how many: two sentences that tell one thing
_LISTED = 3  # amounts of a sentence that make a list


def retold(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """The rows of an article."""
    told = mentions(article, rows)
    rest = [m for m in told if m.claim.zone != "headline"]
    found = [row for head in told if head.claim.zone == "headline" and (row := _below(article, head, rest)) is not None]
    blocks: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    heads = _heads({mention.family for mention in told}) if article.pack.concepts.compounds else {}
    for mention in told:
        if mention.family or mention.claim.event:
            blocks[_measure(mention), heads.get(mention.family, mention.family)].append(mention)
    for block in blocks.values():
        found += [row for at in range(1, len(block)) if (row := _again(article, block, at)) is not None]
    return list({row.claim: row for row in reversed(found)}.values())


def _heads(things: set[str]) -> dict[str, str]:
    """Compounds and the other thing of the article that they end in ("geldautomat": "automat")."""
    shorter = sorted((thing for thing in things if len(thing) >= _HEAD), key=len)
    return {long: short for short in reversed(shorter) for long in shorter if long != short and long.endswith(short)}


def _below(article: Article, head: Mention, rest: list[Mention]) -> Claim | None:
    """The row of a number in the headline and the one of the text that it stands for, if no other number of the text agrees with it."""
    measured = [m for m in rest if _measure(m) == _measure(head)]
    agreeing = [m for m in measured if _overlap(m.claim, head.claim) or _rounded(m.claim, head.claim)]
    if any(m.claim.modifier == head.claim.modifier for m in agreeing):
        return None
    for other in agreeing:
        if other.claim.value_low == head.claim.value_low:
            return _row(article, head, other, "the headline gives the number of the text", sure=False)
    if agreeing or head.apart or head.others:
        return None
    told = [m for m in measured if _leads(head, m) and not (m.apart or _told_apart(article, head, m) or _same_with_dead(head, m))]
    for other in told:
        if _same_event(head, other) and _one_thing(head, other):
            sure = head.manner[0] == "" and head.claim.modality == other.claim.modality and not _may_include_the_dead(head, other)
            return _row(article, head, other, "the headline and the text tell of one thing", sure=sure)
    harmed = [
        m
        for m in told
        if head.claim.event and head.claim.of in ("", PERSON) and m.claim.event == head.claim.event and m.family == head.family == PERSON
    ]
    if len(harmed) == 1 and harmed[0].claim.sentence <= _FIRST and _close(head.claim, harmed[0].claim):
        return _row(article, head, harmed[0], "the headline and the text tell of one thing", sure=False)
    for other in told:
        events = {head.claim.event, other.claim.event}
        counted = head.claim.of == other.claim.of != "" and (
            "" in events or (not events <= HARMED and _one_digit_off(head.claim, other.claim))
        )
        if (counted or head.claim.unit != "count") and other.claim.sentence <= _FIRST and _digits_slipped(head.claim, other.claim):
            return _row(article, head, other, "no other number of the text is like that of the headline", sure=False)
    return None


def _leads(head: Mention, other: Mention) -> bool:
    """Whether a number of the text stands where it tells what the headline tells, and is the same kind of figure."""
    near = other.claim.sentence <= _FIRST or other.claim.definite or len(head.stems & other.stems) >= _FEWEST
    return near and (head.manner == other.manner or head.claim.of == other.claim.of != "")


def _rounded(exact: Claim, rough: Claim) -> bool:
    """Whether a headline's number is that of the text but for a rounding."""
    return abs(exact.value_low - rough.value_low) <= _ROUNDING * exact.value_low


def _digits_slipped(a: Claim, b: Claim) -> bool:
    """Whether two numbers of a unit look like one: close, written with the same digits, or off by a power of ten."""
    one, other = (f"{c.value_low:.6g}".replace(".", "").strip("0") for c in (a, b))
    return _close(a, b) or sorted(one) == sorted(other)


def _one_digit_off(a: Claim, b: Claim) -> bool:
    """Whether two whole numbers of two digits or more differ in one digit, or in two that changed places."""
    one, other = f"{a.value_low:g}", f"{b.value_low:g}"
    if len(one) != len(other) or not (one.isdecimal() and other.isdecimal()) or len(one) < 2:
        return False
    differing = [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(differing) == 1 or (len(differing) == 2 and sorted(one) == sorted(other))


def _again(article: Article, block: list[Mention], at: int) -> Claim | None:
    """The row of a number that is told again further down, if it is no number that stood before and one before it is of the same thing."""
    later, before = block[at], block[max(0, at - _NEAREST) : at]
    c = later.claim
    if any(m.claim.value_low == c.value_low and m.claim.modifier == c.modifier for m in before) or later.apart:
        return None
    for earlier in before:
        e = earlier.claim
        if (
            e.sentence == c.sentence
            or e.unit != c.unit  # their numbers are not of one size
            or earlier.apart
            or _of_list(earlier, block)
            or earlier.manner != later.manner
            or not _one_thing(earlier, later)
        ):
            continue
        if _points_back(e, c) and not (later.narrowed and c.high < e.low):
            if e.modifier == "about" and not later.counted and _overlap(e, c):
                return relation(article, PRECISE, (e, c), reason="the later one points back at the rough number")
            sure = _same_event(earlier, later) and c.of == e.of
            if c.dimension == TIME and (adjective(article.pack, c.quote) or c.time_quote):
                continue  # "the 24-hour strike" tells which one
            return _row(article, earlier, later, "the later one points back at what was counted before", sure=sure)
        if not later.manner[0] and _same_event(earlier, later) and not _kept_apart(article, earlier, later):
            why, sure = _evidence(earlier, later, block)
            if why:
                return _row(article, earlier, later, why, sure=sure)
    return None


def _of_list(mention: Mention, block: list[Mention]) -> bool:
    """Whether an amount is one of three or more in its sentence, each of something else ("5 million for roads, 4 for schools, ...")."""
    return mention.claim.unit != "count" and sum(m.claim.sentence == mention.claim.sentence for m in block) >= _LISTED


def _kept_apart(article: Article, earlier: Mention, later: Mention) -> bool:
    e, c = earlier.claim, later.claim
    if e.modality != c.modality or _told_apart(article, earlier, later):
        return True
    return _dated_apart(earlier, later) or _same_with_dead(earlier, later)


def _evidence(earlier: Mention, later: Mention, block: list[Mention]) -> tuple[str, bool]:
    """Why two numbers said of one thing in one event are of one count, and whether that is sure; "" where nothing says so."""
    e, c = earlier.claim, later.claim
    shared = sorted(earlier.stems & later.stems)
    if len(shared) >= max(_FEWEST, _ALIKE * min(len(earlier.stems), len(later.stems))):
        return f"both sentences tell of {', '.join(shared[:4])}", not _may_include_the_dead(earlier, later)
    if _close(e, c) and not set(earlier.dead).isdisjoint(later.dead):
        return "both stand beside the same number of dead", False
    if not _close(e, c) or (e.record == "recalled") != (c.record == "recalled") or (later.narrowed and c.definite and c.high < e.low):
        return "", False
    if later.whole:
        return "the later one counts all of it", True
    if earlier.toll and later.toll:
        return "both sentences count the dead and the injured of one event", not _may_include_the_dead(earlier, later)
    numbers = {m.claim.value_low for m in block[: 2 * _NEAREST] if _same_event(m, later) and not m.apart}
    if e.zone != "headline" and c.of and c.event not in _VAGUE and len(numbers) == 2:
        return "the article gives this thing two numbers", False
    return "", False


def _points_back(earlier: Claim, later: Claim) -> bool:
    """Whether a definite word before a number says that its thing was counted before ("the 31 houses"), in a number nearly as large.

    A smaller number may be that of a part ("the 31 houses that burned"), a larger one of which the same is said is never one.
    """
    named = later.of or later.unit != "count"
    scoped = later.scope and earlier.scope != later.scope
    if not (later.definite and named and later.quote.strip("0123456789.,")) or scoped or min(later.low, earlier.low) <= 1:
        return False
    if earlier.event == later.event != "" and later.low > earlier.high:
        return True
    return _close(earlier, later) and HARMED.isdisjoint((earlier.event, later.event))


def _same_event(a: Mention, b: Mention) -> bool:
    """Whether one thing is said of both, right beside each of them."""
    return a.claim.event == b.claim.event != "" and a.tied and b.tied


def _may_include_the_dead(a: Mention, b: Mention) -> bool:
    """Whether one of two counts of people who were hit or hurt leaves out the dead that its sentence tells of, and the other may not."""
    uncounted = any(m.deaths and not m.dead for m in (a, b))
    return a.claim.event == SHOOT or (a.claim.event == INJURE and (uncounted or a.deaths != b.deaths))


def _same_with_dead(a: Mention, b: Mention) -> bool:
    """Whether two counts of people who were hit or hurt are one if the dead are counted with one of them ("1 dead, 3 shot")."""
    return a.claim.event in (SHOOT, INJURE) and any(
        one.claim.value_low + sum(one.dead) == other.claim.value_low for one, other in ((a, b), (b, a)) if one.dead
    )


def _dated_apart(a: Mention, b: Mention) -> bool:
    """Whether both sentences name days, and none that the other names."""
    return bool(a.days and b.days) and all(x.disjoint(y) for x in a.days for y in b.days)


def _close(a: Claim, b: Claim) -> bool:
    """Whether two numbers lie so near that one may be the other told wrong."""
    if abs(a.value_low - b.value_low) <= 1:
        return True
    return a.low <= _SIZE * b.high and b.low <= _SIZE * a.high


def _one_thing(a: Mention, b: Mention) -> bool:
    """Whether both count one thing; a narrower word ("two men" after "four people") counts a part of it unless it counts more."""
    if a.claim.of == b.claim.of or (a.money and b.claim.definite):
        return True
    if b.claim.definite and len(b.claim.of) >= _HEAD and a.claim.of.endswith(b.claim.of):
        return True
    wide, narrow = (a, b) if a.claim.of == PERSON else (b, a)
    return wide.claim.of == PERSON and narrow.family == PERSON and narrow.claim.high > wide.claim.low


def _told_apart(article: Article, one: Mention, other: Mention) -> bool:
    """Whether two numbers are of different days, places, parties or parts."""
    a, b = one.claim, other.claim
    pairs = ((a.agent, b.agent), (a.recipient, b.recipient), (a.place, b.place), (a.scope, b.scope))
    if any(x and y and x != y for x, y in pairs):
        return True
    if a.time_quote and b.time_quote:
        return a.within != b.within and a.time_quote.lower() != b.time_quote.lower()
    return _recalled(article, one) or _recalled(article, other)


def _recalled(article: Article, mention: Mention) -> bool:
    """Whether the days beside a number lie before those in which what the article tells happened."""
    lasts = [days.high for days in mention.days if days.high is not None]
    return bool(lasts) and article.published is not None and (article.published - max(lasts)).days > _RECENT


def _measure(mention: Mention) -> str:
    return mention.claim.dimension or mention.claim.unit


def _overlap(a: Claim, b: Claim) -> bool:
    """Whether two numbers may be one; of a number without an upper limit only what a reader takes it to mean counts."""
    (a_low, a_high), (b_low, b_high) = ((c.low, c.high) if math.isfinite(c.high) else (c.typical_low, c.typical_high) for c in (a, b))
    return a_low <= b_high and b_low <= a_high


def _row(article: Article, first: Mention, second: Mention, why: str, *, sure: bool) -> Claim:
    row = relation(article, RETOLD, (first.claim, second.claim), reason=why)
    return row if sure else changed(row, modality="possible")
