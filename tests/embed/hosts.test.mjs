// Pages that make it hard: their trees, styles, frameworks and readers.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { before } from "node:test";
import { fileURLToPath } from "node:url";
import init, { analyze } from "../../www/langkinh.node.js";
import { SEED, hosted, paragraphs } from "./host.mjs";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const { build } = require("esbuild");
const { createElement } = require("react");
const { renderToString } = require("react-dom/server");
const axeSource = require("axe-core").source;
const www = fileURLToPath(new URL("../../www/", import.meta.url));

const NEWS = '<p>Ngày 14/10/2021, ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, trao Quyết định số 27-QĐ/TU.</p><p>Ông Trần Văn Bình phát biểu tại huyện Vị Thủy.</p>';
const ARTICLE = `<article id="bai">${NEWS}</article>`;

let found;
before(async () => {
  await init();
  found = analyze(SEED.trim());
});

const shadow = (host, selector, act = (node) => node.textContent) => host.page.evaluate((s, source) => new Function("node", `return (${source})(node)`)(document.querySelector("lang-kinh").shadowRoot.querySelector(s)), selector, String(act));
const isCardOpen = (host) => shadow(host, ".card", (node) => node.classList.contains("open") && node.getBoundingClientRect().height > 40);

hosted("inside a shadow root, with article and tag in it", async (host) => {
  const page = await host.open({ html: "<bao-chi></bao-chi>", script: `
    customElements.define("bao-chi", class extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: "open" });
        const article = document.createElement("article");
        article.id = "trong";
        for (const line of ["Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự.", "Sáng 14/10/2021 họp."]) { const p = document.createElement("p"); p.textContent = line; article.append(p); }
        const tag = document.createElement("lang-kinh");
        tag.htmlFor = "trong";
        root.append(article, tag);
      }
    });` });
  await host.analyzed();
  assert.ok((await host.painted())["langkinh-person"].includes("Trần Văn Bình"));
  assert.equal(await page.evaluate(() => document.querySelector("bao-chi").shadowRoot.adoptedStyleSheets.length), 1, "the style stands where the text is");
  await host.click("Trần Văn Bình", () => document.querySelector("bao-chi").shadowRoot);
  const open = () => page.evaluate(() => document.querySelector("bao-chi").shadowRoot.querySelector("lang-kinh").shadowRoot.querySelector(".card.open h2")?.textContent);
  assert.equal(await open(), "Trần Văn Bình");
  await page.keyboard.press("Escape");
  assert.equal(await open(), undefined);
});

hosted("the article inside the tag", async (host) => {
  const page = await host.open({ html: `<lang-kinh>${NEWS}</lang-kinh>` });
  await host.analyzed();
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình", "Trần Văn Bình"]);
  assert.ok(await page.evaluate(() => document.querySelector("lang-kinh p").getBoundingClientRect().height > 10), "it is shown");
});

hosted("a page from right to left", async (host) => {
  await host.open({ html: `<p>مقال من فيتنام</p>${ARTICLE}<lang-kinh></lang-kinh>`, attributes: 'lang="ar" dir="rtl"' });
  await host.analyzed();
  await host.click("Trần Văn Bình");
  assert.ok(await isCardOpen(host));
  assert.equal(await shadow(host, ".card", (node) => { const { left, right } = node.getBoundingClientRect(); return left >= 0 && right <= innerWidth && getComputedStyle(node).direction; }), "ltr");
});

hosted("styles that reset everything do not reach it, and nothing of it reaches the page", async (host) => {
  const reset = `* { all: unset; display: revert; position: relative; letter-spacing: 0.5em; text-transform: uppercase; font: 700 9px monospace; color: yellow; transform: translateX(0); overflow: hidden; user-select: none; -webkit-user-select: none }
    script, style, head { display: none } html { font-size: 4px; filter: contrast(1) } p, article, body { display: block } lang-kinh { contain: layout paint }`;
  const page = await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>`, style: reset });
  const look = () => page.evaluate(() => [...document.querySelectorAll("article, p")].map((node) => { const { width, height, x, y } = node.getBoundingClientRect(); const { color, fontSize } = getComputedStyle(node); return [width, height, x, y, color, fontSize]; }));
  const before = await look();
  await host.analyzed();
  assert.deepEqual(await look(), before);
  const style = await shadow(host, ".legend button", (node) => { const { letterSpacing, textTransform, fontFamily, color } = getComputedStyle(node); return { letterSpacing, textTransform, fontFamily, color, size: parseFloat(getComputedStyle(node).fontSize) >= 14 }; });
  assert.deepEqual(style, { letterSpacing: "normal", textTransform: "none", fontFamily: "system-ui, sans-serif", color: "rgb(255, 255, 0)", size: true }, "its own look, in the host's ink");
  await host.click("Trần Văn Bình");
  assert.ok(await isCardOpen(host));
  const box = await shadow(host, ".card", (node) => { const { left, top, right, bottom, width } = node.getBoundingClientRect(); return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && width > 200; });
  assert.ok(box, "in sight, in the top layer, however the page clips");
});

hosted("user-select: none", async (host) => {
  await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>`, style: "article { user-select: none; -webkit-user-select: none }" });
  await host.analyzed();
  assert.ok((await host.painted())["langkinh-person"].length);
  await host.click("Trần Văn Bình");
  assert.ok(await isCardOpen(host));
});

