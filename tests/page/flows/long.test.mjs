// A text of five million letters: all of it can be read, found and printed, though only what is near is marked.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { SEEDS, analyzed, count, flow, isVisible, paste, pick, sample, text } from "./both.mjs";

const seeds = readdirSync(SEEDS).sort().map((file) => readFileSync(SEEDS + file, "utf8")).join("\n\n");
const repeated = (letters) => `${seeds}\n\n`.repeat(Math.ceil(letters / seeds.length));

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "langkinh-"))));
after(() => rmSync(folder, { recursive: true }));

/** Waits until the article is on the page to its end. */
const shown = (page) => page.waitForFunction(() => document.querySelector("#result").ariaBusy === "false");

flow("five million letters: all the text is there, marks only near; the last place can be reached", async (page) => {
  const long = repeated(5_000_000);
  writeFileSync(join(folder, "long.txt"), long);
  await pick(page, join(folder, "long.txt"));
  await analyzed(page);
  await shown(page);
  const wrong = await page.evaluate(() => {
    const { text: given } = globalThis.lastQuestion;
    const lines = [...document.querySelectorAll("#article .words")];
    const { zones } = globalThis.lastAnswer.analysis;
    return zones.length === lines.length ? zones.filter(({ start, end }, i) => lines[i].textContent !== given.slice(start, end)).length : `${lines.length} lines of ${zones.length}`;
  });
  assert.equal(wrong, 0);
  const all = await page.evaluate(() => globalThis.lastAnswer.analysis.entities.length);
  const marks = await count(page, "#article mark");
  assert.ok(marks > 0 && marks < all / 10, `${marks} of ${all}`);

  await page.focus('#article mark[tabindex="0"]');
  await page.keyboard.press("End");
  assert.equal(await page.evaluate(() => Number(document.activeElement.dataset.id)), all - 1);
  await page.click('[data-chip="time"]');
  assert.equal(await count(page, "#article .chunk:last-child mark.kind-time"), 0);
  await page.click("#language");
  await sample(page, 0);
  assert.equal(await count(page, "#article mark:not(.continued)"), await page.evaluate(() => globalThis.lastAnswer.analysis.entities.filter(({ kind }) => kind !== "time").length));
});

flow("a long paste is read, kept beside the box, read again, cleared", async (page) => {
  const long = repeated(200_000).replace(/\r\n?/g, "\n");
  await paste(page, long);
  await analyzed(page);
  assert.equal(await page.evaluate(() => globalThis.lastQuestion.text), long);
  await page.evaluate(() => (document.querySelector(".editor").open = true));
  assert.equal(await isVisible(page, "#editor"), false);
  assert.match(await text(page, ".editor .long"), new RegExp(new Intl.NumberFormat("vi").format(long.length).replace(/\./g, "\\.")));
  await page.click("#again");
  await page.waitForFunction(() => globalThis.lastQuestion.id === 2);
  assert.equal(await page.evaluate(() => globalThis.lastQuestion.text), long);
  await analyzed(page);
  await page.evaluate(() => (document.querySelector(".editor").open = true));
  await page.click("#clear");
  assert.equal(await isVisible(page, "#editor"), true);
  assert.equal(await isVisible(page, "#result"), false);
});
