"""Where templates become pages. The only importer of jinja2."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def templates(*, escape: bool, finalize: Callable[[Any], Any], **names: Any) -> Environment:
    """The templates of this folder: `escape` for HTML, `finalize` for every value that is put in, `names` for what they may call."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("qcheck.reporting", "templates"),
        autoescape=escape,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(names)
    return environment
