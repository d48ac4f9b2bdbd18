// `<lang-kinh>` in somebody else's page: it marks the article and changes nothing of it.

import assert from "node:assert/strict";
import { before } from "node:test";
import init, { analyze } from "../../www/langkinh.node.js";
import { sentenceText } from "../../www/text/sentence.js";
import { SEED, hosted, paragraphs } from "./host.mjs";

const ARTICLE = `<article id="bai">${paragraphs()}</article>`;
const WASM = /langkinh_bg\.wasm$/;
const WORKER = /worker\.js$/;

let found;
before(async () => {
  await init();
  found = analyze(SEED.trim());
});

/** What the analyzer marks in the clean text, by kind. */
const expected = (kinds) => found.entities.filter(({ kind }) => !kinds || kinds.includes(kind)).map(({ kind, start, end }) => `${kind}: ${SEED.slice(start, end)}`).sort();
const flat = (painted) => Object.entries(painted).flatMap(([name, words]) => words.map((each) => `${name.replace(/^langkinh-|-\d$/g, "")}: ${each}`)).sort();
const shadow = (host, selector, act = (node) => node.textContent, n = 0) => host.page.evaluate((s, source, i) => new Function("node", `return (${source})(node)`)(document.querySelectorAll("lang-kinh")[i].shadowRoot.querySelector(s)), selector, String(act), n);

hosted("marks what the analyzer finds in the clean text; the page stays the same string; one worker, one module", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh for="bai" panel="full"></lang-kinh><lang-kinh for="bai" kinds="person" panel="none"></lang-kinh>`, before: () => addEventListener("DOMContentLoaded", () => (globalThis.source = document.documentElement.outerHTML)) });
  await host.analyzed(2);
  const painted = await host.painted();
  assert.deepEqual(flat(painted).filter((each) => !each.startsWith("person")), expected().filter((each) => !each.startsWith("person")));
  // both elements mark persons, in one highlight
  assert.equal(flat(painted).filter((each) => each.startsWith("person")).length, 2 * expected(["person"]).length);
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML === globalThis.source), true);
  assert.equal(host.requests.filter((path) => WASM.test(path)).length, 1);
  assert.equal(host.requests.filter((path) => WORKER.test(path)).length, 1);
  await page.evaluate(() => document.querySelector("lang-kinh").remove());
  assert.deepEqual(flat(await host.painted()), expected(["person"]));
  await page.evaluate(() => document.querySelector("lang-kinh").remove());
  assert.deepEqual(await host.painted(), {});
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
});

hosted("nested stretches of one kind are drawn on different levels", async (host) => {
  await host.open({ html: `<article><p>Ban Tổ chức Tỉnh ủy Hậu Giang họp với Ban Chấp hành Đảng bộ tỉnh.</p></article><lang-kinh></lang-kinh>` });
  await host.analyzed();
  const painted = await host.painted();
  const outer = Object.entries(painted).find(([, words]) => words.includes("Ban Tổ chức Tỉnh ủy Hậu Giang"))?.[0];
  const inner = Object.entries(painted).find(([, words]) => words.includes("Tỉnh ủy Hậu Giang"))?.[0];
  assert.match(outer, /^langkinh-organization-\d$/);
  assert.ok(inner.startsWith("langkinh-organization") && inner < outer, `${inner} ${outer}`);
});

hosted("highlights and selection of the host survive", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>`, style: "::highlight(cua-bao) { color: red }", script: `
    const text = document.querySelector("#bai p").firstChild;
    const range = new Range(); range.setStart(text, 0); range.setEnd(text, 9);
    CSS.highlights.set("cua-bao", new Highlight(range));
    globalThis.own = CSS.highlights.get("cua-bao");
    getSelection().setBaseAndExtent(text, 3, text, 12);` });
  await host.analyzed();
  const state = () => page.evaluate(() => [CSS.highlights.get("cua-bao") === globalThis.own, globalThis.own.size, String(getSelection())]);
  const before = await state();
  assert.equal(before[2].length, 9);
  await page.evaluate(() => document.querySelector("lang-kinh").select(1));
  assert.deepEqual(await state(), before);
  await page.evaluate(() => document.querySelector("lang-kinh").remove());
  assert.deepEqual(await state(), [true, 1, before[2]]);
});

