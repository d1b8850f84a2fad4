"""Errors that a person can act on: where it stands, what was found, what to do."""

from __future__ import annotations


class Problem(Exception):
    """Something outside the program is wrong: `path:line:column: what was found; what to do`.

    `exit_code` is what a command ends with when this is the worst that happened.
    """

    exit_code = 2

    def __init__(self, found: str, *, path: str = "", line: int = 0, column: int = 0, todo: str = "") -> None:
        self.found, self.path, self.line, self.column, self.todo = found, path, line, column, todo
        super().__init__(str(self))

    def __str__(self) -> str:
        place = ":".join([self.path] + [str(n) for n in (self.line, self.column) if n]) if self.path else ""
        return ": ".join(part for part in (place, "; ".join(p for p in (self.found, self.todo) if p)) if part)


class UsageProblem(Problem):
    """The command or call itself cannot be followed."""

    exit_code = 2


class RuleProblem(Problem):
    """A rule, a language pack, a desk file or a configuration is wrong."""

    exit_code = 3


class InputProblem(Problem):
    """An article cannot be read."""

    exit_code = 4


class Problems(Exception):
    """Several problems of one file or pack, told all at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(p) for p in problems))

    def __reduce__(self) -> tuple[type[Problems], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)  # else a copy from another process would be made of the text

    @property
    def exit_code(self) -> int:
        """The first of 5, 2, 3, 4, 1 that one of them has."""
        return worst_exit_code(*(p.exit_code for p in self.problems))


def worst_exit_code(*codes: int) -> int:
    """Of several exit codes the one to end with: the first of 5, 2, 3, 4, 1 that is there, else 0."""
    return next((code for code in (5, 2, 3, 4, 1) if code in codes), 0)
