"""Who does it, and to whom: countries by ISO code, others by name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from qcheck.extraction.discourse.marks import OPENING, STRONG, Mark, Reading

_CLAUSE = 4


class Parties(NamedTuple):
    """ISO codes or names, sorted and joined by ;, of those who do it and of those who get it."""

    agent: str = ""
    recipient: str = ""


def parties(reading: Reading, event: Mark, *, earlier: str = "") -> Parties:
    """The parties of an event. `earlier` is the subject of the sentence before, for a pronoun that has none in its own."""
    if not (earlier or "country" in reading.marks):
        return Parties()
    forms = event.form.removeprefix("wanted ").split()
    begin, end = clause(reading, event.first)
    receivers = _after_preposition(reading, "recipient", event, begin, end)
    if "noun" in forms:
        agents = _owners(reading, event) or _after_preposition(reading, "agent", event, begin, end)
        agents = agents or _after_preposition(reading, "source", event, begin, end)
        if not agents and earlier and reading.of("possessives", max(0, event.first - 3), event.first - 1):
            agents = earlier.split(";")
        if not agents:
            agents = [code for code in subject(reading, event.first, earlier=earlier) if code not in receivers]
        return Parties(_join(agents), _join([r for r in receivers if r not in agents]))
    if passive(reading, event, begin, end):
        agents = _after_preposition(reading, "agent", event, begin, end)
        return Parties(_join(agents), _join([r for r in receivers if r not in agents]))
    agents = subject(reading, event.first, earlier=earlier)
    receivers = receivers or [c for c in _objects(reading, event, begin, end, agents) if c not in agents]
    return Parties(_join(agents), _join([r for r in receivers if r not in agents]))


def clause(reading: Reading, index: int, limit: int = _CLAUSE) -> tuple[int, int]:
    """The first and last token of the clause around a token."""
    costs = reading.parted  # they never fall
    return bisect_right(costs, costs[index] - limit), bisect_left(costs, costs[index] + limit) - 1


def subject(reading: Reading, verb: int, *, earlier: str = "") -> list[str]:
    """The countries that are the subject of the verb at a token: in its clause, else of the clauses before, else `earlier` by pronoun.

    It looks beyond the clause only for a verb that has no subject there: one after a pronoun, an infinitive, or one at its head.
    """
    if not (earlier or "country" in reading.marks):
        return []
    begin, end = clause(reading, verb)
    reached = verb
    while True:
        found = _heads(reading, begin, reached - 1)
        if found:
            return found
        after = [m for m in _actors(reading, reached + 1, min(end, reached + 4)) if not bound(reading, m)]
        if reached == verb and after and _finite(reading, verb) and after[0].first - verb <= 3:
            return _together(reading, after)
        pronoun = any(not _expletive(reading, m) for m in reading.of("pronouns", begin, reached))
        if begin == 0:
            return earlier.split(";") if pronoun and earlier else []
        if not pronoun and not _bare(reading, verb) and reached - begin > 3:
            return []
        if reading.tokens[begin].text in STRONG or reading.tokens[begin - 1].text in STRONG:
            return earlier.split(";") if pronoun and earlier else []
        reached = begin
        begin, end = clause(reading, begin - 1)


def _expletive(reading: Reading, pronoun: Mark) -> bool:
    """Whether a pronoun stands for nobody: "it" beside a verb of being, which has its subject later ("es seien 11 angekommen")."""
    beside = (pronoun.first - 1, pronoun.last + 1)
    return reading.at("expletives", pronoun.first) is not None and any(
        0 <= i < len(reading.tokens) and reading.at(kind, i) for i in beside for kind in ("existential", "preterite", "passive")
    )


def place(reading: Reading, first: int, last: int) -> str:
    """The country or region that the clause of tokens `first` to `last` names as the place ("in Norway", "in northern Norway", "in Oslo",
    "in Bavaria", "worldwide").

    Nothing where it names two, or where the place is that of the words of saying.
    """
    found: dict[str, None] = {}
    for word in reading.of("locative"):
        index = word.last + 1
        while index < len(reading.tokens) and (reading.at("determiners", index) or reading.at("directions", index)):
            index += 1
        mark = (reading.at("region", index) or reading.at("country", index)) if index < len(reading.tokens) else None
        named = mark is not None and (mark.kind == "region" or mark.form in ("name", "capital", "genitive"))
        if mark is None or not named or reading.border(word.first, first) >= _CLAUSE:
            continue
        begin, end = clause(reading, word.first)
        said = [m for m in reading.of("speech") if reading.border(m.first, word.first) < 2 and not passive(reading, m, begin, end)]
        if not said:
            found.setdefault(mark.value)
    if not found:
        found = {m.value: None for m in reading.of("area") if reading.border(m.first, first) < _CLAUSE}
    return next(iter(found)) if len(found) == 1 else ""


def _bare(reading: Reading, verb: int) -> bool:
    """Whether a verb is an infinitive or gerund, whose subject stands with the verb that governs it."""
    mark = reading.at("event", verb)
    return mark is not None and any(form in mark.form for form in ("base", "gerund"))


def _finite(reading: Reading, verb: int) -> bool:
    mark = reading.at("event", verb) or reading.at("speech", verb)
    return mark is not None and any(form in mark.form for form in ("past", "present", "base"))


def _heads(reading: Reading, begin: int, end: int) -> list[str]:
    """The countries in subject position between two tokens: the first that no preposition governs, with those joined to it."""
    free = [m for m in _actors(reading, begin, end) if not bound(reading, m)]
    return _together(reading, free)


def _together(reading: Reading, free: list[Mark]) -> list[str]:
    if not free:
        return []
    codes = [free[0].value]
    for before, after in pairwise(free):
        joined = reading.of("coordinators", before.last + 1, after.first - 1)
        commas = all(
            reading.tokens[i].text == "," or reading.at("coordinators", i) or reading.at("determiners", i)
            for i in range(before.last + 1, after.first)
        )
        if not commas or not (joined or after.first - before.last == 2):
            break
        codes.append(after.value)
    return codes


def _actors(reading: Reading, begin: int, end: int) -> list[Mark]:
    """Countries that may act: names and capitals, and adjectives or genitives before a body that acts for the country."""
    actors = []
    for mark in reading.of("country", begin, end):
        after = mark.last + 1
        own = after < len(reading.tokens) and (reading.tokens[after].low in ("'s", "-", "'") or reading.tokens[after].text == "’")
        if mark.form in ("name", "capital") and not own:
            actors.append(mark)
        elif any(reading.at("body", i) for i in range(after + own, min(after + own + 3, len(reading.tokens)))):
            body = next(i for i in range(after + own, after + own + 3) if reading.at("body", i))
            if not any(reading.at("role", i) and not reading.at("body", i) for i in range(after + own, min(body + 3, len(reading.tokens)))):
                actors.append(mark)
        elif mark.form == "people":
            actors.append(mark)
    return actors


def bound(reading: Reading, mark: Mark) -> bool:
    """Whether a preposition governs the words before a mark (over determiners and adjectives)."""
    index = mark.first - 1
    while index >= 0 and (
        reading.at("determiners", index)
        or reading.at("directions", index)
        or reading.tokens[index].text in OPENING
        or reading.tokens[index].text == "-"
    ):
        if reading.at("preposition", index):
            return True
        index -= 1
    return (index >= 0 and any(reading.at(kind, index) for kind in ("preposition", "says_before"))) or _listed(reading, index, mark)


def _listed(reading: Reading, index: int, mark: Mark) -> bool:
    """Whether a mark goes on a list whose first part a preposition governs ("between A and B")."""
    if index < 0 or not reading.at("coordinators", index):
        return False
    before = [m for m in reading.of("country", 0, index - 1) if m.last == index - 1]
    return bool(before) and bound(reading, before[0])


def _owners(reading: Reading, event: Mark) -> list[str]:
    """The countries of a genitive or adjective before a noun: "Norway's deliveries", "Norwegian grain deliveries"."""
    index, found = event.first - 1, []
    while index >= 0 and event.first - index <= 5 and reading.border(index, event.first) < 2:
        mark = reading.at("country", index)
        if mark is not None:
            found.append(mark.value)
            break
        if reading.at("preposition", index) or reading.at("event", index):
            break
        index -= 1
    if not found and event.last + 1 < len(reading.tokens):
        mark = reading.at("country", event.last + 1)
        if mark is not None and mark.form == "genitive":
            found.append(mark.value)
    return found


def _after_preposition(reading: Reading, role: str, event: Mark, begin: int, end: int) -> list[str]:
    """The countries that a preposition of a role governs in the clause, unless another event stands between it and this one."""
    found: list[str] = []
    for preposition in reading.of("preposition", begin, end):
        if preposition.value != role:
            continue
        low, high = sorted((preposition.first, event.first))
        if any(m.first > low and m.last < high and m.value != event.value and not _counted(reading, m) for m in reading.of("event")):
            continue
        for mark in reading.of("country", preposition.last + 1, min(preposition.last + 5, end)):
            if _bound_by(reading, preposition, mark) and mark.value not in found:
                found.append(mark.value)
    return found


def _counted(reading: Reading, mark: Mark) -> bool:
    """Whether a word that may be a verb stands right after digits and so is a noun ("12 ships")."""
    return mark.first > 0 and reading.tokens[mark.first - 1].text[:1].isdigit()


def _bound_by(reading: Reading, preposition: Mark, mark: Mark) -> bool:
    after = mark.last + 1
    own = mark.form == "adjective" or (after < len(reading.tokens) and reading.tokens[after].low in ("'s", "-", "'", "’"))
    if own and not any(reading.at("body", i) for i in range(after, min(after + 4, len(reading.tokens)))):
        return False
    if reading.of("event", preposition.last + 1, mark.first - 1):
        return False
    return all(
        reading.at("determiners", i) or reading.at("country", i) or reading.at("coordinators", i) or reading.tokens[i].text[:1].islower()
        for i in range(preposition.last + 1, mark.first)
    ) and not reading.of("preposition", preposition.last + 1, mark.first - 1)


def passive(reading: Reading, event: Mark, begin: int, end: int) -> bool:
    """Whether a participle stands in the passive: an auxiliary of it is nearer in the clause than one of the perfect."""
    if "participle" not in event.form.split():
        return False
    helpers = reading.of("passive", begin, end)
    active = reading.of("perfect", begin, end)
    if helpers:
        near = min(helpers, key=lambda m: abs(m.first - event.first))
        return not active or abs(near.first - event.first) <= abs(active[-1].first - event.first)
    return not active and "past" not in event.form.split()


def _objects(reading: Reading, event: Mark, begin: int, end: int, agents: list[str]) -> list[str]:
    """A country that stands without a preposition beside the subject: a dative, or what the verb is done to."""
    free = [m for m in _actors(reading, begin, end) if not bound(reading, m) and m.value not in agents]
    return [free[0].value] if free else []


def _join(codes: list[str]) -> str:
    return ";".join(sorted(set(codes)))
