"""The verb `topics`: what several places speak of, and whether they agree."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from qcheck.checking.corpus import REQUIRED, Corpus, corpus_of
from qcheck.checking.link import link
from qcheck.checking.pairs import Meetings
from qcheck.checking.periods import surely_apart
from qcheck.checking.statement import Statement
from qcheck.checking.wording import party_words
from qcheck.model.claim import Claim, content_id
from qcheck.model.finding import Topic
from qcheck.model.frames import from_frame, to_frame
from qcheck.model.interval import Interval

if TYPE_CHECKING:
    import pandas as pd

OWN_EVENT = 30  # days before an article in which the event lies that it tells of without a date


def topics(claims: pd.DataFrame) -> pd.DataFrame:
    """The topics frame (columns of `Topic`) of a claims frame, sorted by the number of articles (most first), then title and claims.

    Raises UsageProblem for a frame that lacks columns.
    """
    return to_frame(topic_rows(corpus_of(from_frame(claims, Claim, required=REQUIRED))), Topic)


def topic_rows(corpus: Corpus, meetings: Meetings | None = None) -> list[Topic]:
    """All topics of a corpus, sorted; `meetings` finds its pairs and knows those that it has looked at."""
    rows = [_topic(group, corpus) for group in _groups(corpus, meetings or Meetings(corpus))]
    return sorted(rows, key=lambda t: (-t.documents, t.title, t.claims))


def topic_groups(corpus: Corpus, meetings: Meetings) -> dict[str, list[Statement]]:
    """Id of a topic -> its statements, the earliest known first, those of no day last."""
    return {_id(group): sorted(group, key=_when) for group in _groups(corpus, meetings)}


def _groups(corpus: Corpus, meetings: Meetings) -> list[list[Statement]]:
    """Statements of numbers that the link joins; one that leaves a party open joins only where a single group fits it."""
    said = [s for s in corpus.claims() if s.numeric and s.claim.modality != "denied"]
    parent = {s.claim.claim: s.claim.claim for s in said}
    by_id = {s.claim.claim: s for s in said}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    loose: dict[str, set[str]] = defaultdict(set)
    names = ("thing",)
    for pairs in (meetings.inside(said, names), meetings.across(said, names)):
        for a, b in pairs:
            if _of_other_days(a, b) or link(a, b, events=meetings.event).answer != "same":
                continue
            one, other = a.claim.claim, b.claim.claim
            if (a.agents, a.recipients) == (b.agents, b.recipients):
                low, high = sorted((root(one), root(other)))
                parent[high] = low
            else:
                loose[one].add(other)
                loose[other].add(one)
    firm = {one: root(one) for one in parent}
    for one in sorted(loose):
        homes = {firm[other] for other in loose[one]}
        open_sides = not by_id[one].agents or not by_id[one].recipients
        if open_sides and len(homes) == 1 and sum(r == firm[one] for r in firm.values()) == 1:
            firm[one] = homes.pop()
    groups: dict[str, list[Statement]] = defaultdict(list)
    for s in said:
        groups[firm[s.claim.claim]].append(s)
    return [group for group in groups.values() if len(group) > 1]


def _of_other_days(a: Statement, b: Statement) -> bool:
    """Whether they tell of things that happened at different times: words name days that share none, or such as end long before the day
    of an article whose claim names no days, so that it speaks of its own event.
    """
    if a.timed and b.timed:
        return surely_apart(a, b)
    timed, untimed = (a, b) if a.timed else (b, a)
    last, known = timed.span.proof.high, untimed.known_on
    return timed.timed and last is not None and known is not None and (known - last).days > OWN_EVENT


def _id(group: Sequence[Statement]) -> str:
    return content_id("topic", min(s.claim.claim for s in group))


def _when(s: Statement) -> tuple[date, str, int]:
    return s.known_on or date.max, s.claim.document, s.claim.start


def _topic(group: Sequence[Statement], corpus: Corpus) -> Topic:
    ordered = sorted(group, key=_when)
    first = min(group, key=lambda s: (-len(s.agents) - len(s.recipients), s.content)).claim
    ids = corpus.with_copies(s.claim.claim for s in ordered)
    common: Interval[float] | None = group[0].hard
    for s in group[1:]:
        common = common & s.hard if common else None
    # one number in all ranges settles it; else only ranges that may lie at one time can disagree
    agree = common is not None or not any(
        a.hard.disjoint(b.hard) and not a.span.proof.disjoint(b.span.proof) for a, b in combinations(group, 2)
    )
    parties = " → ".join(party_words(part) for part in (first.agent, first.recipient) if part)
    return Topic(
        topic=_id(group),
        title=": ".join(part for part in (", ".join(word for word in (first.of, first.event) if word), parties) if part),
        unit=first.unit,
        of=first.of,
        event=first.event,
        agent=first.agent,
        recipient=first.recipient,
        claims=" ".join(ids),
        documents=len({corpus.rows[one].document for one in ids}),
        agree=agree,
        low=math.nan if common is None or common.low is None else common.low,
        high=math.nan if common is None or common.high is None else common.high,
        closed="" if common is None else common.closed,
        confirmed=len({corpus.voices[s.claim.document] for s in group}),
    )
