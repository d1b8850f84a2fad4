"""`qcheck lsp`: findings inside an editor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qcheck.cli.options import AgainstOption, ConfigOption, FactsOption, RulesOption, UiOption

if TYPE_CHECKING:
    from qcheck.lsp.server import Check
    from qcheck.model.errors import Problem
    from qcheck.reporting.view import View


def lsp(
    against: AgainstOption = None,
    ui: UiOption = None,
    facts: FactsOption = None,
    rules: RulesOption = None,
    config: ConfigOption = None,
) -> int:
    """Check the drafts that an editor has open, as a language server over standard input and output.

    An editor starts it; docs/drafts.md tells how. Its initialization options may name more paths: {"against": ["archive"]}.
    """
    from qcheck.model.errors import UsageProblem

    try:
        from qcheck.lsp.server import serve
    except ImportError:
        raise UsageProblem("what speaks with editors is not installed", todo="pip install 'qcheck[lsp]'") from None

    def prepare(options: dict[str, Any]) -> tuple[Check, Sequence[Problem]]:
        from qcheck.cli.drafts import check_draft, read_published
        from qcheck.cli.settings import settings
        from qcheck.workers.intake import Held, Intake, Limits

        run = settings(config, rules=rules, facts=facts, ui=ui)
        more = options.get("against")
        named = [Path(each) for each in more if isinstance(each, str)] if isinstance(more, list) else []
        published = read_published([*run.published, *(against or ()), *named], run, limits=Limits())

        intake = Intake(limits=Limits(), languages=run.languages, desk=run.desk)  # its worker stays as long as the server

        def check(path: Path, suffix: str, text: str) -> tuple[View, str]:
            name = path.as_posix()
            draft = intake.take([Held(name, text.encode("utf-8", "replace"), suffix)])
            return check_draft(draft, published, run, file=path).view, name

        return check, run.problems

    serve(prepare)
    return 0
