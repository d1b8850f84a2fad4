"""The noun phrase that a number counts: its words, its head, and the head's singular."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qcheck.extraction.nouns.inflection import is_plural, plain, positive, singular, sure_singular
from qcheck.extraction.nouns.phrase_words import PhraseWords, Word, phrase_words
from qcheck.extraction.nouns.unit_words import SPACES
from qcheck.language.pack import Pack

_AFTER_NOUN = re.compile(r"(?<![^\W\d_])[^\W\d_a-zäöü][^\W\d_]*$")
_OWNER = re.compile("['’]s?$")
LONGEST = 7
"""Words of a counted phrase."""
_WORD = re.compile(
    rf"(?P<gap>[{SPACES}]?[\"“”„‚‘»«]?|[-‑])"
    r"(?P<word>(?:[^\W\d_]\.){2,}(?:[-‑][^\W_]+)?|\d*[^\W\d_]+(?:[-‑/&][^\W_]+|['’][^\W\d_]+)*)"
    r"(?P<own>['’](?!\w))?[\"”“’‘»«]?"
)
_LEADING = re.compile(r"[.,;:!?–—()\n„“”»«\"](?!\d)")
_REACH = 60  # characters before a number in which the preposition or article of its noun stands
_LAST_WORD = re.compile(r"([^\W_]+)$")
_HANGING = re.compile(r"[-‑](?= [a-zäöü])")
_JOIN = re.compile(rf"[{SPACES}]&")


class Phrase(NamedTuple):
    """A counted phrase at characters `start` to `end`: `of` with its modifiers, `head` alone, both lower case, the head singular."""

    start: int
    end: int
    of: str
    head: str


def counted(text: str, at: int, pack: Pack, *, unit: bool = False, attributive: bool = False, measured: bool = False) -> Phrase | None:
    """The counted noun phrase that begins at `at` (right of a number or unit); None where none stands there.

    `unit`: the number has a unit; without "of" only two words are looked at then.
    `attributive`: the number and its unit stand before a noun that need not be a plural ("a $5 million contract").
    `measured`: a unit stands before; where nouns are not capitalized, one in the plural, so that only "of" leads to what is measured.
    """
    words = phrase_words(pack)
    start = at
    if text[at : at + 1] not in ("-", "‑"):
        skipped = words.skips.match(text, at)
        start = skipped.end() if skipped else at
    if pack.phrases.capitalized:
        group = _group(text, start, words)
        if group:
            return _noun(group, text, pack, words)
    if words.recipients.match(text, start):
        return None
    bridge = words.bridges.match(text, start)
    tokens = list(_tokens(text, bridge.end() if bridge else start, words, pack))
    if not tokens or (measured and not bridge and not pack.phrases.capitalized):
        return None
    if pack.phrases.capitalized:
        if _verb(tokens, text, words):
            return None
        return _noun(tokens, text, pack, words, single=_after_one(text, at, words), mass=measured)
    one = _after_one(text, at, words)
    compound = not (attributive or bridge or one) and words.compound.search(text, max(0, at - 12), at) is not None
    if unit and not (attributive or bridge):
        tokens = tokens[:2]
        if tokens[-1].low in words.joins:
            return None  # "300 m high and lies there"
    return _plural(tokens, pack, words, single=attributive or bool(bridge) or one, compound=compound)


def _tokens(text: str, at: int, words: PhraseWords, pack: Pack) -> Iterator[Word]:
    """The words from `at` on, up to one that no counted phrase holds, or a sign that ends it."""
    before = ""
    for _ in range(LONGEST):
        match = _WORD.match(text, at)
        if not match:
            join = _JOIN.match(text, at)
            match = _WORD.match(text, join.end()) if join else None
            if not match:
                return
        word = match.group("word")
        low = word.lower()
        named = word[0].isupper() if words.capitalized else len(word) > 1 and word.isupper()
        if match.group("gap") == "-" and low.partition("-")[0] in words.stops:
            return  # "10-of-14"
        if low in words.numbers:
            return
        stops = low in words.stops and low not in words.joins and not named
        if stops and not (_participle(before, low, words) if before else _adjective(text, match, words, pack)):
            return
        before = low
        yield Word(match.start("word"), match.end("word"), word, low, match.group("gap") in ("-", "‑"), bool(match.group("own")))
        at = match.end()
        if pack.phrases.capitalized and _HANGING.match(text, at):
            at += 1  # "27 Staats- und Regierungschefs"
        if text[at - 1] in '"”“’‘»«' and match.end("word") == at:
            return


def _participle(before: str, low: str, words: PhraseWords) -> bool:
    """Whether a stop word is a participle after its adverb, so that the phrase goes on: newly built, fastest growing."""
    if not before or not (before in words.adverbs or before.endswith(words.adverb_endings)):
        return False
    return low.endswith(words.inner_participles)


def _adjective(text: str, match: re.Match[str], words: PhraseWords, pack: Pack) -> bool:
    """Whether a verb's participle right behind a number stands before a plural noun, as an adjective: 30 confirmed cases."""
    if not match.group("word").endswith(words.inner_participles):
        return False
    after = _WORD.match(text, match.end())
    noun = after.group("word") if after else ""
    return noun.islower() and noun not in words.stops and is_plural(noun, pack)


