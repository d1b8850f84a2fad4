"""Do two statements speak of one thing? Only if enough says so and nothing says that they do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from qcheck.checking.events import Link, headlines_apart, same_event
from qcheck.checking.hierarchy import includes
from qcheck.checking.lines import Line, in_words, line
from qcheck.checking.slots import BEFALLS, DEAD, PERSON, of_a_kind
from qcheck.checking.statement import Article, Statement
from qcheck.checking.wording import concept_words, party_words
from qcheck.language.institutes import institutes

OPEN = "?"  # the scope of a number of one of several that its words do not name
Kinds: TypeAlias = Literal["", "second", "either"]
# kinds that may be told of one thing; a kind that is not told fits every kind but share and change
_COMPATIBLE_KINDS = frozenset(
    {frozenset({"level", "total"}), frozenset({"", "level"}), frozenset({"", "total"}), frozenset({"", "per_period"})}
)


def link(a: Statement, b: Statement, *, kinds: Kinds = "", events: Callable[[Article, Article], Link] = same_event) -> Link:
    """The same thing, likely the same, different ones, or unclear, with reasons.

    Symmetric but for `kinds`: where that is `second`, what `b` counts may be a kind of what `a` names (a trawler is a ship); where it is
    `either`, one of two counts of persons may be of a kind of those whom the other counts. Says nothing of the numbers and of who says
    so. `events` answers whether two articles tell of one event.
    """
    against = _difference(a, b, kinds)
    if against:
        return Link("different", (against,))
    if not (a.tells_thing and b.tells_thing):
        return Link("unclear", ("what is counted or what is said of it is not known of both",))
    if a.claim.scope != b.claim.scope or a.claim.scope == OPEN:  # both leave it open which
        return Link("unclear", (f"“{a.claim.scope}” and “{b.claim.scope}” may not include the same",))
    if a.claim.document == b.claim.document:
        # an article counts many groups of one kind; only who does it tells that two counts are of one
        return Link("same" if a.agents and b.agents else "unclear", (*_shared(a, b), line("shared_document")))
    if parties_of(a) and parties_of(a) == parties_of(b):
        both = a.agents and b.agents and a.recipients and b.recipients
        return Link("same", _shared(a, b) if both else (*_shared(a, b), line("year_written")))
    if not (a.main and b.main):
        return _further_down(a, b, events)
    if includes(PERSON, a.claim.of) and a.claim.event not in BEFALLS:
        return Link("unclear", (f"“{a.claim.event}” may be said of several groups of persons",))
    event = events(a.article, b.article)
    if event.answer not in ("same", "likely"):
        return event
    reasons = (*_shared(a, b), *event.reasons)
    if a.claim.zone == b.claim.zone == "headline" and headlines_apart(a.article, b.article):
        return Link("unclear", (*reasons, "each headline names what the other article does not"))
    if event.answer == "same" and a.numeric and b.numeric and not (a.slot or (a.only and b.only)):
        return Link("possible", (*reasons, line("other_numbers")))
    return Link(event.answer, (*reasons, line("main_event")))


def joins_inside(s: Statement) -> bool:
    """Whether the link can join it with another claim of its article: only if it tells who does it."""
    return bool(s.agents)


def joins_across(s: Statement) -> bool:
    """Whether the link can join it with a claim of another article: one of its main event, one of the dead, the only number of its thing,
    one that names its parties.
    """
    return s.main or s.slot == (PERSON, DEAD) or s.only or bool(parties_of(s))


def _further_down(a: Statement, b: Statement, events: Callable[[Article, Article], Link]) -> Link:
    """The link of two of which one stands below where articles tell their main event. Of the dead of one event an article seldom has
    another count there, so that these are possibly the same; what is the only number of its thing in both articles is likely the same.
    """
    dead = a.slot == b.slot == (PERSON, DEAD)
    if (dead or (_only(a) and _only(b))) and "part" not in (a.claim.part, b.claim.part):
        event = events(a.article, b.article)
        if event.answer == "same":
            reasons = (*_shared(a, b), *event.reasons, line("further_down"))
            return Link("possible", reasons) if dead else Link("likely", (*reasons, line("only_number")))
    return Link("unclear", (line("further_down"),))


def _only(s: Statement) -> bool:
    """Whether it is the only number of its thing that its article gives, and a number; of persons only what befalls them is one thing."""
    c = s.claim
    told = s.main or c.record != "recalled"
    return s.only and told and c.modifier != "vague" and (c.event in BEFALLS or not includes(PERSON, c.of))


def _shared(a: Statement, b: Statement) -> tuple[Line, ...]:
    """What is said of both, each a line: the thing, the event, who does it to whom."""
    key = "kind_and_event" if a.claim.of != b.claim.of else "thing_and_event" if a.claim.of else "one_event"
    of, kind, event = (in_words(concept_words, concept) for concept in (a.claim.of, b.claim.of, a.claim.event))
    known = [(name, x) for name, x, y in (("agent", a.agents, b.agents), ("recipient", a.recipients, b.recipients)) if x and y]
    return (
        line(key, of=of, kind=kind, event=event),
        *(line(f"same_{name}", parties=in_words(party_words, ";".join(sorted(parties)))) for name, parties in known),
    )


def parties_of(s: Statement) -> tuple[frozenset[str], ...]:
    """Who does it to whom, where that is enough to know the thing in any article; else nothing.

    Both are told, or one who does it to nobody (loses, spends) in days whose year the words write.
    """
    if s.agents and (s.recipients or (s.timed and s.claim.time_year == "as written")):
        return s.agents, s.recipients
    return ()


def _difference(a: Statement, b: Statement, kinds: Kinds) -> str:
    """The first thing that says that they do not speak of one thing; "" where nothing does."""
    x, y = a.claim, b.claim
    one_slot = a.slot is not None and (a.slot == b.slot or (kinds == "either" and of_a_kind(a, b)))
    if x.of != y.of and not (kinds == "second" and includes(x.of, y.of)) and not one_slot:
        return f"“{x.of}” is not “{y.of}”"
    if x.event != y.event and not one_slot and x.event and y.event:
        return f"the event “{x.event}” is not “{y.event}”"
    if a.numeric and b.numeric and a.measure != b.measure:
        return f"{x.unit or 'a number'} and {y.unit or 'a number'} do not measure the same"
    if {x.modality, y.modality} != {x.modality} and {x.modality, y.modality} != {"asserted", "denied"}:
        return f"one is {x.modality}, the other {y.modality}"
    if x.kind != y.kind and frozenset({x.kind, y.kind}) not in _COMPATIBLE_KINDS:
        return f"one is a {x.kind or 'number'}, the other a {y.kind or 'number'}"
    for name, one, other in (("agent", a.agents, b.agents), ("recipient", a.recipients, b.recipients)):
        if one and other and one != other:
            return f"another {name}: {', '.join(sorted(one))} and {', '.join(sorted(other))}"
    if x.place and y.place and x.place != y.place:
        return f"another place: {x.place} and {y.place}"
    if x.by != y.by and {x.by, y.by} <= institutes().keys():
        return f"{x.by} and {y.by} count by rules of their own"
    return ""
