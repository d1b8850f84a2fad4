"""The report as a reader meets it: in a browser, with a keyboard, on a phone, in the dark, and without JavaScript."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qcheck.model.document import Document
from qcheck.reporting import html
from qcheck.reporting.build import view_of
from qcheck.reporting.view import View
from tests.reporting import story
from tests.tools import needed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

AXE = Path(__file__).parents[2] / ".tools" / "node_modules" / "axe-core" / "axe.min.js"
WIDTH, HEIGHT = 1280, 800  # of a small laptop


class Watched:
    """A page, with all that it said and all that it asked for besides itself."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.on("request", lambda request: self.asked.append(request.url) if request.url != address else None)
        page.goto(address)


@pytest.fixture(scope="module")
def report(browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    yield Watched(context.new_page(), address)
    context.close()


@pytest.fixture
def page(report: Watched) -> Iterator[Page]:
    """The report as it is when it opens."""
    report.page.goto(report.page.url.partition("#")[0])
    yield report.page
    assert report.said == []
    assert report.asked == []


def shown(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:not([hidden])").count()


def test_every_finding_has_its_card_and_the_quotes_of_the_worst_are_on_the_first_screen(page: Page, view: View) -> None:
    assert shown(page, ".case") == len(view.cases) > 10
    quotes = page.locator(".case").first.locator("blockquote")
    assert quotes.count() == 2
    for quote in quotes.all():
        box = quote.bounding_box()
        assert box and box["y"] + box["height"] < HEIGHT


def test_filters_keep_what_they_ask_for(page: Page, view: View) -> None:
    page.select_option("#outcome", "conflict")
    conflicts = [case for case in view.cases if case.finding.outcome == "conflict"]
    assert shown(page, ".case") == len(conflicts)
    assert page.locator("#shown").text_content() == (
        f"{len(conflicts)} of {len(view.cases)} findings, {len({a for a, cases in view.cases_in.items() if set(cases) & set(conflicts)})}"
        f" of {len(view.articles)} articles"
    )
    article = conflicts[0].readings[0].article
    page.select_option("#article", article.anchor)
    assert shown(page, ".case") == sum(case in view.cases_in[article.anchor] for case in conflicts)
    assert shown(page, ".text") == 1
    page.click("#reset")
    page.select_option("#severity", "warning")
    assert shown(page, ".case") == sum(case.finding.severity == "warning" for case in view.cases) > 0
    page.click("#reset")
    topic = next(case.topic for case in view.cases if case.topic)
    page.select_option("#topic", topic)
    assert shown(page, ".case") == sum(case.topic == topic for case in view.cases)
    assert shown(page, ".topic") == 1
    page.click("#reset")
    assert shown(page, ".case") == len(view.cases)


def test_search_finds_words_in_findings_and_articles(page: Page, view: View) -> None:
    page.fill("#words", "SUBSTATION 14")
    page.wait_for_selector("#filtered:not([hidden])")
    assert 0 < shown(page, ".case") < len(view.cases)
    assert 0 < shown(page, ".text") < len(view.articles)
    page.fill("#words", "a word that is nowhere")
    page.wait_for_selector(".case:not([hidden])", state="detached")
    assert shown(page, ".group") == 0


def test_a_finding_leads_to_its_place_in_the_article_and_back(page: Page) -> None:
    link = page.locator(".case").first.locator(".from a").nth(1)
    link.click()
    target = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']")
    assert "84 pumps" in (target.text_content() or "")
    assert in_sight(target)
    back = page.locator("#back")
    assert "Conflict 1" in (back.text_content() or "")
    back.click()
    assert in_sight(link)
    assert page.evaluate("document.activeElement.getAttribute('href')") == link.get_attribute("href")
    assert not back.is_visible()


def in_sight(place: Locator) -> bool:
    box = place.bounding_box()
    return box is not None and 0 <= box["y"] < HEIGHT


def test_a_link_into_what_is_filtered_out_shows_it_again(page: Page) -> None:
    page.select_option("#outcome", "note")
    page.locator("h1 a.conflict").click()
    assert in_sight(page.locator(".case.conflict").first)


def test_a_decision_is_copied(page: Page, view: View) -> None:
    page.locator(".case").first.locator(".decide button").nth(2).click()
    wanted = f'qcheck decide {view.cases[0].finding.fingerprint} --both-right --reason "…"'
    page.locator("#said", has_text=wanted).wait_for(state="attached")
    page.focus("#words")
    page.keyboard.press("Control+V")
    assert page.input_value("#words") == wanted


def test_a_keyboard_reaches_the_findings_and_the_range_of_a_claim(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    claim = page.locator(".prose a[id]", has_text="more than 300 generators").first
    claim.focus()
    told = claim.evaluate("element => getComputedStyle(element, '::after').content")
    assert "more than 300; " in told and "; December 2023 to 15 May 2024" in told
    assert claim.evaluate("element => getComputedStyle(element, '::before').content") == "none"


def test_under_the_pointer_stands_what_was_read(page: Page) -> None:
    claim = page.locator(".prose a[id]", has_text="more than 300 generators").first
    claim.hover()
    assert "more than 300; " in claim.evaluate("element => getComputedStyle(element, '::after').content")
    number = page.locator(".prose u.number").first
    number.hover()
    reason = number.get_attribute("title")
    assert reason and page.locator("#numbers ~ details summary", has_text=reason).count() == 1


def test_the_pictures_are_not_empty(page: Page, browser: Browser) -> None:
    canvas = browser.new_page()
    for kind in ("svg.bars", "svg.timeline"):
        picture = page.locator(kind).first
        picture.scroll_into_view_if_needed()
        pixels = canvas.evaluate(INKED, base64.b64encode(picture.screenshot()).decode())
        assert pixels["coloured"] > 60 and pixels["share"] > 0.01, (kind, pixels)
    canvas.close()


# pixels with a hue, and the share of all that differ from the ground
INKED = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let coloured = 0, different = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = data.slice(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 50) coloured += 1;
    if (Math.abs(red - data[0]) + Math.abs(green - data[1]) + Math.abs(blue - data[2]) > 60) different += 1;
  }
  return { coloured, share: different / (data.length / 4) };
}"""


@pytest.mark.parametrize("width", [375, 768])
def test_nothing_is_wider_than_a_phone(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for part in page.locator("main > section, .topic, .text").all():  # those out of sight are laid out when they are seen
        part.scroll_into_view_if_needed()
        assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_the_page_is_complete_without_javascript(browser: Browser, page: Page, address: str, view: View) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": WIDTH, "height": HEIGHT})
    plain = context.new_page()
    plain.goto(address)
    assert plain.locator(".case").count() == len(view.cases)
    assert plain.locator(".text").count() == len(view.articles)
    for control in ("#filter", "#back", ".decide button"):
        assert not plain.locator(control).first.is_visible()
    assert plain.locator(".decide code").first.is_visible()
    for part in ("#findings", "#topics", "#agreeing", "#articles", "#numbers", "#rules", "#provenance"):
        section = f"section[aria-labelledby='{part[1:]}']"
        words = [each.locator(section).text_content() or "" for each in (plain, page)]
        without_buttons = words[1].replace("Copy: is right is wrong both are right", "")
        assert " ".join(words[0].split()) == " ".join(without_buttons.split())
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, address: str, scheme: str) -> None:
    source = needed(AXE.read_text(encoding="utf-8") if AXE.is_file() else None, "no axe-core (`make tools`)")
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.evaluate(source)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(v["id"], v["help"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found["violations"]] == []
    context.close()


def test_text_of_an_article_acts_nowhere(browser: Browser, tmp_path: Path) -> None:
    harm = (
        '<script>alert("title")</script>\n\n</script><script>alert(1)</script> <img src=https://x.example/a onerror=alert(2)> 12 boats '
        "[here](javascript:alert(3)) javascript:alert(4) \u202eturned\u202c \x1b[31mred\x1b[0m \x07 {{ 7 * 7 }} --> ]]> </style>."
    )
    documents = [Document("<b>bold</b>.txt", '<script>alert("title")</script>', harm, "en", "2031-05-04", "<i>Wend</i>", "file name")]
    rows = [story.claim(story.SEVEN.document, "7 Booten", "[7, 7]", of='"><script>alert(5)</script>')]
    path = tmp_path / "report.html"
    findings = [story.FINDINGS[2]]
    path.write_text(html.render(view_of([*documents, *story.DOCUMENTS], [*rows, *story.CLAIMS], findings, story.TOPICS, rules={})), "utf-8")
    watched = Watched(browser.new_page(), path.as_uri())
    text = watched.page.locator("main").text_content() or ""
    for words in ('<script>alert("title")</script>', "</script><script>alert(1)</script>", "onerror=alert(2)>", "javascript:alert(4)"):
        assert words in text
    assert "[U+202E]turned[U+202C]" in text and "[U+001B][31mred" in text and "{{ 7 * 7 }} --> ]]> </style>" in text
    assert watched.page.locator("script").count() == 1
    assert watched.page.locator("a:not([href^='#']), img, iframe, [onclick], [onerror]").count() == 0
    watched.page.fill("#words", "<img")
    watched.page.wait_for_selector("#filtered:not([hidden])")
    assert (watched.said, watched.asked) == ([], [])
    watched.page.close()