hosted("a click on a name opens its card; links, selections and clicks that the host answers do not", async (host) => {
  const page = await host.open({ html: `<article id="bai"><p>Ngày 14/10/2021, ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, trao quyết định.</p><p>Bà <a href="#x">Lê Thị Hoa</a>, Chủ tịch UBND huyện Vị Thủy, dự.</p></article><lang-kinh for="bai"></lang-kinh>` });
  await host.analyzed();
  await host.click("Trần Văn Bình");
  assert.equal(await shadow(host, ".card h2"), "Trần Văn Bình");
  assert.match(await shadow(host, ".card dl"), /Chức vụ.*Bí thư Tỉnh ủy Hậu Giang/);
  assert.equal(await shadow(host, ".card", (node) => node.matches(":popover-open") && node.getRootNode().activeElement === node), true);
  assert.deepEqual((await host.painted())["langkinh-selected"], ["Trần Văn Bình"]);
  await page.keyboard.press("Escape");
  assert.equal(await shadow(host, ".card", (node) => getComputedStyle(node).display), "none");
  assert.equal((await host.painted())["langkinh-selected"], undefined);
  const selected = async () => (await host.told()).filter(({ type }) => type === "langkinh-select").length;
  assert.equal(await selected(), 1);
  await host.click("Lê Thị Hoa");
  assert.equal(await page.evaluate(() => location.hash), "#x");
  assert.equal(await selected(), 1);
  await page.evaluate(() => document.querySelector("p").addEventListener("click", (event) => event.preventDefault(), { once: true }));
  await host.click("Trần Văn Bình");
  assert.equal(await selected(), 1);
  await page.evaluate(() => document.addEventListener("langkinh-select", (event) => event.preventDefault(), { once: true }));
  await host.click("Trần Văn Bình");
  assert.equal(await selected(), 2);
  const detail = await page.evaluate(() => { const { entity, record, range, originalEvent } = globalThis.lastDetail; return [entity.kind, record.name, range.startContainer.data.slice(range.startOffset, range.endOffset), originalEvent.type]; });
  assert.deepEqual(detail, ["person", "Trần Văn Bình", "Trần Văn Bình", "click"]);
  assert.equal(await shadow(host, ".card", (node) => getComputedStyle(node).display), "none", "the host shows its own card");
  await host.click("trao quyết");
  assert.equal((await host.painted())["langkinh-selected"], undefined);
  assert.deepEqual((await host.told()).filter(({ type }) => type === "langkinh-error"), []);
});

hosted("by keyboard: kinds, list in the order of the text, card, and back", async (host) => {
  const page = await host.open({ html: `<button id="truoc">Trước</button><lang-kinh for="bai" kinds="person organization place"></lang-kinh>${ARTICLE}` });
  await host.analyzed();
  await page.focus("#truoc");
  const at = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? document.activeElement.textContent);
  await page.keyboard.press("Tab");
  assert.match(await at(), /^Người \d+$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press(" ");
  assert.match(await at(), /^Địa danh \d+$/);
  assert.equal((await host.painted())["langkinh-place"], undefined, "places are off");
  await page.keyboard.press("Tab");
  assert.match(await at(), /^Những chỗ được đánh dấu: \d+$/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("lang-kinh").shadowRoot.querySelectorAll("li").length > 0);
  const items = await page.evaluate(() => [...document.querySelector("lang-kinh").shadowRoot.querySelectorAll("li")].map((node) => node.textContent));
  const names = { person: "Người", organization: "Cơ quan" };
  assert.deepEqual(items, found.entities.filter(({ kind }) => names[kind]).map(({ kind, start, end }) => `${SEED.slice(start, end)} ${names[kind]}`));
  // what a screen reader says of an item beside its own words: the sentence that it stands in
  const said = await page.evaluate(() => [...document.querySelector("lang-kinh").shadowRoot.querySelectorAll("li button")].map((node) => node.ariaDescription ?? node.getAttribute("aria-description")));
  assert.deepEqual(said, found.entities.filter(({ kind }) => names[kind]).map((entity) => sentenceText(SEED.trim(), entity)));
  assert.ok(new Set(said).size > 10);
  if (host.browserName === "chromium") {
    const item = await page.evaluateHandle(() => document.querySelector("lang-kinh").shadowRoot.querySelector("li button"));
    assert.equal((await page.accessibility.snapshot({ root: item.asElement() })).description, said[0], "as the browser tells it");
  }
  await page.evaluate(() => document.querySelector("lang-kinh").shadowRoot.querySelectorAll("li button")[30].focus());
  const item = await at();
  await page.keyboard.press("Enter");
  assert.equal(await shadow(host, ".card", (node) => node.getRootNode().activeElement === node), true);
  const [rect] = await page.evaluate(() => [globalThis.lastDetail.range].map(({ startContainer, startOffset, endOffset }) => { const range = document.createRange(); range.setStart(startContainer, startOffset); range.setEnd(startContainer, endOffset); const { top, bottom } = range.getBoundingClientRect(); return { top, bottom }; }));
  assert.ok(rect.top >= 0 && rect.bottom <= 800, "the words are in sight");
  await page.keyboard.press("Escape");
  assert.equal(await at(), item);
  assert.match(await shadow(host, "[role=status]"), /^\d+ người, \d+ cơ quan$/);
});