def _verb(tokens: list[Word], text: str, words: PhraseWords) -> bool:
    """Whether a verb stands between the number and the noun: "17 trugen Verletzungen davon", "5 Euro zahlt Norvik".

    An adjective has the ending of one that follows a preposition or article only where one stands before the number.
    """
    at = tokens[0].start
    noun = next((count for count, token in enumerate(tokens) if token.word[0].isupper()), 0)
    if not noun:
        return False
    if tokens[noun - 1].low.endswith(words.finite_endings) and tokens[noun].low not in words.states:
        return tokens[noun - 1].low not in words.plain_adverbs
    if noun > 1 or not tokens[0].low.endswith(words.weak_endings):
        return False
    for word in reversed(_LEADING.split(text[max(0, at - _REACH) : at])[-1].split()):
        if word.lower() in words.stops:
            return False
        if word[0].isupper() and word.lower() not in words.numbers:
            break
    return True


def _after_one(text: str, at: int, words: PhraseWords) -> bool:
    before = _LAST_WORD.search(text, max(0, at - 12), at)
    return before is not None and before.group(1).lower() in words.ones


def _phrase(tokens: list[Word], head: Word, words: PhraseWords, pack: Pack, *, single: bool) -> Phrase:
    one = head.low if single else singular(head.word, pack)
    left_out = words.joins | words.skipped
    before = [token.low for token in tokens if token.end < head.start and token.low not in left_out]
    modifiers = [positive(_OWNER.sub("", low), pack) for low in before if not low[0].isdigit()]
    last = one.rpartition("-")[2] if pack.phrases.capitalized else one
    return Phrase(tokens[0].start, head.end, " ".join([*modifiers, one]), last)


def _plural(tokens: list[Word], pack: Pack, words: PhraseWords, *, single: bool, compound: bool) -> Phrase | None:
    """Where nouns have small letters: the head is the first plural, or the next word if that is one too.

    `compound`: an article stands before the number, so that a singular right after it is what it counts ("a 3 cylinder engine").
    """
    if tokens[0].low in words.joins:
        return None
    if tokens[0].hyphen and not single:
        if len(tokens) > 1 and tokens[1].low in words.groups:
            return _phrase(tokens[1:2], tokens[1], words, pack, single=True)  # "a 16-strong crew"
        return _phrase(tokens[:1], tokens[0], words, pack, single=False)
    if len(tokens) > 1 and tokens[0].low in words.attributives and not single and not is_plural(tokens[1].word, pack):
        return _phrase(tokens[:1], tokens[0], words, pack, single=True)
    last: Word | None = None
    for count, token in enumerate(tokens):
        if token.low in words.joins:
            following = tokens[count + 1 : count + 3]
            if not any(is_plural(later.word, pack) for later in following):
                break
            continue
        if token.owner or token.low.endswith(("'s", "’s")):
            continue
        if token.low in pack.phrases.states and count + 1 < len(tokens) and is_plural(tokens[count + 1].word, pack):
            continue  # "40 injured people"
        if not is_plural(token.word, pack):
            last = last if len(token.low) > 5 and token.low.endswith(words.participles) else token
            continue
        later = tokens[count + 1] if count + 1 < len(tokens) else None
        modifies = token.low in words.plural_modifiers or (token.word[0].isupper() and later is not None and later.word[0].islower())
        head = (
            later
            if later
            and modifies
            and not later.hyphen
            and later.low not in words.joins
            and is_plural(later.word, pack)
            and singular(later.word, pack) != later.low
            else token
        )
        return _phrase(tokens, head, words, pack, single=False)
    if compound and len(tokens) > 1:
        return _phrase(tokens[:1], tokens[0], words, pack, single=True)
    if single and last is not None:
        return _phrase(tokens, last, words, pack, single=True)
    return None


