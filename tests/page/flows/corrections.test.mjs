// Correcting by hand: another kind, other ends, away, a new highlight from a selection or from a search; undone, kept only when
// asked.

import assert from "node:assert/strict";
import { analyzed, chord, count, drawn, flow, isVisible, paste, sample, text } from "../browser.mjs";

/** @import { FlowPage } from "../browser.mjs" */
/** @import { Kind } from "../../../www/pkg/analysis.js" */

const ARTICLE =
  "Ông Trần Văn Huyến, Chủ tịch HĐND tỉnh Hậu Giang, phát biểu ngày 1-7-2021. Theo nhóm Sao Mai, việc này tốt. Nhóm Sao Mai họp lại.";
const marked = (/** @type {FlowPage} */ page, /** @type {Kind} */ kind) =>
  page.$$eval(`#article mark.kind-${kind}`, (marks) => marks.map((mark) => mark.textContent));
const settled = (/** @type {FlowPage} */ page, /** @type {Kind} */ kind, /** @type {string} */ words) =>
  page.waitForFunction(
    (k, w) =>
      [...document.querySelectorAll(`#article mark.kind-${k}.corrected`)].some((mark) => mark.textContent === w),
    {},
    kind,
    words,
  );

/** Selects words of the article as a pointer would. */
const select = (/** @type {FlowPage} */ page, /** @type {string} */ words) =>
  page.evaluate((/** @type {string} */ sought) => {
    const walk = document.createTreeWalker(found("#article .words"), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = /** @type {Text} */ (node).data.indexOf(sought);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at + 1, node, at + sought.length - 1);
      return;
    }
  }, words);

async function openArticle(/** @type {FlowPage} */ page) {
  await page.evaluate(() => (found("details.editor").open = true));
  await paste(page, ARTICLE);
  await page.waitForFunction((given) => globalThis.lastQuestion?.text === given, {}, ARTICLE);
  await analyzed(page);
}

flow(
  "select words, choose a kind: whole words are marked, joined to their record, listed, undone and done again",
  async (page) => {
    await openArticle(page);
    const before = await page.evaluate(() => globalThis.lastAnswer.analysis.entities.length);
    const asked = await page.evaluate(() => globalThis.lastQuestion.id);
    await select(page, "Sao Mai");
    await page.waitForSelector("#selection-button button");
    await page.click("#selection-button button");
    assert.match(await text(page, "#kind-menu"), /Sao Mai/);
    await page.click('#kind-menu [data-kind="organization"]');
    await settled(page, "organization", "Sao Mai");
    await drawn(page);
    assert.ok((await marked(page, "organization")).includes("Sao Mai"));
    assert.match(await text(page, "#toast"), /Đã đánh dấu “Sao Mai” là cơ quan/);
    assert.equal(await count(page, "#article mark:not(.continued)"), before + 1);
    assert.match(await text(page, '[data-panel="corrections"]'), /thêm Sao Mai/);
    assert.match(await page.evaluate(() => focused().textContent), /^Sao Mai$/, "the focus is on the new mark");

    await chord(page, "z");
    await page.waitForFunction(
      (n) => document.querySelectorAll("#article mark:not(.continued)").length === n,
      {},
      before,
    );
    // longer than typing rests before it is read
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const state = () => [found("#editor").value, globalThis.lastQuestion.id];
    assert.deepEqual(await page.evaluate(state), [ARTICLE, asked], "the undo is the article's, not the box's");
    await chord(page, "y");
    await settled(page, "organization", "Sao Mai");
  },
);

flow(
  "by keyboard alone: E on a mark changes its kind and its ends, Delete removes it, a search marks what was missed",
  async (page) => {
    await openArticle(page);
    await page.focus("#article mark.kind-person");
    await page.keyboard.press("e");
    assert.equal(await page.evaluate(() => focused().id), "edit-kind");
    await page.select("#edit-kind", "quote");
    await settled(page, "quote", "Trần Văn Huyến");
    assert.match(await text(page, "#card .card-kind"), /Trích dẫn/);
    assert.equal(await page.evaluate(() => focused().id), "edit-kind", "the focus stays in the tools");
    await page.focus("#edit-start-left");
    await page.keyboard.press("Enter");
    await settled(page, "quote", "Ông Trần Văn Huyến");
    await page.focus("#edit-end-left");
    await page.keyboard.press("Enter");
    await settled(page, "quote", "Ông Trần Văn");
    assert.match(await text(page, "#card .edit"), /đã sửa tay/);
    await page.focus("#edit-restore");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector("#article mark.corrected"));
    assert.deepEqual(await marked(page, "person"), ["Trần Văn Huyến"]);

    await page.keyboard.press("Escape");
    await page.focus("#article mark.kind-person");
    await page.keyboard.press("Delete");
    await page.waitForFunction(() => !document.querySelector("#article mark.kind-person"));
    await drawn(page);
    assert.match(await text(page, '[data-panel="corrections"]'), /bỏ Trần Văn Huyến/);

    await page.keyboard.press("/");
    await page.keyboard.type("nhom sao mai");
    await page.waitForFunction(() => /^1\/2/.test(found("#find output").textContent));
    await page.focus("#find-mark");
    await page.keyboard.press("Enter");
    assert.equal(await isVisible(page, "#kind-menu"), true);
    await page.keyboard.press("3");
    await settled(page, "organization", "nhóm Sao Mai");
    await page.click("#clear-corrections");
    await page.waitForFunction(() => !document.querySelector("#article mark.corrected"));
    assert.deepEqual(await marked(page, "person"), ["Trần Văn Huyến"]);
  },
);

flow(
  "nothing is kept unless asked; what was asked for is there again with the same article, and goes when it is no longer wanted",
  async (page) => {
    const remove = async () => {
      await page.focus("#article mark.kind-person");
      await page.keyboard.press("Delete");
      await page.waitForFunction(() => !document.querySelector("#article mark.kind-person"));
      await drawn(page);
    };
    await openArticle(page);
    await remove();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.click("#keep-corrections");
    assert.equal(await page.evaluate(() => localStorage.length), 1);
    await sample(page, 0);
    assert.ok(await count(page, "#article mark.kind-person"));
    await openArticle(page);
    assert.deepEqual(await marked(page, "person"), []);
    assert.equal(await page.$eval("input#keep-corrections", (box) => box.checked), true);
    await page.click("#keep-corrections");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  },
);
