"""What is said of a quantity, and what it counts where that is told before it ("the number of ferries grew to 300")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import OF_PERSONS, PERSON, PERSONS, Concept, concept, known
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.extraction.nouns.inflection import is_plural
from qcheck.extraction.nouns.phrases import counted
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

FAR = 20
_NEAR = 3
_WORDS = 5
_SIGNS = ("+", "-", "−", "–", "±")
_FORM_COST = {"noun": 3, "gerund": 2, "attributive": 4}


def said_of(reading: Reading, first: int, last: int, *, counted: Sequence[tuple[int, int]] = ()) -> Mark | None:
    """The event mark nearest to tokens `first` to `last`, each clause border between counting as several words.

    What stands inside another counted phrase (`counted`: first and last tokens) is what is counted there, and nothing that is said.
    """
    best: Mark | None = None
    least = FAR
    for mark in reading.of("event"):
        if any(begin < mark.first <= end and not begin <= first <= end for begin, end in counted):
            continue
        if _looks_like_a_verb(reading, mark):
            continue
        cost = _distance(reading, mark, first, last)
        if cost < least:
            best, least = mark, cost
    return best


def _looks_like_a_verb(reading: Reading, mark: Mark) -> bool:
    """Whether a mark is a noun that has the form of a verb ("inside the building", "the fire")."""
    before = mark.first - 1
    if before < 0 or mark.form not in ("gerund", "base", "present"):
        return False
    if mark.form == "gerund":
        return reading.at("determiners", before) is not None
    thing = known(reading.pack, reading.tokens[mark.first].low) if mark.last == mark.first else ""
    if not thing:
        return False  # "the protest" tells of the same as its verb
    if mark.form == "base" and thing != PERSON and not reading.pack.phrases.capitalized and not _may_govern(reading, before):
        return True  # "a freight train"
    relative = reading.at("subordinators", before) is not None or (before > 0 and reading.tokens[before - 1].text == ",")
    return not relative and (reading.at("definite", before) is not None or reading.at("one", before) is not None)


def _may_govern(reading: Reading, before: int) -> bool:
    """Whether a verb may stand right behind a word in its base form: one that asks for it, or a noun of several who do it."""
    token = reading.tokens[before]
    asks = any(reading.at(kind, before) is not None for kind in ("modality", "future", "pronouns", "subordinators", "coordinators"))
    return asks or not token.text[0].isalpha() or token.low in reading.pack.cues.to_come or is_plural(token.text, reading.pack)


def _distance(reading: Reading, mark: Mark, first: int, last: int) -> int:
    form = mark.form.removeprefix("wanted ").split()[0] if mark.form else "base"
    cost = _FORM_COST.get(form, 0)
    if first <= mark.first <= last:
        return 6 + cost if form in ("attributive", "participle", "past", "gerund") else FAR
    if mark.last < first:
        gap = first - mark.last - 1 + 2 * reading.border(mark.last, first)
        if form == "gerund" and gap == 0:
            return -1  # "with shells killing 3": nothing is nearer than a verb whose object it is
        between = reading.of("preposition", mark.last + 1, first - 1)
        if form == "noun":
            return gap + (0 if gap - len(between) <= 1 and between else cost)
        return gap + cost
    gap = mark.first - last - 1
    if form == "noun":
        return 2 * gap + cost + 4 + 2 * reading.border(last, mark.first)
    if gap == 0 and form in ("participle", "past"):
        return -1  # "12 injured", "30 evacuated": nothing is nearer
    if form == "gerund" and reading.at("coordinators", mark.first - 1) is not None:
        return FAR  # "44 people and wounding 140": it tells of what follows
    return gap + cost + 2 * reading.border(last, mark.first)


def counted_before(article: Article, reading: Reading, first: int) -> Concept:
    """What a bare number counts, where its clause tells it before in words such as "the number of departures rose to"; else empty."""
    if first > 1 and reading.tokens[first - 1].text == ":" and (named := _known(article, reading, range(first - 2, first - 1))):
        return named  # "Neuinfektionen: 8.412"
    if first > 1 and (group := _groups(article.pack).get(reading.tokens[first - 2].low)) and reading.at("preposition", first - 1):
        governed = first > 3 and reading.at("preposition", first - 4) is not None  # "a man in a crew of 16 was hurt"
        return Concept(group, event="be" if governed else "")
    if named := _number_word(article, reading, first):
        return named
    for begin, end in reversed(numbers_of(article, reading, 0, first - 1)):
        if reading.border(begin, first) > _NEAR:
            break
        return _known(article, reading, range(begin, min(first, begin + _WORDS))) or _phrase(article, reading, begin, end)
    return Concept("")


def _number_word(article: Article, reading: Reading, first: int) -> Concept | None:
    """What a compound that ends in a word for number counts, right before the verb of a bare number ("die Opferzahl stieg auf 52")."""
    for index in range(first - 1, max(-1, first - _WORDS - 2), -1):
        token = reading.tokens[index]
        ending = next((e for e in article.pack.cues.number_endings if token.low.endswith(e) and len(token.low) > len(e) + 2), "")
        if ending and token.text[0].isupper() and reading.border(index, first) < _NEAR:
            found = concept(token.text[: -len(ending)], pack=article.pack, desk=article.desk)
            return found if found.lemma in article.pack.concepts.things else None
    return None


@cache
def _groups(pack: Pack) -> dict[str, str]:
    concepts = pack.concepts
    return {(word + end).lower(): lemma for lemma, words in concepts.groups.items() for word in words for end in concepts.endings}


def numbers_of(article: Article, reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """The first and last token of each noun phrase after words such as "the number of", between two tokens."""
    found = []
    for mark in reading.of("number_of", first, last):
        phrase = counted(article.text, reading.tokens[mark.last].end, article.pack)
        if phrase is not None and mark.last + 1 < len(reading.tokens):
            found.append((mark.last + 1, reading.index(phrase.end - 1)))
    return found


def _phrase(article: Article, reading: Reading, begin: int, end: int) -> Concept:
    phrase = counted(article.text, reading.tokens[begin - 1].end, article.pack)
    return concept(phrase.of, pack=article.pack, desk=article.desk) if phrase is not None else Concept("")


def _known(article: Article, reading: Reading, indices: range) -> Concept | None:
    """The first word of some that the pack knows as a thing, before any preposition."""
    for index in indices:
        word = reading.tokens[index].text
        if not word.isalpha() or reading.at("preposition", index):
            break
        found = concept(word, pack=article.pack, desk=article.desk)
        if found.lemma in article.pack.concepts.things:
            return found
    return None


def _beside(reading: Reading, first: int, end: int) -> bool:
    """Whether a number in parentheses is of the thing before them: a change, or its figure of a day before ("(Vortag: 70,4)")."""
    opened = next((i for i in range(first - 1, max(-1, first - _WORDS), -1) if reading.tokens[i].text == "("), -1)
    if opened < 0 or end + 1 >= len(reading.tokens) or reading.tokens[end + 1].text != ")":
        return False
    signed = reading.tokens[first].text[:1] in _SIGNS or (first - 1 > opened and reading.tokens[first - 1].text in _SIGNS)
    return signed or bool(reading.of("earlier", opened + 1, first - 1))


def carried_on(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where words such as "of them" tell that a bare number counts what the count before it counted: with that thing.

    The count before stands in the same sentence or the one before; an event that the number has not itself is taken over, too.
    """
    made: list[Claim] = []
    last: Claim | None = None
    person: Claim | None = None
    sentence = 0
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        bare = not claim.of or (
            claim.of == PERSON and concept(claim.quote.split()[-1], pack=article.pack, desk=article.desk).lemma != PERSON
        )
        if claim.unit == "count" and bare and claim.kind != "share" and last is not None and claim.sentence - last.sentence <= 1:
            reading = article.reading(article.sentences[claim.sentence - 1])
            first, end = reading.index(claim.start), reading.index(claim.end - 1)
            words = reading.of("anaphors", max(0, first - _NEAR - 2), end + 4)
            told = any((m.last < first and first - m.last <= _NEAR) or (m.first > end and m.first - end <= 2) for m in words)
            if told or _beside(reading, first, end):
                whose = person if person is not None and claim.event in OF_PERSONS and last.of not in PERSONS else last
                claim = replace(claim, of=whose.of, scope=whose.scope, event=claim.event or whose.event)
        if claim.unit == "count":
            last = claim if claim.of else None
            person = claim if claim.of in PERSONS else person if claim.sentence == sentence else None
            sentence = claim.sentence
        made.append(claim)
    return made
