// Finding words in the article, by keyboard, without diacritics and with them, near and far.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { analyzed, flow, isVisible, SEEDS, sample, text } from "../browser.mjs";

/** @import { FlowPage } from "../browser.mjs" */

/** What the bar says, once it says something else than before. */
async function told(/** @type {FlowPage} */ page, /** @type {string} */ before) {
  await page.waitForFunction((old) => !["", old].includes(found("#find output").textContent), {}, before);
  return text(page, "#find output");
}
/** Waits until the first of so many is told; while words are typed, each letter is searched for. */
const foundFirst = (/** @type {FlowPage} */ page, /** @type {number} */ all) =>
  page.waitForFunction((n) => found("#find output").textContent.startsWith(`1/${n} `), {}, all);
const lit = (/** @type {FlowPage} */ page, /** @type {string} */ name) =>
  page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => range.toString()), name);

flow(
  "slash opens the search; without accents all are found, with accents the right ones; Enter goes on, Escape ends at the place",
  async (page) => {
    await sample(page, 1);
    const article = await page.evaluate(() => globalThis.lastQuestion.text);
    const fold = (/** @type {string} */ words) =>
      words.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").toLowerCase();
    const bare = [...fold(article).matchAll(/hoi nghi/g)].length;
    assert.ok(bare > 3);
    await page.focus("#article mark");
    await page.keyboard.press("/");
    assert.equal(await isVisible(page, "#find"), true);
    await page.keyboard.type("hoi nghi");
    await foundFirst(page, bare);
    if (await page.evaluate(() => Boolean(globalThis.Highlight))) {
      assert.equal((await lit(page, "langkinh-found")).length, bare);
      assert.deepEqual((await lit(page, "langkinh-sought")).map(fold), ["hoi nghi"]);
    }
    await page.keyboard.press("Enter");
    assert.match(await text(page, "#find output"), /^2\//);
    assert.equal(await page.evaluate(() => focused().id), "find-words", "typing goes on");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Shift");
    assert.match(await text(page, "#find output"), new RegExp(`^${bare}/`));
    await page.click("#find-marks");
    assert.equal(await told(page, `${bare}/${bare} chỗ`), "không thấy");
    await page.keyboard.press("Escape");
    assert.equal(await isVisible(page, "#find"), false);
    assert.deepEqual(await lit(page, "langkinh-found").catch(() => []), []);
  },
);

flow(
  "far down in a long article the match is found, shown and stays in view; a new article is searched anew",
  async (page) => {
    const line = readFileSync(SEEDS + readdirSync(SEEDS).sort()[3], "utf8").replace(/\r\n?/g, "\n");
    await page.evaluate(
      (long) => {
        const data = new DataTransfer();
        data.items.add(new File([long], "dai.txt", { type: "text/plain" }));
        const picker = found("#picker");
        picker.files = data.files;
        picker.dispatchEvent(new Event("change"));
      },
      `${`${line}\n`.repeat(30)}Câu cuối cùng nói về trạng nguyên ở đây.`,
    );
    await analyzed(page);
    await page.keyboard.press("/");
    await page.keyboard.type("trang nguyen");
    await foundFirst(page, 1);
    await page.waitForFunction(
      () => {
        const { top } = [...document.querySelectorAll("#article .line")].slice(-1)[0].getBoundingClientRect();
        return top > 0 && top < innerHeight;
      },
      { timeout: 10_000 },
    );
    await sample(page, 0);
    await page.waitForFunction(() => found("#find output").textContent === "không thấy");
  },
);
