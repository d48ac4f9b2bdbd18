// The article as it is shown: marks, card, keyboard, chips, panels.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import vi from "../../www/i18n/vi.js";
import { analyzed, finish, sample, start } from "./browser.mjs";

let run;
before(async () => (run = await start()));
after(() => run?.close());

/** For every entity: the text of its marks beside the stretch of the article it stands for, spaces apart. */
const compareMarks = () => {
  const { text } = globalThis.lastQuestion;
  const { entities } = globalThis.lastAnswer.analysis;
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
  test(`sample ${i}: every entity is marked where it stands, every line is shown`, async () => {
    const page = await run.open();
    await sample(page, i);
    const { count, wrong } = await page.evaluate(compareMarks);
    assert.ok(count > 20, `${count} entities`);
    assert.deepEqual(wrong, []);
    const lines = await page.evaluate(() => {
      const { text } = globalThis.lastQuestion;
      const shown = [...document.querySelectorAll("#article .words")].map((line) => line.textContent);
      return { shown, zones: globalThis.lastAnswer.analysis.zones.map(({ start, end }) => text.slice(start, end)) };
    });
    assert.deepEqual(lines.shown, lines.zones);
    for (const label of ["people", "figures", "bodies", "topics"]) {
      const data = await page.evaluate(
        (key) =>
          ({
            people: (a) => a.people.length,
            figures: (a) => a.quantities.length,
            bodies: (a) => a.organizations.length,
            topics: (a) => a.metrics.topics.length,
          })[key](globalThis.lastAnswer.analysis),
        label,
      );
      assert.equal(await page.locator(`[data-panel="${label}"]`).count(), data > 0 ? 1 : 0, label);
    }
    assert.match(await page.textContent("#overview .took"), /ms/);
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
    assert.deepEqual(await finish(page), []);
  });
}

test("the card says what it is, why, and leads to the other places; Escape gives the focus back", async () => {
  const page = await run.open();
  await sample(page, 1);
  const id = await page.evaluate(() => {
    const { entities, people } = globalThis.lastAnswer.analysis;
    return people.find((person) => person.mentions.length > 2 && person.roles.length)?.mentions[0] ?? entities[0].id;
  });
  await page.locator(`mark[data-id="${id}"]`).click();
  const expected = await page.evaluate((at) => {
    const { entities, people } = globalThis.lastAnswer.analysis;
    return people[entities[at].record];
  }, id);
  assert.equal(await page.textContent("#card-title"), expected.name);
  assert.ok((await page.textContent("#card dl")).includes(expected.roles[0].title));
  assert.match(await page.textContent("#card .why"), /Vì sao/);
  assert.equal(await page.locator("#article mark.lit").count(), expected.mentions.length);
  await page.click("#card .next");
  assert.match(await page.textContent("#card .steps"), new RegExp(`2/${expected.mentions.length}`));
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible("#card"), false);
  assert.equal(await page.evaluate(() => Number(focused().dataset.id)), expected.mentions[1]);
  assert.deepEqual(await finish(page), []);
});

test("by keyboard alone: one tab stop, arrows from mark to mark, into and out of nested ones, Enter for the card", async () => {
  const page = await run.open();
  await sample(page, 2);
  assert.equal(await page.locator('#article mark[tabindex="0"]').count(), 1);
  await page.locator('#article mark[tabindex="0"]').focus();
  const focusedId = () => page.evaluate(() => Number(focused().dataset.id));
  assert.equal(await focusedId(), 0);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focusedId(), 2);
  const nested = await page.evaluate(() =>
    globalThis.lastAnswer.analysis.entities.find((entity) => entity.parent !== undefined),
  );
  await page.locator(`mark[data-id="${nested.id}"]`).focus();
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
  assert.equal(await page.isVisible("#card"), true);
  assert.ok(await page.evaluate(() => found("#card").contains(document.activeElement)));
  await page.keyboard.press("Escape");
  assert.equal(await focusedId(), 0);
  assert.equal(await page.locator('#article mark[tabindex="0"]').count(), 1);
  assert.deepEqual(await finish(page), []);
});

