"""report.html: one page that needs nothing else, not even JavaScript."""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from qcheck.model.interval import SOME
from qcheck.reporting import charts, wording
from qcheck.reporting.catalogue import Catalogue, load_catalogue
from qcheck.reporting.pages import templates
from qcheck.reporting.timeline import Dot, timeline
from qcheck.reporting.view import Case, Reading, Subject, View

if TYPE_CHECKING:
    from jinja2 import Environment

FILE = "report.html"
_DRAWN = 6  # readings of a finding that its pictures show


def render(view: View) -> str:
    """The page. Everything that comes from an article is escaped, and its control characters are written out."""
    environment = _environment()
    style = environment.get_template("report.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    ui = load_catalogue(view.ui)
    page = environment.get_template("report.html.jinja").render(
        view=view,
        ui=ui,
        style=Markup(style),
        style_digest=digest,
        range_chart=partial(range_chart, ui=ui),
        period_chart=partial(period_chart, ui=ui),
        topic_chart=partial(topic_chart, ui=ui),
    )
    return page + "\n"


@cache
def _environment() -> Environment:
    return templates(
        escape=True,
        finalize=_harmless,
        letters=wording.LETTERS,
    )


def _harmless(value: Any) -> Any:
    return wording.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _label(number: int, words: str) -> str:
    return f"{wording.LETTERS[number]}  {words}"


def range_chart(case: Case, *, ui: Catalogue) -> Markup:
    """The ranges of a finding's readings on one axis; nothing where the pair's ranges cannot be compared."""
    rows = []
    for number, reading in enumerate(case.readings[:_DRAWN]):
        factor = wording.conversion(reading.claim, case.readings[0].claim)
        hard, typical = wording.hard(reading.claim), wording.typical(reading.claim)
        if hard and factor and hard != SOME:
            rows.append((_label(number, reading.range), wording.scaled(hard, factor), typical and wording.scaled(typical, factor)))
        elif number < 2:
            return Markup("")
    if len(rows) < 2:
        return Markup("")
    about = ui("chart.ranges", ranges="; ".join(label for label, *_ in rows))
    return charts.ranges(rows, unit=_sign(case.readings[0]), about=about, ui=ui)


def period_chart(case: Case, *, ui: Catalogue) -> Markup:
    """The periods of a finding's readings on one axis; nothing where one of the pair's is not told, or all are the same."""
    rows = []
    for number, reading in enumerate(case.readings[:_DRAWN]):
        span = wording.span(reading.claim)
        if span:
            rows.append((_label(number, reading.period), span))
        elif number < 2:
            return Markup("")
    if len(rows) < 2 or len({str(span) for _, span in rows}) < 2:
        return Markup("")
    return charts.periods(rows, about=ui("chart.periods", periods="; ".join(label for label, _ in rows)), ui=ui)


def _sign(reading: Reading) -> str:
    return "%" if reading.claim.unit == "percent" else ""


def topic_chart(subject: Subject, *, ui: Catalogue) -> Markup:
    """The ranges of a topic over the days of its articles."""
    disputed = {r.claim.claim for case in subject.cases for r in case.readings}
    first = subject.readings[0].claim
    dots = []
    for number, reading in enumerate(subject.readings, 1):
        hard, typical = wording.hard(reading.claim), wording.typical(reading.claim)
        factor = wording.conversion(reading.claim, first)
        if hard and factor:
            typical = typical and wording.scaled(typical, factor)
            day = _day(reading.article.document.published)
            dots.append(Dot(number, day, wording.scaled(hard, factor), typical, reading.claim.claim in disputed))
    words = "; ".join(f"{n}: {r.range}, {r.article.date or ui('chart.no_date')}" for n, r in enumerate(subject.readings, 1))
    common = wording.interval(subject.topic.low, subject.topic.high, subject.topic.closed) if subject.topic.agree else None
    return timeline(dots, about=ui("chart.timeline", ranges=words), ui=ui, common=common, unit=_sign(subject.readings[0]))


def _day(published: str) -> str:
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError:
        return ""
