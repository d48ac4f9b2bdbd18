// The article as it is shown: marks, card, keyboard, chips, panels.

import assert from "node:assert/strict";
import vi from "../../../www/i18n/vi.js";
import { analyzed, attribute, count, inChromium, isVisible, nth, sample, text, value } from "../browser.mjs";

/** For every entity: the text of its marks beside the stretch of the article it stands for, spaces apart. */
const compareMarks = () => {
  const { text } = globalThis.lastQuestion;
  const { entities } = globalThis.lastAnswer.analysis;
  /** @type {[kind: string, words: string, shown: string][]} */
  const wrong = [];
  for (const { id, kind, start, end } of entities) {
    const pieces = [...document.querySelectorAll(`#article mark[data-id="${id}"]`)];
    const shown = pieces.map((mark) => mark.textContent).join("");
    if (
      shown.replace(/\n/g, "") !== text.slice(start, end).replace(/\n/g, "") ||
      !pieces[0].classList.contains(`kind-${kind}`)
    )
      wrong.push([kind, text.slice(start, end), shown]);
  }
  return { count: entities.length, wrong };
};

for (let i = 0; i < 5; i += 1) {
  inChromium(`sample ${i}: every entity is marked where it stands, every line is shown`, async (page) => {
    await sample(page, i);
    const marks = await page.evaluate(compareMarks);
    assert.ok(marks.count > 20, `${marks.count} entities`);
    assert.deepEqual(marks.wrong, []);
    const lines = await page.evaluate(() => {
      const { text } = globalThis.lastQuestion;
      const shown = [...document.querySelectorAll("#article .words")].map((line) => line.textContent);
      return { shown, zones: globalThis.lastAnswer.analysis.zones.map(({ start, end }) => text.slice(start, end)) };
    });
    assert.deepEqual(lines.shown, lines.zones);
    const filled = await page.evaluate(() => {
      const { people, quantities, organizations, metrics } = globalThis.lastAnswer.analysis;
      return { people, figures: quantities, bodies: organizations, topics: metrics.topics };
    });
    for (const [label, { length: data }] of Object.entries(filled)) {
      assert.equal(await count(page, `[data-panel="${label}"]`), data > 0 ? 1 : 0, label);
    }
    assert.match(await text(page, "#overview .took"), /ms/);
    const needed = await page.evaluate(() => {
      const { entities, metrics, checks, warnings } = globalThis.lastAnswer.analysis;
      return [
        ...entities.map((e) => `rule.${e.rule}`),
        ...metrics.topics.map((e) => `topic.${e.topic}`),
        `band.${metrics.readability.band}`,
        ...checks.map((e) => `check.${e.code}`),
        ...warnings.map((e) => `warning.${e.code}`),
      ];
    });
    assert.deepEqual(
      needed.filter((key) => !(key in vi)),
      [],
      "everything has a wording",
    );
  });
}

inChromium(
  "the card says what it is, why, and leads to the other places; Escape gives the focus back",
  async (page) => {
    await sample(page, 1);
    const id = await page.evaluate(() => {
      const { entities, people } = globalThis.lastAnswer.analysis;
      return people.find((person) => person.mentions.length > 2 && person.roles.length)?.mentions[0] ?? entities[0].id;
    });
    await page.click(`mark[data-id="${id}"]`);
    const expected = await page.evaluate((at) => {
      const { entities, people } = globalThis.lastAnswer.analysis;
      return people[Number(entities[at].record)];
    }, id);
    assert.equal(await text(page, "#card-title"), expected.name);
    assert.ok((await text(page, "#card dl")).includes(expected.roles[0].title));
    assert.match(await text(page, "#card .why"), /Vì sao/);
    assert.equal(await count(page, "#article mark.lit"), expected.mentions.length);
    await page.click("#card .next");
    assert.match(await text(page, "#card .steps"), new RegExp(`2/${expected.mentions.length}`));
    await page.keyboard.press("Escape");
    assert.equal(await isVisible(page, "#card"), false);
    assert.equal(await page.evaluate(() => Number(focused().dataset.id)), expected.mentions[1]);
  },
);

inChromium(
  "by keyboard alone: one tab stop, arrows from mark to mark, into and out of nested ones, Enter for the card",
  async (page) => {
    await sample(page, 2);
    assert.equal(await count(page, '#article mark[tabindex="0"]'), 1);
    await page.focus('#article mark[tabindex="0"]');
    const focusedId = () => page.evaluate(() => Number(focused().dataset.id));
    assert.equal(await focusedId(), 0);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focusedId(), 2);
    const nested = await page.evaluate(() =>
      globalThis.lastAnswer.analysis.entities.find((entity) => entity.parent !== undefined),
    );
    assert.ok(nested?.parent !== undefined);
    await page.focus(`mark[data-id="${nested.id}"]`);
    await page.keyboard.press("ArrowUp");
    assert.equal(await focusedId(), nested.parent);
    await page.keyboard.press("ArrowDown");
    assert.ok((await focusedId()) > nested.parent);
    await page.keyboard.press("End");
    const last = await page.evaluate(() => globalThis.lastAnswer.analysis.entities.length - 1);
    assert.equal(await focusedId(), last);
    await page.keyboard.press("Home");
    assert.equal(await focusedId(), 0);
    await page.keyboard.press("Enter");
    assert.equal(await isVisible(page, "#card"), true);
    assert.ok(await page.evaluate(() => found("#card").contains(document.activeElement)));
    await page.keyboard.press("Escape");
    assert.equal(await focusedId(), 0);
    assert.equal(await count(page, '#article mark[tabindex="0"]'), 1);
  },
);

