"""`qcheck explain`: how one text is read, step by step."""

from __future__ import annotations

from typing import Annotated

import typer

from qcheck.cli.options import ConfigOption, FactsOption, UiOption


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words to read, in quotes.", show_default=False)],
    published: Annotated[str, typer.Option(help="The day the text is from, as YYYY-MM-DD; relative dates need it.", metavar="DATE")] = "",
    language: Annotated[str, typer.Option(help="en or de; found from the text where not given.", metavar="CODE")] = "",
    ui: UiOption = None,
    facts: FactsOption = None,
    config: ConfigOption = None,
) -> int:
    """Show which words of a text gave which range and which days."""
    from datetime import date

    import qcheck
    from qcheck.cli.settings import configuration, desk_of_run, interface
    from qcheck.model.errors import UsageProblem
    from qcheck.reporting import terminal

    try:
        day = date.fromisoformat(published) if published else None
    except ValueError:
        raise UsageProblem(f"--published {published!r} is no date", todo="write it as YYYY-MM-DD") from None
    desk, _ = desk_of_run(config, facts)
    read = qcheck.explain(text, language=language or None, published=day, desk=desk)
    terminal.show(terminal.explanation(read, ui=interface(configuration(config), ui)))
    return 0
