"""What a kind of check is: a function, what it takes, and the shape of its parameters (the rule's `with`)."""

from __future__ import annotations

import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from qcheck.checking.proof import Proof
from qcheck.checking.statement import Article, Statement
from qcheck.model.desk import SettledNumber

Subject = Literal["claim", "pair", "article", "relation", "fact", "series"]


class Parameters(BaseModel):
    """The shape of a rule's `with`; a kind without parameters takes this one."""

    model_config = ConfigDict(frozen=True, extra="forbid")


P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True, slots=True)
class Kind:
    """`run` takes a claim, a pair of claims, an article with its claims, a relation with its operands, or the claims of one thing over
    time, and the parameters; it gives any number of proofs. `about` tells what it looks for and what each outcome proves; `relation` is
    the one relation that it can look at ("" if it takes any).
    """

    subject: Subject
    run: Callable[..., Sequence[Proof]]
    parameters: type[Parameters]
    about: str = ""
    relation: str = ""


def of_claim(run: Callable[[Statement, P], Proof | None]) -> Kind:
    """A kind that looks at each claim by itself."""
    return Kind("claim", lambda statement, parameters: _some(run(statement, parameters)), _parameters(run), _about(run))


def of_pair(run: Callable[[Statement, Statement, P], Proof | None]) -> Kind:
    """A kind that compares two claims; it is asked once for each order of the two where the rule tells one from the other."""
    return Kind("pair", lambda one, other, parameters: _some(run(one, other, parameters)), _parameters(run), _about(run))


def of_article(run: Callable[[Article, Sequence[Statement], P], Sequence[Proof]]) -> Kind:
    """A kind that looks at an article with all its rows, in the order of the text."""
    return Kind("article", run, _parameters(run), _about(run))


def of_relation(run: Callable[[Statement, Sequence[Statement], P], Proof | None], relation: str = "") -> Kind:
    """A kind that looks at what a text says that numbers are to each other: the `relation` row, and its operands in its order.

    It is given rows of the `relation` of this name alone, so that it knows its operands; "" for a kind that takes any.
    """
    return Kind("relation", lambda said, tied, parameters: _some(run(said, tied, parameters)), _parameters(run), _about(run), relation)


def of_fact(run: Callable[[Statement, SettledNumber, P], Proof | None]) -> Kind:
    """A kind that compares a claim with each number of the desk that counts the same thing."""
    return Kind("fact", lambda statement, fact, parameters: _some(run(statement, fact, parameters)), _parameters(run), _about(run))


def of_series(run: Callable[[Sequence[Statement], P], Sequence[Proof]]) -> Kind:
    """A kind that looks at what articles tell of one thing over time: its claims, the earliest known first."""
    return Kind("series", run, _parameters(run), _about(run))


def _some(proof: Proof | None) -> tuple[Proof, ...]:
    return () if proof is None else (proof,)


def _about(run: Callable[..., Any]) -> str:
    return " ".join((run.__doc__ or "").split())


def _parameters(run: Callable[..., Any]) -> type[Parameters]:
    found = typing.get_type_hints(run)["parameters"]
    assert issubclass(found, Parameters)
    return typing.cast(type[Parameters], found)
