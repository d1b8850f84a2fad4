"""The configuration of a newsroom or project: `qcheck.yml`, or the table `[tool.qcheck]` of a `pyproject.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from qcheck.files.toml import read_toml
from qcheck.files.yaml import Yaml, read_yaml, validate
from qcheck.language.pack import languages
from qcheck.model.finding import Severity
from qcheck.model.setting import RuleSetting
from qcheck.reading.desk import Own, Text, Words

NAME = "qcheck.yml"
_TABLE = ("tool", "qcheck")


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _listed(written: Any) -> Any:
    return [written] if isinstance(written, str) else written


Paths = Annotated[tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=Text | tuple[Text, ...])]


class Setting(_Shape):
    """How grave rules are and where they are on: everywhere, nowhere, only in some articles, or in all but some."""

    model_config = ConfigDict(strict=False)  # what a validator hands on holds lists for tuples

    severity: Severity | None = None
    on: bool | Paths = True
    off: Paths = ()


def _as_setting(written: Any) -> Any:
    """`off`, `on` and a severity by itself as what they stand for."""
    if written in ("on", "off", True, False):
        return {"on": written in ("on", True)}
    return {"severity": written} if isinstance(written, str) else written


def _known_language(code: str) -> str:
    if code not in languages():
        raise ValueError(f"no language {code!r}; known are {', '.join(languages())}")
    return code


class ConfigFile(_Shape):
    """`packs`: "all" for the rules that come with qcheck, the name of one of their packs, or the path of a pack of one's own.
    `rules`: a pattern of rules and what holds for them; of several that fit, the last one counts. Paths are taken from the file's folder.
    `drafts`: patterns of one's own articles, in which comments may decide on findings. `published`: paths that drafts are checked against.
    """

    packs: Annotated[tuple[Text, ...], Field(min_length=1)] = ("all",)
    rules: dict[
        Text, Annotated[Setting, BeforeValidator(_as_setting, json_schema_input_type=Literal["on", "off"] | Severity | Setting)]
    ] = {}
    facts: tuple[Text, ...] = ()
    concepts: dict[str, Words] = {}
    units: dict[str, Text] = {}
    languages: tuple[Annotated[str, AfterValidator(_known_language)], ...] = ()
    ui: Text | None = None
    drafts: tuple[Text, ...] = ()
    published: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration as a run takes it; `source` tells where each part of it stands. An empty one says nothing."""

    source: Yaml = field(default_factory=lambda: Yaml("", {}, {}))
    packs: tuple[str, ...] = ("all",)
    settings: tuple[RuleSetting, ...] = ()
    facts: tuple[Path, ...] = ()
    own: Own | None = None
    languages: tuple[str, ...] = ()
    ui: str = ""
    drafts: tuple[str, ...] = ()
    published: tuple[Path, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that its paths are taken from."""
        return Path(self.source.path).parent


def find_config(folder: Path) -> Config:
    """The nearest configuration in a folder or above it, an empty one where there is none; in one folder `qcheck.yml` comes first.

    Raises Problems as `load_config`.
    """
    here = folder.absolute()
    for step, each in enumerate((here, *here.parents)):
        shown = folder.joinpath(*[".."] * step)
        if (each / NAME).is_file():
            return load_config(shown / NAME)
        if (each / "pyproject.toml").is_file() and read_toml(shown / "pyproject.toml", _TABLE) is not None:
            return load_config(shown / "pyproject.toml")
    return Config()


def load_config(path: Path) -> Config:
    """The configuration of a YAML file, or of the table [tool.qcheck] of a TOML file.

    Raises Problems with everything that is wrong: path, line, column, and the nearest known key.
    """
    source = read_toml(path, _TABLE) if path.suffix == ".toml" else read_yaml(path)
    source = source or Yaml(path.as_posix(), {}, {})
    file = validate(source, ConfigFile)
    return Config(
        source=source,
        packs=file.packs,
        settings=tuple(_setting(pattern, each) for pattern, each in file.rules.items()),
        facts=tuple(path.parent / fact for fact in file.facts),
        own=Own(source, file.concepts, file.units),
        languages=file.languages,
        ui=file.ui or "",
        drafts=file.drafts,
        published=tuple(path.parent / each for each in file.published),
    )


def _setting(pattern: str, written: Setting) -> RuleSetting:
    told = not written.model_fields_set.isdisjoint(("on", "off"))
    only = written.on if isinstance(written.on, tuple) else ()
    return RuleSetting(pattern, written.severity, bool(written.on) if told else None, only, written.off)
