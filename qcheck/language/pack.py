"""Loads and validates a language pack: a folder with one YAML file for each section of the schema."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from qcheck.files.yaml import read_yaml, validate
from qcheck.language.schema.section import Section
from qcheck.model.errors import Problem, Problems, RuleProblem, UsageProblem

if TYPE_CHECKING:
    from qcheck.language.schema.attributes import Attributes
    from qcheck.language.schema.calendar import Calendar
    from qcheck.language.schema.concepts import Concepts
    from qcheck.language.schema.conversions import Conversions
    from qcheck.language.schema.countries import Countries
    from qcheck.language.schema.cues import Cues
    from qcheck.language.schema.dateline import Dateline
    from qcheck.language.schema.dimensions import Dimensions
    from qcheck.language.schema.happenings import Happenings
    from qcheck.language.schema.implied import Implied
    from qcheck.language.schema.lifetimes import Lifetimes
    from qcheck.language.schema.modifiers import Modifiers
    from qcheck.language.schema.names import Names
    from qcheck.language.schema.numerals import Numerals
    from qcheck.language.schema.persons import Persons
    from qcheck.language.schema.phrases import Phrases
    from qcheck.language.schema.records import Records
    from qcheck.language.schema.relations import Relations
    from qcheck.language.schema.renderings import Renderings
    from qcheck.language.schema.retelling import Retelling
    from qcheck.language.schema.scores import Scores
    from qcheck.language.schema.times import Times
    from qcheck.language.schema.units import Units
    from qcheck.language.schema.votes import Votes

LANGUAGES = Path(__file__).parent
SECTIONS = (
    "numerals",
    "modifiers",
    "units",
    "phrases",
    "times",
    "cues",
    "concepts",
    "countries",
    "dateline",
    "persons",
    "happenings",
    "calendar",
    "lifetimes",
    "dimensions",
    "scores",
    "votes",
    "conversions",
    "retelling",
    "attributes",
    "relations",
    "records",
    "implied",
    "renderings",
    "names",
)
Loaded = TypeVar("Loaded", bound=Section)


class Pack:
    """A language: each section is read from its file when it is first asked for, and kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.code = folder.name

    def _section(self, name: str, model: type[Loaded]) -> Loaded:
        return validate(read_yaml(self.folder / f"{name}.yaml"), model)

    @cached_property
    def numerals(self) -> Numerals:
        """Number words, digit signs, fractions, ordinals."""
        from qcheck.language.schema.numerals import Numerals

        return self._section("numerals", Numerals)

    @cached_property
    def modifiers(self) -> Modifiers:
        """Words before and after a number -> Modifier, and verbs -> trend."""
        from qcheck.language.schema.modifiers import Modifiers

        return self._section("modifiers", Modifiers)

    @cached_property
    def units(self) -> Units:
        """Unit words, currencies, rates."""
        from qcheck.language.schema.units import Units

        return self._section("units", Units)

    @cached_property
    def phrases(self) -> Phrases:
        """What delimits and inflects a counted phrase."""
        from qcheck.language.schema.phrases import Phrases

        return self._section("phrases", Phrases)

    @cached_property
    def times(self) -> Times:
        """Months, weekdays, seasons, bounds, relative words."""
        from qcheck.language.schema.times import Times

        return self._section("times", Times)

    @cached_property
    def cues(self) -> Cues:
        """Modality, denial, speech, coverage, what is no quantity."""
        from qcheck.language.schema.cues import Cues

        return self._section("cues", Cues)

    @cached_property
    def concepts(self) -> Concepts:
        """Lemmas of counted things and events with their words."""
        from qcheck.language.schema.concepts import Concepts

        return self._section("concepts", Concepts)

    @cached_property
    def countries(self) -> Countries:
        """ISO 3166 codes with their adjectives, capitals and short names."""
        from qcheck.language.schema.countries import Countries

        return self._section("countries", Countries)

    @cached_property
    def relations(self) -> Relations:
        """Templates and words by which a text says what its numbers are to each other."""
        from qcheck.language.schema.relations import Relations

        return self._section("relations", Relations)

    @cached_property
    def lifetimes(self) -> Lifetimes:
        """Words by which a text says how old somebody was at an event."""
        from qcheck.language.schema.lifetimes import Lifetimes

        return self._section("lifetimes", Lifetimes)

    @cached_property
    def dimensions(self) -> Dimensions:
        """Words by which a text says how long and wide something is, and how fast somebody went."""
        from qcheck.language.schema.dimensions import Dimensions

        return self._section("dimensions", Dimensions)

    @cached_property
    def scores(self) -> Scores:
        """Words by which a text tells by how much a game was won."""
        from qcheck.language.schema.scores import Scores

        return self._section("scores", Scores)

    @cached_property
    def votes(self) -> Votes:
        """Words by which a text tells how a body voted."""
        from qcheck.language.schema.votes import Votes

        return self._section("votes", Votes)

    @cached_property
    def dateline(self) -> Dateline:
        """Words beside an article's own date."""
        from qcheck.language.schema.dateline import Dateline

        return self._section("dateline", Dateline)

    @cached_property
    def conversions(self) -> Conversions:
        """Words by which a text says one amount in two units."""
        from qcheck.language.schema.conversions import Conversions

        return self._section("conversions", Conversions)

    @cached_property
    def calendar(self) -> Calendar:
        """Words by which a text says that two times are one, or how long something lasts."""
        from qcheck.language.schema.calendar import Calendar

        return self._section("calendar", Calendar)

    @cached_property
    def implied(self) -> Implied:
        """Words that count persons without a number."""
        from qcheck.language.schema.implied import Implied

        return self._section("implied", Implied)

    @cached_property
    def happenings(self) -> Happenings:
        """Words that tell when an event happened, and of what else a clock time may be."""
        from qcheck.language.schema.happenings import Happenings

        return self._section("happenings", Happenings)

    @cached_property
    def persons(self) -> Persons:
        """Words that tell whose age a number is: suffixes of namesakes, lists of ages, birth dates."""
        from qcheck.language.schema.persons import Persons

        return self._section("persons", Persons)

    @cached_property
    def names(self) -> Names:
        """Words that tell names of one word from other words, and those that too many articles have."""
        from qcheck.language.schema.names import Names

        return self._section("names", Names)

    @cached_property
    def attributes(self) -> Attributes:
        """Words between a value and the noun that it is of."""
        from qcheck.language.schema.attributes import Attributes

        return self._section("attributes", Attributes)

    @cached_property
    def retelling(self) -> Retelling:
        """Words that tell whether a number is that of before, or another one of the same kind."""
        from qcheck.language.schema.retelling import Retelling

        return self._section("retelling", Retelling)

    @cached_property
    def records(self) -> Records:
        """Words that tell whether a number is of the event that an article tells, and of all of it."""
        from qcheck.language.schema.records import Records

        return self._section("records", Records)

    @cached_property
    def renderings(self) -> Renderings:
        """Words of invented articles, for the property tests of rules."""
        from qcheck.language.schema.renderings import Renderings

        return self._section("renderings", Renderings)


