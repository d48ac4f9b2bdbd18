// Reading web pages without a browser's parser: what comes out, and that nothing a page does stops it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { LIMITS, readHtml, textOf } from "../../www/input/html.js";

const sentence = "Ngày 12/5/2022, Chủ tịch UBND tỉnh Hậu Giang ban hành Quyết định số 15/QĐ-UBND về công tác cán bộ.";
const paragraphs = (/** @type {number} */ n) =>
  Array.from({ length: n }, (_, i) => `<p>${sentence} Đoạn ${i + 1}.</p>`).join("\n");
const note = (/** @type {string} */ html) =>
  readHtml(html)
    .notes.map(({ key }) => key)
    .join();

test("the text of markup, a line for every block", () => {
  const cases = [
    ["<p>một<p>hai", "một\nhai"],
    ["một<br>hai<br/>ba", "một\nhai\nba"],
    ["<ul><li>một<li>hai</ul>ba", "một\nhai\nba"],
    ["<table><tr><td>một<td>hai<tr><td>ba</table>", "một\thai\nba"],
    ["<table><tr><td><p>một</p><td>hai\n ba</td></tr></table>bốn", "một\thai ba\nbốn"],
    [`<table><tr><td><p>một<p>hai<td>${"ba ".repeat(80)}</table>`, `một\nhai\t${"ba ".repeat(80).trim()}`],
    ["<b>m</b><i>ột</i> &amp; h&agrave;i&nbsp;&#98;a", "một & hài\u00a0ba"],
    ["một <!-- <p>hai --> ba", "một  ba"],
    ["<title>không</title><style>p { }</style>có<script>alert('<p>')</script>", "có"],
    ["<svg><svg>x</svg>y</svg>có<select><option>x</select>", "có"],
    ["<p onclick='x > y' title=\"<p>\">có", "có"],
    ["<DIV>MỘT</DIV>HAI", "MỘT\nHAI"],
    ["một\n   hai", "một hai"],
    ["a < b, c > d", "a < b, c > d"],
    ["một</p></div>hai</html>", "một\nhai"],
    ["", ""],
  ];
  for (const [html, text] of cases) assert.equal(textOf(html), text, html);
});

test("a saved page: article, title, byline, day", () => {
  const { text, published, notes } = readHtml(readFileSync(new URL("fixtures/web.html", import.meta.url), "utf8"));
  assert.match(text, /^Hậu Giang triển khai/);
  assert.match(text, /Minh Khuê$/);
  assert.equal(published, "2022-07-05");
  assert.deepEqual(notes, [{ key: "note.htmlArticle" }]);
});

test("what surrounds the article is left out, whatever the roots of the page look like", () => {
  const article = `<article><h1>Hội nghị sơ kết</h1>${paragraphs(8)}</article>`;
  /** @type {((inside: string) => string)[]} */
  const around = [
    (inside) =>
      `<!DOCTYPE html><html><head><title>Hội nghị sơ kết – Báo</title></head><body><nav><a href="/">Trang chủ</a></nav>${inside}<footer>Quảng cáo</footer></body></html>`,
    (inside) =>
      `<title>Hội nghị sơ kết – Báo</title><nav><a href="/">Trang chủ</a></nav>${inside}<footer>Quảng cáo</footer>`,
    (inside) => `<html><body><body><html><nav><a href="/">Trang chủ</a></nav>${inside}<footer>Quảng cáo</footer>`,
    (inside) =>
      `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Hội nghị sơ kết","datePublished":"2021-10-14T07:00"}</script><nav><a href="/">Trang chủ</a></nav>${inside}<footer>Quảng cáo</footer>`,
  ];
  for (const wrap of around) {
    const { text, notes } = readHtml(wrap(article));
    assert.match(text, /^Hội nghị sơ kết/);
    assert.ok(text.includes("Đoạn 8") && !text.includes("Trang chủ") && !text.includes("Quảng cáo"), text);
    assert.deepEqual(notes, [{ key: "note.htmlArticle" }]);
  }
  assert.equal(readHtml(around[3](article)).published, "2021-10-14");
});

test("no script, style or handler of a page comes out, nor does any run", () => {
  const { text } = readHtml(
    `<body onload="globalThis.ran = 1"><style>b { }</style><article>${paragraphs(6)}<img src=x onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script></article>`,
  );
  assert.equal(globalThis.ran, undefined);
  assert.ok(!/ran|\{/.test(text), text);
});

test("beyond the limits the whole text is read, and that is said; up to them the article is sought", () => {
  const deep = (/** @type {number} */ n) => `<body>${"<div>".repeat(n)}${paragraphs(6)}`;
  assert.equal(note(deep(LIMITS.depth - 10)), "note.htmlArticle");
  assert.equal(note(deep(2_000)), "note.htmlLimits");
  const { text, notes } = readHtml(deep(200_000));
  assert.deepEqual(notes, [{ key: "note.htmlLimits", values: LIMITS }]);
  assert.equal(text.split("\n").length, 6);
  assert.equal(note(`<body>${"<b>a</b>".repeat(LIMITS.elements + 1)}`), "note.htmlLimits");
  assert.equal(note(`<body>${"<b>a</b>".repeat(1000)}`), "note.htmlArticle");
});

// each was quadratic or worse with one parser or another: with work that grows faster than the text none would end
/** @type {Record<string, (n: number) => string>} */
const HOSTILE = {
  "blocks in blocks": (n) => "<div>".repeat(n),
  "lists in lists": (n) => "<ul><li>".repeat(n),
  "tables in tables": (n) => "<table><tr><td>".repeat(n),
  "formatting never closed": (n) => "<p><b><i><a href=x>".repeat(n),
  "closed but never opened": (n) => "</div></p>".repeat(n),
  "drawings in drawings": (n) => "<svg>".repeat(n),
  "signs that open nothing": (n) => "< ".repeat(n),
  entities: (n) => "&amp;&#x41;&nosuch;".repeat(n),
  attributes: (n) => `<p ${"a=b ".repeat(n)}>x`,
  "quotes never closed": (n) => "<a href='".repeat(n),
  "comments never closed": (n) => "<!--".repeat(n),
  "sections of characters": (n) => "<![CDATA[x".repeat(n),
  paragraphs: (n) => "<p>a".repeat(n),
};
for (const [name, make] of Object.entries(HOSTILE)) {
  test(`200,000 times ${name}`, () => {
    const { text, notes } = readHtml(make(200_000));
    assert.equal(notes.length, 1);
    assert.equal(typeof text, "string");
  });
}
