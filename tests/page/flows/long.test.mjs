// Long texts: all of them can be read, found, copied and printed, though only what is near is on the page. Nothing is timed here: what is
// on the page is counted (`www/tools/responsive.mjs` measures).

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { analyzed, chord, count, flow, isVisible, paste, pick, SEEDS, sample, text } from "../browser.mjs";

/** @import { FlowPage } from "../browser.mjs" */

const seeds = readdirSync(SEEDS)
  .sort()
  .map((file) => readFileSync(SEEDS + file, "utf8"))
  .join("\n\n");
const repeated = (/** @type {number} */ letters) => `${seeds}\n\n`.repeat(Math.ceil(letters / seeds.length));

/** @type {string} */
let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "langkinh-"))));
after(() => rmSync(folder, { recursive: true }));

/** So many lines may be on the page at once: a few windows full, and what the reader holds on to. */
const FEW = 600;

/** Lines on the page, each compared with the text: how many, how many differ, and the stretch of the text seen in the window. */
const lines = (/** @type {FlowPage} */ page) =>
  page.evaluate(() => {
    const { text: given } = globalThis.lastQuestion;
    const all = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#article .line"))];
    const seen = all.filter(
      (line) => line.getBoundingClientRect().bottom > 0 && line.getBoundingClientRect().top < innerHeight,
    );
    const differs = (/** @type {HTMLElement} */ line) => {
      const words = line.querySelector(".words")?.textContent;
      return words !== given.substr(Number(line.dataset.start), words?.length);
    };
    return {
      count: all.length,
      wrong: all.filter(differs).length,
      from: Number(seen[0]?.dataset.start),
      seen: seen.length,
      nodes: document.querySelectorAll("#article *").length,
    };
  });
/** Waits until the page has come to rest where it was scrolled to. */
const nearby = (/** @type {FlowPage} */ page) =>
  page.evaluate(async () => {
    for (let still = 0, before = -1; still < 5; still = scrollY === before ? still + 1 : 0) {
      before = scrollY;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))));
    }
  });

flow(
  "five million letters: only lines near the window are on the page; every place is reached by scrolling, keyboard and search",
  async (page) => {
    const long = `${repeated(5_000_000)}Câu cuối cùng nói về trạng nguyên ở đây.`;
    writeFileSync(join(folder, "long.txt"), long);
    await pick(page, join(folder, "long.txt"));
    await analyzed(page);
    const all = await page.evaluate(() => globalThis.lastAnswer.analysis.entities.length);
    let before = -1;
    for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
      await page.evaluate((part) => {
        const { top, height } = found("#article").getBoundingClientRect();
        scrollTo({ top: scrollY + top + (height - innerHeight) * part, behavior: "instant" });
      }, share);
      await nearby(page);
      const { count: some, wrong, from, seen } = await lines(page);
      assert.ok(some > 3 && some < FEW, `${some} lines`);
      assert.equal(wrong, 0);
      assert.ok(seen > 0 && from > before, `${share}: from ${from}, before ${before}`);
      assert.ok(
        Math.abs(from / long.length - share) < 0.08,
        `${share} of the way is ${from / long.length} of the text`,
      );
      before = from;
    }
    assert.ok((await count(page, "#article mark")) < all / 10);

    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.focus('#article mark[tabindex="0"]');
    await page.keyboard.press("End");
    assert.equal(await page.evaluate(() => Number(focused().dataset.id)), all - 1);
    await nearby(page);
    assert.equal(await page.evaluate(() => focused().dataset.id), String(all - 1), "the focus stays");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.evaluate(() => Number(focused().dataset.id)), all - 2);

    // the browser's own key for searching, for the browser sees only what is on the page
    await chord(page, "f");
    assert.equal(await isVisible(page, "#find"), true);
    await page.keyboard.type("trang nguyen");
    await page.waitForFunction(() => /^1\/1 /.test(found("#find output").textContent));
    await page.waitForFunction(() =>
      [...document.querySelectorAll("#article .words")].some(
        (line) =>
          line.textContent.includes("trạng nguyên") &&
          line.getBoundingClientRect().top > 0 &&
          line.getBoundingClientRect().top < innerHeight,
      ),
    );
    await page.keyboard.press("Escape");

    await page.click('[data-chip="time"]');
    assert.equal(await count(page, "#article mark.kind-time"), 0);
    await page.click("#language");
    await sample(page, 0);
    assert.equal(
      await count(page, "#article mark:not(.continued)"),
      await page.evaluate(() => globalThis.lastAnswer.analysis.entities.filter(({ kind }) => kind !== "time").length),
    );
  },
);

