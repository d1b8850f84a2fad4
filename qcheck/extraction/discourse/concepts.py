"""What a counted phrase counts, as a lemma that is the same in every language."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qcheck.files.yaml import read_yaml, validate
from qcheck.language.pack import LANGUAGES, Pack
from qcheck.language.schema.measured import Measure, Measured
from qcheck.model.desk import Desk


class Concept(NamedTuple):
    """A lemma, the words that narrow it, and the event where the word itself tells one ("the dead": persons, kill)."""

    lemma: str
    scope: str = ""
    event: str = ""


PERSON, SUSPECT = "person", "suspect"
KILL, INJURE, SHOOT = HARM = ("kill", "injure", "shoot")
# the lemmas of things that are persons
PERSONS = frozenset(
    (
        *("person", "man", "woman", "child", "baby", "adult", "victim", "survivor", "suspect", "witness", "soldier", "fighter"),
        *("civilian", "police_officer", "firefighter", "rescuer", "worker", "resident", "student", "teacher", "patient"),
        *("doctor", "nurse", "passenger", "driver", "tourist", "spectator", "participant", "protester", "refugee", "prisoner"),
        *("hostage", "journalist", "farmer", "lawyer", "pilot", "voter", "sailor", "fisher", "hiker", "miner", "guard", "tenant"),
    )
)
# the events that happen to persons where a count names nothing else ("12 injured")
OF_PERSONS = frozenset(
    (
        *HARM,
        *("arrest", "charge", "sentence", "kidnap", "hospitalize", "intensive_care", "ventilate", "critical"),
        *("infect", "recover", "vaccinate", "displace", "evacuate", "rescue", "miss", "strike", "protest"),
    )
)
# the events that only bodies and what is built take part in: never said of money, distances, weights
BODILY = OF_PERSONS - {"recover", "miss"} | {"attack", "train", "elect", "treat", "plant", "live"}
# the lemmas of measures and rules that carry a length of time or a share in their name ("seven-day incidence", "five-percent hurdle")
NAMING = frozenset(("incidence", "threshold", "value", "reproduction_number"))
_SHORTEST_TAIL = 4


@cache
def measures() -> dict[str, Measure]:
    """The lemmas of things that have a value of their own, with what it is measured in."""
    return validate(read_yaml(LANGUAGES / "international" / "measured.yaml"), Measured).measured


@cache
def _words(pack: Pack) -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    concepts = pack.concepts
    for lemma, words in concepts.things.items():
        for word in words:
            for ending in concepts.endings:
                table.setdefault(word.lower() + ending, (lemma, ""))
    exact: dict[str, tuple[str, str]] = {}
    for event, words in concepts.states.items():
        for word in words:
            exact.setdefault(word.lower(), (PERSON, event))
    for lemma, words in concepts.things.items():
        for word in words:
            exact.setdefault(word.lower(), (lemma, ""))
    table |= exact
    for event, words in concepts.states.items():
        for word in words:
            for ending in concepts.endings:
                table.setdefault(word.lower() + ending, (PERSON, event))
    return table


def known(pack: Pack, word: str) -> str:
    """The lemma of a word in lower case that the pack knows as a thing, else nothing."""
    return _words(pack).get(word, ("",))[0]


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
