"""What a counted phrase counts, as a lemma that is the same in every language."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qcheck.language.pack import Pack
from qcheck.model.desk import Desk


class Concept(NamedTuple):
    """A lemma, the words that narrow it, and the event where the word itself tells one ("the dead": persons, kill)."""

    lemma: str
    scope: str = ""
    event: str = ""


PERSON = "person"
# the lemmas of things that are persons
PERSONS = frozenset(
    (
        *("person", "man", "woman", "child", "baby", "adult", "victim", "survivor", "suspect", "witness", "soldier", "fighter"),
        *("civilian", "police_officer", "firefighter", "rescuer", "worker", "resident", "student", "teacher", "patient"),
        *("doctor", "nurse", "passenger", "driver", "tourist", "spectator", "participant", "protester", "refugee", "prisoner"),
        *("hostage", "journalist", "farmer", "lawyer", "pilot"),
    )
)
# the events that happen to persons where a count names nothing else ("12 injured")
OF_PERSONS = frozenset(("kill", "injure", "shoot", "arrest", "kidnap", "hospitalize", "infect", "vaccinate", "displace"))
# the lemmas of things that have a value of their own
MEASURED = frozenset(("incidence", "interest_rate", "inflation", "population", "temperature"))
# the lemmas of measures and rules that carry a length of time or a share in their name ("seven-day incidence", "five-percent hurdle")
NAMING = frozenset(("incidence", "threshold"))
_SHORTEST_TAIL = 4


@cache
def _words(pack: Pack) -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    concepts = pack.concepts
    for lemma, words in concepts.things.items():
        for word in words:
            for ending in concepts.endings:
                table.setdefault(word.lower() + ending, (lemma, ""))
    for words, lemma, event in [(words, lemma, "") for lemma, words in concepts.things.items()] + [
        (words, PERSON, event) for event, words in concepts.states.items()
    ]:
        for word in words:
            table[word.lower()] = (lemma, event)
    for event, words in concepts.states.items():
        for word in words:
            for ending in concepts.endings:
                table.setdefault(word.lower() + ending, (PERSON, event))
    return table


@cache
def known_nouns(pack: Pack) -> frozenset[str]:
    """All words for things, with their endings, in lower case."""
    return frozenset(_words(pack))


def concept(phrase: str, *, pack: Pack, desk: Desk) -> Concept:
    """The concept of a counted phrase (its head stands last): the desk's, else the pack's, else the head itself."""
    words = phrase.lower().split()
    if not words:
        return Concept("")
    own = {word.lower(): lemma for lemma, named in desk.concepts.items() for word in named.get(pack.code, ())} if desk.concepts else {}
    table = _words(pack)
    for first in range(len(words)):
        tail = " ".join(words[first:])
        scope = " ".join(words[:first])
        if tail in own:
            return Concept(own[tail], scope)
        if tail in table:
            narrower = " ".join(word for word in words[:first] if table.get(word, ("",))[0] != table[tail][0])
            return Concept(table[tail][0], narrower, table[tail][1])
    head, scope = words[-1], " ".join(words[:-1])
    if pack.concepts.compounds or "-" in head:
        for at in range(1, len(head) - _SHORTEST_TAIL + 1):
            found = table.get(head[at:])
            if found and (head[at - 1] == "-" or (pack.concepts.compounds and head[:at] not in pack.concepts.particles)):
                return Concept(found[0], f"{scope} {head[:at].strip('-')}".strip(), found[1])
    return Concept(head, scope)
