"""What the commands print: styled on a terminal, plain and the same bytes everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qcheck.checking.wording import quotes, reason_words
from qcheck.model.explanation import Explanation, Step
from qcheck.reporting.catalogue import Catalogue, load_catalogue
from qcheck.reporting.translation import translated
from qcheck.reporting.view import Article, Case, Reading, View
from qcheck.reporting.wording import visible

if TYPE_CHECKING:
    from rich.text import Text

Part = tuple[str, str]
Line = list[Part]
_STYLES = {
    "conflict": "bold red",
    "review": "bold yellow",
    "dispute": "bold magenta",
    "update": "bold blue",
    "note": "bold cyan",
    "quote": "bold reverse",
    "dim": "dim",
    "strong": "bold",
    "path": "underline",
}


def show(lines: Iterable[Line]) -> None:
    """Print lines of (words, style): with colours where standard output is a terminal, else as plain text that never wraps."""
    if not sys.stdout.isatty():
        sys.stdout.write(plain(lines))
        return
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        indented = len(line) > 1 and not line[0][0].strip()
        words = _styled(line[1:] if indented else line, Text)
        console.print(Padding(words, (0, 0, 0, len(line[0][0])), expand=False) if indented else words)


def plain(lines: Iterable[Line]) -> str:
    """Lines of (words, style) as text, one below the other, never wrapped."""
    return "".join(f"{visible(''.join(words for words, _ in line)).rstrip()}\n" for line in lines)


def _styled(line: Line, text: type[Text]) -> Text:
    return text.assemble(*((visible(words), _STYLES.get(style, "")) for words, style in line))


def unread(view: View) -> list[str]:
    """One line for each file that was not read, and why."""
    return [visible(f"{a.document.document}: {a.note}".replace("\n", " ")) for a in view.unread]


def idle(view: View, own: Collection[str]) -> list[str]:
    """One line for each selector of one's own rules that matched nothing: in a few texts that says little, in many it may be a slip."""
    ui = load_catalogue(view.ui)
    return [visible(ui("terminal.idle", selector=entry)) for entry in view.idle if entry.partition(":")[0] in own]


def report(view: View, written: Sequence[Path], *, against: int = 0) -> Iterator[Line]:
    """The findings, then the verdict, then where the report lies; of a draft also the number of articles that it was checked `against`."""
    ui = load_catalogue(view.ui)
    for case in view.cases:
        yield from _case(case, ui)
    for case in view.decided:
        yield [(f"{ui('terminal.decided')}  ", "dim"), (case.finding.message, ""), (f"  [{_name(case)}]", "dim")]
        yield [("    ", ""), (case.decision, "dim")]
    for finding in view.fixed:
        yield [(f"{ui('terminal.fixed')}  ", "dim"), (finding.message, ""), (f"  [{finding.rule}]", "dim")]
    for remark in view.remarks:
        yield [(f"{ui('terminal.remark')}  ", "dim"), (remark, "")]
    if view.decided or view.fixed or view.remarks:
        yield []
    yield [(view.verdict, "strong")]
    if against:
        yield [(ui("terminal.against", against), "dim")]
    yield []
    for path in written:
        yield [("  ", ""), (path.as_posix(), "path")]


def _case(case: Case, ui: Catalogue) -> Iterator[Line]:
    outcome = case.finding.outcome
    yield [(f"{case.label.upper()} {case.number}", outcome), ("  ", ""), (case.finding.message, "strong"), (f"  [{_name(case)}]", "dim")]
    if case.finding.status != "open":
        status = (ui.known("status", case.finding.status), case.decision)
        yield [("    ", ""), ("; ".join(part for part in status if part), "strong")]
    for together in case.sentences:
        yield from _quoted(case, together, ui)
    for line in case.working:
        yield [("    ", ""), (line, "")]
    if case.paired:
        yield [("    ", ""), (ui("terminal.paired", reasons="; ".join(case.paired)), "dim")]
    for line in case.hints:
        yield [("    ", ""), (ui("terminal.check", hint=line), "dim")]
    yield []


