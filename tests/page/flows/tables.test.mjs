// Reading many: accessible in both languages, light and dark, wide and narrow; no word of the other language is left.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { axe, inChromium, pick, sticksOut } from "../browser.mjs";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const TABS = ["register", "documents", "figures", "topics", "articles"];

/** @type {[scheme: string, language: string, viewport: {width: number, height: number}][]} */
const LOOKS = [
  ["light", "vi", { width: 1360, height: 900 }],
  ["dark", "en", { width: 1360, height: 900 }],
  ["light", "en", { width: 390, height: 844 }],
  ["dark", "vi", { width: 390, height: 844 }],
];
for (const [scheme, language, viewport] of LOOKS) {
  inChromium(
    `axe-core finds nothing in the tables: ${scheme}, ${language}, ${viewport.width} px`,
    async (page) => {
      if (language === "en") await page.click("#language");
      await pick(
        page,
        ...["article.docx", "libreoffice.pdf", "web.html", "scanned.pdf", "tcvn3.txt"].map((name) => FIXTURES + name),
      );
      await page.waitForFunction(
        () => document.querySelector("#many-table tbody tr") && !document.querySelector("#many progress"),
        { timeout: 60_000 },
      );
      for (const tab of TABS) {
        await page.click(`[data-tab="${tab}"]`);
        if (["register", "documents"].includes(tab)) await page.click("[aria-expanded]");
        assert.deepEqual(await axe(page), [], tab);
        assert.equal(await sticksOut(page), false, `${tab}: nothing sticks out`);
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
            /** @type {(string|null)[]} */
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
      await page.click("#many-table button.cell");
      await page.waitForSelector("#article .words");
      assert.deepEqual(await axe(page), [], "article with its way back");
    },
    { viewport, media: { "prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce" } },
  );
}