@cache
def languages() -> tuple[str, ...]:
    """The codes of the packs that come with qcheck, sorted."""
    return tuple(sorted(folder.name for folder in LANGUAGES.iterdir() if (folder / "numerals.yaml").is_file()))


@cache
def load_pack(language: str | Path) -> Pack:
    """The pack of a language: a code ("en", "de") or the path of a folder that holds one. Its sections are read when needed.

    Raises UsageProblem if there is no such pack.
    """
    folder = LANGUAGES / language if isinstance(language, str) and language in languages() else Path(language)
    if not (folder / "numerals.yaml").is_file():
        raise UsageProblem(f"no language {str(language)!r}", todo=f"use one of {', '.join(languages())} or the path of a pack's folder")
    return Pack(folder)


def validate_pack(folder: Path) -> Pack:
    """The pack with every section read. Raises Problems with all that is missing, unknown or wrong in any of its files."""
    pack = Pack(folder)
    problems: list[Problem] = []
    for name in SECTIONS:
        try:
            getattr(pack, name)
        except Problems as several:
            problems += several.problems
    known = {f"{name}.yaml" for name in SECTIONS}
    for stray in sorted(path.name for path in folder.iterdir() if path.name not in known):
        problems.append(RuleProblem("is no file of a language pack", path=(folder / stray).as_posix(), todo="remove it"))
    if problems:
        raise Problems(tuple(problems))
    return pack
