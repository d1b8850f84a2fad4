"""report.html: one page that needs nothing else; its script adds comfort and no content."""

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
from qcheck.reporting.view import LETTERS, Case, Reading, Subject, View

if TYPE_CHECKING:
    from jinja2 import Environment

FILE = "report.html"
_DRAWN = 6  # readings of a finding that its pictures show


def render(view: View) -> str:
    """The page. Everything that comes from an article is escaped, and its control characters are written out."""
    environment = _environment()
    style, script = (environment.get_template(name).render() for name in ("report.css", "report.js"))
    ui = load_catalogue(view.ui)
    page = environment.get_template("report.html.jinja").render(
        view=view,
        ui=ui,
        style=Markup(style),
        style_digest=_digest(style),
        script=Markup(script),
        script_digest=_digest(script),
        range_chart=partial(range_chart, ui=ui),
        period_chart=partial(period_chart, ui=ui),
        clock_chart=partial(clock_chart, ui=ui),
        topic_chart=partial(topic_chart, ui=ui),
    )
    return page + "\n"


def _digest(text: str) -> str:
    """The SHA-256 digest by which a content security policy knows a text."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    return templates(escape=True, finalize=_harmless)


def _harmless(value: Any) -> Any:
    return wording.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _label(number: int, words: str) -> str:
    return f"{LETTERS[number]}  {words}"


def range_chart(case: Case, *, ui: Catalogue) -> Markup:
    """The ranges of a finding's readings on one axis; nothing where the pair's ranges are not compared."""
    if not case.numbers_apart:
        return Markup("")
    rows = []
    for number, reading in enumerate(case.readings[:_DRAWN]):
        factor = wording.conversion(reading.claim, case.readings[0].claim)
        hard, typical = wording.hard(reading.claim), wording.typical(reading.claim)
        if hard and factor and hard != SOME:
            rows.append(
                (_label(number, reading.range), wording.scaled(hard, factor), typical and wording.scaled(typical, factor), _vague(reading))
            )
        elif number < 2:
            return Markup("")
    if len(rows) < 2:
        return Markup("")
    about = ui("chart.ranges", ranges="; ".join(label for label, *_ in rows))
    return charts.ranges(rows, unit=_sign(case.readings[0]), about=about, ui=ui)


def period_chart(case: Case, *, ui: Catalogue) -> Markup:
    """The periods of a finding's readings on one axis; nothing where the pair's are not told, named by no words, or all the same."""
    if not case.days_apart or not any(reading.claim.time_quote for reading in case.readings[:2]):
        return Markup("")
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


def clock_chart(case: Case, *, ui: Catalogue) -> Markup:
    """The times of day of a finding's readings on one axis; nothing where one of the pair tells none."""
    rows: list[charts.Row] = []
    for number, reading in enumerate(case.readings[:_DRAWN]):
        minutes = wording.interval(reading.claim.clock_low, reading.claim.clock_high, "[]")
        if minutes:
            rows.append((_label(number, reading.claim.quote), minutes, None, False))
        elif number < 2:
            return Markup("")
    if len(rows) < 2:
        return Markup("")
    return charts.clocks(rows, about=ui("chart.clocks", clocks="; ".join(label for label, *_ in rows)))


def _vague(reading: Reading) -> bool:
    """Whether its words leave open where its range ends: about, nearly, several."""
    return reading.claim.modifier in ("about", "almost", "just_over", "vague")


def _sign(reading: Reading) -> str:
    return "%" if reading.claim.unit == "percent" else ""


def topic_chart(subject: Subject, *, ui: Catalogue) -> Markup:
    """The ranges of a topic over the days of its articles."""
    disputed = {r.claim.claim for case in subject.cases for r in case.readings}
    first = subject.readings[0].claim
    revised = _revisions(subject)
    dots = []
    for number, reading in enumerate(subject.readings, 1):
        hard, typical = wording.hard(reading.claim), wording.typical(reading.claim)
        factor = wording.conversion(reading.claim, first)
        if hard and factor:
            typical = typical and wording.scaled(typical, factor)
            day = _day(reading.article.document.published)
            hard = wording.scaled(hard, factor)
            dots.append(Dot(number, day, hard, typical, reading.claim.claim in disputed, _vague(reading), revised.get(number, 0)))
    common = wording.interval(subject.topic.low, subject.topic.high, subject.topic.closed) if subject.topic.agree else None
    return timeline(dots, about=ui("chart.timeline"), ui=ui, common=common, unit=_sign(subject.readings[0]))


def _revisions(subject: Subject) -> dict[int, int]:
    """Number of a reading that an update is about -> number of the nearest earlier reading that it brings up to date."""
    numbers = {reading.claim.claim: number for number, reading in enumerate(subject.readings, 1)}
    found: dict[int, int] = {}
    for case in subject.cases:
        pair = sorted(numbers[r.claim.claim] for r in case.readings[:2] if r.claim.claim in numbers)
        if case.finding.outcome == "update" and len(pair) == 2:
            found[pair[1]] = max(pair[0], found.get(pair[1], 0))
    return found


def _day(published: str) -> str:
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError:
        return ""
