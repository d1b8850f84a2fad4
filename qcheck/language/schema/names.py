"""The shape of `names.yaml`: what tells a name of one word from other words, and a rare name from one that many articles have."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Names(Section):
    """`generic` words are part of many names or have a capital for another reason ("Medical", "Avenue"), `cities` are names of places so
    well known that unrelated news shares them, `persons` first and last names that many bear.

    The rest is for languages whose nouns have capitals: a word right after one of `places` without an article is often a place, one
    before `firms` a firm, one that ends with `endings` a place, one that begins a sentence before one of `verbs`, of the singular, a
    name; `nouns` are endings of nouns that are no names, `amounts` nouns that stand before another noun which is no name ("litres of
    milk" without the "of").
    """

    generic: Words
    cities: Words = ()
    persons: Words = ()
    places: Words = ()
    firms: Words = ()
    endings: Words = ()
    verbs: Words = ()
    nouns: Words = ()
    amounts: Words = ()
