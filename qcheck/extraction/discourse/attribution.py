"""The words beside a verb of saying that name the speaker: a person, an office, a country, or one who was named before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.marks import CLOSING, OPENING, STRONG, Mark, Reading
from qcheck.extraction.discourse.measured import head
from qcheck.extraction.discourse.names import People, plain_words, trim
from qcheck.extraction.discourse.subjects import bound

_WINDOW = 26
_NEIGHBOURS = 8
_STOPS = frozenset(STRONG + OPENING + CLOSING)
_LONGEST_PHRASE = 6  # words of a noun phrase that names a speaker


class Speaker(NamedTuple):
    """A name, or the words for an office where no name stands, and the ISO code of the party spoken for.

    `person` tells that it is a person's name, `pronoun` that it is one who was named before; `at` is the token it begins at.
    """

    by: str = ""
    side: str = ""
    person: bool = False
    pronoun: bool = False
    at: int = 0


NOBODY = Speaker()


def reach(reading: Reading, index: int, step: int) -> int:
    """How far the words for a speaker may go from a verb of saying: to the next strong sign, quotation mark or conjunction."""
    tokens, begins = reading.tokens, reading.covered("subordinators")
    end = min(index + _WINDOW, len(tokens) - 1) if step > 0 else max(index - _WINDOW, 0)
    for at in range(index + step, end + step, step):
        stops = tokens[at].text in _STOPS
        if stops or (at in begins and not reading.at("determiners", at) and not reading.at("preposition", at)):
            return at - step
    return end


def named_speaker(article: Article, people: People, reading: Reading, begin: int, end: int, *, backwards: bool) -> Speaker:
    """The speaker that tokens `begin` to `end` name, the one nearest to the verb; NOBODY where they name none."""
    if begin > end:
        return NOBODY
    if backwards and (comma := _last_comma(reading, begin, end)):
        found = named_speaker(article, people, reading, comma + 1, end, backwards=True)
        opening = person_runs(article, people, reading, begin, comma - 1)
        if found.pronoun or (found.by and (found.person or [run[:2] for run in opening] != [(begin, comma - 1)])):
            return found
    runs = person_runs(article, people, reading, begin, end)
    roles = _offices(article, reading, begin, end)
    lands = [
        (m.first, m.last)
        for m in reading.of("country", begin, end)
        if m.form in ("name", "capital") and not _own(reading, m) and (m.first == begin or not bound(reading, m))
    ]
    if backwards:
        runs, roles, lands = [r for r in runs if _same_clause(reading, r[1], end)], roles[::-1], lands[::-1]
        runs = runs[::-1]
    if runs:
        first, last, name = runs[0]
        return Speaker(people.name(name), _side(reading, first, last, begin, end), person=True, at=first)
    near = range(max(begin, end - 3), end + 1) if backwards else range(begin, min(end, begin + 2) + 1)
    pronouns, nominal = reading.covered("pronouns"), reading.covered("nominal")
    office = not backwards and any(begin <= first <= begin + 1 for first, _ in roles)  # "nach Angaben der Polizei waren es ..."
    if (not office and not pronouns.isdisjoint(near)) or not nominal.isdisjoint(range(begin, min(end, begin + 4) + 1)):
        return Speaker(pronoun=True)
    edge = end if backwards else begin
    if roles and (not lands or abs(roles[0][1] - edge) <= abs(lands[0][0] - edge) or reading.border(lands[0][0], edge) >= 1):
        first, last = roles[0]
        return Speaker(_office_text(article, reading, first, last), _side(reading, first, last, begin, end), at=first)
    if lands and _same_clause(reading, lands[0][0], edge):
        mark = reading.at("country", lands[0][0])
        return Speaker(_text(article, reading, *lands[0]), mark.value if mark else "", at=lands[0][0])
    organisations = [m for m in reading.of("organisation", begin, end) if _same_clause(reading, m.first, edge)]
    if organisations:
        return Speaker(organisations[-1 if backwards else 0].value, at=organisations[0].first)
    return _plain_phrase(article, reading, begin, end, backwards=backwards)


def _last_comma(reading: Reading, begin: int, end: int) -> int:
    """The last comma between two tokens, 0 if there is none or it stands right before the verb, where it closes an apposition."""
    return next((i for i in range(end - 1, begin, -1) if reading.tokens[i].text == ","), 0) if reading.tokens[end].text != "," else 0


def _plain_phrase(article: Article, reading: Reading, begin: int, end: int, *, backwards: bool) -> Speaker:
    """A noun phrase without a name or office as the speaker ("organisers", "the growers' club"): the words that fill all of its place.

    After a word of saying it must have a determiner and ends before the next sign or verb. Where nouns have capitals, one has.
    """
    nouns = article.pack.concepts.compounds
    first = begin
    while first <= end and reading.at("determiners", first):
        first += 1
    determined = first > begin or (begin > 0 and reading.at("determiners", begin - 1) is not None)
    if (not determined and (nouns or not backwards)) or (backwards and (nouns or end - first >= _LONGEST_PHRASE)):
        return NOBODY
    last = first - 1
    while last + 1 <= end and last + 1 - first < _LONGEST_PHRASE and _plain(article, reading, last + 1):
        last += 1
        if nouns and reading.tokens[last].text[:1].isupper():
            break
    if last >= first and head(reading.tokens[last].low, article.pack):
        return NOBODY  # "meldete einen Gewinn"
    if last < first or (backwards and last != end) or (nouns and not reading.tokens[last].text[:1].isupper()):
        return NOBODY
    return Speaker(_text(article, reading, first, last), at=first)


def _plain(article: Article, reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.low in ("'s", "'", "-"):
        return True
    event = reading.at("event", index)
    return (
        token.text.isalpha()
        and token.low not in plain_words(article.pack)
        and not any(reading.at(kind, index) for kind in ("preposition", "speech", "passive", "perfect", "modality", "pronouns"))
        and (event is None or "noun" in event.form)
    )


def _same_clause(reading: Reading, index: int, edge: int) -> bool:
    return reading.border(index, edge) < 10


def _own(reading: Reading, mark: Mark) -> bool:
    """Whether a country's name is but the owner of what follows ("Norway's ...")."""
    after = mark.last + 1
    return after < len(reading.tokens) and reading.tokens[after].low in ("'s", "'", "’", "-")


