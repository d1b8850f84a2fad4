"""How old somebody or something is, beside the day of birth or the year of foundation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import KILL
from qcheck.extraction.discourse.names import plain_words
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.relations.protagonists import named_beside, protagonists, spoken_of
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.nouns.shapes import YEAR
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import days_from_text

STATED, NEAR = "stated", "near"
BIRTH, FOUNDATION = "birth", "foundation"
YEARS = ("year", "age")
_AFTER, _BEFORE = 26, 48  # characters between the words of a beginning and its day
_NOUN = 1  # words after a rank that what it counts stands within
_REMEMBERED = 2  # sentences that a person is remembered for
_FEWEST = 4  # letters of a word that may tell that two sentences speak of one thing
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_END = re.compile(r"[.!?,;:]")
_WRITTEN_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?!\d)")
_DIGITS = re.compile(r"\d+")


class Beginning(NamedTuple):
    """The time row of a birth or foundation, in a sentence; `others`: other years that stand there ("and rebuilt in 1950")."""

    kind: str
    row: Claim
    sentence: int
    others: frozenset[int]

    @property
    def year(self) -> int:
        """The year of it; 0 where the row has none."""
        return _year(self.row)


class Count(NamedTuple):
    """So many years since: an age, or the rank of an anniversary (`jubilee`), in a sentence; `of`: words for
    the thing that an anniversary is said to be of.
    """

    row: Claim
    kinds: tuple[str, ...]
    years: int
    jubilee: bool
    sentence: int
    of: frozenset[str] = frozenset()


class _Words(NamedTuple):
    wanted: Wanted
    begin: re.Pattern[str]
    born: frozenset[str]
    others: frozenset[str]
    birthdays: tuple[str, ...]
    anniversaries: tuple[str, ...]
    turns: tuple[str, ...]
    ranks: dict[str, int]


@cache
def _words(pack: Pack) -> _Words:
    calendar = pack.calendar
    born = frozenset(word.lower() for word in calendar.born)
    need = wanted(needed(phrase) for phrase in (*calendar.born, *calendar.founded))
    begin = re.compile(rf"(?<!\w)(?:{trie(word.lower() for word in (*calendar.born, *calendar.founded))})(?!\w)")
    ranks = {form.partition("(")[0]: int(rank) for rank, forms in pack.numerals.ordinals.items() for form in forms}
    others = frozenset(word.lower() for word in calendar.others)
    birthdays, jubilees, turns = (tuple(w.lower() for w in words) for words in (calendar.birthdays, calendar.anniversaries, calendar.turns))
    return _Words(need, begin, born, others, birthdays, jubilees, turns, ranks)


def beginnings(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `years_since`: an age or an anniversary (`value_low`: which), then the birth or foundation. `trend` is `up` for birthdays and
    anniversaries, which are counted in calendar years. `reason`: whether both stand in one sentence or are of one name, or only near.
    """
    words = _words(article.pack)
    if not article.may_say(words.wanted):
        return []
    beginnings_told = begun(article, rows)
    counts = list(_counts(article, rows, words)) if beginnings_told else []
    found = []
    for count in counts:
        bond = _bond(article, count, beginnings_told, counts)
        if bond is not None:
            beginning, reason = bond
            tie = relation(article, "years_since", [count.row, beginning.row], reason=reason, trend="up" if count.jubilee else "")
            found.append(replace(tie, value_low=float(count.years), value_high=float(count.years)))
    return found


def begun(article: Article, rows: Sequence[Claim]) -> list[Beginning]:
    """The births and foundations that an article dates."""
    words = _words(article.pack)
    if not article.may_say(words.wanted):
        return []
    dated = [r for r in rows if (r.role == "time" and r.time_year == "as written") or (r.role == "number" and r.reason == YEAR)]
    return list(_begun(article, dated, words)) if dated else []


