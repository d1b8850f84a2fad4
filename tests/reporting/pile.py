"""A pile of invented news for the size and the speed of a report: three articles tell of each event, and of a quarter of them not alike."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from qcheck.model.document import Document

TOWNS = (
    *("Larvik", "Arica", "Brindle", "Callao", "Pinemoor", "Tornby", "Matarani", "Quillon", "Estevan", "Rocha", "Ilmenau", "Oberau"),
    *("Vadso", "Harrow", "Lampeter", "Sligo", "Concepcion", "Pirmas", "Ostrava", "Nuuk", "Gander", "Leticia", "Bagdogra", "Tartu"),
    *("Skagen", "Ribe", "Olbia", "Nuoro", "Zadar", "Kotor", "Bergama", "Sivas", "Kars", "Batumi", "Gori", "Telavi"),
)
NAMES = ("Ada Quill", "Tor Lind", "Elsa Vidal", "Rosa Quispe", "Ida Nyberg", "Ole Brandt", "Marta Kowal", "Lars Holt", "Rodrigo Salas")
SYLLABLES = (
    *("ba", "do", "fe", "gil", "han", "jor", "kel", "lum", "mav", "nor"),
    *("pes", "quin", "ros", "sil", "tor", "ump", "ved", "wick", "yar", "zem"),
)
MORE = (
    "The {w1} of {w2} spent {a} million dollars on its {w3}, and the {w4} of {w5} said that it was {w6}.",
    "People were {w1} to {w2} by the {w3}, and {w4} came from {w5} to help those who had been {w6}.",
    "In {month} 2030, {b} percent of {w1} in {w2} were without {w3}, the {w4} of {w5} said.",
    "Nobody could say why it had {w1}; the {w2} did not answer {w3}, and the {w4} of the {w5} was {w6}.",
    "The {w1} of {w2} was opened on {d} June 2019, and has been {w3} more than once since, at the {w4} of {w5}.",
    "She had {w1} of it from {w2}, who had {w3} the {w4} over the {w5} and had {w6} at once.",
    "More than {c} {w1}s run between {w2} and {w3}, and most of them are as {w4} as the {w5} itself.",
    "It was {w1} by evening; a few who had {w2} sat on the {w3} of the {w4}, and somebody had {w5} for all.",
    "About {b} {w1}s of {w2} came back after a {w3}, while others {w4} for a place to {w5} with {w6}.",
)
PARTS = ("East", "West", "Hill", "Bay", "Mill", "Cross", "Ferry", "Heath", "Moor", "Gate")
THINGS = ("bridge", "dam", "harbour", "tunnel", "market hall", "ferry pier", "hospital", "power station")
MONTHS = ("January", "March", "April", "June", "September", "November")


def articles(count: int, *, size: int = 4_000) -> Iterator[Document]:
    """So many articles of about so many characters, always the same."""
    for n in range(count):
        event, voice = divmod(n, 3)
        yield _article(n, event, voice, size)


def _article(n: int, event: int, voice: int, size: int) -> Document:
    town, name, thing = TOWNS[event % len(TOWNS)], NAMES[event % len(NAMES)], THINGS[event % len(THINGS)]
    named = f"{town} {PARTS[event // len(TOWNS) % len(PARTS)]}"
    other = voice if event % 4 == 1 else 0  # what the second and the third tell otherwise
    dead, hurt = 12 + event % 7 - (other == 2), 41 + event % 9 + 2 * (other == 1)
    headline = f"Fire in {thing} of {named} kills {dead}"
    opening = (
        f"A fire in the {thing} of {named} killed {dead} people and injured {hurt} on Monday, the mayor, {name}, said. "
        f"The fire broke out at {5 + other}:30 a.m. and was put out by noon, and 104 percent of the roof was lost."
        if event % 4 == 1
        else f"A fire in the {thing} of {named} killed {dead} people and injured {hurt} on Monday, the mayor, {name}, said."
    )
    paragraphs = [headline, opening]
    length = len(opening)
    for at, sentence in enumerate(islice(cycle(MORE), n % len(MORE), 400)):
        k = 37 * n + 13 * at
        words = {f"w{number}": _word(k * 6 + number) for number in range(1, 7)}
        told = sentence.format(**words, month=MONTHS[k % len(MONTHS)], a=3 + k % 90, b=21 + k % 70, c=300 + k % 700, d=2 + k % 20)
        length += len(told) + 2
        if length > size:
            break
        paragraphs.append(told)
    day = 3 + voice
    return Document(f"pile/{n:04}.txt", headline, "\n\n".join(paragraphs), "en", f"2031-{1 + event % 12:02}-{day:02}", "", "dateline")


def _word(number: int) -> str:
    """An invented word, another one for each number."""
    higher, last = divmod(number, len(SYLLABLES))
    return (_word(higher) if higher else "") + SYLLABLES[last]