def _text(article: Article, reading: Reading, first: int, last: int) -> str:
    return " ".join(article.text[reading.tokens[first].start : reading.tokens[last].end].split())


def _office_text(article: Article, reading: Reading, first: int, last: int) -> str:
    """The words for an office; with their article where adjectives carry endings, so that they read well ("der dänische Minister")."""
    words = _text(article, reading, first, last)
    inflected = len(article.pack.countries.endings) > 1 and reading.tokens[first].text[:1].islower()
    if inflected and first and reading.at("definite", first - 1):
        return f"{reading.tokens[first - 1].low} {words}"
    return words


def _side(reading: Reading, first: int, last: int, begin: int, end: int) -> str:
    """The country of the words around a name: before it without a comma between, or after it in an apposition."""
    left = [m for m in reading.of("country", max(begin, first - _NEIGHBOURS), last) if not _parted(reading, m.last, first)]
    if left:
        return left[-1].value
    right = reading.of("country", last + 1, min(end, last + _NEIGHBOURS - 1))
    offices = reading.of("role", last + 1, min(end, last + _NEIGHBOURS))
    if right and (
        right[0].form == "genitive"
        or (right[0].form == "capital" and right[0].first == last + 2 and bound(reading, right[0]))
        or (offices and not reading.of("event", last + 1, right[0].first))
    ):
        return right[0].value
    return ""


def _parted(reading: Reading, index: int, first: int) -> bool:
    """Whether a verb or a comma parts a country from a name; not the comma that closes an office ("the Dutch envoy, ...")."""
    between = range(index + 1, first)
    commas = [i for i in between if reading.tokens[i].text == ","]
    closes = any(reading.at("role", i) for i in between) or reading.at("speech", index - 1) is not None
    if commas and not (commas == [first - 1] and closes):
        return True
    return any(reading.at("speech", i) or reading.at("event", i) for i in between)


def _offices(article: Article, reading: Reading, begin: int, end: int) -> list[tuple[int, int]]:
    """The words for offices between two tokens, neighbours together, with the plain adjectives before them."""
    stop = plain_words(article.pack)
    groups: list[tuple[int, int]] = []
    for role in reading.of("role", begin, end):
        if reading.at("organisation", role.first):
            continue
        if groups and role.first <= groups[-1][1] + 1:
            groups[-1] = (groups[-1][0], max(groups[-1][1], role.last))
            continue
        first = role.first
        while (
            first > begin
            and role.first - first < 3
            and reading.tokens[first - 1].text.isalpha()
            and reading.tokens[first - 1].low not in stop
        ):
            if reading.at("speech", first - 1) or reading.at("event", first - 1):
                break
            first -= 1
        groups.append((first, role.last))
    return groups


def person_runs(article: Article, people: People, reading: Reading, begin: int, end: int) -> list[tuple[int, int, str]]:
    """The names of persons between two tokens: capitalized runs that are no country, office, organisation or common word."""
    runs: list[tuple[int, int, str]] = []
    last = begin - 1
    capitals = reading.capitals
    for index in capitals[bisect_left(capitals, begin) : bisect_right(capitals, end)]:
        if index <= last or not _capital(article, reading, index):
            continue
        last = index
        while last + 1 <= end and (_capital(article, reading, last + 1) or _joint(article, reading, last + 1, end)):
            last += 2 if _joint(article, reading, last + 1, end) else 1
        name = " ".join(trim(_text(article, reading, index, last).split(" "), article.pack))
        office = last + 1 < len(reading.tokens) and " " not in name and reading.at("role", last + 1)
        if name and not office and _is_name(article, people, reading, name, index, last):
            begins = name.split(" ")[0].split("-")[0].rstrip(".")
            runs.append((next((i for i in range(index, last + 1) if reading.tokens[i].text.startswith(begins)), index), last, name))
    return runs


def _is_name(article: Article, people: People, reading: Reading, name: str, first: int, last: int) -> bool:
    if name in people.full or name in people.known:
        return True
    if " " in name or article.pack.concepts.compounds or (last > first and "-" not in name):
        return False
    beside = reading.at("speech", last + 1) if last + 1 < len(reading.tokens) else None
    after = reading.at("speech", first - 1) if first else None
    return beside is not None or after is not None


def _capital(article: Article, reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if not token.text[:1].isupper() or (token.low in plain_words(article.pack) and (index == 0 or len(token.low) < 4)):
        return False
    return reading.at("country", index) is None and reading.at("organisation", index) is None


def _joint(article: Article, reading: Reading, index: int, end: int) -> bool:
    """Whether a hyphen or the dot of an initial joins a token to the name before it."""
    token = reading.tokens[index]
    if index + 1 > end:
        return False
    after = reading.tokens[index + 1]
    if token.text == "-":
        return token.start == reading.tokens[index - 1].end and after.start == token.end and after.text.isalpha()
    return token.text == "." and len(reading.tokens[index - 1].text) == 1 and _capital(article, reading, index + 1)
