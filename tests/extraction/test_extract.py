"""Laws of extract: total, exact in its offsets, the same in any order, every number accounted for."""

from __future__ import annotations

import math
import random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.extraction.claims import claims_of
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.errors import UsageProblem
from qcheck.model.frames import columns

PIECES = [
    *("Norway", "Oslo", "said", "denied", "“", "”", "delivered", "25 tanks", "more than 400", "since August", "before May 2023"),
    *("They", "These", "were", "Ingrid Solheim", ", 41,", "\n\n", ". ", ", ", "to Latvia", "hundreds of people", "killed", "1,200"),
    *("%", "<p class=x>", "according to", "sagte", "bestritt", "hätten", "Hunderte Drohnen", "Lieferungen", "vor dem Krieg", "er"),
    *("an Lettland", "die Regierung", "20-year-old", "\u00ad", "½", "zurück", "wies", "alle"),
]
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))


def rows(text: str, language: str = "en", published: str = "2024-05-20", title: str = "") -> list[Claim]:
    return claims_of(Document("d", title, text, language, published))


@given(texts, st.sampled_from(("en", "de")))
def test_any_text_is_read_and_every_quote_stands_where_it_says(text: str, language: str) -> None:
    found = rows(text, language)
    assert sum(r.role == "document" for r in found) == 1
    assert len({r.claim for r in found}) == len(found)
    for row in found:
        if row.role != "document":
            assert text[row.start : row.end] == row.quote
        if row.role == "claim":
            assert row.low <= row.typical_low <= row.typical_high <= row.high
            assert len(row.quote) <= 120 or row.value_low == row.value_low
            assert "\n" not in row.quote
        else:
            assert math.isnan(row.low) and math.isnan(row.high)


@given(texts, texts)
def test_a_blank_line_more_changes_no_claim(one: str, other: str) -> None:
    said = [(r.quote, r.low, r.high, r.of, r.event) for r in rows(f"{one}\n\n{other}") if r.role == "claim"]
    again = [(r.quote, r.low, r.high, r.of, r.event) for r in rows(f"{one}\n\n\n{other}") if r.role == "claim"]
    assert said == again


def frame(**changes: list[str]) -> pd.DataFrame:
    data = {
        "document": ["b", "a"],
        "title": ["", ""],
        "text": ["Norway sent 25 tanks to Latvia.", "Norwegen lieferte 25 Panzer an Lettland."],
        "language": ["en", "de"],
        "published": ["2024-05-20", None],
    }
    return pd.DataFrame({**data, **changes})


def test_the_frame_has_exactly_its_columns_and_is_sorted() -> None:
    found = qcheck.extract(frame())
    assert list(found.columns) == list(columns(Claim))
    assert found["document"].tolist() == sorted(found["document"].tolist())


def test_the_order_of_the_documents_changes_nothing() -> None:
    documents = frame()
    shuffled = documents.sample(frac=1, random_state=random.Random(1).randrange(9))
    assert qcheck.extract(documents).equals(qcheck.extract(shuffled.iloc[::-1]))


def test_rows_that_were_not_read_are_left_out() -> None:
    assert set(qcheck.extract(frame(status=["read", "failed"]))["document"]) == {"b"}


def test_a_language_without_a_pack_is_left_out() -> None:
    assert set(qcheck.extract(frame(language=["en", "xx"]))["document"]) == {"b"}


def test_a_missing_column_is_named() -> None:
    with pytest.raises(UsageProblem, match="language"):
        qcheck.extract(frame().drop(columns="language"))


def test_no_documents_give_an_empty_frame() -> None:
    assert list(qcheck.extract(frame().head(0)).columns) == list(columns(Claim))


def test_an_article_that_stands_twice_counts_once() -> None:
    body = "Norway has delivered 25 tanks to Latvia, Ingrid Solheim said.\n\nThey will be used on the border."
    claims = [r for r in rows(f"{body}\n\n{body}") if r.role == "claim"]
    assert [bool(c.same_as) for c in claims] == [False, True]
    assert claims[1].same_as == claims[0].claim