hosted("a narrow window: the card stands at the foot, nothing sticks out", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh panel></lang-kinh>`, head: '<meta name="viewport" content="width=device-width">' });
  await host.analyzed();
  await host.click("Trần Văn Bình");
  assert.ok(await shadow(host, ".card", (node) => { const { left, right, bottom } = node.getBoundingClientRect(); return left === 0 && Math.abs(right - innerWidth) < 1 && Math.abs(bottom - innerHeight) < 1; }));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { viewport: { width: 390, height: 800 } });

hosted("without the Custom Highlight API: list and card, and boxes around what is chosen", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh panel></lang-kinh>`, before: () => {
    delete globalThis.Highlight;
    Object.defineProperty(CSS, "highlights", { value: undefined });
  } });
  await host.analyzed();
  assert.ok(await shadow(host, "ol", (node) => node.children.length > 4));
  await host.click("Trần Văn Bình");
  assert.ok(await isCardOpen(host));
  const boxes = () => page.evaluate(() => [...document.querySelector("lang-kinh").shadowRoot.querySelectorAll(".layer.open i")].map((node) => { const { left, top, width, height } = node.getBoundingClientRect(); return [left, top, width, height].map(Math.round); }));
  const words = await page.evaluate(() => { const { startContainer, startOffset, endOffset } = globalThis.lastDetail.range; const range = document.createRange(); range.setStart(startContainer, startOffset); range.setEnd(startContainer, endOffset); return [...range.getClientRects()].map(({ left, top, width, height }) => [left, top, width, height].map(Math.round)); });
  assert.deepEqual(await boxes(), words);
  assert.equal(await page.evaluate(() => document.querySelectorAll("mark").length), 0);
  await page.keyboard.press("Escape");
  assert.deepEqual(await boxes(), []);
});

hosted("forced colors: only what is chosen is painted", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>` });
  await host.analyzed();
  assert.ok(Object.keys(await host.painted()).length > 2);
  const force = (value) => page.createCDPSession().then((session) => session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] }));
  await force("active");
  await page.waitForFunction(() => CSS.highlights.size === 0);
  await page.evaluate(() => document.querySelector("lang-kinh").select(document.querySelector("lang-kinh").analysis.entities.find(({ kind }) => kind === "person").id));
  assert.deepEqual(await host.painted(), { "langkinh-selected": ["Trần Văn Bình"] });
  await force("none");
  await page.waitForFunction(() => CSS.highlights.size > 2);
}, { only: "chromium" });

hosted("on paper nothing is painted and nothing of the element stands", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh panel></lang-kinh>` });
  await host.analyzed();
  await page.emulateMediaType("print");
  const drawn = await page.evaluate(() => ["langkinh-person", "langkinh-organization", "langkinh-time"].map((name) => getComputedStyle(document.querySelector("p"), `::highlight(${name})`)).map(({ textDecorationLine, backgroundColor }) => [textDecorationLine, backgroundColor]));
  for (const [line, background] of drawn) assert.deepEqual([line, background], ["none", "rgba(0, 0, 0, 0)"]);
  assert.equal(await shadow(host, ".root", (node) => getComputedStyle(node).display), "none");
}, { only: "chromium" });

