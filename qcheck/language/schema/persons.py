"""The shape of `persons.yaml`: words that tell whose age a number is, and since when."""

from __future__ import annotations

from qcheck.language.schema.section import Section

Words = tuple[str, ...]


class Decades(Section):
    """How ages are told by their decade: `words` for twenties and so on (the last digit but one -> words), `parts` of a decade
    (`early`, `middle`, `late`), and the words `before` its number or its name ("their").
    """

    words: dict[str, Words]
    parts: dict[str, Words]
    before: Words


class Persons(Section):
    """`suffixes` part namesakes ("Jr."). `being` are the verbs between a person and an age ("was 41"), `named` words that part an age
    and its name ("19-year-old named ..."). `ages` come right before a list or range of ages, `spread` before the two ends of one
    ("ranging in age from"), `between` begins a range of ages with its unit ("between 8 and 15 years old"), `joiners` between its
    members, `old` behind the last one. `born` words stand beside a date of birth. `formerly` words right before an age tell that
    it is one of another time ("then 19"), `of_then` words right behind it ("at the time"). How a person is told to be dead:
    `dying` words follow the name, `slain` ones do after an auxiliary ("was killed"), `death` words come right before the name
    ("the death of"), `relative` words go on with the one who was named ("who"). Words in `no_age` beside a number tell that it is
    no age ("five months pregnant").
    """

    suffixes: Words
    kin: dict[str, Words]
    being: Words
    named: Words
    ages: Words
    spread: Words
    between: Words
    joiners: Words
    old: Words
    born: Words
    formerly: Words
    of_then: Words
    dying: Words
    slain: Words
    death: Words
    relative: Words
    no_age: Words
    decades: Decades
