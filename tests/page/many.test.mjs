// Reading many: accessible in both languages, light and dark, wide and narrow; no word of the other language is left.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { axe, finish, start } from "./browser.mjs";

const FIXTURES = fileURLToPath(new URL("fixtures/", import.meta.url));
const TABS = ["register", "documents", "figures", "topics", "articles"];
/** @type {Awaited<ReturnType<typeof start>>} */
let run;
before(async () => (run = await start()));
after(() => run?.close());

/** @type {["light"|"dark", string, {width: number, height: number}][]} */
const LOOKS = [
  ["light", "vi", { width: 1360, height: 900 }],
  ["dark", "en", { width: 1360, height: 900 }],
  ["light", "en", { width: 390, height: 844 }],
  ["dark", "vi", { width: 390, height: 844 }],
];
for (const [colorScheme, language, viewport] of LOOKS) {
  test(`axe-core finds nothing in the tables: ${colorScheme}, ${language}, ${viewport.width} px`, async () => {
    const page = await run.open({ colorScheme, viewport, reducedMotion: "reduce" });
    if (language === "en") await page.click("#language");
    await page.setInputFiles(
      "#picker",
      ["article.docx", "libreoffice.pdf", "web.html", "scanned.pdf", "tcvn3.txt"].map((name) => FIXTURES + name),
    );
    await page.waitForFunction(
      () => document.querySelector("#many-table tbody tr") && !document.querySelector("#many progress"),
      undefined,
      { timeout: 60_000 },
    );
    for (const tab of TABS) {
      await page.click(`[data-tab="${tab}"]`);
      const opens = page.locator("[aria-expanded]").first();
      if (["register", "documents"].includes(tab)) await opens.click();
      assert.deepEqual(await axe(page), [], tab);
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
        false,
        `${tab}: nothing sticks out`,
      );
      assert.deepEqual(
        (await page.evaluate(() => document.body.innerText)).match(
          /\b(?:many|note|error|status|topic|comparison)\.[a-zA-Z_.]+\b/g,
        ),
        null,
        tab,
      );
      if (language === "en") {
        const left = await page.evaluate(() => {
          const walk = document.createTreeWalker(found("#many"), NodeFilter.SHOW_TEXT);
          const out = [];
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            if (
              !node.parentElement?.closest('[lang="vi"], .many-failed') &&
              /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(node.textContent ?? "") &&
              !/Lăng Kính/.test(node.textContent ?? "")
            )
              out.push(node.textContent);
          }
          return out;
        });
        assert.deepEqual(left, [], tab);
      }
    }
    await page.locator("#many-table button.cell").first().click();
    await page.waitForSelector("#article .words");
    assert.deepEqual(await axe(page), [], "article with its way back");
    assert.deepEqual(await finish(page), []);
  });
}
