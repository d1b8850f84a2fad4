"""What a configuration says of rules: how grave they are, and where they are on."""

from __future__ import annotations

from dataclasses import dataclass

from qcheck.model.finding import Severity


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """`rules` is a glob pattern of ids; what is None is left as it is.

    `on` tells whether rules are on; `on_in` are glob patterns of the articles that alone they look at then (empty: all), `off_in` of those
    that they do not look at.
    """

    rules: str
    severity: Severity | None = None
    on: bool | None = None
    on_in: tuple[str, ...] = ()
    off_in: tuple[str, ...] = ()
