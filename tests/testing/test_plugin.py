"""The pytest plugin: rule examples are tests with file and line, other YAML is left alone, and the network can be blocked."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys

import pytest

from qcheck.testing import assert_silent
from qcheck.testing.network import NetworkBlocked, no_network

pytest_plugins = ["pytester"]

RULE = """\
title: Too many boats
severity: warning
check: outside_limits
with: {within: "[0, 100]"}
look: claim
select: {of: ship}
message:
  conflict: "“{quote}” are many."
hints: ["Either count again, or say which boats."]
why: Only a hundred boats fit into the harbour.
howto: Ask the harbour master.
false_positives: [Another harbour.]
examples:
  - articles: {language: en, published: 2024-05-21, text: "On Monday, 1,204 boats lay in the harbour."}
    expect: conflict
  - articles: {language: de, published: 2024-05-21, text: "Am Montag lagen 12 Boote im Hafen."}
    why: a few boats fit
    expect: silent
"""
FAULTY = RULE.replace("lagen 12 Boote", "lagen 512 Boote")
GAP = (
    RULE
    + """\
  - articles: {language: en, published: 2024-05-21, text: "On Monday, a hundred and four boats or so lay in the harbour."}
    todo: ranges around number words
    expect: conflict
"""
)
NO_GAP = GAP.replace("a hundred and four boats or so", "104 boats")


@pytest.fixture(scope="module")
def warm() -> None:
    """pytester forgets what its runs import, and numpy refuses to be imported twice."""
    assert_silent("On Monday, 12 boats lay in the harbour.")


@pytest.fixture
def site(pytester: pytest.Pytester, warm: None) -> pytest.Pytester:
    pytester.makeini("[pytest]\naddopts = -p no:cacheprovider -p no:hypothesispytest\n")
    (pytester.path / "rules" / "house").mkdir(parents=True)
    return pytester


def write(site: pytest.Pytester, text: str, name: str = "boats") -> None:
    (site.path / "rules" / "house" / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_examples_of_a_folder_on_the_command_line_are_tests(site: pytest.Pytester) -> None:
    write(site, RULE)
    write(site, "a: [1, 2]\n", "other")
    done = site.runpytest("rules", "-v")
    done.assert_outcomes(passed=2)
    done.stdout.fnmatch_lines(["rules/house/boats.yaml::1-conflict-en PASSED*", "rules/house/boats.yaml::2-silent-de PASSED*"])
    site.runpytest("rules/house/boats.yaml::2-silent-de").assert_outcomes(passed=1)


def test_a_failing_example_is_told_with_file_and_line_and_what_was_expected(site: pytest.Pytester) -> None:
    write(site, FAULTY)
    done = site.runpytest("rules")
    done.assert_outcomes(passed=1, failed=1)
    done.stdout.fnmatch_lines(
        [
            "rules/house/boats.yaml:16: example 2 should be silent, but the rule says conflict",
            "  it shows: a few boats fit",
            "  expected: silent; found:*",
            "  conflict (house/boats): “512 Boote” are many.",
            "  its claims were read as:",
            "*'512 Boote' = ?512, 512? count ship*",
        ]
    )
    assert "Traceback" not in done.stdout.str()


def test_a_known_gap_is_expected_to_fail_until_it_is_none(site: pytest.Pytester) -> None:
    write(site, GAP)
    site.runpytest("rules").assert_outcomes(passed=2, xfailed=1)
    write(site, NO_GAP)
    done = site.runpytest("rules")
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines(["*boats.yaml:19: example 3 is no gap any more; remove its todo"])


def test_a_wrong_rule_is_told_with_its_place(site: pytest.Pytester) -> None:
    write(site, RULE.replace("severity:", "severty:"))
    done = site.runpytest("rules")
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*boats.yaml:2:1: unknown key 'severty'*did you mean 'severity'*"])
    assert "Traceback" not in done.stdout.str()


def test_without_arguments_only_the_packs_of_the_settings_are_collected(site: pytest.Pytester) -> None:
    write(site, RULE)
    assert site.runpytest().ret == pytest.ExitCode.NO_TESTS_COLLECTED
    site.makeini("[pytest]\nqcheck_rules = rules\naddopts = -p no:cacheprovider\n")
    site.runpytest().assert_outcomes(passed=2)
    write(site, "title: x\n", "half")
    site.runpytest().assert_outcomes(errors=1)


def test_a_pack_may_be_tested_beside_tests(site: pytest.Pytester) -> None:
    write(site, RULE)
    site.makepyfile("def test_one(): pass")
    site.runpytest("rules", site.path).assert_outcomes(passed=3)
    site.runpytest().assert_outcomes(passed=1)


def test_a_check_without_the_network(site: pytest.Pytester) -> None:
    site.makepyfile(
        """
        import socket
        import pytest
        from qcheck.checking.kinds import limits

        TEXT = "In May, 104 percent of households in Rocha were without power."

        def test_offline(qcheck_offline):
            assert [finding.outcome for finding in qcheck_offline(TEXT)] == ["conflict", "note"]

        def test_told_home(qcheck_offline, monkeypatch):
            def told(*args):
                try:
                    socket.create_connection(("example.org", 80), timeout=1)
                except OSError:
                    pass
            monkeypatch.setattr(limits, "reading", lambda *args, **more: told() or "")
            with pytest.raises(AssertionError, match="the network was reached for: getaddrinfo example.org"):
                qcheck_offline(TEXT)
        """
    )
    site.runpytest().assert_outcomes(passed=2)


def test_the_plugin_imports_nothing_of_qcheck_before_it_is_needed() -> None:
    code = "import qcheck.testing.plugin, sys; print(*sorted(name for name in sys.modules if name.startswith('qcheck')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["qcheck", "qcheck.testing", "qcheck.testing.plugin"]


def test_the_network_is_blocked_inside_the_block_alone() -> None:
    def ask() -> None:
        with contextlib.suppress(NetworkBlocked):
            socket.gethostbyname("localhost")

    def connect() -> None:
        with socket.socket() as open_, contextlib.suppress(NetworkBlocked):
            open_.connect(("127.0.0.1", 9))

    for call, told in ((ask, "gethostbyname localhost"), (connect, "connect .'127.0.0.1', 9")):
        with pytest.raises(AssertionError, match=f"the network was reached for: {told}"), no_network():
            call()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # allowed again
    with no_network():
        pass


def test_sockets_between_processes_of_one_machine_are_no_network() -> None:
    with no_network():
        one, other = socket.socketpair()
        one.sendall(b"x")
        assert other.recv(1) == b"x"
        one.close()
        other.close()
