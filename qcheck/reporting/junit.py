"""report.xml: JUnit XML, for build servers: each finding is a test of its article, what is open has failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from qcheck.reporting.view import Article, Case, View
from qcheck.reporting.wording import visible

FILE = "report.xml"
_FAILS = frozenset({"conflict", "review", "dispute"})


def render(view: View) -> str:
    """A suite for each article, a case for each finding on it; one that passed where nothing was found.

    Conflicts, reviews and disputes fail, what is decided is skipped, updates and notes pass; files that were not read are errors.
    """
    suites = [_suite(article, [case for case in (*view.cases, *view.decided) if _home(case) == article], view) for article in view.articles]
    suites += [_unread(article, view) for article in view.unread]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", *suites, "</testsuites>"]) + "\n"


def _home(case: Case) -> Article | None:
    return case.readings[0].article if case.readings else None


def _suite(article: Article, cases: Sequence[Case], view: View) -> str:
    failed = sum(case in view.cases and case.finding.outcome in _FAILS for case in cases)
    skipped = sum(case in view.decided for case in cases)
    name = article.document.document
    tests = [_test(case, name, view) for case in cases] or [f"<testcase classname={_quoted(name)} name={_quoted('qcheck')} />"]
    counts = f'tests="{len(tests)}" failures="{failed}" errors="0" skipped="{skipped}"'
    return "\n".join([f"<testsuite name={_quoted(name)} {counts}>", *tests, "</testsuite>"])


def _test(case: Case, article: str, view: View) -> str:
    finding = case.finding
    opening = f"<testcase classname={_quoted(article)} name={_quoted(f'{finding.rule} {finding.fingerprint}')}"
    if case in view.decided:
        inside = f"<skipped message={_quoted(case.decision)} />"
    elif finding.outcome in _FAILS:
        inside = f"<failure message={_quoted(finding.message)} type={_quoted(finding.outcome)}>{_text(case)}</failure>"
    else:
        inside = f"<system-out>{_text(case)}</system-out>"
    return f"{opening}>{inside}</testcase>"


def _unread(article: Article, view: View) -> str:
    name = article.document.document
    case = f'<testcase classname={_quoted(name)} name="qcheck"><error message={_quoted(article.note)} type="unread" /></testcase>'
    return f'<testsuite name={_quoted(name)} tests="1" failures="0" errors="1" skipped="0">\n{case}\n</testsuite>'


def _text(case: Case) -> str:
    return escape("\n".join(map(_allowed, _lines(case))))


def _lines(case: Case) -> Iterator[str]:
    yield f"{case.badge}: {case.finding.message}"
    for reading in case.readings:
        yield f"{reading.article.document.document}: “{reading.passage.text}”"
    yield from case.working
    yield from case.hints


def _quoted(text: str) -> str:
    return quoteattr(_allowed(" ".join(text.split())))


def _allowed(text: str) -> str:
    """Text without what XML 1.0 cannot hold; all that would act is written out."""
    return "".join("\ufffd" if 0xD800 <= ord(sign) <= 0xDFFF or sign in "\ufffe\uffff" else sign for sign in visible(text))
