"""The view of the invented story."""

from __future__ import annotations

import pytest

from qcheck.reporting.build import view_of
from qcheck.reporting.view import Rule, View
from tests.reporting import story

RULE = Rule("amounts/apart", "Amounts that cannot both be true", "Two articles that count one thing leave room for one number.")


@pytest.fixture(scope="session")
def view() -> View:
    return view_of(story.DOCUMENTS, story.CLAIMS, story.FINDINGS, story.TOPICS, rules={RULE.id: RULE})
