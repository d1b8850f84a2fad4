"""The words of a sentence that a pack knows: countries, events, cues; and how strongly its words are parted into clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from qcheck.extraction.discourse.lexicon import TOKEN, Entry, compound_events, lexicon, office
from qcheck.language.pack import Pack

_END = attrgetter("end")
_new = tuple.__new__  # half the time of Token(...), which an article calls for each of its words
STRONG = ";:–—…()"
_PARTING = frozenset((*STRONG, ",", "-"))
_CLOSING = 9  # the comma that ends a clause between commas
OPENING, CLOSING = '“„«‹"', '”“»›"'


class Token(NamedTuple):
    """A word or sign at characters `start` to `end` of the article; `low` is its text in lower case with a plain apostrophe."""

    start: int
    end: int
    text: str
    low: str


class Mark(NamedTuple):
    """Tokens `first` to `last` (inclusive) that the pack knows as `kind` with a `value`, in a grammatical `form`."""

    first: int
    last: int
    kind: str
    value: str
    form: str = ""


@dataclass(frozen=True)
class Reading:
    """The tokens of a stretch of text, and the marks in it by kind."""

    tokens: tuple[Token, ...]
    marks: dict[str, tuple[Mark, ...]]
    pack: Pack

    @cached_property
    def parted(self) -> Sequence[int]:
        """For each token what it costs to come there from the first one, over the borders of clauses."""
        return _parted(self.tokens, self.marks, self.pack)

    @property
    def asks(self) -> bool:
        """Whether a pronoun in it may stand for one who was named in the sentence before."""
        return "pronouns" in self.marks or "possessives" in self.marks

    def of(self, kind: str, first: int = 0, last: int | None = None) -> tuple[Mark, ...]:
        """The marks of a kind that lie within tokens `first` to `last` (inclusive)."""
        several = self.marks.get(kind, ())
        if not several or (last is None and not first):
            return several
        end = len(self.tokens) if last is None else last
        return tuple([m for m in several if first <= m.first and m.last <= end])

    def at(self, kind: str, index: int) -> Mark | None:
        """The mark of a kind that covers a token."""
        for mark in self.marks.get(kind, ()):
            if mark.first <= index <= mark.last:
                return mark
        return None

    def covered(self, kind: str) -> frozenset[int]:
        """All tokens that marks of a kind cover."""
        return frozenset([index for mark in self.marks.get(kind, ()) for index in range(mark.first, mark.last + 1)])

    def border(self, first: int, last: int) -> int:
        """The cost of all clause borders between two tokens."""
        costs = self.parted
        return abs(costs[last] - costs[first])

    def index(self, position: int) -> int:
        """The first token that ends after a character position."""
        return bisect_right(self._ends, position)

    @cached_property
    def _ends(self) -> list[int]:
        """Where each token ends, without the last one: what stands behind it belongs to it."""
        return [*map(_END, self.tokens[:-1])]

    @cached_property
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital letter."""
        return [index for index, token in enumerate(self.tokens) if token.text[:1].isupper()]


