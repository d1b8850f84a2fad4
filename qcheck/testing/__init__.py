"""For the tests of your own rules and texts: `assert_silent`, `assert_fires`; Hypothesis strategies in `qcheck.testing.strategies`."""

from qcheck.testing.assertions import assert_fires as assert_fires
from qcheck.testing.assertions import assert_silent as assert_silent

__all__ = ["assert_fires", "assert_silent"]
