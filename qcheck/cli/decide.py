"""`qcheck decide`: what to think of a finding, and why, for every later run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def decide(
    fingerprint: Annotated[
        str,
        typer.Argument(metavar="FINGERPRINT", help="Of the finding, as the report gives it; its first signs suffice.", show_default=False),
    ],
    reason: Annotated[str, typer.Option(help="Why, for whoever asks later.", show_default=False, metavar="WORDS")],
    accept: Annotated[bool, typer.Option("--accept", help="The finding is right, and known.")] = False,
    dismiss: Annotated[bool, typer.Option("--dismiss", help="The finding is wrong.")] = False,
    both_right: Annotated[bool, typer.Option("--both-right", help="Both statements are true.")] = False,
    by: Annotated[str, typer.Option(help="Who decides.", metavar="NAME")] = "",
    until: Annotated[str, typer.Option(help="The last day that it holds, as YYYY-MM-DD.", metavar="DATE")] = "",
    report: Annotated[
        Path | None, typer.Option(help="The report.json that holds the finding.", show_default="reports/*/report.json", metavar="FILE")
    ] = None,
    to: Annotated[
        Path | None, typer.Option(help="The file to write to.", show_default="decisions.yml beside the first article", metavar="FILE")
    ] = None,
) -> int:
    """Write a decision on a finding into decisions.yml; later runs find it by what both sides say, and reopen it when one changes."""
    from datetime import date

    from qcheck.model.decision import Decision, Verdict
    from qcheck.model.errors import UsageProblem
    from qcheck.reading.decisions import NAME, add_decision
    from qcheck.reporting.json import finding_of

    asked: dict[Verdict, bool] = {"accepted": accept, "dismissed": dismiss, "both-right": both_right}
    verdicts = [verdict for verdict, given in asked.items() if given]
    if len(verdicts) != 1:
        raise UsageProblem("what is decided?", todo="write one of --accept, --dismiss, --both-right")
    if not reason.strip():
        raise UsageProblem("--reason is empty", todo="say why, for whoever asks later")
    try:
        last = date.fromisoformat(until) if until else None
    except ValueError:
        raise UsageProblem(f"--until {until!r} is no date", todo="write it as YYYY-MM-DD") from None
    finding, articles = finding_of(fingerprint, [report] if report else sorted(Path("reports").glob("*/report.json")))
    file = to or Path(articles[0]).parent / NAME
    sides = tuple(finding.sides.split("\n"))
    made = Decision(verdicts[0], reason.strip(), finding.fingerprint, finding.rule, sides, by, last, articles=articles)
    add_decision(file, made)
    typer.echo(f"{file.as_posix()}: {finding.fingerprint} ({finding.rule}) is {made.words}")
    return 0
