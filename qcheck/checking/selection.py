"""Selectors: which claims a rule looks at, and what must be equal for two of them to meet."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from qcheck.checking.alignment import measured
from qcheck.checking.conditions import CONDITIONS
from qcheck.checking.persons import person_keys
from qcheck.checking.statement import Statement
from qcheck.model.claim import Claim
from qcheck.model.frames import columns

FIELDS = (*(name for name, dtype in columns(Claim).items() if dtype in ("str", "bool")), *CONDITIONS)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The values that a field may have, or may not have."""

    values: tuple[str | bool, ...]
    excluded: bool = False


def _chosen(written: Any) -> Chosen:
    """`value`, `[value, ...]` or `{not: ...}` of a rule file as a choice."""
    if isinstance(written, Chosen):
        return written
    if isinstance(written, Mapping) and list(written) == ["not"] and not isinstance(written["not"], Mapping):
        return Chosen(_chosen(written["not"]).values, excluded=True)
    values = written if isinstance(written, (list, tuple)) else [written]
    if not all(isinstance(value, (str, bool, int)) for value in values):
        raise ValueError("write a value, a list of values, or {not: ...}")
    # a year is a number in YAML, and text in a claim
    return Chosen(tuple(value if isinstance(value, bool) else str(value) for value in values))


_Value: TypeAlias = str | bool | int


class _Other(BaseModel):
    """Any value but these, as a rule file writes it."""

    model_config = ConfigDict(extra="forbid")

    values: _Value | tuple[_Value, ...] = Field(alias="not")


Choice: TypeAlias = Annotated[Chosen, BeforeValidator(_chosen, json_schema_input_type=_Value | tuple[_Value, ...] | _Other)]
Selector: TypeAlias = dict[str, Choice]
Sameness = Literal[
    "thing",
    "kind_of_thing",
    "person",
    "story",
    "wording",
    "toll",
    "value",
    "digits",
    "period",
    "document",
    "sentence",
    "paragraph",
    "unit",
    "of",
    "scope",
    "event",
    "agent",
    "recipient",
    "place",
    "by",
    "side",
]

LINKED_THINGS = frozenset(("thing", "kind_of_thing", "toll"))  # names that ask the link of two claims, not only for equal fields
LINKED = (*sorted(LINKED_THINGS), "person", "story", "wording")


def selects(selector: Mapping[str, Chosen], claim: Claim) -> bool:
    """Whether every field has one of the chosen values ("" stands for a field without a value), and the conditions hold."""
    for field, choice in selector.items():
        condition = CONDITIONS.get(field)
        if condition is None:
            fits = getattr(claim, field) in choice.values
        else:
            fits = any(condition.holds(str(text), claim) for text in choice.values)
        if fits is choice.excluded:
            return False
    return True


_KEYS: dict[str, Callable[[Statement], Hashable]] = {
    "thing": lambda s: (s.claim.of, s.claim.event) if s.tells_thing else None,
    "toll": lambda s: s.slot[1] if s.slot else None,
    "kind_of_thing": lambda s: s.claim.event or None,
    "person": lambda s: person_keys(s.claim.person)[-1] if s.claim.person else None,
    "story": lambda s: True,
    "wording": lambda s: measured(s) or None,
    "value": lambda s: None if s.claim.value_low != s.claim.value_low else (s.claim.value_low, s.claim.value_high, s.measure),
    "digits": lambda s: (
        (f"{s.claim.value_low:.12e}".rstrip("0").partition("e")[0].rstrip("0"), s.measure) if s.claim.value_low > 0 else None
    ),
    "period": lambda s: s.claim.within if s.span.known else None,
    "sentence": lambda s: (s.claim.document, s.claim.sentence) if s.claim.sentence else None,
    "paragraph": lambda s: (s.claim.document, s.claim.paragraph) if s.claim.paragraph else None,
}


def key(name: str, statement: Statement) -> Hashable:
    """What must be equal in both claims under this name; None where the claim does not say it, so that it meets none."""
    return _KEYS[name](statement) if name in _KEYS else getattr(statement.claim, name) or None
