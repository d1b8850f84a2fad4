"""The command `qcheck`: finds the command's module, and turns whatever goes wrong into one clear line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated, Any

import typer

import qcheck
from qcheck.cli import check, claims, decide, draft, explain, init, lsp, rules, schema
from qcheck.cli.told import tell
from qcheck.model.errors import Problem, Problems

_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

app = typer.Typer(
    name="qcheck",
    help="Finds numbers and dates that contradict one another, across articles and inside one, in English and German.",
    epilog="Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage, 3 a bad rule, facts, decisions or configuration file, "
    "4 some input could not be read, 5 a bug of ours.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check.check)
app.command("draft")(draft.draft)
app.command("lsp")(lsp.lsp)
app.command("claims")(claims.claims)
app.command("explain")(explain.explain)
app.add_typer(rules.app, name="rules")
app.command("decide")(decide.decide)
app.command("init")(init.init)
app.command("schema")(schema.schema)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"qcheck {qcheck.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")] = False,
) -> None:
    """Options that stand before a command."""


def run() -> None:
    """The entry point of the command line: ends the process with the exit code."""
    if sys.stdout is None:  # closed by whoever started us: the report is written all the same
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_code())


def _code() -> int:
    usage_error: type[Any] = typer.BadParameter.__mro__[1]  # typer does not name the class of all of them
    try:
        code = app(prog_name="qcheck", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except Problem as problem:
        tell([problem])
        return problem.exit_code
    except Problems as several:
        tell(several.problems)
        return several.exit_code
    except typer.Exit as exit_:
        return exit_.exit_code
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("qcheck: stopped", err=True)
        return 130
    except BrokenPipeError:
        _drop_output()  # whoever read our output has had enough
        return 0
    except usage_error as error:
        typer.echo(f"qcheck: {_usage(error)}", err=True)
        return 2
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _DISK_FULL:
            _drop_output()
            typer.echo(f"qcheck: the output cannot be written ({error.strerror}); make room", err=True)
            return 2
        if os.environ.get("QCHECK_DEBUG"):
            traceback.print_exc()
        typer.echo(f"qcheck: {_bug(error)}", err=True)
        return 5


def _drop_output() -> None:
    """Let what is still to be printed go nowhere, so that the interpreter does not fail over it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _usage(error: BaseException) -> str:
    context = getattr(error, "ctx", None)
    command = getattr(context, "command_path", "qcheck")
    found = getattr(error, "format_message", lambda: str(error))().replace("Value error, ", "")
    return f"{found} See: {command} --help".replace("\n", " ")


def _bug(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
    hint = "" if os.environ.get("QCHECK_DEBUG") else "; QCHECK_DEBUG=1 shows where it came from"
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    return f"this is a bug in qcheck {qcheck.__version__}: {what} ({place}); please report this line and the input{hint}"
