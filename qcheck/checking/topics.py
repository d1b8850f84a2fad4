"""The verb `topics`: what several places speak of, and whether they agree."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from qcheck.checking.births import of_then
from qcheck.checking.corpus import REQUIRED, Corpus, corpus_of
from qcheck.checking.joined import Joined
from qcheck.checking.link import link
from qcheck.checking.pairs import Meetings
from qcheck.checking.periods import surely_apart
from qcheck.checking.persons import by_name, same_person
from qcheck.checking.statement import AGE, Statement
from qcheck.checking.wording import party_words
from qcheck.model.claim import Claim, content_id
from qcheck.model.finding import Topic
from qcheck.model.frames import from_frame, to_frame
from qcheck.model.interval import Interval

if TYPE_CHECKING:
    import pandas as pd

THING, TOLL = ("thing",), ("toll",)
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
    """What is told of one thing in several places: what is counted, and the ages of one person."""
    return [*_counted(corpus, meetings), *_ages(corpus)]


def _counted(corpus: Corpus, meetings: Meetings) -> list[list[Statement]]:
    """Statements of numbers that the link joins; one that leaves a party open joins only where a single group fits it."""
    said = [s for s in corpus.claims() if s.numeric and s.claim.modality != "denied" and not (s.claim.unit == AGE and s.claim.person)]
    by_id = {s.claim.claim: s for s in said}
    joined = Joined(by_id)
    loose: dict[str, set[str]] = defaultdict(set)
    for pairs in (meetings.inside(said, THING), meetings.across(said, THING), meetings.across(said, TOLL)):
        for a, b in pairs:
            if _of_other_days(a, b) or not _of_one_thing(a, b, meetings):
                continue
            one, other = a.claim.claim, b.claim.claim
            if (a.agents, a.recipients) == (b.agents, b.recipients):
                joined.join(one, other)
            else:
                loose[one].add(other)
                loose[other].add(one)
    firm = {one: joined.group(one) for one in by_id}
    members = Counter(firm.values())
    for one in sorted(loose):
        homes = {firm[other] for other in loose[one]}
        open_sides = not by_id[one].agents or not by_id[one].recipients
        if open_sides and len(homes) == 1 and members[firm[one]] == 1:
            members[firm[one]] -= 1
            firm[one] = homes.pop()
            members[firm[one]] += 1
    return _several(firm, said)


def _ages(corpus: Corpus) -> list[list[Statement]]:
    """The ages of each person that is named in several places."""
    aged = {s.claim.claim: s for s in corpus.claims() if s.claim.unit == AGE and s.claim.person and s.numeric and not of_then(s)}
    joined = Joined(aged)
    for a, b in by_name(list(aged.values())):
        if same_person(a, b).answer == "same":
            joined.join(a.claim.claim, b.claim.claim)
    return _several({one: joined.group(one) for one in aged}, aged.values())


def _several(group_of: Mapping[str, str], said: Iterable[Statement]) -> list[list[Statement]]:
    """The groups of more than one statement."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for s in said:
        groups[group_of[s.claim.claim]].append(s)
    return [group for group in groups.values() if len(group) > 1]


def _of_one_thing(a: Statement, b: Statement, meetings: Meetings) -> bool:
    """Whether the link joins them: surely, or likely in articles that surely tell of one event."""
    answer = link(a, b, events=meetings.event).answer
    return answer == "same" or (answer == "likely" and meetings.event(a.article, b.article).answer == "same")


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
    event = first.event if all(s.claim.event == first.event for s in group) else ""
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
        title=": ".join(part for part in (", ".join(word for word in (first.of, event) if word), parties) if part),
        unit=first.unit,
        of=first.of,
        event=event,
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