def read_marks(text: str, start: int, end: int, *, pack: Pack) -> Reading:
    """The reading of characters `start` to `end` of a text."""
    tokens = tuple([_new(Token, (*m.span(), word := m.group(), word.lower())) for m in TOKEN.finditer(text, start, end)])
    if text.find("’", start, end) >= 0 or text.find("'", start, end) >= 0:
        tokens = tuple(_genitives(tokens))
    found: dict[str, list[Mark]] = {}
    taken: dict[str, int] = {}
    apart: dict[int, str] = {}
    words, compounds = lexicon(pack).words, pack.concepts.compounds
    for index, token in enumerate(tokens):
        low = token.low
        known = words.get(low)
        if compounds and len(low) > 6 and token.text[0].isupper() and (known is None or not (known.alone or known.followed)):
            _compound(token, index, pack, found)
        if known is None:
            continue
        alone, followed, single, gaps = known
        goes_on = followed and index + 1 < len(tokens) and tokens[index + 1].low in followed
        if goes_on or single is None:
            _phrases(alone, followed, tokens, index, found, taken)
        else:
            for kind, value, form in single:
                if taken.get(kind, -1) < index:
                    found.setdefault(kind, []).append(_new(Mark, (index, index, kind, value, form)))
        for second, kind, value, form in gaps:
            later = _gap(tokens, index, second, ends=form[:6] != "wanted")
            if later:
                at = index if len(low) >= len(second) else later
                found.setdefault(kind, []).append(Mark(at, at, kind, value, form))
                if kind == "event":
                    apart[at] = value
    marks = {kind: tuple(sorted(several)) if len(several) > 1 else (several[0],) for kind, several in found.items()}
    if "says_before" in marks and "preposition" in marks:
        said = {index for mark in marks["says_before"] for index in range(mark.first, mark.last + 1)}
        marks["preposition"] = tuple(m for m in marks["preposition"] if m.first not in said or (m.last == m.first and m.value == "other"))
    if compounds and "event" in marks:  # a noun made of a verb names who did it: Beschäftigte, Verletzte
        marks["event"] = tuple(m for m in marks["event"] if not _named_so(m, tokens))
    if apart:  # a verb of two words tells more than one of them alone ("schloss ... ab")
        marks["event"] = tuple(m for m in marks["event"] if apart.get(m.first, m.value) == m.value)
    named = {i for kind in ("country", "organisation") for m in marks.get(kind, ()) if m.last > m.first for i in range(m.first, m.last + 1)}
    if named:  # "the United States", and what he states
        for kind in ("event", "speech"):
            marks[kind] = tuple(m for m in marks.get(kind, ()) if m.first not in named)
    if "event" in marks and (wide := [m for m in marks.get("measure", ()) if m.last > m.first]):  # an order book orders nothing
        marks["event"] = tuple(m for m in marks["event"] if not any(w.first <= m.first and m.last <= w.last for w in wide))
    if "country" in marks:
        marks["country"] = tuple(m for m in marks["country"] if not _runs_on(m, tokens, pack))
    return Reading(tokens, marks, pack)


def _named_so(mark: Mark, tokens: tuple[Token, ...]) -> bool:
    """Whether a participle has a capital letter inside a sentence."""
    within = mark.first > 0 and tokens[mark.first - 1].text[-1] not in f"{STRONG}{OPENING}.!?"
    return (
        within
        and mark.first == mark.last
        and mark.form in ("attributive", "participle", "past attributive")
        and tokens[mark.first].text[0].isupper()
    )


def _compound(token: Token, index: int, pack: Pack, found: dict[str, list[Mark]]) -> None:
    """Adds the marks of a compound noun that the pack does not know as a whole."""
    for value in compound_events(pack, token.text)[:1]:
        found.setdefault("event", []).append(Mark(index, index, "event", value, "noun"))
    if office(pack, token.text):
        found.setdefault("role", []).append(Mark(index, index, "role", token.low))


def _phrases(
    alone: tuple[Entry, ...],
    followed: dict[str, list[Entry]],
    tokens: tuple[Token, ...],
    index: int,
    found: dict[str, list[Mark]],
    taken: dict[str, int],
) -> None:
    """Adds the marks that begin at a token: of each kind the longest, none inside a longer one of its kind."""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    longest: dict[tuple[str, str], Mark] = {}
    for entry in (*alone, *followed.get(after, ())):
        last = index + len(entry.words) - 1
        if last >= len(tokens) or ((entry.exact or last > index + 1) and not _matches(entry, tokens, index)):
            continue  # the first two words are those that it was found by
        old = longest.get((entry.kind, entry.value))
        if old is None or last > old.last:
            longest[entry.kind, entry.value] = _new(Mark, (index, last, entry.kind, entry.value, entry.form))
        elif last == old.last and entry.form not in old.form and entry.kind in ("event", "speech"):
            longest[entry.kind, entry.value] = old._replace(form=f"{old.form} {entry.form}")
    if not longest:
        return
    widest: dict[str, int] = {}
    for mark in longest.values():
        widest[mark.kind] = max(widest.get(mark.kind, 0), mark.last)
    for mark in longest.values():
        if mark.last == widest[mark.kind] and taken.get(mark.kind, -1) < index:
            found.setdefault(mark.kind, []).append(mark)
    for kind, last in widest.items():
        taken[kind] = max(taken.get(kind, -1), last)


