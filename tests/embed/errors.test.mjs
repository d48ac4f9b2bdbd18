// What goes wrong is told by `langkinh-error` with its phase and a sentence; nothing is thrown into the host, and the
// article stays as it was.

import assert from "node:assert/strict";
import { before } from "node:test";
import init, { analyze } from "../../www/langkinh.node.js";
import { POLICY, hosted } from "./host.mjs";

let other;
before(async () => {
  await init();
  other = analyze("Ngày 14/10/2021, Tỉnh ủy Hậu Giang họp.");
});

const ARTICLE = '<article id="bai"><p>Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự.</p></article>';
const same = (text) => JSON.stringify({ ...other, meta: { ...other.meta, text: { length: text.length, hash: other.meta.text.hash } } });

/** Name, phase, what the sentence says, the page. */
const TABLE = [
  ["an empty article", "text", /no text/, { html: '<article id="bai"><p> <script type="text/plain">x</script></p></article><lang-kinh></lang-kinh>' }],
  ["a text over the limit", "text", /68444 characters, more than 65536/, { html: `<article id="bai">${"<p>Tỉnh ủy Hậu Giang họp ngày 14/10/2021.</p>".repeat(1755)}</article><lang-kinh></lang-kinh>` }],
  ["no article on the page", "target", /no article/, { html: '<div id="bai">x</div><lang-kinh></lang-kinh>' }],
  ["an id that does not exist", "target", /no element with the id "khac"/, { html: `${ARTICLE}<lang-kinh for="khac"></lang-kinh>` }],
  ["what somebody is editing", "target", /edited/, { html: '<article id="bai" contenteditable><p>Tỉnh ủy họp.</p></article><lang-kinh></lang-kinh>' }],
  ["an analysis of another text", "analysis", /another text: of 39 characters/, { html: `${ARTICLE}<lang-kinh><script type="application/json">JSON</script></lang-kinh>` }, () => JSON.stringify(other)],
  ["an analysis of another text of the same length", "analysis", /in other words/, { html: `${ARTICLE}<lang-kinh><script type="application/json">JSON</script></lang-kinh>` }, () => same("Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự.")],
  ["an analysis of another schema", "analysis", /schema 7/, { html: `${ARTICLE}<lang-kinh><script type="application/json">JSON</script></lang-kinh>` }, () => JSON.stringify({ ...other, schema: 7 })],
  ["an analysis that does not say of what", "analysis", /meta\.text/, { html: `${ARTICLE}<lang-kinh><script type="application/json">JSON</script></lang-kinh>` }, () => JSON.stringify({ ...other, meta: { ...other.meta, text: undefined } })],
  ["JSON that is none", "analysis", /cannot be read/, { html: `${ARTICLE}<lang-kinh><script type="application/json">{"schema": 1,</script></lang-kinh>` }],
  ["JSON that is no analysis", "analysis", /no analysis/, { html: `${ARTICLE}<lang-kinh><script type="application/json">[1, null]</script></lang-kinh>` }],
  ["a module that is not there", "module", /404.*khong-co\.wasm/, { html: `${ARTICLE}<lang-kinh wasm="khong-co.wasm"></lang-kinh>` }],
  ["a page of HTML instead of the module", "module", /HTML/, { html: `${ARTICLE}<lang-kinh wasm="trang.html"></lang-kinh>`, files: { "trang.html": "<!doctype html><title>Không có</title>" } }],
  ["bytes that are no module", "module", /not a module/, { html: `${ARTICLE}<lang-kinh wasm="x.wasm"></lang-kinh>`, files: { "x.wasm": "abcdefgh" } }],
  ["a policy that forbids WebAssembly", "module", /wasm-unsafe-eval/, { html: `${ARTICLE}<lang-kinh></lang-kinh>`, policy: POLICY.replace(" 'wasm-unsafe-eval'", "") }],
];

for (const [name, phase, sentence, page, json] of TABLE) {
  hosted(`error: ${name}`, async (host) => {
    const html = page.html.replace("JSON", () => json?.() ?? "");
    const opened = await host.open({ ...page, html, before: () => addEventListener("DOMContentLoaded", () => (globalThis.source = document.querySelector("#bai").outerHTML)) });
    assert.match(await host.failed(phase), sentence);
    const [event] = (await host.told()).filter((each) => each.phase === phase);
    assert.match(event.message, /^\p{Lu}.*\.$/u, "a sentence for readers");
    assert.equal(await opened.evaluate(() => document.querySelector("#bai").outerHTML === globalThis.source), true);
    assert.deepEqual(await host.painted(), {});
    assert.equal(await opened.evaluate(async () => String(await document.querySelector("lang-kinh").ready)), "undefined");
  }, { expects: /^(?:console|error): (?:langkinh|Failed to load resource|.*wasm|Content-Security-Policy)|^404 |policy: script-src/i });
}

hosted("a worker that is refused: told, and the article is read on the page's own thread", async (host) => {
  await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>`, policy: POLICY.replace("worker-src 'self'", "worker-src 'none'") });
  await host.analyzed();
  assert.match(await host.failed("worker"), /no worker/);
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình"]);
}, { expects: /worker|Content.Security.Policy/i });

hosted("an entity that does not exist", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>` });
  await host.analyzed();
  assert.deepEqual(await page.evaluate(() => [9999, -1, "0", {}].map((id) => document.querySelector("lang-kinh").select(id))), [false, false, false, false]);
  assert.match(await host.failed("select"), /no entity 9999/);
}, { expects: /no entity/ });

hosted("a host that handles errors itself keeps its console clean", async (host) => {
  await host.open({ html: `${ARTICLE}<lang-kinh for="khac"></lang-kinh>`, script: 'document.addEventListener("langkinh-error", (event) => event.preventDefault());' });
  await host.failed("target");
});

hosted("a failure of the host's own listener stays the host's", async (host) => {
  await host.open({ html: `${ARTICLE}<lang-kinh></lang-kinh>`, script: 'document.querySelector("lang-kinh").addEventListener("langkinh-analysis", () => { throw new Error("lỗi của báo"); });' });
  await host.analyzed();
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình"]);
  assert.deepEqual((await host.told()).filter(({ type }) => type === "langkinh-error"), []);
}, { expects: /lỗi của báo/ });

hosted("after an article that could not be read, the next one is", async (host) => {
  const page = await host.open({ html: `<article id="bai"></article><lang-kinh for="bai"></lang-kinh>` });
  await page.evaluate(() => document.querySelector("#bai").scrollIntoView());
  await page.evaluate(() => document.querySelector("lang-kinh").refresh());
  await host.failed("text");
  await page.evaluate(() => { const p = document.createElement("p"); p.textContent = "Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự."; document.querySelector("#bai").append(p); });
  await host.analyzed();
}, { expects: /no text/ });