hosted("marks in the page, only where the host asks for them; then every node is the host's again", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh marks></lang-kinh>`, script: `
    globalThis.source = document.querySelector("#bai").outerHTML;
    globalThis.texts = [...document.querySelectorAll("#bai p")].map((p) => p.firstChild);` });
  await host.analyzed();
  const marks = () => page.evaluate(() => [...document.querySelectorAll("#bai mark.langkinh-person")].map((mark) => mark.textContent));
  assert.deepEqual(await marks(), ["Trần Văn Bình", "Trần Văn Bình"]);
  assert.deepEqual(await host.painted(), {});
  await host.click("Trần Văn Bình");
  assert.ok(await isCardOpen(host));
  assert.equal(await page.evaluate(() => document.querySelectorAll("mark.langkinh-is-selected").length), 1);
  await page.evaluate(() => document.querySelector("lang-kinh").removeAttribute("marks"));
  await page.waitForFunction(() => CSS.highlights.size > 0);
  assert.deepEqual(await page.evaluate(() => [document.querySelector("#bai").outerHTML === globalThis.source, [...document.querySelectorAll("#bai p")].every((p, i) => p.firstChild === globalThis.texts[i] && p.childNodes.length === 1)]), [true, true]);
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình", "Trần Văn Bình"]);
  assert.equal((await host.told()).filter(({ type }) => type === "langkinh-analysis").length, 1, "its own marks are no change of the host's");
});

hosted("text that changes loses its marks before it is painted again, and is read anew at rest", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>` });
  await host.analyzed();
  const atOnce = await page.evaluate(async () => {
    document.querySelector("#bai p").firstChild.data = "Ngày 15/10/2021, bà Lê Thị Hoa, Chủ tịch UBND tỉnh Hậu Giang, dự họp ở Vị Thủy.";
    await Promise.resolve();
    return [...CSS.highlights.values()].flatMap((ranges) => [...ranges]).filter(({ startContainer }) => startContainer === document.querySelector("#bai p").firstChild).length;
  });
  assert.equal(atOnce, 0);
  await host.analyzed(2);
  assert.deepEqual((await host.painted())["langkinh-person"], ["Lê Thị Hoa", "Trần Văn Bình"]);
  // the same text in other nodes: marked again, not analyzed again
  await page.evaluate(() => {
    const article = document.querySelector("#bai");
    article.replaceChildren(...[...article.children].map((child) => child.cloneNode(true)));
  });
  await page.waitForFunction(() => [...(CSS.highlights.get("langkinh-person") ?? [])].length === 2);
  assert.equal((await host.told()).filter(({ type }) => type === "langkinh-analysis").length, 2);
});

hosted("a page that answers every reading with a change is read less and less", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>`, script: `
    import { restAfter } from "/langkinh/embed/watch.js";
    globalThis.rests = Array.from({ length: 12 }, (_, times) => restAfter(times));
    document.addEventListener("langkinh-analysis", () => { const p = document.createElement("p"); p.textContent = "Tin mới."; document.querySelector("#bai").append(p); });` });
  await host.analyzed(3);
  const rests = await page.evaluate(() => globalThis.rests);
  assert.deepEqual(rests.slice(0, 6), [300, 300, 300, 300, 600, 1200]);
  assert.equal(rests.at(-1), 30_000);
});

hosted("at rest nothing happens: one analysis, no change anywhere", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>`, script: `
    globalThis.changes = 0;
    new MutationObserver((records) => (globalThis.changes += records.length)).observe(document, { childList: true, characterData: true, attributes: true, subtree: true });` });
  await host.analyzed();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  assert.equal(await page.evaluate(() => globalThis.changes), 0);
  assert.equal((await host.told()).length, 1);
});

hosted("moved within the page, it goes on; taken out and put back, it marks again without analyzing", async (host) => {
  const page = await host.open({ html: `<div id="a"><lang-kinh for="bai"></lang-kinh></div><div id="b"></div>${ARTICLE}` });
  await host.analyzed();
  await page.evaluate(async () => {
    document.querySelector("#b").append(document.querySelector("lang-kinh"));
    await Promise.resolve();
  });
  assert.ok((await host.painted())["langkinh-person"]);
  await page.evaluate(async () => {
    globalThis.tag = document.querySelector("lang-kinh");
    globalThis.tag.remove();
    await new Promise((resolve) => setTimeout(resolve));
  });
  assert.deepEqual(await host.painted(), {});
  await page.evaluate(() => document.querySelector("#a").append(globalThis.tag));
  await page.waitForFunction(() => CSS.highlights.has("langkinh-person"));
  assert.equal((await host.told()).filter(({ type }) => type === "langkinh-analysis").length, 1);
});