test("chips switch kinds off and on with their counts; M hides every mark", async () => {
  const page = await run.open();
  await sample(page, 0);
  const kinds = await page.evaluate(() => {
    const counts = {};
    for (const { kind } of globalThis.lastAnswer.analysis.entities) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  });
  for (const [kind, count] of Object.entries(kinds))
    assert.equal(await page.textContent(`[data-chip="${kind}"] .count`), String(count));
  await page.click('[data-chip="organization"]');
  assert.equal(await page.getAttribute('[data-chip="organization"]', "aria-pressed"), "false");
  assert.equal(await page.locator("#article mark.kind-organization").count(), 0);
  assert.ok((await page.locator("#article mark.kind-time").count()) >= kinds.time);
  await page.click('[data-panel="bodies"] summary');
  await page.click('[data-panel="bodies"] button.row');
  assert.ok(await page.evaluate(() => focused().classList.contains("line")), "a row still leads to the line");
  await page.click('[data-chip="organization"]');
  assert.deepEqual((await page.evaluate(compareMarks)).wrong, []);
  const first = page.locator("#article mark").first();
  const line = () => first.evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  await first.focus();
  await page.keyboard.press("m");
  assert.match(await line(), /none/);
  await page.keyboard.press("m");
  assert.match(await line(), /underline/);
  assert.deepEqual(await finish(page), []);
});

test("ten kinds, ten shapes of line: hue is never needed", async () => {
  const page = await run.open();
  await sample(page, 0);
  const shapes = await page.locator(".chip .stroke").evaluateAll((nodes) =>
    nodes.map((node) => {
      const { textDecorationStyle, textDecorationThickness } = getComputedStyle(node);
      return `${textDecorationStyle} ${textDecorationThickness}`;
    }),
  );
  assert.equal(new Set(shapes).size, 10, shapes.join(", "));
  assert.deepEqual(await finish(page), []);
});

test("every row leads back to its place", async () => {
  const page = await run.open();
  await sample(page, 3);
  await page.click('#panels [data-act="open"]');
  const rows = page.locator("#panels button.row");
  const count = await rows.count();
  assert.ok(count > 20, `${count} rows`);
  const wrong = await rows.evaluateAll((buttons) => {
    const out = [];
    for (const row of buttons) {
      row.click();
      const at = focused();
      const { entities } = globalThis.lastAnswer.analysis;
      if (row.dataset.to !== undefined) {
        if (at.dataset.id !== row.dataset.to || !entities[row.dataset.to]) out.push(row.textContent);
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
  assert.deepEqual(await finish(page), []);
});

test("a tap opens the card on a phone, and the mark stays in view", async () => {
  const page = await run.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await sample(page, 1);
  await page.locator("#article mark").nth(12).tap();
  assert.equal(await page.isVisible("#card"), true);
  const { mark, card, wide } = await page.evaluate(() => ({
    mark: found("#article mark.pointed").getBoundingClientRect().bottom,
    card: found("#card").getBoundingClientRect().top,
    wide: document.documentElement.scrollWidth - innerWidth,
  }));
  assert.ok(mark <= card, `${mark} ${card}`);
  assert.ok(wide <= 0, `the page is ${wide} px too wide`);
  assert.deepEqual(await finish(page), []);
});

test("typing is analyzed when it rests, and never taken away", async () => {
  const page = await run.open();
  await page
    .locator("#editor")
    .pressSequentially("Ông Trần Văn Huyến, Chủ tịch HĐND tỉnh Hậu Giang, phát biểu ngày 1-7-2021.", { delay: 5 });
  await analyzed(page);
  assert.ok((await page.locator("#article mark.kind-person").count()) > 0);
  assert.ok(await page.evaluate(() => focused().id === "editor"));
  assert.match(await page.inputValue("#editor"), /^Ông Trần Văn Huyến.*2021\.$/);
  await page.click("#clear");
  assert.equal(await page.isVisible("#result"), false);
  assert.deepEqual(await finish(page), []);
});
