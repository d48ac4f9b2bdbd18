// Texts made to attack pages, thousands of them, in the real page and four ways in: as a text, as HTML, as the name of a file, and in a
// .docx. Fifty to a page load; a load with trouble is split until the texts that did it are known. Run by `make test-payloads`, which
// brings the lists; PAYLOADS=200 takes about so many, evenly spread. Prints one table.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { BROWSERS, open, put, troubleOf } from "../browser.mjs";

/** @import { BrowserName, FlowPage } from "../browser.mjs" */
/** @typedef {{name: string, content: Iterable<number>}} GivenFile */

const { zipSync } = createRequire(new URL("../../../www/package.json", import.meta.url))("fflate");

const LOAD = 50;
const lists = JSON.parse(readFileSync(new URL("../../../.tools/payloads/payloads.json", import.meta.url), "utf8"));
const whole = [...new Set(Object.values(lists).flat())].filter((each) => each.trim());
const step = process.env.PAYLOADS ? Math.max(1, Math.floor(whole.length / Number(process.env.PAYLOADS))) : 1;
const payloads = whole.filter((_, i) => i % step === 0);
const sentence = "Ngày 12/5/2022, Chủ tịch UBND tỉnh Hậu Giang ban hành Quyết định số 15/QĐ-UBND.";

const xml = (/** @type {string} */ text) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/g, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const PICTURE = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13];
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const docx = (/** @type {string[]} */ some) =>
  zipSync({
    "[Content_Types].xml": bytes(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": bytes(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": bytes(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[sentence, ...some].map((each) => `<w:p><w:r><w:t xml:space="preserve">${xml(each)}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
    ),
  });

/** Gives files to the page as its picker would. */
const give = (/** @type {FlowPage} */ page, /** @type {GivenFile[]} */ files) =>
  page.evaluate(
    (given) => {
      const data = new DataTransfer();
      for (const { name, content } of given) data.items.add(new File([Uint8Array.from(content)], name));
      const picker = found("#picker");
      picker.files = data.files;
      picker.dispatchEvent(new Event("change"));
    },
    files.map(({ name, content }) => ({ name, content: [...content] })),
  );

/** Until the page has answered, with an article or with a sentence. */
const answered = (/** @type {FlowPage} */ page) =>
  page.waitForFunction(
    () =>
      document.querySelector("#status.failed") ||
      (globalThis.lastQuestion &&
        globalThis.lastAnswer?.id === globalThis.lastQuestion.id &&
        found("#result").ariaBusy !== "true"),
  );

/** @typedef {(page: FlowPage, some: string[]) => Promise<void>} Way */
/** @type {Record<string, Way>} */
const WAYS = {
  async "a text"(page, some) {
    await give(page, [{ name: "bai.txt", content: bytes([sentence, ...some].join("\n")) }]);
    await answered(page);
  },
  async HTML(page, some) {
    await put(
      page,
      `<html><body><article><p>${sentence}</p>${some.map((each) => `<div>${each}</div>`).join("\n")}</article>`,
    );
    await answered(page);
  },
  async "the name of a file"(page, some) {
    await give(
      page,
      some.map((each) => ({ name: each, content: PICTURE })),
    );
    // pictures: each is refused with its name
    await page.waitForFunction(
      (n) => document.querySelector("#status.failed") || document.querySelectorAll(".many-failed li").length === n,
      {},
      some.length,
    );
  },
  async "a .docx"(page, some) {
    await give(page, [{ name: "bai.docx", content: docx(some) }]);
    await answered(page);
  },
};

/** Opens the page with some of them and looks at everything that follows from that; gives what went wrong. */
async function attack(/** @type {BrowserName} */ browser, /** @type {Way} */ way, /** @type {string[]} */ some) {
  try {
    return await attackOnce(browser, way, some);
  } catch (error) {
    // on a busy machine a browser sometimes stands still: tried again, once
    if (!/timeout|timed out|^Waiting failed/i.test(String(error))) throw error;
    return attackOnce(browser, way, some);
  }
}

async function attackOnce(/** @type {BrowserName} */ browser, /** @type {Way} */ way, /** @type {string[]} */ some) {
  const page = await open(browser);
  try {
    await way(page, some);
    // what a script would do later: a reader points, reads the card, goes to English and back
    const mark = await page.$("#article mark");
    if (mark && (await mark.isVisible())) await mark.evaluate((node) => node.click());
    await page.click("#language");
    assert.equal(new URL(page.url()).pathname, "/");
    return await troubleOf(page);
  } finally {
    await page.browserContext().close();
  }
}

/**
 * The texts that make trouble, with it.
 * @returns {Promise<{payload: string, trouble: string[]}[]>}
 */
async function culprits(/** @type {BrowserName} */ browser, /** @type {Way} */ way, /** @type {string[]} */ some) {
  const trouble = await attack(browser, way, some);
  if (!trouble.length) return [];
  if (some.length === 1) return [{ payload: some[0], trouble }];
  const half = some.length >> 1;
  return [...(await culprits(browser, way, some.slice(0, half))), ...(await culprits(browser, way, some.slice(half)))];
}

/** @type {(string|number)[][]} */
const table = [];
after(() => {
  console.log("| browser | way in | texts | page loads | with trouble |\n| --- | --- | ---: | ---: | ---: |");
  for (const row of table) console.log(`| ${row.join(" | ")} |`);
});

for (const browser of BROWSERS) {
  for (const [name, way] of Object.entries(WAYS)) {
    test(`${payloads.length} texts as ${name}: no script, no request, no violation, no error (${browser})`, {
      timeout: 3_600_000,
    }, async () => {
      /** @type {Awaited<ReturnType<typeof culprits>>} */
      const found = [];
      let loads = 0;
      for (let at = 0; at < payloads.length; at += LOAD) {
        loads += 1;
        found.push(...(await culprits(browser, way, payloads.slice(at, at + LOAD))));
      }
      table.push([browser, name, payloads.length, loads, found.length]);
      assert.deepEqual(found, []);
    });
  }
}
