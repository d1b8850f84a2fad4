"""The report of the example articles in the Chromium that is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import qcheck
from qcheck.reporting import html
from qcheck.reporting.build import build_view
from qcheck.reporting.view import View
from tests.tools import needed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EXAMPLES = Path(__file__).parents[2] / "examples"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run")


@pytest.fixture(scope="module")  # no longer: its event loop is in the way of other tests
def browser() -> Iterator[Browser]:
    path = needed(shutil.which("chromium") or shutil.which("google-chrome"), "no Chromium (Debian: apt install chromium)")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def view() -> View:
    documents = qcheck.read([EXAMPLES / "articles"])
    desk = qcheck.load_desk(EXAMPLES / "facts.yml")
    claims = qcheck.extract(documents, desk=desk)
    return build_view(documents, claims, qcheck.check(claims, desk=desk))


@pytest.fixture(scope="session")
def address(view: View, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the report lies."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html.render(view), encoding="utf-8")
    return path.as_uri()