hosted("Vietnamese and English; kinds, panel and language change while it stands there", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh for="bai" ui-lang="en" panel="full"></lang-kinh>` });
  await host.analyzed();
  assert.match(await shadow(host, ".legend"), /^Person 5Post \d+Body/);
  assert.match(await shadow(host, "summary"), /^What is marked: \d+$/);
  assert.match(await shadow(host, "[role=status]"), /^5 people, \d+ posts, \d+ bodies/);
  const set = (name, value) => page.evaluate((n, v) => document.querySelector("lang-kinh").setAttribute(n, v), name, value);
  await set("ui-lang", "vi");
  await page.waitForFunction(() => document.querySelector("lang-kinh").shadowRoot.querySelector(".root [lang=vi]"));
  assert.match(await shadow(host, ".legend"), /^Người 5Chức vụ/);
  await set("kinds", "document");
  assert.deepEqual(flat(await host.painted()), expected(["document"]));
  await page.evaluate(() => document.querySelector("lang-kinh").highlight(["document", "person"]));
  assert.deepEqual(flat(await host.painted()), expected(["document"]), "only what the attribute allows");
  await page.evaluate(() => Object.assign(document.querySelector("lang-kinh"), { kinds: ["person", "document"], panel: "none" }));
  assert.equal(await page.evaluate(() => document.querySelector("lang-kinh").getAttribute("kinds")), "person document");
  assert.deepEqual(flat(await host.painted()), expected(["person", "document"]));
  assert.equal(await shadow(host, ".quiet", (node) => node.getBoundingClientRect().width <= 1), true, "for ears and keyboards alone");
  await set("for", "khong-co");
  assert.match(await host.failed("target"), /"khong-co"/);
  assert.deepEqual(await host.painted(), {});
}, { expects: /no element with the id/ });

hosted("an analysis made on a server: no module, no worker, and only for its own text", async (host) => {
  const json = JSON.stringify({ file: "a.txt", analysis: found });
  const page = await host.open({ html: `${ARTICLE}<lang-kinh for="bai"><script type="application/json">${json}</script></lang-kinh>` });
  await host.analyzed();
  assert.deepEqual(flat(await host.painted()), expected());
  assert.deepEqual(host.requests.filter((path) => /wasm|worker|async|load\.js|offthread/.test(path)), []);
  await page.evaluate(() => (document.querySelector("#bai p").firstChild.data = "Chiều nay không có hội nghị nào ở đây cả."));
  assert.match(await host.failed("analysis"), /of another text/);
  assert.deepEqual(await host.painted(), {});
  assert.deepEqual(host.requests.filter((path) => /wasm|worker/.test(path)), []);
}, { expects: /of another text/ });

hosted("an analysis set as a property", async (host) => {
  await host.open({ html: `${ARTICLE}<lang-kinh for="bai"></lang-kinh>`, files: { "a.json": JSON.stringify(found) }, script: `
    const tag = document.querySelector("lang-kinh");
    tag.analysis = await (await fetch("a.json")).json();
    await import("/langkinh/embed/define.js");
    await tag.ready;
    globalThis.ld = await tag.toJsonLd({ headline: "Hội nghị" });`, load: "" });
  // set before the element was defined, as frameworks do
  await host.analyzed();
  assert.deepEqual(flat(await host.painted()), expected());
  assert.deepEqual(host.requests.filter((path) => /wasm|worker/.test(path)), []);
  await host.page.waitForFunction(() => globalThis.ld);
  const ld = await host.page.evaluate(() => globalThis.ld);
  assert.equal(ld.headline, "Hội nghị");
  assert.ok(ld.about.some(({ name }) => name === "Phan Văn Phụng"));
});
