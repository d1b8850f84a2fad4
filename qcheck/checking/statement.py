"""A claim as checking needs it: its ranges and days as values, and the article that it stands in."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import cast

from qcheck.model.claim import Claim
from qcheck.model.errors import UsageProblem
from qcheck.model.interval import EVERYTHING, SOME, Closed, Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan, day_from_text, span_from_text

AGE = "age"
LEDE = 6  # sentences, with the headline, a dateline and a caption among them
FIRST = 5  # names of one word that an article begins with
MANY = 20  # of a thing: a round number from here on is no more likely told of two events than one of two digits
DIGITS = 3  # of a number, closing zeros aside, that is hardly told by chance of two things
EARLY = 12  # sentences in which an article names the days of its event
RECENT = 30  # days before an article that may be those of its event
CLOCK = 60  # minutes: a range as wide or less is that of a clock time ("about", "just before"), not a part of the day
ALIKE = 4096  # numbers and parties that are made once for all claims that tell them
_EXACT = ("", "exact", "about", "at_least")  # modifiers of a number that two articles on one event tell alike
SIGNIFICANT_DIGITS = 12  # of a converted number: more would be noise of the factor


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """What a `document` row says of an article. `ends` are the last words of each name, two at least: a name may carry a title; `endings`
    are those of all names. `headed` are the names in its headline.

    `words` are its rare words in lower case, `proper` those that are names of one word, `first` the ones that it begins with; `heads` are
    the rare words in its headline. `days` are the days shortly before its date that its first sentences name, `clocks` the minutes of
    the day that its clock times can mean, `ages` the ages that it tells with the claim that tells each first. `numbers` are those of many
    digits by what they measure, `counts` others by what they count. `keys` are all names, rare words and numbers of many digits: what
    another article on its event may share.
    """

    row: Claim
    published: date | None
    names: frozenset[str]
    endings: frozenset[str]
    ends: Mapping[str, frozenset[str]]
    headed: frozenset[str]
    words: frozenset[str]
    proper: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    days: frozenset[Interval[date]] = frozenset()
    clocks: frozenset[Interval[float]] = frozenset()
    ages: Mapping[Interval[float], str] = field(default_factory=dict)
    numbers: frozenset[tuple[str, float]] = frozenset()
    counts: frozenset[tuple[str, str, float]] = frozenset()
    keys: frozenset[str] = frozenset()

    @property
    def document(self) -> str:
        """The article's id."""
        return self.row.document


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A row of the claims frame with its intervals in base units (`low` times `base_factor`) and its days.

    `slot`, `readings`: of a count of persons who it counts, and every number that its article allows; `only`: it is the one number that
    its article gives for its thing (see `slots`).
    """

    claim: Claim
    article: Article
    hard: Interval[float]
    typical: Interval[float]
    span: TimeSpan
    agents: frozenset[str]
    recipients: frozenset[str]
    slot: tuple[str, str] | None = None
    readings: tuple[Interval[float], ...] = ()
    only: bool = False

    @property
    def numeric(self) -> bool:
        """Whether a number is said; a statement that only dates, denies or plans has the quantity (0, inf)."""
        return self.hard.high != math.inf or self.hard not in (SOME, EVERYTHING)

    @property
    def measure(self) -> str:
        """What makes two numbers comparable: the dimension of the unit, else the unit itself."""
        return self.claim.dimension or self.claim.unit

    @property
    def tells_thing(self) -> bool:
        """Whether it tells what is counted and what is said of it; an amount of money may be that of the event itself."""
        return bool(self.claim.event and (self.claim.of or _is_money(self.claim.unit)))

    @property
    def main(self) -> bool:
        """Whether it is of the event that its article tells: so marked, or in the headline or the first sentences of the lede."""
        if self.claim.record:
            return self.claim.record == "main"
        return self.claim.zone == "headline" or (self.claim.zone == "lede" and self.claim.sentence <= LEDE)

    @property
    def timed(self) -> bool:
        """Whether its words name days; else they come from the article's date alone."""
        return bool(self.claim.time_quote) and self.span.known

    @property
    def known_on(self) -> date | None:
        """The day on which the figure was known: its as-of day, else the day of the article."""
        return day_from_text(self.claim.as_of) or self.article.published

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Where it stands, for sorting: its document, characters and id."""
        return self.claim.document, self.claim.start, self.claim.end, self.claim.claim

    @property
    def content(self) -> tuple[str, ...]:
        """What it says, without where: equal for the same words in other articles (for an article: its title, names and words)."""
        c = self.claim
        return (c.quote, str(self.hard), c.within, c.throughout, c.modality, c.by, c.title, c.names, c.words)


def _is_money(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isupper()


@lru_cache(maxsize=ALIKE)
def _set(text: str) -> frozenset[str]:
    return frozenset(part for part in text.split(";") if part)


@lru_cache(maxsize=ALIKE)
def _interval(low: float, high: float, closed: str, factor: float) -> Interval[float]:
    if math.isnan(low) or math.isnan(high):
        return EVERYTHING
    if factor != 1.0:
        low, high = (float(f"{end * factor:.{SIGNIFICANT_DIGITS}g}") for end in (low, high))
    return Interval(low, high, cast(Closed, closed or "[]"))


def article_of(row: Claim, rows: Iterable[Claim] = ()) -> Article:
    """The article that a `document` row describes, with the days that its `time` rows name and the ages that its claims tell."""
    names, published = _set(row.names), day_from_text(row.published)
    headed = frozenset(name for name in names if " " in name and name in row.title)
    ends = {name: frozenset(endings(name)) for name in names}
    rare = [word for word in row.words.split(";") if word]
    proper = list(dict.fromkeys(word.lower() for word in (*rare, *row.names.split(";")) if not word.islower() and _one_word(word)))
    words = frozenset(map(str.lower, rare))
    heads = frozenset(word for word in re.findall(r"\w+", row.title.lower()) if word in words)
    own = sorted(rows, key=lambda c: (c.start, c.end, c.claim))
    told = [c for c in own if c.role == "time"]
    ages: dict[Interval[float], str] = {}
    for c in own:
        if c.role == "claim" and c.unit == AGE and c.low == c.low:
            for low, high in [(float(age), float(age)) for age in c.members.split(";") if age] or [(c.low, c.high)]:
                ages.setdefault(Interval(low, high), c.claim)
    exact = [c for c in own if c.role == "claim" and c.unit != AGE and c.value_low == c.value_high and c.modifier in _EXACT]
    numbers = frozenset((_dimension(c), _in_base_units(c)) for c in exact if _digits(c.value_low) >= DIGITS)
    few = [c for c in exact if _digits(c.value_low) < DIGITS and (_digits(c.value_low) > 1 or c.value_low >= MANY)]
    last = frozenset[str]().union(*ends.values())
    return Article(
        row=row,
        published=published,
        names=names,
        endings=last,
        ends=ends,
        headed=headed,
        words=words,
        proper=frozenset(proper),
        first=frozenset(proper[:FIRST]),
        heads=heads,
        days=frozenset(_days(told, published)),
        clocks=frozenset(Interval(t.clock_low, t.clock_high) for t in told if t.clock_high - t.clock_low <= CLOCK),
        ages=ages,
        numbers=numbers,
        counts=frozenset((_dimension(c), c.of, _in_base_units(c)) for c in few),
        keys=last.union(words, (f"{number:g} {measure}" for measure, number in numbers)),
    )


def _one_word(name: str) -> bool:
    """Whether a name is that of one thing and of one word, not the code of a country."""
    return bool(name) and " " not in name and len(name) > len("XX")


def _digits(value: float) -> int:
    """The digits of a number as written, closing zeros aside."""
    return len(f"{abs(value):.{SIGNIFICANT_DIGITS}g}".split("e")[0].replace(".", "").strip("0"))


def _dimension(c: Claim) -> str:
    """What a number measures; of money whose dollar it is may not be said."""
    return c.dimension or ("money" if _is_money(c.unit) else c.unit)


def _in_base_units(c: Claim) -> float:
    return float(f"{c.value_low * c.base_factor:.6g}")


def _days(times: Iterable[Claim], published: date | None) -> Iterator[Interval[date]]:
    """The days of news: one or two days of the month before an article, named where it begins."""
    for row in times:
        if published is None or row.sentence > EARLY or row.time_vague or not row.within:
            continue
        days = span_from_text(row.within).within
        if days.low and days.high and (days.high - days.low).days <= 1 and 0 <= (published - days.low).days <= RECENT:
            yield days


def endings(name: str) -> list[str]:
    """A name, and its last words of which there are two at least."""
    words = name.split(" ")
    return [name, *(" ".join(words[at:]) for at in range(1, len(words) - 1))]


def statement_of(claim: Claim, article: Article) -> Statement:
    """A claim with its intervals and days; what the row leaves open is unknown."""
    hard = _interval(claim.low, claim.high, claim.closed, claim.base_factor)
    typical = _interval(claim.typical_low, claim.typical_high, claim.typical_closed, claim.base_factor)
    span = span_from_text(claim.within, claim.throughout, vague=claim.time_vague) if claim.within else UNKNOWN_SPAN
    if math.isnan(claim.typical_low) or not typical.inside(hard):
        typical = hard
    return Statement(claim, article, hard, typical, span, _set(claim.agent), _set(claim.recipient))


def articles(rows: Iterable[Claim]) -> dict[str, Article]:
    """Document id -> article, for every document that has a row; one without a `document` row is known by its id only."""
    told: dict[str, Claim] = {}
    own: dict[str, list[Claim]] = {}
    for row in rows:
        if row.role == "document":
            told[row.document] = row
        else:
            told.setdefault(row.document, Claim(role="document", document=row.document))
        if row.role in ("time", "claim"):
            own.setdefault(row.document, []).append(row)
    return {document: article_of(row, own.get(document, ())) for document, row in told.items()}


def statements(rows: Iterable[Claim], known: Mapping[str, Article]) -> list[Statement]:
    """All rows but the `document` rows as statements, in their order. Raises UsageProblem naming a claim whose range or days are none."""
    found = []
    for row in rows:
        if row.role != "document":
            try:
                found.append(statement_of(row, known[row.document]))
            except ValueError as error:
                raise UsageProblem(
                    f"the claim {row.claim!r} of {row.document!r} is wrong: {error}", todo="see the columns of Claim"
                ) from None
    return found
