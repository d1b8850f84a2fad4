"""How a text was read, step by step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """The words at `start` to `end`, what they were taken to be (`reading`), and what followed (`result`)."""

    start: int
    end: int
    words: str
    reading: str
    result: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All steps, in the order of the text; `str` gives one line a step."""

    text: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join(f"{s.words!r}: {s.reading} -> {s.result}" for s in self.steps)
