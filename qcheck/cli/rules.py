"""`qcheck rules`: what is checked and why, whether its examples hold, and a rule of one's own to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qcheck.cli.options import ConfigOption, RulesOption, UiOption

if TYPE_CHECKING:
    from qcheck.checking.rule import Rule

app = typer.Typer(help="List, show, test and begin rules.", rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})


@app.callback(invoke_without_command=True)
def rules(context: typer.Context, more: RulesOption = None, config: ConfigOption = None, ui: UiOption = None) -> int:
    """List, show, test and begin rules; without a command, list them."""
    from qcheck.model.errors import UsageProblem

    if not context.invoked_subcommand:
        return list_(more, config, ui)
    if more or config or ui:
        raise UsageProblem(
            "options of `qcheck rules` stand behind its command", todo=f"write: qcheck rules {context.invoked_subcommand} ..."
        )
    return 0


@app.command("list")
def list_(more: RulesOption = None, config: ConfigOption = None, ui: UiOption = None) -> int:
    """List the rules in force: what each one says and why, by pack."""
    from qcheck.cli.settings import configuration, interface
    from qcheck.reporting import rulebook, terminal

    terminal.show(rulebook.listed(_in_force(more, config), ui=interface(configuration(config), ui)))
    return 0


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="RULE", help="Its id, such as agreement/amounts.", show_default=False)],
    more: RulesOption = None,
    config: ConfigOption = None,
    ui: UiOption = None,
) -> int:
    """Show a rule as an entry of a style guide: why, how to check, where it fires and where it is silent."""
    import difflib

    from qcheck.cli.settings import configuration, interface
    from qcheck.model.errors import UsageProblem
    from qcheck.reporting import rulebook, terminal

    known = {rule.id: rule for rule in _in_force(more, config)}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        raise UsageProblem(f"no rule {name!r}", todo=f"did you mean {near[0]!r}?" if near else "`qcheck rules list` lists them")
    terminal.show(rulebook.page(known[name], ui=interface(configuration(config), ui)))
    return 0


@app.command("test")
def try_examples(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH", help="Rule files and folders, or ids and packs of rules in force.", show_default="all rules in force"
        ),
    ] = None,
    cover: Annotated[
        bool, typer.Option("--coverage", help="Also a line for each rule: how many examples fired, were silent, are todo.")
    ] = False,
    config: ConfigOption = None,
) -> int:
    """Run the examples of rules; ends with 1 if one fails, if a known gap is none any more, or if nothing makes a rule fire."""
    import qcheck
    from qcheck.checking.examples import coverage
    from qcheck.reporting import rulebook, terminal

    found = coverage(_named(paths, config) if paths else _in_force(None, config), extract=qcheck.extract)
    terminal.show(rulebook.covered(found, each=cover))
    return 1 if any(rule.faults for rule in found) else 0


@app.command()
def kinds() -> int:
    """List the kinds of check that rules are made of: what each looks at, what its outcomes prove, and its parameters."""
    from qcheck.checking.kinds import kind_names, kind_of
    from qcheck.reporting import rulebook, terminal

    terminal.show(rulebook.kinds((name, kind) for name in kind_names() if (kind := kind_of(name))))
    return 0


@app.command()
def new(path: Annotated[Path, typer.Argument(metavar="PATH", help="The file to write: PACK/NAME.yaml.", show_default=False)]) -> int:
    """Write a commented rule that passes its own examples, to change line by line."""
    from qcheck.cli.templates import write_new

    file = path if path.suffix else path.with_suffix(".yaml")
    write_new("rule.yaml", file)
    typer.echo(f"{file.as_posix()}: written; now change it and run: qcheck rules test {file.as_posix()}")
    return 0


def _in_force(more: list[Path] | None, config: Path | None) -> tuple[Rule, ...]:
    from qcheck.cli.settings import configuration, rules_in_force
    from qcheck.model.errors import Problems

    found, wrong = rules_in_force(configuration(config), more or ())
    if wrong:
        raise Problems(wrong)
    return found


def _named(names: list[Path], config: Path | None) -> tuple[Rule, ...]:
    """The rules of files and folders; what is no path names a rule in force or a pack of them."""
    from qcheck.checking.rules import RuleSource, load_rules

    sources: list[RuleSource] = []
    for name in names:
        fitting = [] if name.exists() else [r for r in _in_force(None, config) if f"{r.id}/".startswith(f"{name.as_posix()}/")]
        sources += fitting or [name]
    return load_rules(sources)