def _begun(article: Article, times: Sequence[Claim], words: _Words) -> Iterator[Beginning]:
    used: set[str] = set()
    for match in words.begin.finditer(article.lowered):
        sentence = sentence_at(article.sentences, match.start())
        if sentence is None:
            continue
        behind = [(row.start - match.end(), row) for row in times if 0 <= row.start - match.end() <= _AFTER and row.end <= sentence.end]
        ahead = [(match.start() - row.end, row) for row in times if row.start >= sentence.start]
        ahead = [(away, row) for away, row in ahead if 0 <= away <= _BEFORE and not _breaks(article.text[row.end : match.start()])]
        sides = (ahead, behind) if article.pack.concepts.compounds else (behind, ahead)  # a participle closes its clause in German
        near = next(filter(None, ([(away, row) for away, row in side if _is_day(row)] for side in sides)), [])
        kind = BIRTH if match.group() in words.born else FOUNDATION
        around = [w.group().lower() for w in _WORD.finditer(article.text, max(sentence.start, match.start() - 30), match.start())]
        before = {word for word, led in zip(around, ("", *around), strict=False) if led not in article.pack.calendar.born_as}
        if near and not (kind == BIRTH and before & words.others):
            _, row = min(near, key=lambda pair: pair[0])
            if row.claim not in used:
                used.add(row.claim)
                others = [other for other in times if other is not row and sentence.start <= other.start < sentence.end]
                yield Beginning(kind, row, sentence.number, frozenset(filter(None, map(_year, others))))


def _year(row: Claim) -> int:
    """The year that a row begins in; 0 where it has none."""
    low = days_from_text(row.within)[0].low if row.within else None
    return low.year if low else int(row.quote) if row.quote.isdecimal() else 0


def _is_day(row: Claim) -> bool:
    """Whether a row is one day or year ("in 1950"), or begins with one ("seit 1950")."""
    if row.time_bound or row.reason == "bound":
        return row.time_bound == "since"
    return row.reason in ("date", "period", YEAR) and "/" not in row.within


def _breaks(between: str) -> bool:
    return any(sign in between for sign in ".;:!?()")


def _counts(article: Article, rows: Sequence[Claim], words: _Words) -> Iterator[Count]:
    for row in rows:
        if row.role == "claim" and row.unit in YEARS and row.value_low == row.value_high and row.value_low == int(row.value_low or 0):
            years, quote = int(row.value_low), row.quote.lower()
            before = article.text[max(0, row.start - 16) : row.start].lower().split()
            turns = quote.startswith(words.turns) or (bool(before) and before[-1] in words.turns)
            if row.unit == "age" and row.within != "?" and not (_other(article, row, words) or _long_ago(article, row)):
                aged = _says_age(article, row, words)
                kinds = (BIRTH, FOUNDATION) if not row.person and (turns or aged) else (BIRTH,)
                yield Count(row, kinds, years, turns or aged, row.sentence)
            elif row.unit == "year" and quote.endswith(words.anniversaries):
                yield Count(row, (FOUNDATION,), years, True, row.sentence, _owner(article, row.end, 0))
        elif row.role == "number" and (rank := _rank(row.quote, words)):
            sentence = sentence_at(article.sentences, row.start)
            nouns = [w.group().lower() for w in _WORD.finditer(article.text, row.end, row.end + 40)][:_NOUN]
            birthday = any(noun.endswith(words.birthdays) for noun in nouns)
            if sentence is not None and (birthday or any(noun.endswith(words.anniversaries) for noun in nouns)):
                kinds = (BIRTH, FOUNDATION) if birthday else (FOUNDATION,)
                yield Count(row, kinds, rank, True, sentence.number, _owner(article, row.end, 1))


def _owner(article: Article, at: int, skipped: int) -> frozenset[str]:
    """The words behind an anniversary that tell what it is of, the noun itself `skipped`."""
    close = _CLAUSE_END.search(article.text, at, at + 60)
    words = [match.group().lower() for match in _WORD.finditer(article.text, at, close.start() if close else at + 60)]
    after = words[skipped : skipped + 5]
    return frozenset(after[1:]) if after and after[0] in article.pack.calendar.owners else frozenset()


def _long_ago(article: Article, row: Claim) -> bool:
    """Whether an age is that at which somebody did something ("at the age of seven"), unless it was to die."""
    calendar, text = article.pack.calendar, article.lowered
    led = f"{text[max(row.sentence_start, row.start - 16) : row.start]}{row.quote.lower()}"
    if not any(f" {word} " in f" {led} " for word in calendar.at_age):
        return False
    sentence = f" {text[row.sentence_start : row.sentence_end]} "
    return row.event != KILL and not any(f" {word} " in sentence for word in calendar.died)


