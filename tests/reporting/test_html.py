"""report.html: complete without JavaScript, harmless whatever the articles say, and usable with a keyboard and a screen reader."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from qcheck.checking.check import check_with_topics
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import extract
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.model.frames import to_frame
from qcheck.reading.read import documents_frame
from qcheck.reporting import html
from qcheck.reporting.build import build_view, view_of
from qcheck.reporting.view import Pack, View
from tests.reporting import story
from tests.reporting.pile import articles

IMPLIED = {"p": {"p"}, "li": {"li"}, "td": {"td"}, "tr": {"td", "tr"}}  # what ends them; their end tags may be left out
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """All tags with their attributes and the text inside; complains about tags that do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        while self.open[-1:] and self.open[-1] in IMPLIED.get(tag, ()):
            self.open.pop()
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while tag not in IMPLIED and self.open[-1] in IMPLIED:
            self.open.pop()
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def source(view: View) -> str:
    return html.render(view)


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_the_verdict_comes_first_in_words(page: Page) -> None:
    assert "1 conflict, 1 dispute, 1 note 2 claims agree, 1 number not read, 2 files not read; 5 articles, 13 claims." in page.text


def test_every_link_leads_to_a_part_of_the_page(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert len(targets) > 40
    assert {target[1:] for target in targets} <= set(ids)
    assert all(target.startswith("#") for target in targets)


def test_every_claim_is_marked_in_its_article(page: Page, view: View) -> None:
    marked = {attributes.get("id") for tag, attributes in page.tags if tag in ("a", "u", "span")}
    readings = [r for found in view.readings.values() for r in found if r.claim.role in ("claim", "number")]
    assert len(readings) == 14
    assert {reading.anchor for reading in readings} <= marked
    claims = [attributes for tag, attributes in page.tags if tag == "a" and "id" in attributes]
    assert len(claims) == view.claims
    assert all(attributes["href"] == f"#m{attributes['id'][1:]}" for attributes in claims)
    beside = {attributes["id"] for tag, attributes in page.tags if tag == "li" and "id" in attributes}
    assert {attributes["href"][1:] for attributes in claims} <= beside


def test_nothing_is_fetched_and_only_one_script_runs(page: Page, source: str) -> None:
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not {"link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in page.tags}
    for _, attributes in page.tags:
        assert not {"src", "style", "action", "srcset"} & attributes.keys()
        assert not [key for key in attributes if key.startswith("on")]
    assert not re.search(r"url\(|@import|https?:", source)


def test_the_security_policy_allows_this_style_sheet_and_this_script_and_nothing_else(page: Page, source: str) -> None:
    policy = next(a["content"] for tag, a in page.tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    allowed = []
    for tag in ("style", "script"):
        [inside] = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        allowed.append(f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}'")
    assert policy == f"default-src 'none'; {'; '.join(allowed)}; base-uri 'none'; form-action 'none'"


def test_text_of_an_article_stays_text(page: Page, source: str) -> None:
    assert '<script>alert("x")</script> ist kein Haus' in page.text
    assert "<img src=x onerror=alert(1)>" in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", source)
    assert "[U+202E]verdrehter[U+202C]" in page.text
    assert "[U+001B][31mFarbe" in page.text


def test_headings_go_down_one_level_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_language_and_names_for_screen_readers(page: Page) -> None:
    tags = [tag for tag, _ in page.tags]
    assert all(tags.count(tag) == 1 for tag in ("main", "nav", "search"))
    assert ("html", {"lang": "en"}) in page.tags
    first_link = next(attributes for tag, attributes in page.tags if tag == "a")
    assert first_link["class"] == "skip"
    for tag, attributes in page.tags:
        if tag == "svg" and "class" in attributes and attributes["class"] in ("bars", "timeline"):
            assert attributes["role"] == "img" and attributes["aria-label"]
    assert sum(attributes.get("lang") == "de" for _, attributes in page.tags) > 3
    ids = {attributes.get("id") for _, attributes in page.tags}
    assert {attributes["aria-labelledby"] for _, attributes in page.tags if "aria-labelledby" in attributes} <= ids


def test_a_finding_shows_quotes_ranges_working_and_rule(source: str) -> None:
    card = Page(re.findall('<article class="case conflict".*?</article>', source, re.DOTALL)[0])
    for words in (
        "Flooded homes in Lower Brindle:",
        "flooded more than 400 homes in Lower Brindle, the county said.",
        "Wend Post · 01-river.txt · 5 May 2031 (dateline) · paragraph 2, sentence 2",
        "more than 400, usually over 400, under 500; ",
        "How many: no number fits both",
        "When: both allow 4 May 2031",
        "no number lies in both, so one is wrong",
        "one count may leave out the farms",
        "same place: Lower Brindle",
        "Rule: Amounts that cannot both be true",
        "qcheck decide a1b2c3d4e5f6 --dismiss",
    ):
        assert words in card.text
    assert [tag for tag, _ in card.tags].count("mark") == 2


def test_a_page_about_nothing_says_so() -> None:
    page = Page(html.render(view_of([], [], [], [], rules={})))
    assert "0 conflicts" in page.text
    assert "None: every file was read." in page.text


def test_a_hundred_articles_of_four_kilobytes_stay_under_a_megabyte() -> None:
    documents = documents_frame(list(articles(100)))
    claims = extract(documents)
    found, topics = check_with_topics(claims)[:2]
    view = build_view(documents, claims, found, topics=topics)
    assert documents["text"].str.len().mean() > 3_900 and view.claims > 1_500 and len(view.cases) > 40
    assert len(html.render(view).encode()) < 1_000_000


def test_the_opening_tells_what_changed_since_the_last_run() -> None:
    conflict, dispute, note = story.FINDINGS
    statuses = [replace(conflict, status="new"), replace(dispute, status="known"), replace(note, status="reopened")]
    gone = replace(story.FINDINGS[0], fingerprint="gone")
    page = Page(html.render(view_of(story.DOCUMENTS, story.CLAIMS, statuses, story.TOPICS, rules={}, fixed=[gone])))
    assert "Since the last run: 1 new, 1 open again, 1 known, 1 gone." in page.text
    links = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert {"#finding-1", "#finding-2", "#finding-3", "#fixed"} <= links
    assert "Since the last run" not in Page(html.render(view_of(story.DOCUMENTS, story.CLAIMS, story.FINDINGS, [], rules={}))).text


def test_what_agrees_only_after_rounding_is_said_to() -> None:
    about = replace(story.PEOPLE, typical_low=1180.0, typical_high=1220.0)
    less = replace(story.MENSCHEN, typical_low=1120.0, typical_high=1160.0)
    claims = [about if c == story.PEOPLE else less if c == story.MENSCHEN else c for c in story.CLAIMS]
    page = Page(html.render(view_of(story.DOCUMENTS, claims, [], story.TOPICS, rules={}))).text
    assert "agrees only after rounding" in page
    assert "only after rounding, or as the words are vague" in page
    assert "only after rounding" not in Page(html.render(view_of(story.DOCUMENTS, story.CLAIMS, [], story.TOPICS, rules={}))).text


def test_provenance_tells_version_packs_options_and_texts(view: View) -> None:
    told = replace(
        view, packs=(Pack("house", 3, "0123456789ab"),), options=(("facts", "desk.yml"), ("fail_on", "review")), silent=("house/seats",)
    )
    page = Page(html.render(told))
    words = " ".join(" ".join(page.words).split())
    for part in (f"Made by qcheck {view.version}", "house 3 0123456789ab", "Facts desk.yml", "Fails on review", view.articles[0].digest):
        assert part in words
    assert "1 rule found nothing house/seats" in words


def test_the_digest_of_a_pack_follows_what_its_rules_say_and_not_where_they_lie() -> None:
    frames = (to_frame([], Document), to_frame([], Claim), to_frame([], Finding))
    rule = next(rule for rule in load_rules() if rule.id == "agreement/amounts")
    digests = [
        build_view(*frames, rules=[each]).packs[0].digest
        for each in (rule, rule.model_copy(update={"path": "elsewhere.yaml"}), rule.model_copy(update={"why": "Because."}))
    ]
    assert digests[0] == digests[1] != digests[2]


def test_an_update_is_a_step_on_the_timeline() -> None:
    update = replace(story.FINDINGS[0], outcome="update", claims=f"{story.MORE.claim} {story.FEWER.claim}")
    source = html.render(view_of(story.DOCUMENTS, story.CLAIMS, [update], story.TOPICS, rules={}))
    assert source.count("<line class=step") == 2
    assert '<line class="step"' not in html.render(view_of(story.DOCUMENTS, story.CLAIMS, story.FINDINGS, story.TOPICS, rules={}))


def test_numbers_that_only_reckon_with_one_another_are_not_drawn_on_one_axis() -> None:
    reckoned = replace(story.FINDINGS[0], paired="")
    page = html.render(view_of(story.DOCUMENTS, story.CLAIMS, [reckoned], [], rules={}))
    assert "No reading of the words" in page and "no number fits both" not in page and "class=bars" not in page
