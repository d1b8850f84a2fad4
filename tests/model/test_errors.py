"""A problem is one line that a person can act on; of several, the worst decides the exit code."""

from __future__ import annotations

import itertools
import pickle
from typing import Any

import pytest

from qcheck.model.errors import InputProblem, Problem, Problems, RuleProblem, UsageProblem, worst_exit_code


@pytest.mark.parametrize(
    ("where_and_what_to_do", "text"),
    [
        ({}, "no title"),
        ({"todo": "add one"}, "no title; add one"),
        ({"path": "a.yaml"}, "a.yaml: no title"),
        ({"path": "a.yaml", "line": 3, "column": 7, "todo": "add one"}, "a.yaml:3:7: no title; add one"),
        ({"path": "a.yaml", "line": 3}, "a.yaml:3: no title"),
        ({"line": 3, "column": 7}, "no title"),
    ],
)
def test_a_problem_tells_where_what_and_what_to_do(where_and_what_to_do: dict[str, Any], text: str) -> None:
    problem = Problem("no title", **where_and_what_to_do)
    assert str(problem) == text
    assert problem.args == (text,)


@pytest.mark.parametrize(("kind", "code"), [(UsageProblem, 2), (RuleProblem, 3), (InputProblem, 4)])
def test_each_kind_has_its_exit_code(kind: type[Problem], code: int) -> None:
    assert kind("x").exit_code == code


def test_of_several_exit_codes_the_first_of_the_order_wins() -> None:
    order = (5, 2, 3, 4, 1, 0)
    for codes in itertools.product(order, repeat=3):
        assert worst_exit_code(*codes) == min(codes, key=order.index)
    assert worst_exit_code() == 0


def test_several_problems_are_told_one_a_line_and_the_worst_decides() -> None:
    several = Problems((InputProblem("empty", path="a.txt"), RuleProblem("no id", path="b.yaml", line=2)))
    assert str(several) == "a.txt: empty\nb.yaml:2: no id"
    assert several.exit_code == 3


@pytest.mark.parametrize(
    "error", [RuleProblem("no id", path="b.yaml", line=2, column=3, todo="add it"), Problems((InputProblem("empty"),))]
)
def test_problems_survive_the_way_from_a_worker(error: Exception) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error) and str(copy) == str(error)
