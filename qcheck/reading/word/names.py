"""Names of elements and attributes, the same in both editions of the standard (ECMA-376 and ISO/IEC 29500 Strict)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

_WORDS = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
_MATHS = ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math")
_OFF = ("0", "false", "off", "none")


@cache
def _name(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    if namespace[1:] in _WORDS:
        return local
    return f"m:{local}" if namespace[1:] in _MATHS else f"*:{local}"


def name(element: Any) -> str:
    """`p`, `r`, `t` for what belongs to a text; `m:t` in a formula; `*:Choice` for all else; "" for what is no element."""
    return _name(element.tag) if isinstance(element.tag, str) else ""


def child(element: Any, *steps: str) -> Any:
    """The element that these names lead to, each the first of its kind; None where there is none."""
    for step in steps:
        element = next((each for each in element if name(each) == step), None) if element is not None else None
    return element


def children(element: Any, wanted: str) -> Iterator[Any]:
    """The elements of a name right below this one."""
    return (each for each in element if name(each) == wanted)


def attribute(element: Any, wanted: str) -> str:
    """An attribute whatever its namespace; "" where there is none."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == wanted), "")


def switch(properties: Any, wanted: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said of it."""
    found = child(properties, wanted) if properties is not None else None
    return None if found is None else attribute(found, "val").lower() not in _OFF