def test_a_sentence_in_other_words_is_a_repeat() -> None:
    text = (
        "Norway has delivered 25 tanks to Latvia after the vote in parliament.\n\nMuch was said of it.\n\n"
        "Norway has delivered 25 tanks to Latvia since the vote in parliament."
    )
    found = rows(text)
    repeat = next(r for r in found if r.role == "repeat")
    assert "other words" in repeat.reason
    assert repeat.same_as == next(r.claim for r in found if r.role == "claim")


def test_the_same_number_of_another_thing_is_no_repeat() -> None:
    found = [r for r in rows("Norway sent 25 tanks to Latvia. Sweden bought 25 boats from Chile.") if r.role == "claim"]
    assert not any(c.same_as for c in found)


def test_the_same_number_for_another_recipient_is_no_repeat() -> None:
    text = "Norway has supplied Peru with 13 pumps since December 2014. Norway has supplied Chile with 13 pumps since December 2014."
    claims = [r for r in rows(text) if r.role in ("claim", "repeat")]
    assert [(c.role, c.recipient, c.same_as) for c in claims] == [("claim", "PE", ""), ("claim", "CL", "")]


def test_zones() -> None:
    text = "Norway sends 25 tanks\n\nNorway has sent 25 tanks to Latvia.\n\nSweden sent 3 tanks."
    zones = [r.zone for r in sorted(rows(text, title="Norway sends 25 tanks"), key=lambda r: r.start) if r.role == "claim"]
    assert zones == ["headline", "lede", "body"]


def test_broken_markup_is_no_content() -> None:
    found = rows('Norway sent 25 tanks.\n\n< p class="css-77x1 b9">Sweden sent 3 tanks.')
    assert [r.quote for r in found if r.role in ("claim", "number")] == ["25 tanks", "3 tanks"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Norway has supplied Latvia with 25 tanks. However, these were delivered before May 2023, according to Oslo.",
        ),
        ("de", "Norwegen hat Lettland mit Panzern beliefert. Die Lieferungen fanden alle vor Mai 2023 statt, so Oslo."),
    ],
)
def test_a_statement_without_a_number_dates_what_was_said_before(language: str, text: str) -> None:
    claim = next(r for r in rows(text, language) if r.role == "claim" and r.time_bound == "before")
    assert (claim.low, claim.high, claim.of, claim.event) == (0.0, math.inf, "tank", "supply")
    assert (claim.agent, claim.recipient, claim.within, claim.covers, claim.side) == ("NO", "LV", "../2023-04", "all", "NO")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Oslo again denied Norwegian arms deliveries."), ("de", "Oslo wies die norwegischen Waffenlieferungen zurück.")],
)
def test_a_denial_without_a_number_is_a_claim(language: str, text: str) -> None:
    claim = next(r for r in rows(text, language) if r.role == "claim")
    assert (claim.modality, claim.event, claim.of, claim.agent, claim.side) == ("denied", "supply", "weapon", "NO", "NO")


@pytest.mark.parametrize(
    "text", ["The mayor denied the report.", "The bridge was closed before May 2023.", "Anna denied everything, her lawyer said."]
)
def test_what_names_no_known_event_and_country_is_no_claim(text: str) -> None:
    assert not [r for r in rows(text) if r.role == "claim"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Four men and a woman were injured."), ("de", "Vier Männer und eine Frau wurden verletzt.")],
)
def test_joined_groups_of_persons_are_a_count_of_persons(language: str, text: str) -> None:
    found = [r for r in rows(text, language) if r.role == "claim"]
    assert {(r.of, r.low, r.high, r.event, r.members) for r in found} == {("man", 4, 4, "injure", ""), ("person", 5, 5, "injure", "4;1")}