hosted("a page that goes on to its next article: the other element of the same place is read", async (host) => {
  const page = await host.open({ html: `<div id="trang"><div>${ARTICLE}</div></div><lang-kinh for="bai"></lang-kinh>` });
  await host.analyzed();
  await page.evaluate(() => {
    const next = document.createElement("div");
    const article = document.createElement("article");
    article.id = "bai";
    article.append(Object.assign(document.createElement("p"), { textContent: "Bà Lê Thị Hoa, Chủ tịch UBND huyện Vị Thủy, phát biểu." }));
    next.append(article);
    document.querySelector("#trang").replaceChildren(next);
  });
  await host.analyzed(2);
  assert.deepEqual((await host.painted())["langkinh-person"], ["Lê Thị Hoa"]);
  // between two articles there is none, and that is no mistake
  await page.evaluate(() => document.querySelector("#trang").replaceChildren());
  await page.waitForFunction(() => CSS.highlights.size === 0 && !document.querySelector("lang-kinh").shadowRoot.querySelector(".legend"));
  await page.evaluate(() => {
    const article = document.createElement("article");
    article.id = "bai";
    article.textContent = "Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự.";
    document.querySelector("#trang").append(article);
  });
  await host.analyzed(3);
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình"]);
  assert.deepEqual((await host.told()).filter(({ type }) => type === "langkinh-error"), []);
});

hosted("a React 19 page that deletes and rewrites paragraphs keeps running", async (host) => {
  const source = `
    import { useState, createElement as h } from "react";
    import { createRoot } from "react-dom/client";
    function Page() {
      const [name, setName] = useState("Phan Văn Phụng");
      const [lines, setLines] = useState(["Bà Lê Thị Hoa dự hội nghị tại huyện Vị Thủy.", "Chiều 26/3/2024, Tỉnh ủy Quảng Trị họp."]);
      globalThis.act = { setName, setLines };
      return h("div", null,
        h("article", { id: "bai" }, h("p", null, "Trưởng Ban Tổ chức Tỉnh ủy ", name, " chủ trì."), ...lines.map((line, i) => h("p", { key: line }, line))),
        h("lang-kinh", { for: "bai", kinds: ["person", "organization"], panel: true }));
    }
    createRoot(document.querySelector("#goc")).render(h(Page));
    await import("/langkinh/embed/define.js");`;
  const { outputFiles: [{ text: script }] } = await build({ stdin: { contents: source, resolveDir: www }, bundle: true, write: false, format: "esm", define: { "process.env.NODE_ENV": '"production"' }, external: ["/langkinh/*"], minify: true });
  const page = await host.open({ html: '<div id="goc"></div>', script, load: "" });
  await host.analyzed();
  const people = async () => (await host.painted())["langkinh-person"];
  assert.deepEqual(await people(), ["Phan Văn Phụng", "Lê Thị Hoa"]);
  await page.evaluate(() => globalThis.act.setLines((lines) => lines.slice(1)));
  await host.analyzed(2);
  assert.deepEqual(await people(), ["Phan Văn Phụng"]);
  await page.evaluate(() => globalThis.act.setName("Trần Văn Bình"));
  await host.analyzed(3);
  assert.deepEqual(await people(), ["Trần Văn Bình"]);
  await page.evaluate(() => { globalThis.act.setName(""); globalThis.act.setLines(["Ông Nguyễn Văn Nam phát biểu.", "Bà Lê Thị Hoa trả lời."]); });
  await host.analyzed(4);
  assert.deepEqual(await people(), ["Nguyễn Văn Nam", "Lê Thị Hoa"]);
  assert.equal(await page.evaluate(() => document.querySelector("#bai").textContent), "Trưởng Ban Tổ chức Tỉnh ủy  chủ trì.Ông Nguyễn Văn Nam phát biểu.Bà Lê Thị Hoa trả lời.");
});

hosted("React 19 takes over a server's page that is marked already", async (host) => {
  const line = (name) => createElement("div", null, createElement("article", { id: "bai" }, createElement("p", null, "Trưởng Ban Tổ chức Tỉnh ủy ", name, " chủ trì.")), createElement("lang-kinh", { for: "bai", kinds: "person organization", panel: "full" }));
  const source = `
    import { useEffect, useState, StrictMode, createElement } from "react";
    import { hydrateRoot } from "react-dom/client";
    const line = ${line};
    function Page() {
      const [name, setName] = useState("Phan Văn Phụng");
      useEffect(() => { globalThis.setName = setName; }, []);
      return line(name);
    }
    globalThis.takeOver = () => hydrateRoot(document.querySelector("#goc"), createElement(StrictMode, null, createElement(Page)));`;
  // React's own build for development: it says in the console where server and page differ
  const { outputFiles: [{ text: script }] } = await build({ stdin: { contents: source, resolveDir: www }, bundle: true, write: false, format: "esm", define: { "process.env.NODE_ENV": '"development"' } });
  const page = await host.open({ html: `<div id="goc">${renderToString(line("Phan Văn Phụng"))}</div>`, script });
  await host.analyzed();
  await page.evaluate(() => globalThis.takeOver());
  await page.waitForFunction(() => globalThis.setName);
  assert.deepEqual((await host.painted())["langkinh-person"], ["Phan Văn Phụng"]);
  await page.evaluate(() => globalThis.setName("Trần Văn Bình"));
  await host.analyzed(2);
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình"]);
}, { expects: /React DevTools/ });

