"use strict";
// Filters, search, a way back and copied decisions. The page is complete without any of it.
const one = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const cases = all(".case");
const subjects = all(".topic");
const articles = all(".text");
const contents = new Map(all("#contents tbody tr").map((row) => [row.querySelector("a").getAttribute("href").slice(1), row]));
const words = new Map();

function contains(part, wanted) {
  if (!words.has(part)) words.set(part, part.textContent.toLowerCase().replace(/\s+/g, " "));
  return wanted.every((word) => words.get(part).includes(word));
}

// the articles that a card or a topic leads to, and the topic of a card
const leads = new Map([...cases, ...subjects].map((each) => [each, new Set(all('a[href^="#article-"]', each).map((link) => link.hash.slice(1)))]));
const topics = new Map(cases.map((each) => [each, each.querySelector("a.on")?.hash.slice(1)]));

function filter() {
  const wanted = one("words").value.toLowerCase().split(/\s+/).filter(Boolean);
  const [outcome, severity, topic, article] = ["outcome", "severity", "topic", "article"].map((id) => one(id).value);
  const ofArticles = new Set();
  const ofTopics = new Set();
  let shown = 0;
  for (const each of cases) {
    const fits = (!outcome || each.dataset.outcome === outcome) && (!severity || each.dataset.severity === severity)
      && (!topic || topics.get(each) === topic) && (!article || leads.get(each).has(article)) && contains(each, wanted);
    each.hidden = !fits;
    if (!fits) continue;
    shown += 1;
    ofTopics.add(topics.get(each));
    leads.get(each).forEach((anchor) => ofArticles.add(anchor));
  }
  for (const group of all(".group")) group.hidden = !group.querySelector(".case:not([hidden])");
  const graded = outcome || severity;
  for (const each of subjects) {
    each.hidden = !((!topic || each.id === topic) && (!article || leads.get(each).has(article))
      && (!graded || ofTopics.has(each.id)) && contains(each, wanted));
  }
  const inTopic = topic ? new Set([...leads.get(one(topic)), ...ofArticles]) : null;
  let read = 0;
  for (const each of articles) {
    each.hidden = !((!article || each.id === article) && (!inTopic || inTopic.has(each.id))
      && (!graded || ofArticles.has(each.id)) && contains(each, wanted));
    if (contents.has(each.id)) contents.get(each.id).hidden = each.hidden;
    if (!each.hidden) read += 1;
  }
  const numbers = { shown, cases: cases.length, read, articles: articles.length };
  one("shown").textContent = one("shown").dataset.words.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
  one("filtered").hidden = !(wanted.length || graded || topic || article);
}

function reset() {
  one("words").value = "";
  for (const id of ["outcome", "severity", "topic", "article"]) one(id).selectedIndex = 0;
  filter();
}

function offer(id, parts) {
  for (const part of parts) one(id).add(new Option((contents.get(part.id)?.querySelector("a") || part.querySelector("h3")).textContent.trim(), part.id));
}

if (one("filter")) {
  offer("topic", subjects);
  offer("article", articles);
  let waiting = 0;
  one("words").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 100); });
  for (const id of ["outcome", "severity", "topic", "article"]) one(id).addEventListener("change", filter);
  one("reset").addEventListener("click", () => { reset(); one("words").focus(); });
  const narrow = matchMedia("(max-width: 38rem)");
  const unfold = () => { one("choices").open = !narrow.matches; };
  narrow.addEventListener("change", unfold);
  unfold();
  one("filter").hidden = false;
  filter();
}

// What stands beside the text shows at the words, too: the range of a claim, and why a number is none.
function tell(event) {
  const words = event.target.closest?.(":is(.prose, .text h3) [id]");
  if (!words || words.dataset.range || words.title) return;
  if (words.matches("a")) words.dataset.range = one(words.hash.slice(1)).childNodes[1].data.replace(/[\s·]+$/, "").trim();
  else words.title = document.querySelector(`.near a[href="#${words.id}"]`)?.closest("details").firstChild.textContent.replace(/^.*?: /, "") || "";
}
document.addEventListener("pointerover", tell);
document.addEventListener("focusin", tell);

// A link into an article remembers where it was; one into a part that is filtered out shows it again.
let origin = null;
const seen = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) leave(null); });

function leave(link) {
  seen.disconnect();
  origin = link;
  one("back").hidden = !link;
  if (link) seen.observe(link);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const target = link && one(link.getAttribute("href").slice(1));
  if (!target) return;
  if (target.closest("[hidden]")) reset();
  const home = link.closest("article");
  const jumps = target.closest(".text") && home && !home.classList.contains("text");
  if (!jumps && target.closest("article") !== origin?.closest("article")) return;
  const place = jumps ? (home.querySelector(".badge") || home.querySelector("h3")).textContent.trim() : "";
  one("back").textContent = one("back").dataset.words.replace("{place}", place);
  leave(jumps ? link : null);
});
one("back").addEventListener("click", () => {
  if (origin.closest("[hidden]")) reset();
  origin.scrollIntoView({ block: "center" });
  origin.focus({ preventScroll: true });
  leave(null);
});

// The line that writes a decision, for the clipboard.
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    button.focus();
  }
  one("said").textContent = `${one("said").dataset.copied} ${text}`;
}
for (const place of all(".decide")) {
  const line = place.querySelector("code").textContent;
  place.append(" ", one("copies").content.cloneNode(true));
  for (const button of all("button", place)) button.addEventListener("click", () => copy(line.replace("--dismiss", button.dataset.flag), button));
}

addEventListener("beforeprint", () => all("details").forEach((each) => { each.open = true; }));
