// What holds for any web page and any file, however strange: texts are drawn by fast-check, which also makes what fails short.
// `make test` draws the same ones each time; `make fuzz` draws as many new ones as `DRAWN` says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { decode, recode } from "../../www/input/encodings/index.js";
import { readHtml, textOf } from "../../www/input/html.js";
import { unwrap } from "../../www/input/unwrap.js";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const fc = /** @type {typeof import("../../www/node_modules/fast-check/lib/fast-check.js")} */ (require("fast-check"));

const runs = process.env.DRAWN ? { numRuns: Number(process.env.DRAWN) } : { numRuns: 300, seed: 7 };
/** @type {<T>(drawn: import("../../www/node_modules/fast-check/lib/fast-check.js").Arbitrary<T>, holds: (drawn: T) => void) => void} */
const always = (drawn, holds) => fc.assert(fc.property(drawn, holds), runs);

const SEEDS = new URL("../../seeds/", import.meta.url);
const words = readdirSync(SEEDS)
  .flatMap((name) => readFileSync(new URL(name, SEEDS), "utf8").split(/\s+/))
  .filter(Boolean);
const plainWord = fc.constantFrom(...words.filter((word) => /^[\p{L}\d]+$/u.test(word)));

// ── Web pages ──

const BLOCKS = ["p", "div", "section", "article", "li", "ul", "h1", "blockquote", "td", "tr", "table", "main"];
const INLINE = ["b", "i", "em", "a", "span", "strong", "font", "o:p"];
const SILENT = ["script", "style", "template", "noscript"];
const HIDDEN = "KHUẤT";

/** @typedef {{html: string, seen: string[]}} Drawn markup, and the words that a reader of the page sees, in order */
/** @typedef {import("../../www/node_modules/fast-check/lib/fast-check.js").LetrecTypedTie<{node: Drawn}>} Tie */

/** A tree of elements, some not closed. */
const { node: tree } = fc.letrec((/** @type {Tie} */ tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    plainWord.map((word) => ({ html: ` ${word} `, seen: [word] })),
    fc
      .record({
        tag: fc.constantFrom(...BLOCKS, ...INLINE),
        inside: fc.array(tie("node"), { maxLength: 5 }),
        closed: fc.boolean(),
      })
      .map(({ tag, inside, closed }) => ({
        html: `<${tag} title="${HIDDEN} <p>" onclick='${HIDDEN}()'>${inside.map(({ html }) => html).join("")}${closed ? `</${tag}>` : ""}`,
        seen: inside.flatMap(({ seen }) => seen),
      })),
    fc.constantFrom(...SILENT).map((tag) => ({ html: `<${tag}>${HIDDEN} <p>${HIDDEN}</${tag}>`, seen: [] })),
    fc
      .constantFrom(
        `<!-- ${HIDDEN} -->`,
        `<br>`,
        `<img alt='' src=x onerror="${HIDDEN}">`,
        "</div>",
        "</b>",
        "<!doctype html>",
      )
      .map((html) => ({
        html,
        seen: [],
      })),
  ),
}));

const markup = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "<",
        ">",
        "</",
        "/>",
        "&",
        ";",
        "=",
        '"',
        "'",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<p",
        "<script",
        "<svg",
        "<math",
        "<table>",
        "<td>",
        "&#x110000;",
        "&amp",
        " ",
        "a",
      ),
    )
    .map((parts) => parts.join("")),
  fc.array(tree).map((nodes) => nodes.map(({ html }) => html).join("")),
);

test("any markup gives text, of all of it and of the article", () => {
  always(markup, (html) => {
    assert.equal(typeof textOf(html), "string");
    const { text, notes } = readHtml(html);
    assert.equal(typeof text, "string");
    assert.ok(notes.length > 0);
  });
});

test("what a page shows comes out, in order; what it hides does not", () => {
  always(fc.array(tree), (nodes) => {
    const html = nodes.map(({ html }) => html).join("");
    const seen = nodes.flatMap(({ seen }) => seen);
    assert.deepEqual(textOf(html).split(/\s+/).filter(Boolean), seen, html);
    assert.ok(!readHtml(html).text.includes(HIDDEN), html);
  });
});

// ── Files ──

test("any bytes give text or nothing", () => {
  always(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
    const read = decode(bytes);
    assert.ok(read === undefined || (typeof read.text === "string" && typeof read.encoding === "string"));
  });
});

test("text in Unicode comes back as it is", () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme" })), { minLength: 8 });
  /** @type {[string, (text: string) => Uint8Array][]} */
  const marks = [
    ["utf-8", (text) => new TextEncoder().encode(text)],
    ["utf-16le", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf-16be", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
  ];
  always(text, (parts) => {
    const text = `Ủy ban nhân dân ${parts.join(" ")}`;
    for (const [encoding, encoded] of marks) assert.deepEqual(decode(encoded(text)), { text, encoding });
    assert.equal(typeof (recode(text)?.text ?? ""), "string");
  });
});

test("words in Unicode are never taken for a legacy encoding", () => {
  always(fc.array(fc.constantFrom(...words)), (parts) => assert.equal(recode(parts.join(" ")), undefined));
});

test("joining wrapped lines loses no word", () => {
  const line = fc
    .array(
      plainWord.filter((word) => !/^\d+$/.test(word)),
      { minLength: 1, maxLength: 14 },
    )
    .map((parts) => parts.join(" "));
  // each line of its own, so that none is the head of a page
  const lines = fc.uniqueArray(line, { maxLength: 40 });
  always(lines, (lines) => {
    const text = lines.join("\n");
    const joined = unwrap(text)?.text ?? text;
    assert.equal(joined.replace(/\s/g, ""), text.replace(/\s/g, ""));
  });
});
