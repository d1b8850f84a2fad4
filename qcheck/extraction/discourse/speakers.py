"""Who says so: the speaker of a statement and the party that he speaks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.attribution import NOBODY, Speaker, named_speaker, person_runs, reach
from qcheck.extraction.discourse.marks import CLOSING, Mark, Reading
from qcheck.extraction.discourse.names import People
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.extraction.discourse.subjects import clause, passive
from qcheck.language.institutes import institutes
from qcheck.language.pack import Pack

_REMEMBERED = 3  # sentences that a speaker is remembered for
_NEAR = 120  # characters from the end of a quotation to the words that name its speaker
_SUBJECT = 6  # tokens that the name of a sentence's subject stands within
_CLAUSE = 9  # the cost of borders that an institute may stand beyond
_SHORT = 9  # tokens that may follow a verb of saying that ends its sentence


class Attribution(NamedTuple):
    """Words of saying at a character position; `backward` tells that they close what they are said of ("..., she said")."""

    at: int
    backward: bool
    forward: bool
    speaker: Speaker


@dataclass
class Speakers:
    """Finds the speakers of one article; what it learned of a person's party stays known."""

    article: Article
    people: People
    sides: dict[str, str] = field(default_factory=dict)
    found: dict[int, list[Attribution]] = field(default_factory=dict)

    def of(self, sentence: Sentence, position: int) -> Speaker:
        """Who says what stands at a character position of a sentence; an institute that its clause names comes before an office."""
        speaker = self._speaks(sentence, position)
        institute = "" if speaker.person else self._institute(sentence, position)
        return Speaker(institute) if institute else speaker

    def _institute(self, sentence: Sentence, position: int) -> str:
        """The institute that counts what stands at a position: the one named nearest in the clause."""
        reading = self.article.reading(sentence)
        at = reading.index(position)
        near = [m for m in reading.of("organisation") if m.value in institutes() and reading.border(m.first, at) < _CLAUSE]
        return min(near, key=lambda m: (reading.border(m.first, at), abs(m.first - at), m.first)).value if near else ""

    def _speaks(self, sentence: Sentence, position: int) -> Speaker:
        quotation = self.article.quotation(position)
        if quotation is not None:
            return self._quoted(sentence, quotation)
        own = [
            a
            for a in self._attributions(sentence)
            if (a.forward if a.at <= position else a.backward) and self.article.quotation(a.at) is None
        ]
        if own:
            return min(own, key=lambda a: (abs(a.at - position), a.at)).speaker
        after = self._reported_after(sentence)
        if after.by:
            return after
        return self._last(sentence) if self.article.reading(sentence).of("reported") else NOBODY

    def _quoted(self, sentence: Sentence, quotation: tuple[int, int]) -> Speaker:
        """The speaker of a quoted passage: named right after it, else before it in its sentence, else the last one before."""
        begin, end = quotation
        sentences = self.article.sentences
        last = sentence_at(sentences, end - 2) or sentence
        first = sentence_at(sentences, begin) or sentence
        before = [a for a in self._attributions(first) if a.at < begin]
        after = [a for a in self._attributions(last) if end - 1 <= a.at < end + _NEAR]
        if not after and last.number < len(sentences) and sentences[last.number].paragraph == last.paragraph and last.end <= end + 1:
            after = [a for a in self._attributions(sentences[last.number]) if a.at < end + _NEAR // 3 and not before]
        if after:
            return after[0].speaker
        return before[-1].speaker if before else self._last(first)

    def _reported_after(self, sentence: Sentence) -> Speaker:
        """The speaker that the next sentence names for a whole one ("That is what the mayor said", "Das teilte die Polizei mit")."""
        if sentence.number >= len(self.article.sentences):
            return NOBODY
        following = self.article.sentences[sentence.number]
        if not self.article.lowered.startswith(_openings(self.article.pack), following.start):
            return NOBODY
        reading = self.article.reading(following)
        if not reading.tokens or reading.at("reported_so", 0) is None or reading.at("speech", 1) is None:
            return NOBODY
        named = self._attributions(following)
        return named[0].speaker if named else NOBODY

    def _last(self, sentence: Sentence) -> Speaker:
        """The speaker or the person named last before a sentence, a few sentences back at most."""
        for number in range(sentence.number - 1, max(0, sentence.number - 1 - _REMEMBERED), -1):
            before = self.article.sentences[number - 1]
            earlier = self._attributions(before)
            if earlier:
                return earlier[-1].speaker
            reading = self.article.reading(before)
            named = person_runs(self.article, self.people, reading, 0, min(_SUBJECT, len(reading.tokens) - 1))
            if named and reading.tokens:
                name = self.people.name(named[0][2])
                return Speaker(name, self.sides.get(name, ""), person=True)
        return NOBODY

    def _attributions(self, sentence: Sentence) -> list[Attribution]:
        """Every attribution of a sentence, in order."""
        if sentence.number not in self.found:
            self.found[sentence.number] = []  # a pronoun that asks for the speaker before never comes back here
            reading = self.article.reading(sentence)
            made = [self._of_verb(sentence, reading, m) for m in reading.of("speech")]
            made += [self._of_word(sentence, reading, m, ahead=True) for m in reading.of("says_before")]
            made += [self._of_word(sentence, reading, m, ahead=False) for m in reading.of("says_after")]
            made += self._of_compound(sentence)
            self.found[sentence.number] = sorted((a for a in made if a is not None), key=lambda a: a.at)
        return self.found[sentence.number]

    def _of_verb(self, sentence: Sentence, reading: Reading, verb: Mark) -> Attribution | None:
        at = reading.tokens[verb.first].start
        if "gerund" in verb.form or self.article.quotation(at) is not None or _told(reading, verb):
            return None
        begin = reach(reading, verb.first, -1)
        end = reach(reading, verb.last, 1)
        before = self._speaker(sentence, reading, begin, verb.first - 1, backwards=True)
        speaker = before
        # where nouns have capitals, "Lund will verkaufen, sagte Vik" inverts
        verb_first = self.article.pack.concepts.compounds and verb.first > 0 and reading.tokens[verb.first - 1].text == ","
        if begin == verb.first or not before.by or not before.person or verb_first:
            after = self._speaker(sentence, reading, verb.last + 1, end, backwards=False)
            if after.by and (not before.by or (after.person and self._apposed(reading, verb, after))):
                speaker = after
            inverted = verb.first > 0 and reading.tokens[verb.first - 1].text == "," and 0 < after.at - verb.last <= 3
            if after.by and inverted and (not before.person or after.person):
                speaker = after
        if not speaker.by:
            return None
        closing = verb.first > 0 and begin > 0 and reading.tokens[begin - 1].text in CLOSING + ","
        ends = len(reading.tokens) - verb.last <= _SHORT or speaker is not before
        return Attribution(at, ends or closing, not (ends and closing), speaker)

    def _apposed(self, reading: Reading, verb: Mark, after: Speaker) -> bool:
        """Whether a person's name follows a verb of saying so near that it names the office before it."""
        return 0 < after.at - verb.last <= 5

    def _of_word(self, sentence: Sentence, reading: Reading, word: Mark, *, ahead: bool) -> Attribution | None:
        begin, end = (word.last + 1, reach(reading, word.last, 1)) if ahead else (reach(reading, word.first, -1), word.first - 1)
        speaker = self._speaker(sentence, reading, begin, end, backwards=not ahead)
        return Attribution(reading.tokens[word.first].start, True, True, speaker) if speaker.by else None

    def _of_compound(self, sentence: Sentence) -> list[Attribution]:
        """Speakers who are the first part of a word of saying ("nach Polizeiangaben", "laut dpa-Informationen")."""
        endings, reading = self.article.pack.cues.speech.compounds, self.article.reading(sentence)
        made = []
        for at, word in enumerate(reading.tokens[1:]) if endings else ():
            if word.low.endswith(endings) and reading.at("preposition", at):
                name = word.text[: -max(len(e) for e in endings if word.low.endswith(e))]
                if len(name) > 2:
                    made.append(Attribution(word.start, True, True, Speaker(name if name.isupper() else name.removesuffix("s"))))
        return made

    def _speaker(self, sentence: Sentence, reading: Reading, begin: int, end: int, *, backwards: bool) -> Speaker:
        """The speaker that tokens name; a pronoun names the last one."""
        found = named_speaker(self.article, self.people, reading, begin, end, backwards=backwards)
        if found.pronoun:
            return self._last(sentence)
        if found.person:
            if found.side:
                self.sides.setdefault(found.by, found.side)
            return found if found.side else found._replace(side=self.sides.get(found.by, ""))
        return found


@cache
def _openings(pack: Pack) -> tuple[str, ...]:
    """The first words of sentences that name the speaker of the one before, in lower case."""
    return tuple(phrase.split()[0].lower() for phrase in pack.cues.reported_so)


def _told(reading: Reading, verb: Mark) -> bool:
    """Whether a word of saying is a noun ("rejected reports", "the claim", "add-ons") or a passive: its subject is no speaker."""
    forms = verb.form.split()
    before, after = verb.first - 1, verb.last + 1
    if after < len(reading.tokens) and reading.tokens[after].text == "-" and reading.tokens[after].start == reading.tokens[verb.last].end:
        return True
    if before >= 0 and {"base", "present"} & set(forms) and "participle" not in forms:
        earlier = reading.at("speech", before) or reading.at("event", before)
        single = "base" in forms and reading.of("one", max(0, before - 2), before)
        if single or reading.at("determiners", before) or (earlier is not None and "noun" not in earlier.form):
            return True
    if "participle" not in forms:
        return False
    if "past" in forms:
        return before >= 0 and reading.at("passive", before) is not None
    begin, end = clause(reading, verb.first)
    if "present" in forms:  # "verweigert" is both; without a helper it is what somebody does
        return bool(reading.of("passive", begin, end))
    return passive(reading, verb, begin, end)
