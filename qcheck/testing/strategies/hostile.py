"""What nobody writes by accident: numbers in disguise, and YAML that is to harm its reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast, get_args

from hypothesis import strategies as st

from qcheck.testing.strategies.options import known

NumberTrick = Literal["script", "space", "format", "sign", "long", "exponent", "superscript", "fraction", "groups", "homoglyph"]
YamlTrick = Literal["alias", "duplicate", "tag", "deep", "pattern", "template", "path", "huge", "broken", "selfish"]
NUMBER_TRICKS = cast(tuple[NumberTrick, ...], get_args(NumberTrick))
YAML_TRICKS = cast(tuple[YamlTrick, ...], get_args(YamlTrick))

_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10, 0x1D7CE)  # of the digits of other scripts
_SPACES = "\u00a0\u202f\u2009\u2007\u3000\t"
_FORMAT = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c\u202e\u2066\u2069"
_SIGNS = "-\u2212\u2013\u2010\u2011\u00b1+~\u066a%\u2030"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉†*"
_LOOKALIKES = "OoIl|ОЗБ"


def hostile_numbers(*, tricks: Sequence[NumberTrick] = NUMBER_TRICKS, max_digits: int = 5_000) -> st.SearchStrategy[str]:
    """Text around one number that is no plain number, to stand anywhere in an article; a single trick is the simplest example.

    Digits of other scripts, spaces and format characters inside, signs before, up to `max_digits` digits, exponents, superscripts and
    footnote marks, broken fractions and groups, letters that look like digits. Raises InvalidArgument for a trick that there is not.
    """
    known(NUMBER_TRICKS, tricks=tricks)
    digits = st.integers(0, 10**7).map(str)
    made: dict[NumberTrick, st.SearchStrategy[str]] = {
        "script": st.builds(_in_script, digits, st.sampled_from(_ZEROS)),
        "space": st.builds(_with, digits, st.sampled_from(_SPACES), st.integers(0, 7)),
        "format": st.builds(_with, digits, st.sampled_from(_FORMAT), st.integers(0, 7)),
        "sign": st.builds("{}{}".format, _several(_SIGNS, 3), digits),
        "long": st.builds(lambda sign, size: sign * size, st.sampled_from("1079"), st.integers(30, max(30, max_digits))),
        "exponent": st.builds("{}{}{}".format, digits, st.sampled_from(("e", "E+", "e-", "^", "x10^", "·10")), st.integers(0, 10**4)),
        "superscript": st.builds("{}{}".format, digits, _several(_SUPERSCRIPTS, 4)),
        "fraction": st.builds("{}{}{}".format, digits, st.sampled_from(("/", "⁄", "½", "/0", "//")), digits),
        "groups": st.lists(digits, min_size=2, max_size=5).flatmap(
            lambda parts: st.sampled_from(".,'’").map(lambda sign: sign.join(parts))
        ),
        "homoglyph": st.builds(_with, digits, st.sampled_from(_LOOKALIKES), st.integers(0, 7)),
    }
    return st.one_of([made[trick] for trick in tricks])


def _several(signs: str, most: int) -> st.SearchStrategy[str]:
    """One to some of the signs, the first ones simplest."""
    return st.lists(st.sampled_from(signs), min_size=1, max_size=most).map("".join)


def _in_script(digits: str, zero: int) -> str:
    return "".join(chr(zero + int(digit)) for digit in digits)


def _with(digits: str, sign: str, at: int) -> str:
    return digits[:at] + sign + digits[at:]


def hostile_yaml(*, tricks: Sequence[YamlTrick] = YAML_TRICKS, max_size: int = 1_000) -> st.SearchStrategy[str]:
    """YAML that a stranger's rule or facts file may hold to harm its reader; `max_size` is how deep, wide or long it may get.

    Alias bombs, duplicate keys, tags, deep nesting, patterns that take exponential time, templates that reach into objects, paths that
    lead elsewhere, huge numbers, broken text, values that hold themselves. Raises InvalidArgument for a trick that there is not.
    """
    known(YAML_TRICKS, tricks=tricks)
    names = st.sampled_from(("title", "examples", "select", "with", "facts", "a"))
    sizes = st.integers(1, max(1, max_size))
    made: dict[YamlTrick, st.SearchStrategy[str]] = {
        "alias": st.builds(_alias_bomb, names, st.integers(1, 12)),
        "duplicate": names.map(lambda name: f"{name}: 1\n{name}: 2\n"),
        "tag": st.builds("{}: {} [1]\n".format, names, st.sampled_from(_TAGS)),
        "deep": st.builds(lambda sign, size: f"a: {sign[0] * size}{sign[1] * size}\n", st.sampled_from(("[]", "{}")), sizes),
        "pattern": st.builds("{}: {{{}: '{}'}}\n".format, names, names, st.sampled_from(_PATTERNS)),
        "template": st.builds('{}: "{}"\n'.format, names, st.sampled_from(_TEMPLATES)),
        "path": st.builds('{}: "{}"\n'.format, names, st.sampled_from(_PATHS)),
        "huge": st.builds(lambda name, digit, size: f"{name}: {digit * size}\n", names, st.sampled_from(("9", "0.1", "1e9", "-")), sizes),
        "broken": st.builds("{}{}".format, names, st.sampled_from((": [", ": {", ": '", ": |\n\t", ":\n- a\nb", ": \x00", ": \ud800"))),
        "selfish": names.map(lambda name: f"{name}: &a {{b: *a}}\n"),
    }
    return st.one_of([made[trick] for trick in tricks])


_TAGS = ("!!python/object/apply:os.system", "!!python/name:os.system", "!!binary", "!!set", "!own", "!!timestamp")
_PATTERNS = ("(a+)+$", "(a|a)*b", r"(\w*)*\d", "((((((a{9}){9}){9}){9}){9}){9})", "(?=a)", "[", "(?P<x>a)(?P=x)")
_TEMPLATES = ("{0.__class__.__mro__}", "{quote.__globals__}", "{{ 7 * 7 }}", "{% for a in b %}", "{quote!r:>999999999}", "{", "${HOME}")
_PATHS = ("../../../etc/passwd", "/dev/zero", "C:\\\\Windows", "file:///etc/passwd", "~/.ssh", "a/../../b", "con.yaml")


def _alias_bomb(name: str, levels: int) -> str:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels))]
    return "\n".join([*lines, f"{name}: *a{levels - 1}", ""])
