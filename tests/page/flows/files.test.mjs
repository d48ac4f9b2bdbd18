// Files of every format, picked and dropped: what comes out is the article, with a notice of what was done; what cannot be
// read is said in one sentence, and nothing typed is lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyzed, drop, flow, isVisible, paste, pick, text } from "../browser.mjs";
import { forTcvn3, straight } from "../fixtures/legacy.mjs";

/** @import { FlowPage } from "../browser.mjs" */

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const article = readFileSync(`${FIXTURES}article.txt`, "utf8");
const paragraphs = article.trim().split("\n");
const typed = "Chủ tịch UBND tỉnh Hậu Giang phát biểu.";

const asked = (/** @type {FlowPage} */ page) => page.evaluate(() => globalThis.lastQuestion.text);
const lines = (/** @type {string} */ came) =>
  came
    .trim()
    .split(/\n+/)
    .map((line) => line.trim());
const failed = (/** @type {FlowPage} */ page) => page.waitForSelector("#status.failed", { timeout: 30_000 });
const noted = async (/** @type {FlowPage} */ page, /** @type {string} */ words) => {
  await page.waitForFunction((part) => found("#status").textContent.includes(part), { timeout: 30_000 }, words);
};
/** @type {Record<string, (page: FlowPage, name: string) => Promise<void>>} */
const put = {
  pick: (/** @type {FlowPage} */ page, /** @type {string} */ name) => pick(page, FIXTURES + name),
  drop: (/** @type {FlowPage} */ page, /** @type {string} */ name) =>
    drop(page, [{ name, bytes: readFileSync(FIXTURES + name) }]),
};

/** @type {Record<string, {notice?: string, lines?: string[]}>} what is said of it, and the lines that come */
const READ = {
  "article.txt": {},
  "web.html": { notice: "HTML", lines: paragraphs },
  "article.docx": {
    lines: [
      ...paragraphs,
      "Danh sách khen thưởng",
      "Vị Thanh, ngày 5/7/2022",
      "Họ và tên\tChức vụ",
      "Trần Quốc Dũng\tPhó Bí thư Huyện ủy Phụng Hiệp",
    ],
  },
  "libreoffice.pdf": { notice: "đầu trang", lines: paragraphs },
  "liberation.pdf": { notice: "đầu trang", lines: paragraphs },
  "chromium.pdf": { notice: "đầu trang", lines: paragraphs },
  "columns.pdf": { notice: "nối", lines: paragraphs },
  "wrapped.txt": { notice: "nối", lines: paragraphs },
  "tcvn3.txt": { notice: "TCVN3", lines: lines(forTcvn3(article)) },
  "vni.txt": { notice: "VNI", lines: paragraphs },
  "vni.docx": { notice: "VNI", lines: paragraphs },
  "vps.txt": { notice: "VPS", lines: lines(straight(article)) },
  "windows-1258.txt": { notice: "windows-1258", lines: paragraphs },
  "utf-16le.txt": { lines: paragraphs },
  "utf-16be.txt": { lines: paragraphs },
};

for (const way of ["pick", "drop"]) {
  for (const [name, { notice, lines: expected = paragraphs }] of Object.entries(READ)) {
    flow(`${way} ${name}`, async (page) => {
      await put[way](page, name);
      await analyzed(page);
      assert.deepEqual(lines(await asked(page)), expected);
      assert.ok(
        await page.evaluate(() => globalThis.lastAnswer.analysis.people.some(({ name }) => name === "Lê Văn Bền")),
      );
      if (notice) await noted(page, notice);
      else assert.equal(await page.$("#status.note"), null);
    });
  }
}

const REFUSED = {
  "empty.txt": "rỗng",
  "empty.docx": "không có chữ nào",
  "blank.pdf": "chỉ có ảnh",
  "scanned.pdf": "chỉ có ảnh",
  "unreadable.pdf": "phông chữ",
  "broken.docx": "bị hỏng",
  "broken.pdf": "bị hỏng",
  "encrypted.docx": "mật khẩu",
  "encrypted.pdf": "mật khẩu",
  "old.doc": "Word 97–2003",
  "letter.rtf": "RTF",
};

flow(
  "what cannot be read: what, why, what to do, in both languages; what was typed and the article before stay",
  async (page) => {
    await paste(page, typed);
    await analyzed(page);
    for (const [name, why] of Object.entries(REFUSED)) {
      await put[name.endsWith("pdf") ? "pick" : "drop"](page, name);
      await noted(page, name);
      await failed(page);
      const said = await text(page, "#status");
      assert.ok(said.includes(name) && said.includes(why) && /Hãy/.test(said), said);
      await page.click("#language");
      assert.ok(!/Hãy/.test(await text(page, "#status")) && (await text(page, "#status")).includes(name));
      await page.click("#language");
      assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), typed);
      assert.ok(await isVisible(page, "#article"));
    }
  },
);

flow("a PDF one of whose fonts does not name its letters: the reader is warned", async (page) => {
  await put.pick(page, "half-readable.pdf");
  await analyzed(page);
  await noted(page, "Phông chữ");
});

flow("what was done can be undone and done again", async (page) => {
  await put.pick(page, "tcvn3.txt");
  await noted(page, "đã chuyển");
  await page.click('[data-step="encoding"]');
  await noted(page, "đang để nguyên");
  assert.match(await asked(page), /^HËu Giang/);
  await page.click('[data-step="encoding"]');
  await noted(page, "đã chuyển");
  assert.match(await asked(page), /^Hậu Giang/);

  await put.pick(page, "wrapped.txt");
  await noted(page, "đã nối");
  await page.click('[data-step="lines"]');
  await noted(page, "đang để nguyên");
  assert.equal(await asked(page), readFileSync(`${FIXTURES}wrapped.txt`, "utf8"));
});

flow("pasted from a letter: joined for reading, the editor keeps what was pasted, also after undoing", async (page) => {
  const letter = readFileSync(`${FIXTURES}wrapped.txt`, "utf8").trim();
  await paste(page, letter);
  await noted(page, "đã nối");
  assert.deepEqual(lines(await asked(page)), paragraphs);
  assert.equal(await page.$eval("textarea#editor", (editor) => editor.value), letter);
  await page.click('[data-step="lines"]');
  await noted(page, "đang để nguyên");
  assert.equal(await asked(page), letter);
});