@pytest.mark.parametrize("text", ["The fire killed 3 men and injured 2 women.", "Norway sent 25 tanks and 3 boats to Latvia."])
def test_what_is_said_otherwise_or_is_no_person_is_not_joined(text: str) -> None:
    assert not any(r.members for r in rows(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Marta Kowal, 41, was hurt."),
        ("en", "The 41-year-old baker Marta Kowal was hurt."),
        ("en", "Marta Kowal, a 41-year-old baker, was hurt."),
        ("de", "Die 41-jährige Marta Kowal wurde verletzt."),
        ("de", "Marta Kowal (41) wurde verletzt."),
    ],
)
def test_an_age_belongs_to_the_person_named_beside_it(language: str, text: str) -> None:
    claim = next(r for r in rows(text, language) if r.role == "claim")
    assert (claim.low, claim.unit, claim.of, claim.event, claim.agent) == (41, "age", "age", "be", "Marta Kowal")


def test_an_age_without_a_name_is_nobodys() -> None:
    claim = next(r for r in rows("Ivo Lund saw that a 12-year-old boy was hurt.") if r.role == "claim")
    assert (claim.of, claim.event, claim.agent) == ("child", "injure", "")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three students won. The winning students are Anna Berg, Tom Riede and Jo Kern."),
        ("de", "Drei Schüler gewannen. Die Schüler heißen Anna Berg, Tom Riede und Jo Kern."),
    ],
)
def test_names_that_are_listed_are_a_list(language: str, text: str) -> None:
    row = next(r for r in rows(text, language) if r.role == "list")
    assert (row.of, row.members) == ("student", "Anna Berg;Tom Riede;Jo Kern")


@pytest.mark.parametrize(
    ("language", "text", "of", "event"),
    [
        ("en", "The number of flights in the valley fell to 19,400.", "flight", "be"),
        ("de", "Die Zahl der Flüge stieg auf 21.600.", "flight", "be"),
        ("en", "The number of dead rose to 45.", "person", "kill"),
        ("de", "Die Zahl der Toten stieg auf 45.", "person", "kill"),
    ],
)
def test_the_number_of_a_thing_counts_that_thing(language: str, text: str, of: str, event: str) -> None:
    claim = next(r for r in rows(text, language) if r.role == "claim")
    assert (claim.of, claim.event) == (of, event)


@pytest.mark.parametrize(
    ("language", "text", "quote", "event"),
    [
        ("en", "The zoo, which was founded in 1937, has 2,300 animals.", "2,300 animals", ""),
        ("en", "Seven museums counted 305,200 guests.", "Seven museums", ""),
        ("de", "Der Zoo, der 1937 gegründet wurde, hat 2.300 Tiere.", "2.300 Tiere", ""),
    ],
)
def test_what_another_clause_or_phrase_says_is_not_said_of_it(language: str, text: str, quote: str, event: str) -> None:
    claim = next(r for r in rows(text, language) if r.role == "claim" and r.quote == quote)
    assert claim.event == event


def test_a_date_ends_no_sentence() -> None:
    found = [
        r for r in rows("Die Akten liegen ab Dienstag, dem 20. Mai 2025, im Rathaus aus, es sind 40 Ordner.", "de") if r.role == "claim"
    ]
    assert [(c.quote, c.sentence) for c in found] == [("40 Ordner", 1)]


def test_the_speaker_stands_right_before_the_verb() -> None:
    text = "Among the 12 players are Dom Sayers, 29, and Teo Lind, the club said."
    claim = next(r for r in rows(text) if r.role == "claim" and r.low == 12)
    assert "Teo" not in claim.by


def test_what_befalls_one_is_a_count() -> None:
    found = [r.quote for r in rows("One killed, four wounded. No one was warned.") if r.role == "claim"]
    assert found == ["One", "four wounded"]


def test_captions_and_notices_are_no_repeated_passages() -> None:
    caption = "Image: Ingrid Solheim at the port of Larvik on Tuesday, with the crew of a tanker."
    assert not [r for r in rows(f"Norway sold 25 tanks.\n\n{caption}\n\nMuch was said of it.\n\n{caption}") if r.role == "repeat"]
