"""Tools that are not Python: a test that needs one skips where it is missing, and fails where QCHECK_REQUIRE_TOOLS=1."""

from __future__ import annotations

import os
from typing import TypeVar

import pytest

Found = TypeVar("Found")


def needed(found: Found | None, what: str) -> Found:
    """What was found of a tool; `what` says what is missing and how to get it."""
    if found:
        return found
    if os.environ.get("QCHECK_REQUIRE_TOOLS") == "1":
        pytest.fail(what)
    pytest.skip(what)