def _genitives(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """Makes apostrophes plain and parts a genitive ending from its word."""
    for token in tokens:
        low = token.low.replace("’", "'")
        if low.endswith("'s"):
            yield Token(token.start, token.end - 2, token.text[:-2], low[:-2])
            yield Token(token.end - 2, token.end, token.text[-2:], "'s")
        else:
            yield token._replace(low=low) if low != token.low else token


def _gap(tokens: tuple[Token, ...], index: int, second: str, *, ends: bool) -> int:
    """Where the second word of two that stand apart comes, 0 if it does not; `ends`: only where it ends its clause."""
    for later in range(index + 1, min(len(tokens), index + 40)):
        token = tokens[later]
        if token.low == second and (
            not ends or later + 1 == len(tokens) or not tokens[later + 1].text[0].isalnum() or tokens[later + 1].text[0].islower()
        ):
            return later
        if token.text in STRONG and token.text not in OPENING + CLOSING:
            break
    return 0


def _matches(entry: Entry, tokens: tuple[Token, ...], index: int) -> bool:
    for offset, word in enumerate(entry.words):
        token = tokens[index + offset]
        if entry.exact:
            if token.text != word and not (len(word) > 3 and token.text == word.upper()):
                return False
        elif token.low != word:
            return False
    return True


def _runs_on(mark: Mark, tokens: tuple[Token, ...], pack: Pack) -> bool:
    """Whether a capital is but the beginning of another name."""
    if mark.form != "capital" or not pack.countries.run_on or mark.last + 1 >= len(tokens):
        return False
    after, last = tokens[mark.last + 1], tokens[mark.last]
    return after.text[:1].isupper() and after.start == last.end + 1


def _parted(tokens: tuple[Token, ...], marks: dict[str, tuple[Mark, ...]], pack: Pack) -> list[int]:
    """For each token what it costs to come there from the first one, over commas, conjunctions and strong signs."""
    begin = {m.first for m in marks.get("subordinators", ())}
    weak = {m.first for m in marks.get("preposition", ())} | {m.first for m in marks.get("determiners", ())}
    join = {m.first for m in marks.get("coordinators", ())}
    goes_on = {m.first for m in marks.get("transparent", ())}
    costs: list[int] = []
    total = 0
    relative = False
    for index in sorted({*begin, *join, *[at for at, token in enumerate(tokens) if token.text in _PARTING]}):
        costs += [total] * (index - len(costs))
        token = tokens[index]
        after_comma = index > 0 and tokens[index - 1].text == ","
        if token.text in STRONG or (token.text == "-" and _spaced(tokens, index)):
            total += 10
        elif token.text == "," and index + 1 not in goes_on:
            total += _CLOSING if relative else pack.cues.comma
            relative = index + 1 in begin and not relative
        elif index in begin and index and not after_comma:
            total += (2 if index in weak else 6) if not pack.concepts.compounds else 0
        elif index in begin and after_comma:
            total += 4
        elif index in join:
            total += 1
    return costs + [total] * (len(tokens) - len(costs))


def _spaced(tokens: tuple[Token, ...], index: int) -> bool:
    before = index == 0 or tokens[index - 1].end < tokens[index].start
    return before and index + 1 < len(tokens) and tokens[index].end < tokens[index + 1].start
