"""What a newsroom decided about a finding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["accepted", "dismissed", "both-right"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of a decisions file, or a comment in an article.

    accepted: the finding is right, and known; dismissed: it is wrong; both-right: both statements are true. `finding` is its fingerprint,
    `sides` what its pair said then (as `Finding.sides`). A decision holds through the day `until`. One with a `document` comes from that
    article and holds for its findings alone: those of the `finding`, or all of the `rule`. `articles` are the paths of the pair's articles,
    `where` is the entry's own place.
    """

    verdict: Verdict
    reason: str
    finding: str = ""
    rule: str = ""
    sides: tuple[str, ...] = ()
    by: str = ""
    until: date | None = None
    document: str = ""
    articles: tuple[str, ...] = ()
    where: str = ""

    @property
    def words(self) -> str:
        """`dismissed by Ada until 2031-05-01: the reason`."""
        told = [self.verdict, f"by {self.by}" if self.by else "", f"until {self.until}" if self.until else ""]
        return f"{' '.join(part for part in told if part)}: {self.reason}"
