"""One amount in two units, side by side: "5 miles (8 km)", "€1.5bn, or $1.6bn", "a rise of 2C (3.6F)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qcheck.extraction.currencies import guessed
from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations import bonds
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.units import base_factor, dimension
from qcheck.model.claim import Claim, changed
from qcheck.model.quantity import Modifier

STATED, NEAR = "stated", "near"
TEMPERATURE = "[temperature]"
_PHRASE = 3  # words between an amount and the parenthesis behind it
_BEFORE, _AFTER = 32, 24  # characters around a temperature that tell whether it is a difference
_DASHES = "-–—"
_CLOSED = re.compile(r"\s?[);,/]")
_UPSIDE = re.compile(r"^[^\w]*")


def conversions(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `conversion` (units of one dimension), `currency_conversion` and `temperature_conversion`: the amount and the same one again.

    `unit`, `dimension` and `base_factor` are those of the first amount where its claim took it for a currency. `reason` tells whether the
    text states it, or only an "or" stands between; `trend` of a temperature is `up` for a difference, `down` for a point of the scale, and
    empty where the words do not tell.
    """
    measured = [row for row in rows if row.role == "claim" and (row.dimension or _currency(row)) and row.value_low == row.value_low]
    found = []
    for before, left, right in zip([None, *measured], measured, measured[1:], strict=False):
        if before is not None and _compound(article, before, left):
            continue
        named_alike = _named_alike(article, left, right) or _named_alike(article, right, left)
        name = "conversion" if named_alike else _name(left, right)
        if name == "currency_conversion" and any(guessed(r.quote, _currency(r), article.text, article.pack) for r in (left, right)):
            continue
        reason = _bond(article, left, right) if name else ""
        if reason:
            tie = relation(article, name, [right, left] if named_alike and left.dimension else [left, right], reason=reason)
            if named_alike:
                tie = changed(tie, unit=named_alike, dimension=dimension(named_alike), base_factor=base_factor(named_alike))
            found.append(tie if name != "temperature_conversion" else _told(article, tie, left, right))
    return found


def _compound(article: Article, left: Claim, right: Claim) -> bool:
    """Whether two amounts are one in two units, the second smaller ("7 pounds, 4 ounces")."""
    if not left.dimension or left.dimension != right.dimension or left.base_factor <= right.base_factor:
        return False
    between = bonds.gap(article.text, left.end, right.start)
    return between is not None and between.strip() in ("", ",")


def _named_alike(article: Article, money: Claim, measured: Claim) -> str:
    """The unit that an amount of money is in after all, where its word names both ("1,870 pounds, or 848 kilograms")."""
    if money.dimension or money.sentence != measured.sentence or not money.quote[:1].isalnum():
        return ""
    alike = (unit for unit, others in article.pack.units.if_near.items() if money.unit in others)
    return next((unit for unit in alike if dimension(unit) == measured.dimension), "")


def _name(left: Claim, right: Claim) -> str:
    """Which conversion two amounts may be; "" where they measure two things or are in one unit."""
    if left.unit == right.unit or left.sentence != right.sentence:
        return ""
    if left.dimension.startswith(TEMPERATURE) and right.dimension.startswith(TEMPERATURE):
        return "temperature_conversion"
    if left.dimension:
        return "conversion" if left.dimension == right.dimension else ""
    one, other = _currency(left), _currency(right)
    per = {row.unit[3:] for row in (left, right)} - {""}
    return "currency_conversion" if one and other and one != other and len(per) <= 1 and not (right.unit[3:] and not left.unit[3:]) else ""


def _currency(row: Claim) -> str:
    """The ISO 4217 code of an amount of money, also of one for each unit of something."""
    code = row.unit.partition(" ")[0]
    return code if len(code) == 3 and code.isascii() and code.isupper() else ""


def _bond(article: Article, left: Claim, right: Claim) -> str:
    """How the second amount is bound to the first one: stated to be the same, perhaps another choice, or not at all ("")."""
    words = article.pack.conversions
    between = bonds.gap(article.text, left.end, right.start)
    if between is None:
        return ""
    bare = between.strip()
    before, opened, inside = bare.partition("(")
    if opened:  # "40 feet high (12 m)", "12 acres of oak wood (5 hectares)"
        apart = len(before.split())
        if not _CLOSED.match(article.text, right.end) or apart > _PHRASE or (inside.strip() and not bonds.says(inside, words.equals)):
            return ""
        return STATED if apart <= 1 else NEAR
    if article.text[right.end : right.end + _AFTER].lower().lstrip().startswith(tuple(word.lower() for word in words.partial)):
        return ""
    if bare == "/" or (bare == "," and right.modifier in (Modifier.ABOUT, Modifier.ALMOST, Modifier.JUST_OVER)):
        return STATED
    if bonds.signs_only(bare, _DASHES):
        return STATED if article.text[right.end : right.end + 2].strip()[:1] in tuple(_DASHES) else ""
    if bonds.says_after_comma(between, words.equals):
        return STATED
    if not bonds.says(between, words.equals):
        return ""
    choice = not bare.startswith((",", "–", "—")) and bonds.says(between, words.or_else)
    return NEAR if choice else STATED


def _told(article: Article, tie: Claim, left: Claim, right: Claim) -> Claim:
    """The tie of two temperatures, with what the words around them tell of a difference."""
    words, text = article.pack.conversions, article.text
    before = text[max(0, left.start - _BEFORE) : left.start].lower().rstrip()
    after = _UPSIDE.sub("", text[right.end : right.end + _AFTER].lower())
    if left.trend or _ends_with(before, words.difference_before) or after.startswith(tuple(w.lower() for w in words.difference_after)):
        return changed(tie, trend="up")
    return changed(tie, trend="down") if _ends_with(before, words.level_before) else tie


def _ends_with(text: str, words: tuple[str, ...]) -> bool:
    return any(text.endswith(f" {word.lower()}") for word in words)
