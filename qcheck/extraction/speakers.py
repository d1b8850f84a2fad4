"""Who says so: the speaker of a statement and the party that he speaks for."""

from __future__ import annotations

from dataclasses import dataclass, field

from qcheck.extraction.article import Article
from qcheck.extraction.marks import CLOSING, OPENING, STRONG, Mark, Reading
from qcheck.extraction.names import People, common, trim
from qcheck.extraction.sentences import Sentence

_REACH = 3  # sentences that a speaker is remembered for
_WINDOW = 24


@dataclass(frozen=True)
class Speaker:
    """A name, or the words for an office where no name stands; the ISO code of the party spoken for; whether it is denied."""

    by: str = ""
    side: str = ""


NOBODY = Speaker()


@dataclass
class Speakers:
    """Finds the speakers of one article; what it learned of a person's party stays known."""

    article: Article
    people: People
    sides: dict[str, str] = field(default_factory=dict)
    found: dict[int, list[tuple[int, Speaker]]] = field(default_factory=dict)

    def of(self, sentence: Sentence, position: int) -> Speaker:
        """Who says what stands at a character position of a sentence."""
        quotation = self.article.quotation(position)
        if quotation is not None:
            return self._quoted(sentence, quotation)
        own = self._attributions(sentence)
        free = [(at, who) for at, who in own if not self._inside(at)]
        if free:
            return min(free, key=lambda pair: (abs(pair[0] - position), pair[0]))[1]
        reading = self.article.reading(sentence)
        if reading.of("reported") and self.article.pack.cues.speech.reported:
            return self._last(sentence)
        return NOBODY

    def _inside(self, position: int) -> bool:
        return self.article.quotation(position) is not None

    def _quoted(self, sentence: Sentence, quotation: tuple[int, int]) -> Speaker:
        """The speaker of a quoted passage: named right after it, else before it in its sentence, else the last one before."""
        begin, end = quotation
        sentences = self.article.sentences
        after = next((s for s in sentences[sentence.number - 1 :] if s.end >= end), sentence)
        for at, who in self._attributions(after):
            if at >= end - 1 and at - end < 120:
                return who
        first = next((s for s in sentences[max(0, sentence.number - 12) :] if s.end > begin), sentence)
        before = [who for at, who in self._attributions(first) if at < begin]
        if before:
            return before[-1]
        following = sentences[after.number] if after.number < len(sentences) else None
        if following is not None and following.paragraph == after.paragraph and after.end <= end + 1:
            for at, who in self._attributions(following):
                if at - end < 40:
                    return who
        return self._last(first)

    def _last(self, sentence: Sentence) -> Speaker:
        """The speaker named last before a sentence, a few sentences back at most."""
        for number in range(sentence.number - 1, max(0, sentence.number - 1 - _REACH), -1):
            earlier = self._attributions(self.article.sentences[number - 1])
            if earlier:
                return earlier[-1][1]
        return NOBODY

    def _attributions(self, sentence: Sentence) -> list[tuple[int, Speaker]]:
        """Every attribution of a sentence, as the place of its word and the speaker, in order."""
        if sentence.number in self.found:
            return self.found[sentence.number]
        self.found[sentence.number] = []  # a pronoun that asks for the speaker before never comes back here
        reading = self.article.reading(sentence)
        result = []
        for mark in reading.of("speech"):
            if (
                self._inside(reading.tokens[mark.first].start + 1)
                or (mark.form == "gerund"
                and not reading.of("subordinators", mark.last + 1))
            ):
                continue
            who = self._of_verb(sentence, reading, mark)
            if who != NOBODY:
                result.append((reading.tokens[mark.first].start, who))
        for mark in reading.of("says_before"):
            who = self._phrase(sentence, reading, mark.last + 1, self._end(reading, mark.last + 1), backwards=False)
            if who != NOBODY and (who.side or who.by):
                result.append((reading.tokens[mark.first].start, who))
        for mark in reading.of("says_after"):
            who = self._phrase(sentence, reading, self._begin(reading, mark.first), mark.first - 1, backwards=True)
            if who != NOBODY:
                result.append((reading.tokens[mark.first].start, who))
        self.found[sentence.number] = sorted(result, key=lambda pair: pair[0])
        return self.found[sentence.number]

    def _of_verb(self, sentence: Sentence, reading: Reading, verb: Mark) -> Speaker:
        begin = self._begin(reading, verb.first)
        before = self._phrase(sentence, reading, begin, verb.first - 1, backwards=True)
        if before != NOBODY and (before.by or before.side) and not self._vague(reading, begin, verb):
            return before
        after = self._phrase(sentence, reading, verb.last + 1, self._end(reading, verb.last + 1), backwards=False)
        return after if after.by and (not before.by or " " in after.by) else before if before.by else after

    def _vague(self, reading: Reading, begin: int, verb: Mark) -> bool:
        """Whether what stands before a verb of saying ends a quotation, so that the speaker comes after it."""
        return verb.first > 0 and reading.tokens[verb.first - 1].text in CLOSING + "," and begin >= verb.first

    def _begin(self, reading: Reading, index: int) -> int:
        """Where the words for a speaker before a token may begin: after the last strong sign, quotation or conjunction."""
        begin = index
        while begin > 0 and index - begin < _WINDOW:
            token = reading.tokens[begin - 1]
            if token.text in STRONG or token.text in OPENING + CLOSING:
                break
            if reading.at("subordinators", begin - 1) and not reading.at("determiners", begin - 1):
                break
            begin -= 1
        return begin

    def _end(self, reading: Reading, index: int) -> int:
        end = index
        while end + 1 < len(reading.tokens) and end - index < _WINDOW:
            token = reading.tokens[end]
            if token.text in STRONG or token.text in OPENING + CLOSING:
                return end - 1
            if reading.at("subordinators", end) and not reading.at("determiners", end):
                return end - 1
            end += 1
        return end

    def _phrase(self, sentence: Sentence, reading: Reading, begin: int, end: int, *, backwards: bool) -> Speaker:
        """The speaker that tokens `begin` to `end` name: a person, an office, a country, or one who was named before."""
        if begin > end:
            return NOBODY
        side = self._side(reading, begin, end, backwards=backwards)
        runs = self._runs(reading, begin, end)
        name = (runs[-1] if backwards else runs[0]) if runs else ""
        if name:
            full = self.people.name(name)
            if side and full not in self.sides:
                self.sides[full] = side
            return Speaker(full, self.sides.get(full, side))
        roles = reading.of("role", begin, end)
        if roles:
            return Speaker(self._office(reading, roles, begin, end), side)
        near = range(max(begin, end - 3), end + 1) if backwards else range(begin, min(end, begin + 2) + 1)
        if any(reading.at("pronouns", i) for i in near):
            return self._last(sentence)
        free = [m for m in reading.of("country", begin, end) if m.form in ("name", "capital")]
        if free:
            mark = free[-1] if backwards else free[0]
            return Speaker(self._text(reading, mark.first, mark.last), mark.value)
        organisations = reading.of("organisation", begin, end)
        return Speaker(organisations[0].value) if organisations else NOBODY

    def _side(self, reading: Reading, begin: int, end: int, *, backwards: bool) -> str:
        codes = [m.value for m in reading.of("country", begin, end)]
        return codes[0] if codes else ""

    def _office(self, reading: Reading, roles: list[Mark], begin: int, end: int) -> str:
        """The words for an office, with the adjectives before it."""
        last = roles[0]
        for role in roles[1:]:
            if role.first == last.last + 1 or (roles[0] is last and role.first - last.last <= 2):
                last = role
        first = roles[0].first
        stop = common(self.article.pack)
        while (
            first > begin
            and first > last.last - 5
            and reading.tokens[first - 1].text.isalpha()
            and reading.tokens[first - 1].low not in stop
        ):
            first -= 1
        return self._text(reading, first, last.last)

    def _text(self, reading: Reading, first: int, last: int) -> str:
        return " ".join(self.article.text[reading.tokens[first].start : reading.tokens[last].end].split())

    def _runs(self, reading: Reading, begin: int, end: int) -> list[str]:
        """The names of persons between two tokens: capitalized runs that are no country, office, organisation or common word."""
        runs: list[str] = []
        index = begin
        while index <= end:
            if not self._capital(reading, index):
                index += 1
                continue
            last = index
            while last + 1 <= end and (self._capital(reading, last + 1) or self._joint(reading, last + 1, end)):
                last += 1
            words = self._text(reading, index, last).replace(" - ", "-").split(" ")
            words = trim(words, self.article.pack)
            known = len(words) == 1 and (words[0] in self.people.full or self._names_single(reading, index, last))
            if words and (len(words) > 1 or known) and not (self._article_before(reading, index, words, last)):
                runs.append(" ".join(words[:4]))
            index = last + 1
        return runs

    def _names_single(self, reading: Reading, index: int, last: int) -> bool:
        """Whether a lone capitalized word may be a name: where nouns have no capital, beside the verb."""
        return not self.article.pack.concepts.compounds and (
            index > 0 or (last + 1 < len(reading.tokens) and bool(reading.at("speech", last + 1)))
        )

    def _article_before(self, reading: Reading, index: int, words: list[str], last: int) -> bool:
        run = last - index + 1
        return (
            index > 0
            and reading.at("determiners", index - 1) is not None
            and len(words) == run
            and " ".join(words) not in self.people.full.values()
        )

    def _capital(self, reading: Reading, index: int) -> bool:
        token = reading.tokens[index]
        if not token.text[:1].isupper() or (token.low in common(self.article.pack) and index == 0):
            return False
        return reading.at("country", index) is None and reading.at("organisation", index) is None

    def _joint(self, reading: Reading, index: int, end: int) -> bool:
        token = reading.tokens[index]
        return (
            token.text in "-."
            and index + 1 <= end
            and self._capital(reading, index + 1)
            and ((token.text == "-" and reading.tokens[index + 1].start == token.end) or len(reading.tokens[index - 1].text) == 1)
        )
