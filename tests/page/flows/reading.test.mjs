// From a pasted article to the card of one of its people.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { analyzed, count, flow, isVisible, paste, SEEDS, text } from "../browser.mjs";

const article = readFileSync(SEEDS + readdirSync(SEEDS).sort()[1], "utf8").replace(/\r\n?/g, "\n");

flow("paste, read, open a card, go to the next mention, come back", async (page) => {
  await paste(page, article);
  await analyzed(page);
  assert.equal(await page.evaluate(() => globalThis.lastQuestion.text), article);

  const { entities, people } = await page.evaluate(() => globalThis.lastAnswer.analysis);
  const marked = await page.$$eval("#article mark:not(.continued)", (marks) =>
    marks.map((mark) => ({ id: Number(mark.dataset.id), words: mark.textContent })),
  );
  assert.equal(marked.length, entities.length);
  for (const { id, words } of marked) assert.equal(words, article.slice(entities[id].start, entities[id].end));

  const [person] = people.filter(({ mentions, roles }) => mentions.length > 2 && roles.length);
  await page.click(`#article mark[data-id="${person.mentions[0]}"]`);
  assert.equal(await text(page, "#card-title"), person.name);
  assert.ok((await text(page, "#card")).includes(person.roles[0].title));
  assert.equal(await count(page, "#article mark.lit"), person.mentions.length);

  await page.click("#card .next");
  assert.equal(await text(page, "#card-title"), person.name);
  await page.keyboard.press("Escape");
  assert.equal(await isVisible(page, "#card"), false);
  assert.equal(await page.evaluate(() => Number(focused().dataset.id)), person.mentions[1]);
});
