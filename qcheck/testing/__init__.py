"""For the tests of your own rules and texts: `assert_silent`, `assert_fires`, `assert_invariant`, `no_network`.

Hypothesis strategies are in `qcheck.testing.strategies`; pytest finds its plugin by itself (see docs/kit.md).
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qcheck.testing.assertions import assert_fires as assert_fires
    from qcheck.testing.assertions import assert_invariant as assert_invariant
    from qcheck.testing.assertions import assert_silent as assert_silent
    from qcheck.testing.network import no_network as no_network

# public name -> module that holds it: pytest and Hypothesis import this package in every project, so that it must cost nothing
_HOMES = {
    "assert_fires": "qcheck.testing.assertions",
    "assert_invariant": "qcheck.testing.assertions",
    "assert_silent": "qcheck.testing.assertions",
    "no_network": "qcheck.testing.network",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'qcheck.testing' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
