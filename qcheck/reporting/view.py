"""What every format tells: readings in words, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import OUTCOMES, Finding, Severity, Topic
from qcheck.reporting.catalogue import load_catalogue
from qcheck.reporting.passages import LONGEST_SENTENCE, Marked, Passage, Piece, in_one_sentence

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # names of the passages of a finding


@dataclass(frozen=True, slots=True)
class Article:
    """A document, its anchor in the page, its date in words, and what is to be said of its reading."""

    number: int
    anchor: str
    document: Document
    title: str
    date: str
    date_from: str
    note: str
    digest: str

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.document.document.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of the claims frame as a person reads it; `remark` tells why it is no claim, or that it stood before."""

    claim: Claim
    anchor: str
    article: Article
    passage: Passage
    place: str
    range: str
    exact: str
    typical: str
    period: str
    subject: str
    remark: str

    @property
    def summary(self) -> str:
        """All of it in a line, for a hover: `more than 300; pump · supply; March 2024 to 14 May 2024`."""
        return self._line(self.subject)

    @property
    def aside(self) -> str:
        """The same beside its words, without a subject that these name themselves."""
        return self._line("" if self.subject.lower() in self.claim.quote.lower() else self.subject)

    def _line(self, subject: str) -> str:
        said = self.claim.role in ("claim", "repeat")
        period = self.period if self.claim.role == "time" or (said and self.claim.time_quote) else ""
        return "; ".join(part for part in (self.range, subject if said else "", period, self.remark) if part)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says and why, how to check it and where it is wrong; empty where the rule is not at hand."""

    id: str
    title: str = ""
    why: str = ""
    howto: str = ""
    false_positives: tuple[str, ...] = ()
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack of rules that was checked: how many, and a digest of what they say."""

    name: str
    rules: int
    digest: str


@dataclass(frozen=True, slots=True)
class Case:
    """A finding with the readings that it is about, the pair first; `numbers_apart` and `days_apart` say how the pair's ranges meet.

    `badge`: `Conflict 2`, and what became of it since an earlier run: `Conflict 2 · new`. `topic` is the anchor of its topic, `decision`
    what was decided on it, in words.
    """

    number: int
    anchor: str
    finding: Finding
    label: str
    badge: str
    meaning: str
    readings: tuple[Reading, ...]
    working: tuple[str, ...]
    paired: tuple[str, ...]
    hints: tuple[str, ...]
    rule: Rule
    topic: str
    decision: str
    numbers_apart: str
    days_apart: str

    @property
    def sentences(self) -> tuple[tuple[Reading, ...], ...]:
        """Its readings by the sentence that they stand in, which is shown once for all of them."""
        found: dict[tuple[str, int, int], list[Reading]] = {}
        for number, reading in enumerate(self.readings):
            c = reading.claim
            whole = c.sentence_start <= c.start < c.end <= c.sentence_end < c.sentence_start + LONGEST_SENTENCE
            found.setdefault((c.document, c.sentence_start, c.sentence_end) if whole else ("", number, 0), []).append(reading)
        return tuple(map(tuple, found.values()))

    def marked(self, together: tuple[Reading, ...]) -> Marked:
        """The sentence of one or several of its readings, in pieces."""
        first = together[0]
        if len(together) == 1:
            return first.passage.pieces(first.claim.time_quote)
        return in_one_sentence([reading.claim for reading in together], first.article.document.text)

    def letter(self, reading: Reading) -> str:
        """By which a reading goes in the card and in its pictures; nothing where one sentence tells it all."""
        number = self.readings.index(reading)
        return LETTERS[number] if len(self.sentences) > 1 and number < len(LETTERS) else ""

    @property
    def rank(self) -> int:
        """0 for the most certain outcome."""
        return OUTCOMES.index(self.finding.outcome)

    def reading_in(self, document: str) -> Reading | None:
        """The first of its claims that stands in this article."""
        return next((reading for reading in self.readings if reading.article.document.document == document), None)


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic with its readings, in the order of the articles' dates, and the findings on it.

    `rounded` tells that its ranges agree, but not as a reader takes them: only rounding or vague words let all be true. `story` is the
    title of the first article where no party tells which event it is.
    """

    number: int
    anchor: str
    topic: Topic
    title: str
    readings: tuple[Reading, ...]
    common: str
    cases: tuple[Case, ...]
    rounded: bool = False
    story: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the verdict: `2 conflicts`, and the part of the report that it leads to."""

    number: int
    words: str
    part: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything of a report, in the language `ui`.

    cases       the findings that are open, `decided` the others, `findings` both; `fixed`: those of an earlier run that are gone
    found, rest, changes    the verdict in numbers: of the findings, of all else, and since an earlier run
    remarks     on decisions that no longer hold, and on claims that were not compared because too many tell of one thing
    idle        selectors of rules that matched nothing; `silent`: ids of rules that found nothing; `options`: what the run was told
    checked     all rules of the run; `sources`: the files with markup as they were written, by their articles
    before      the fingerprints of an earlier run's findings; None where the run was compared with none
    agreeing    subjects that agree; `alone`: claims that nothing else speaks of; `repeated`: passages that stood before
    texts       the paragraphs of an article in pieces that hold indices of its `readings`
    readings, texts, claims_in and cases_in go by the anchor of an article, cases_of by the id of a claim.
    """

    version: str
    ui: str
    articles: tuple[Article, ...]
    unread: tuple[Article, ...]
    undated: int
    rows: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    topics: tuple[Topic, ...]
    cases: tuple[Case, ...]
    decided: tuple[Case, ...]
    fixed: tuple[Finding, ...]
    remarks: tuple[str, ...]
    idle: tuple[str, ...]
    subjects: tuple[Subject, ...]
    agreeing: tuple[Subject, ...]
    alone: tuple[Reading, ...]
    repeated: tuple[Reading, ...]
    numbers: tuple[tuple[str, tuple[Reading, ...]], ...]
    found: tuple[Count, ...]
    rest: tuple[Count, ...]
    changes: tuple[Count, ...]
    rules: tuple[Rule, ...]
    silent: tuple[str, ...]
    checked: tuple[Rule, ...]
    packs: tuple[Pack, ...]
    options: tuple[tuple[str, str], ...]
    agree: int
    claims: int
    readings: Mapping[str, tuple[Reading, ...]]
    texts: Mapping[str, tuple[tuple[Piece, ...], ...]]
    claims_in: Mapping[str, int]
    cases_in: Mapping[str, tuple[Case, ...]]
    cases_of: Mapping[str, tuple[Case, ...]]
    sources: Mapping[str, str] = field(default_factory=dict)
    before: frozenset[str] | None = None

    @property
    def headline(self) -> str:
        """`2 conflicts, 1 to review`."""
        return ", ".join(self._told(self.found))

    @property
    def verdict(self) -> str:
        """`2 conflicts, 1 to review, 5 claims agree, 3 numbers not read; 4 articles, 12 claims`."""
        rest = self._told(self.rest)
        return f"{', '.join([self.headline, *rest[:-2]])}; {', '.join(rest[-2:])}"

    def _told(self, counts: Iterable[Count]) -> list[str]:
        return [f"{load_catalogue(self.ui).number(count.number)} {count.words}" for count in counts]

    def lacks(self, named: Iterable[str]) -> bool:
        """Whether a file that had to be read was not: one failed, one of those named was skipped, or nothing was read at all."""
        wanted = set(named)
        return not self.articles or any(a.document.status == "failed" or a.document.document in wanted for a in self.unread)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcome of each finding."""
        return tuple(case.finding.outcome for case in self.cases)