inChromium("chips switch kinds off and on with their counts; M hides every mark", async (page) => {
  await sample(page, 0);
  const kinds = await page.evaluate(() => {
    /** @type {Record<string, number>} */
    const counts = {};
    for (const { kind } of globalThis.lastAnswer.analysis.entities) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  });
  for (const [kind, all] of Object.entries(kinds))
    assert.equal(await text(page, `[data-chip="${kind}"] .count`), String(all));
  await page.click('[data-chip="organization"]');
  assert.equal(await attribute(page, '[data-chip="organization"]', "aria-pressed"), "false");
  assert.equal(await count(page, "#article mark.kind-organization"), 0);
  assert.ok((await count(page, "#article mark.kind-time")) >= kinds.time);
  await page.click('[data-panel="bodies"] summary');
  await page.click('[data-panel="bodies"] button.row');
  assert.ok(await page.evaluate(() => focused().classList.contains("line")), "a row still leads to the line");
  await page.click('[data-chip="organization"]');
  assert.deepEqual((await page.evaluate(compareMarks)).wrong, []);
  const line = () => page.$eval("#article mark", (mark) => getComputedStyle(mark).textDecorationLine);
  await page.focus("#article mark");
  await page.keyboard.press("m");
  assert.match(await line(), /none/);
  await page.keyboard.press("m");
  assert.match(await line(), /underline/);
});

inChromium("ten kinds, ten shapes of line: hue is never needed", async (page) => {
  await sample(page, 0);
  const shapes = await page.$$eval(".chip .stroke", (nodes) =>
    nodes.map((node) => {
      const { textDecorationStyle, textDecorationThickness } = getComputedStyle(node);
      return `${textDecorationStyle} ${textDecorationThickness}`;
    }),
  );
  assert.equal(new Set(shapes).size, 10, shapes.join(", "));
});

inChromium("every row leads back to its place", async (page) => {
  await sample(page, 3);
  await page.click('#panels [data-act="open"]');
  const rows = await count(page, "#panels button.row");
  assert.ok(rows > 20, `${rows} rows`);
  const wrong = await page.$$eval("#panels button.row", (buttons) => {
    /** @type {(string|null)[]} */
    const out = [];
    for (const row of buttons) {
      row.click();
      const at = focused();
      const { entities } = globalThis.lastAnswer.analysis;
      if (row.dataset.to !== undefined) {
        if (at.dataset.id !== row.dataset.to || !entities[Number(row.dataset.to)]) out.push(row.textContent);
      } else {
        const start = Number(at.dataset.start);
        const words = at.querySelector(".words")?.textContent ?? "";
        if (!(start <= Number(row.dataset.at) && Number(row.dataset.at) < start + words.length))
          out.push(row.textContent);
      }
    }
    return out;
  });
  assert.deepEqual(wrong, []);
});

inChromium(
  "a tap opens the card on a phone, and the mark stays in view",
  async (page) => {
    await sample(page, 1);
    await (await nth(page, "#article mark", 12)).tap();
    assert.equal(await isVisible(page, "#card"), true);
    const { mark, card, wide } = await page.evaluate(() => ({
      mark: found("#article mark.pointed").getBoundingClientRect().bottom,
      card: found("#card").getBoundingClientRect().top,
      wide: document.documentElement.scrollWidth - innerWidth,
    }));
    assert.ok(mark <= card, `${mark} ${card}`);
    assert.ok(wide <= 0, `the page is ${wide} px too wide`);
  },
  { viewport: { width: 390, height: 844, hasTouch: true, isMobile: true } },
);

inChromium("typing is analyzed when it rests, and never taken away", async (page) => {
  await page.type("#editor", "Ông Trần Văn Huyến, Chủ tịch HĐND tỉnh Hậu Giang, phát biểu ngày 1-7-2021.", {
    delay: 5,
  });
  await analyzed(page);
  assert.ok((await count(page, "#article mark.kind-person")) > 0);
  assert.ok(await page.evaluate(() => focused().id === "editor"));
  assert.match(await value(page, "#editor"), /^Ông Trần Văn Huyến.*2021\.$/);
  await page.click("#clear");
  assert.equal(await isVisible(page, "#result"), false);
});
