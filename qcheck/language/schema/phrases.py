"""The shape of `phrases.yaml`: counted phrases, inflection of nouns, and what is no quantity."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Phrases(Section):
    """What delimits and inflects a counted phrase, and which words tell that digits are no quantity."""

    capitalized: bool
    """Whether nouns are written with a capital: the first one after adjectives is the head; else the first plural is."""
    stops: Words
    """Words that no counted phrase holds: articles, prepositions, pronouns, frequent verbs."""
    skips: Words
    """Words before a counted phrase that are no part of it: more."""
    bridges: Words
    """Words over which a counted phrase begins: of, of the, von."""
    recipients: dict[str, Words] = {}
    """bridge -> endings of an adjective behind it that make what follows a recipient: "an lokale Vereine", not "an neuen Hilfen"."""
    joins: Words
    """Words between two modifiers or nouns of one phrase: and."""
    adjectives: Words
    """Endings of adjectives, where nouns are capitalized."""
    finite_endings: Words = ()
    """Endings that make a word right before a noun a verb, where adjectives have others: "5 Euro zahlt Norvik"."""
    weak_endings: Words = ()
    """Endings that an adjective has only behind a preposition or an article; else they make a word a verb: "17 trugen Waffen"."""
    plain_adverbs: Words = ()
    """Words with such an ending that are no verbs."""
    openers: Words
    """Words that begin a group before a participle: von in "von Hand gebaute Boote"; where nouns are capitalized."""
    verbs_or_nouns: Words
    """Words that are verbs after a plural, and plural nouns before one: cuts, strikes."""
    participles: Words
    """Endings of participles: they close such a group; elsewhere none is the head of a phrase without a plural."""
    place_endings: Words
    """Endings of capitalized adjectives made of places: Berliner."""
    no_heads: Words
    """Capitalized words that are never what is counted."""
    plurals: Words
    """Nouns that are plural without an ending, their own singular: aircraft."""
    singulars: Words
    """Words that look like a plural and are none: news."""
    plural_modifiers: Words = ()
    """Plurals that stand before another noun, where nouns are not capitalized: sports, arms."""
    attributives: Words = ()
    """Nouns that a number counts before a noun in the singular, also without a hyphen: a (4) cylinder engine."""
    degrees: Words = ()
    """Adjectives with the endings of their degrees; a counted phrase holds the plain one: small(er/est)."""
    irregular_degrees: dict[str, str] = {}
    """best -> good."""
    before_participles: Words = ()
    """Words and endings (-ly) after which a stop word with one of these endings is part of the phrase: newly built."""
    inner_participles: Words = ()
    states: Words = ()
    """Adjectives that stand for persons, and lend no noun to the next number: dead, injured."""
    values: Words = ()
    """Words between a noun and the money that it costs or is worth: a fine of, a contract worth."""
    determiners: Words = ()
    """Words that open a noun phrase: what follows a number and its unit there is a noun (a 5 percent stake)."""
    irregular: dict[str, str]
    """plural -> singular where no ending rule gives it; also at the end of a compound."""
    cases: Words = ()
    """Endings that such a plural takes in other cases, but behind itself: Ärzten."""
    endings: dict[str, str]
    """ending of a plural -> ending of its singular; the longest ending wins."""

    year_before: Words
    """Words before four digits that make them a year: in, since."""
    eras: Words = ()
    """Words before a year that make it one, and the year after it: AD 800 and 950."""
    year_nouns: Words
    """Nouns that a year stands before: elections."""
    name_before: dict[str, Words]
    """reason -> words right before digits that make them a number in a name: article, flight."""
    name_after: dict[str, Words]
    """reason -> words right after digits that make them a time of day or a decade: a.m., s."""
    streets: Words
    """Words for streets after a house number and a name: 10 Mill Street."""
    street_endings: Words
    """Endings of street names before a house number: straße."""
    score_near: Words
    """Words near two numbers with a dash that make them a score or a vote: beat."""
    phone_before: Words
    """Words before a telephone number."""
    emergency: Words
    """Short telephone numbers, where one of `call_before` or `call_after` stands beside them."""
    call_before: Words
    call_after: Words
    pronouns: Words
    """Words that are one or an article and no number, unless something counted follows."""
    pronoun_before: Words
    """Words before them that make them pronouns: the one, no one."""
    pronoun_after: Words
    """Words after them that make them pronouns: one another, one must."""
    no_count_after: Words
    """What follows number words right away in compounds that count nothing: -sided."""
    affixes: Words
    """Words before a hyphen and digits that do not make a name of them: mid-, sub-."""