def _says_age(article: Article, row: Claim, words: _Words) -> bool:
    """Whether a verb further off makes an age a birthday ("wird die Firma 65 Jahre alt")."""
    between = _WORD.findall(article.text, row.sentence_start, row.start)
    return not row.of and len(row.quote.split()) > 2 and any(word.lower() in words.turns[:1] for word in between)


def _rank(quote: str, words: _Words) -> int:
    digits = _DIGITS.match(quote)
    return int(digits.group()) if digits else words.ranks.get(quote.lower(), 0)


def _other(article: Article, row: Claim, words: _Words) -> bool:
    """Whether an age is that of a relative, named by a word right before or behind it."""
    around = article.text[max(0, row.start - 24) : min(row.sentence_end, row.end + 16)]
    return any(match.group().lower() in words.others for match in _WORD.finditer(around))


def _bond(article: Article, count: Count, begun: Sequence[Beginning], counts: Sequence[Count]) -> tuple[Beginning, str] | None:
    """The beginning that a count of years is of, and how sure that is; None where several may be meant or nothing tells."""
    fitting = [b for b in begun if b.kind in count.kinds]
    here = [b for b in fitting if b.sentence == count.sentence]
    rivals = [c for c in counts if c.sentence == count.sentence and set(c.kinds) & set(count.kinds)]
    if len(here) == 1:
        another = here[0].kind == FOUNDATION and bool(count.of) and here[0].row.start < count.row.start
        return (here[0], STATED) if len(rivals) == 1 and not another and not _fits_another(article, count, here[0]) else None
    if here or len(fitting) != 1 or len(rivals) != 1:
        return None
    beginning = fitting[0]
    if beginning.kind == BIRTH:
        if _of_then(article, count, beginning):
            return None
        named = spoken_of(article, beginning.sentence)
        own = count.row.person.split(" ")[-1] or spoken_of(article, count.sentence)
        if named and own == named:
            return beginning, STATED
        alone = len({c.row.person for c in counts if c.row.person}) <= 1
        if own in protagonists(article, beginning.sentence):
            return beginning, NEAR
        if abs(beginning.sentence - count.sentence) == 1 and alone and not (own and named):
            return beginning, NEAR
        told = [c.row.person.split(" ")[-1] for c in counts]
        alone = named not in told and told.count("") == 1
        births = [c for c in counts if BIRTH in c.kinds]
        if births == [count] and count.row.definite and not count.row.person and beginning.sentence < count.sentence:
            return beginning, NEAR  # the only age of the article, of somebody told of before
        return (beginning, NEAR) if named and alone and not count.row.person and named_beside(article, named, count.sentence) else None
    shared = _shared(_nouns(article, beginning.sentence), count.of or _nouns(article, count.sentence))
    if _fits_another(article, count, beginning) or (count.of and not shared):
        return None
    return (beginning, STATED if shared else NEAR) if shared or abs(beginning.sentence - count.sentence) == 1 else None


def _of_then(article: Article, count: Count, beginning: Beginning) -> bool:
    """Whether the sentences around an age name a year in which somebody of that birth was so old ("died in 1944 ... He was 20")."""
    near = article.sentences[max(0, count.sentence - 1 - _REMEMBERED)].start, article.sentences[count.sentence - 1].end
    years = {int(match.group()) for match in _WRITTEN_YEAR.finditer(article.text, *near)} - {_year(beginning.row)}
    return any(0 <= year - _year(beginning.row) - count.years <= 1 for year in years)


def _shared(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences have a noun in common, or one whose last part is the noun of the other."""
    return any(one == other or one.endswith(other) or other.endswith(one) for one in some for other in others)


def _fits_another(article: Article, count: Count, beginning: Beginning) -> bool:
    """Whether an anniversary is that of another year in the sentence of a foundation ("and founded anew in 1950")."""
    if beginning.kind == BIRTH or article.published is None:
        return False
    return any(abs(article.published.year - year - count.years) <= 1 for year in beginning.others)


def _nouns(article: Article, sentence: int) -> frozenset[str]:
    """The words of a sentence that may name a thing."""
    text, words = article.sentences[sentence - 1], _words(article.pack)
    plain = plain_words(article.pack)
    return frozenset(
        low
        for match in _WORD.finditer(article.text, text.start, text.end)
        if len(low := match.group().lower()) >= _FEWEST
        and low not in plain
        and not words.begin.fullmatch(low)
        and not low.endswith(words.anniversaries)
        and (match.group()[0].isupper() or not article.pack.concepts.compounds)
    )