def _group(text: str, at: int, words: PhraseWords) -> list[Word] | None:
    """Words such as "vom Nachbarn gebaute alte Boote": a group that a participle closes, with the noun after it."""
    opener = _WORD.match(text, at)
    if not opener or opener.group("word").lower() not in words.openers:
        return None
    first = opener.group("word")
    if not words.bridges.match(text, at) and _AFTER_NOUN.search(text, max(0, at - 30), at):
        return None  # "ein Jahr nach dem Brand"
    tokens = [Word(opener.start("word"), opener.end("word"), first, first.lower(), False, False)]
    at = opener.end()
    closed = False
    for _ in range(LONGEST + 2):
        match = _WORD.match(text, at)
        if not match or match.group("gap") == "-":
            return None
        word = match.group("word")
        low = word.lower()
        tokens.append(Word(match.start("word"), match.end("word"), word, low, False, False))
        at = match.end()
        if word[0].isupper() and closed:
            return tokens
        if low not in words.stops and word[0].islower() and low.endswith(words.participles):
            closed = closed or any(token.word[0].isupper() for token in tokens[1:])
        elif closed and low in words.stops:
            return None
    return None


def _noun(tokens: list[Word], text: str, pack: Pack, words: PhraseWords, *, single: bool = False, mass: bool = False) -> Phrase | None:
    """Where nouns have capitals: the head is the first one, after adjectives and at most two other words."""
    group = tokens[0].low in words.openers
    others = 0
    modifiers: list[str] = []
    for count, token in enumerate(tokens):
        if token.low in words.joins:
            if not modifiers or token is tokens[-1]:
                return None
            continue
        if token.word[0].islower():
            adjective = token.low.endswith(words.adjectives)
            others += not adjective
            if others > 2 and not group:
                return None
            modifiers.append(token.low)
            continue
        last = token is tokens[-1]
        if (group or _HANGING.match(text, token.end)) and not last:
            modifiers.append(token.low)
            continue
        later = None if last else tokens[count + 1]
        if later and later.word[0].isupper() and _of_a_place(token, later, words):
            modifiers.append(token.low)
            continue
        if token.word in words.no_heads or not token.word[0].isalpha():
            return None
        noun = token.word
        if token.hyphen:
            noun = re.split("[-‑]", noun)[-1]
        one = noun.lower() if single else sure_singular(noun, pack) if mass else singular(noun, pack)
        before = tokens[count - 1].word if count else ""
        ending = next((e for e in words.adjectives if before.endswith(e) and before[0].islower()), "")
        modifiers = [plain(word, pack) if ending and word.endswith(ending) else word for word in modifiers]
        return Phrase(tokens[0].start, token.end, " ".join([*modifiers, one]), one.rpartition("-")[2])
    return None


def _of_a_place(token: Word, later: Word, words: PhraseWords) -> bool:
    """Whether a capitalized word is an adjective made of a place, before another noun: Berliner Schulen."""
    plural = later.low.endswith(words.adjectives) or later.low.endswith("n")
    return token.low.endswith(words.place_endings) and plural and later.word not in words.no_heads if words.place_endings else False