def _name(case: Case) -> str:
    """What `qcheck rules show` and `qcheck decide` take."""
    return f"{case.rule.id} {case.finding.fingerprint}"


def _quoted(case: Case, together: tuple[Reading, ...], ui: Catalogue) -> Iterator[Line]:
    """A sentence with all that the finding marks in it, and where it stands."""
    article = together[0].article
    opening, closing = tuple(quotes(ui.language))
    where = ", ".join(word for word in (_date(article, ui), together[0].place) if word)
    words = [(f"[{text}]", "quote") if kind == "quote" else (text, "") for kind, text in case.marked(together)]
    yield [("  ", ""), (article.document.document, "path"), (f"  {where}", "dim")]
    yield [("    ", ""), (opening, ""), *words, (closing, "")]


def claims(view: View) -> Iterator[Line]:
    """The claims of each article: place, quote, range, subject and time, in columns."""
    ui = load_catalogue(view.ui)
    for article in view.articles:
        readings = [r for r in view.readings.get(article.anchor, ()) if r.claim.role in ("claim", "repeat")]
        language = article.document.language or ui("terminal.unknown_language")
        yield [(article.document.document, "path"), (f"  {_date(article, ui)}, {language}", "dim")]
        cells = [(r.claim.quote.replace("\n", " "), r.range, r.exact, r.subject, r.period, _remark(r, ui)) for r in readings]
        widths = [min(44, max((len(visible(row[i])) for row in cells), default=0)) for i in range(5)]
        for row in cells:
            words = [visible(cell).ljust(size) for cell, size in zip(row, (*widths, 0), strict=True)]
            yield [("  ", ""), (words[0], "strong"), ("  ", ""), (words[1], ""), ("  ", ""), *_dim("  ".join(words[2:]))]
        if not cells:
            yield [(f"  {ui('terminal.no_claims')}", "dim")]
        yield []
    claimed, articles = ui("count.claims", view.claims), ui("count.articles", len(view.articles))
    yield [(ui("terminal.claims", claims=claimed, articles=articles), "strong")]


def _date(article: Article, ui: Catalogue) -> str:
    """The day of an article and where it comes from."""
    if not article.date:
        return ui("reading.no_date")
    return f"{article.date} ({article.date_from})" if article.date_from else article.date


def _dim(words: str) -> Line:
    return [(words, "dim")]


def _remark(reading: Reading, ui: Catalogue) -> str:
    said = [ui("terminal.says", speaker=reading.claim.by)] if reading.claim.by else []
    return ", ".join([*said, *([ui("reading.repeated")] if reading.claim.same_as or reading.claim.role == "repeat" else [])])


def explanation(read: Explanation, *, ui: str) -> Iterator[Line]:
    """One line a step: the words, what they were taken for, what followed."""
    words = load_catalogue(ui)
    if not read.steps:
        yield [(words("terminal.nothing_read"), "dim")]
    opening, closing = tuple(quotes(ui))
    steps = [(f"{opening}{step.words}{closing}", translated(step.reading, "step", words), _result(step, words)) for step in read.steps]
    first = min(40, max((len(quoted) for quoted, *_ in steps), default=0))
    second = min(48, max((len(reading) for _, reading, _ in steps), default=0))
    for quoted, reading, result in steps:
        yield [(quoted.ljust(first), "strong"), ("  ", ""), (reading.ljust(second), "dim"), (f"  → {result}", "")]


def _result(step: Step, ui: Catalogue) -> str:
    """What followed from a step; why something is no quantity or no day is said as in a report."""
    if step.reading in ("no quantity", "impossible"):
        return reason_words(ui.known("reason", step.result), ui=ui.language)
    return translated(step.result, "step", ui)