flow(
  "a million lines: few are on the page, the first and the last can be read, and what is seen stands still",
  async (page) => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([`${"a\n".repeat(999_999)}cuối`], "dong.txt", { type: "text/plain" }));
      const picker = found("#picker");
      picker.files = data.files;
      picker.dispatchEvent(new Event("change"));
    });
    await page.waitForSelector("#cancel");
    await analyzed(page);
    const { count: some, nodes } = await lines(page);
    assert.ok(some > 3 && some < FEW && nodes < 4 * FEW, `${some} lines, ${nodes} elements`);

    // a screen reader or a keyboard goes on through the gaps
    await page.evaluate(() => found("#article .gap button").focus());
    await page.keyboard.press("Enter");
    await nearby(page);
    assert.ok(await page.evaluate(() => focused().classList.contains("line")));

    // while one scrolls by the wheel no line jumps
    const jumps = await page.evaluate(async () => {
      const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      let wrong = 0;
      for (let i = 0; i < 30; i += 1) {
        const [line] = [...document.querySelectorAll("#article .line")].filter(
          (each) => each.getBoundingClientRect().top > innerHeight / 2,
        );
        const { top } = line.getBoundingClientRect();
        const by = i % 5 === 4 ? -200 : 300;
        scrollBy({ top: by, behavior: "instant" });
        await next();
        if (Math.abs(line.getBoundingClientRect().top - (top - by)) > 2) wrong += 1;
      }
      return wrong;
    });
    assert.equal(jumps, 0);

    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    await nearby(page);
    await page.waitForFunction(() => [...document.querySelectorAll("#article .words")].at(-1)?.textContent === "cuối");
    assert.ok((await lines(page)).count < FEW);
  },
);

flow("a long article is copied whole, and printed", async (page) => {
  await paste(page, repeated(400_000).replace(/\r\n?/g, "\n"));
  await analyzed(page);
  const given = await page.evaluate(() => globalThis.lastQuestion.text);
  const { copied, printed, after } = await page.evaluate(() => {
    getSelection()?.selectAllChildren(found("#article"));
    const event = new ClipboardEvent("copy", { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
    found("#article").dispatchEvent(event);
    getSelection()?.removeAllRanges();
    dispatchEvent(new Event("beforeprint"));
    const printed = [...document.querySelectorAll("#article .words")].map((line) => line.textContent).join("");
    dispatchEvent(new Event("afterprint"));
    return {
      copied: event.clipboardData?.getData("text/plain"),
      printed,
      after: document.querySelectorAll("#article .line").length,
    };
  });
  const zones = await page.evaluate(() =>
    globalThis.lastAnswer.analysis.zones
      .map(({ start, end }) => globalThis.lastQuestion.text.slice(start, end))
      .join(""),
  );
  assert.equal(copied, given);
  assert.equal(printed, zones);
  assert.ok(after < FEW, `${after} lines after printing`);
});

flow("a long paste is read, kept beside the box, read again, cleared", async (page) => {
  const long = repeated(200_000).replace(/\r\n?/g, "\n");
  await paste(page, long);
  await analyzed(page);
  assert.equal(await page.evaluate(() => globalThis.lastQuestion.text), long);
  await page.evaluate(() => (found(".editor").open = true));
  assert.equal(await isVisible(page, "#editor"), false);
  assert.match(
    await text(page, ".editor .long"),
    new RegExp(new Intl.NumberFormat("vi").format(long.length).replace(/\./g, "\\.")),
  );
  await page.click("#again");
  await page.waitForFunction(() => globalThis.lastQuestion.id === 2);
  assert.equal(await page.evaluate(() => globalThis.lastQuestion.text), long);
  await analyzed(page);
  await page.evaluate(() => (found(".editor").open = true));
  await page.click("#clear");
  assert.equal(await isVisible(page, "#editor"), true);
  assert.equal(await isVisible(page, "#result"), false);
});
