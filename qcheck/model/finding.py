"""A finding: what a rule has to say of one claim or of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["conflict", "review", "dispute", "update", "note"]
Severity = Literal["error", "warning", "note"]
Status = Literal["open", "new", "known", "reopened", "accepted", "dismissed", "both-right"]
OUTCOMES: tuple[Outcome, ...] = ("conflict", "review", "dispute", "update", "note")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
DECIDED: tuple[Status, ...] = ("accepted", "dismissed", "both-right")


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the findings frame.

    `claims` holds ids joined by one space, the pair that the finding is about first. `working` (the proof), `paired` (why these
    claims were held to speak of one thing) and `hints` (how both could be right, what to check) are lines joined by a line feed.
    `sides` says what each claim of the pair says, a line each (quote | range | period); `fingerprint` comes from these lines and the rule
    alone, so that a finding is found again in a changed text. `status`: open as `check` gives it, accepted, dismissed or both-right by a
    `decision` (in words), reopened where one fits no more, new or known against an earlier run.
    """

    rule: str
    outcome: Outcome
    severity: Severity
    claims: str
    message: str
    working: str
    fingerprint: str
    paired: str = ""
    hints: str = ""
    topic: str = ""
    sides: str = ""
    status: Status = "open"
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One row of the topics frame: a thing that several places speak of.

    `claims` are ids joined by one space, in order of the articles' dates and places; `documents` how many articles there are.
    `agree` tells that one number lies in all hard ranges that lie at one time; low, high and closed are that common range (NaN where none).
    `confirmed` counts the independent voices (a repeated passage or a copied article is one voice).
    """

    topic: str
    title: str
    unit: str
    of: str
    event: str
    agent: str
    recipient: str
    claims: str
    documents: int
    agree: bool
    low: float
    high: float
    closed: str
    confirmed: int
