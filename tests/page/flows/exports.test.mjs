// Exports as a reader takes them: every format saved and copied, what was corrected kept apart, the HTML file read by a browser.

import assert from "node:assert/strict";
import { count, flow, sample, text } from "../browser.mjs";
import { parseCsv } from "../csv.mjs";

/** @import { FlowPage } from "../browser.mjs" */

/** Keeps what the page offers as a file. */
const watchFiles = (/** @type {FlowPage} */ page) =>
  page.evaluate(() => {
    globalThis.files = [];
    const make = URL.createObjectURL;
    const blobs = new Map();
    URL.createObjectURL = (blob) => {
      const address = make.call(URL, blob);
      blobs.set(address, blob);
      return address;
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function clickAnchor() {
      if (this.download) globalThis.files.push({ name: this.download, blob: blobs.get(this.href) });
      else click.call(this);
    };
  });

async function saved(/** @type {FlowPage} */ page, /** @type {string} */ button) {
  const before = await page.evaluate(() => globalThis.files.length);
  // the form is fetched when it is first asked for
  await page.waitForSelector(button, { visible: true });
  await page.click(button);
  await page.waitForFunction((n) => globalThis.files.length > n, {}, before);
  return page.evaluate(async () => {
    const { name, blob } = globalThis.files[globalThis.files.length - 1];
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return {
      name,
      type: blob.type,
      head: [...bytes.subarray(0, 4)],
      text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    };
  });
}

flow("save every format, corrections apart", async (page) => {
  await sample(page, 1);
  await page.focus("#article mark.kind-person");
  await page.keyboard.press("Delete");
  await page.waitForSelector('[data-panel="corrections"]');
  const { entities, people } = await page.evaluate(() => globalThis.lastAnswer.analysis);
  await watchFiles(page);
  await page.click('#panels [data-act="export"]');

  const json = JSON.parse((await saved(page, "#save-json")).text);
  assert.equal(json.entities.length, entities.length, "what was found is whole");
  assert.deepEqual(
    json.corrections.map((/** @type {{action: string, kind: string}} */ { action, kind }) => [action, kind]),
    [["remove", "person"]],
  );

  await page.select("#csv-table", "people");
  const csv = await saved(page, "#save-csv");
  assert.match(csv.name, /^001.*\.people\.csv$/);
  assert.deepEqual(csv.head.slice(0, 3), [0xef, 0xbb, 0xbf]);
  const rows = parseCsv(csv.text.slice(1));
  assert.ok(rows.some((row) => row[0] === people[0].name));
  await page.select("#csv-table", "corrections");
  assert.equal(parseCsv((await saved(page, "#save-csv")).text.slice(1)).length, 2);

  const zip = await saved(page, "#save-zip");
  assert.deepEqual(zip.head, [0x50, 0x4b, 3, 4]);

  assert.match((await saved(page, "#save-markdown")).text, /^# .+\n[\s\S]*## Sửa tay\n/);
  const annotations = JSON.parse((await saved(page, "#save-annotations")).text);
  assert.equal(annotations.first.items.length, entities.length);
  assert.equal(annotations.first.next.items.length, 1);

  const html = await saved(page, "#save-html");
  assert.equal(html.type, "text/html;charset=utf-8");
  const other = await page.browserContext().newPage();
  /** @type {string[]} */
  const trouble = [];
  other.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  other.on("request", (request) => /^https?:/.test(request.url()) && trouble.push(request.url()));
  await other.setContent(html.text);
  assert.equal(await count(other, "mark"), entities.length - 1);
  assert.match(await text(other, ".corrections"), /bỏ/);
  assert.notEqual(await other.$eval("mark", (mark) => getComputedStyle(mark).textDecorationLine), "none");
  assert.deepEqual(trouble, []);
  await other.close();
});