for (const scheme of ["light", "dark"]) {
  for (const language of ["vi", "en"]) {
    hosted(`axe-core finds nothing: ${scheme}, ${language}`, async (host) => {
      const page = await host.open({ html: `<main><h1>Tin</h1><lang-kinh for="bai" panel ui-lang="${language}"></lang-kinh><article id="bai">${paragraphs()}</article></main>`, head: '<meta name="color-scheme" content="light dark">', style: ":root { color-scheme: light dark }" });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await host.analyzed();
      // by the debugger, which the page's policy does not concern
      const audit = async () => {
        const session = await page.createCDPSession();
        await session.send("Runtime.evaluate", { expression: axeSource });
        const { result } = await session.send("Runtime.evaluate", { expression: "axe.run(document, { preload: false }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target, failureSummary }) => target + ' ' + failureSummary).join(' | '))))", awaitPromise: true, returnByValue: true });
        return JSON.parse(result.value);
      };
      assert.deepEqual(await audit(), [], "list");
      await page.evaluate(() => document.querySelector("lang-kinh").select(0));
      assert.ok(await isCardOpen(host));
      assert.deepEqual(await audit(), [], "card");
    }, { only: "chromium" });
  }
}

hosted("when: click", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh when="click"></lang-kinh>` });
  await page.waitForFunction(() => document.querySelector("lang-kinh").shadowRoot.querySelector(".start"));
  assert.deepEqual(host.requests.filter((path) => /wasm|worker|async/.test(path)), [], "nothing is loaded before somebody asks");
  await page.evaluate(() => document.querySelector("lang-kinh").shadowRoot.querySelector(".start").click());
  await host.analyzed();
  assert.ok((await host.painted())["langkinh-person"]);
});

hosted("when: idle", async (host) => {
  await host.open({ html: `<div style="height: 4000px"></div>${ARTICLE}<lang-kinh when="idle"></lang-kinh>`, policy: null });
  await host.analyzed();
});

hosted("when: visible, by itself", async (host) => {
  const page = await host.open({ html: `<div style="height: 4000px"></div>${ARTICLE}<lang-kinh></lang-kinh>`, policy: null });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  assert.deepEqual(await host.told(), []);
  await page.evaluate(() => document.querySelector("#bai").scrollIntoView());
  await host.analyzed();
});

hosted("the day of publication: by attribute, else as the page tells machines, in Vietnam", async (host) => {
  const page = await host.open({ html: "", load: "", script: `
    import { publishedOf } from "/langkinh/embed/published.js";
    const day = (head, body = "") => { const made = new DOMParser().parseFromString("", "text/html"); return [made, head, body]; };
    globalThis.publishedOf = publishedOf; globalThis.isReady = true;`, policy: null });
  await page.waitForFunction(() => globalThis.isReady);
  const days = (pages) => page.evaluate((all) => all.map((html) => { const made = new DOMParser().parseFromString(html, "text/html"); return globalThis.publishedOf(made.querySelector("article")) ?? null; }), pages);
  assert.deepEqual(await days([
    '<meta property="article:published_time" content="2024-03-26T18:30:00+07:00"><article></article>',
    '<meta property="article:published_time" content="2024-03-26T18:30:00Z"><article></article>',
    '<meta property="article:published_time" content="2024-03-26"><article></article>',
    '<article><time itemprop="datePublished" datetime="2021-10-14 08:00">14/10</time></article>',
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2020-05-01T00:00:00+07:00"},{"@type":"WebSite","datePublished":"2001-01-01"}]}</script><article></article>',
    '<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2020-05-01"},{"@type":"NewsArticle","datePublished":"2020-05-02"}]</script><article></article>',
    '<article><p>Từ <time datetime="1945-09-02">2/9/1945</time></p></article>',
    '<script type="application/ld+json">{</script><article></article>',
    '<meta property="article:published_time" content="hôm qua"><article></article>',
  ]), ["2024-03-26", "2024-03-27", "2024-03-26", "2021-10-14", "2020-05-01", null, null, null, null]);
});
