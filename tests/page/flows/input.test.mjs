// How text comes in, and what happens when it is not what one hoped for.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import {
  analyzed,
  attribute,
  CLIPBOARD,
  chord,
  count,
  inChromium,
  pick,
  put,
  SEEDS,
  sample,
  text,
  value,
} from "../browser.mjs";

/** @typedef {import("../browser.mjs").FlowPage} FlowPage */

/** @type {string} */
let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "langkinh-"))));
after(() => rmSync(folder, { recursive: true }));

const seed = (/** @type {number} */ number) => SEEDS + readdirSync(SEEDS).sort()[number];
const sentence = "Ngày 12/5/2022, Chủ tịch UBND tỉnh Hậu Giang ban hành Quyết định số 15/QĐ-UBND.";
const asked = (/** @type {FlowPage} */ page) => page.evaluate(() => globalThis.lastQuestion.text);
const status = (/** @type {FlowPage} */ page) => text(page, "#status");

function file(/** @type {string} */ name, /** @type {string|Uint8Array} */ content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A page of a newspaper, as it is saved: navigation, scripts, the article, other headlines. */
const webPage = (
  /** @type {string} */ body,
) => `<!DOCTYPE html><html><head><title>Hội nghị sơ kết – Báo thử</title><script>alert("ran")</script><style>p { color: red }</style></head>
<body style="color: red" onload="alert('ran')"><nav><a href="/a">Trang chủ</a><a href="/b">Kinh tế</a></nav>
<article><h1>Hội nghị sơ kết</h1>${body}</article><footer>Liên hệ quảng cáo</footer></body></html>`;
const paragraphs = Array.from(
  { length: 8 },
  (_, i) =>
    `<p>${sentence} Đoạn thứ ${i + 1}, ông Trần Văn Huyến nói rõ thêm về công tác cán bộ, về tổ chức và về những việc sẽ làm trong năm sau.<img src="x" onerror="alert('ran')"></p>`,
).join("\n");

/** A drop that the browser itself makes, through the protocol of its developer tools. */
async function drop(/** @type {FlowPage} */ page, /** @type {string} */ path) {
  const session = await page.createCDPSession();
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"]))
    await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
}

inChromium(
  "paste through the clipboard",
  async (page) => {
    const article = readFileSync(seed(2), "utf8");
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), article);
    await page.focus("#editor");
    await chord(page, "v");
    await analyzed(page);
    assert.equal(await asked(page), article.replace(/\r\n?/g, "\n"));
    assert.ok((await count(page, "#article mark")) > 20);
  },
  { permissions: CLIPBOARD },
);

inChromium("pick a text file: analyzed exactly as it stands in the file", async (page) => {
  await pick(page, seed(4));
  await analyzed(page);
  assert.equal(await asked(page), readFileSync(seed(4), "utf8"));
});

inChromium("drop a text file anywhere on the page", async (page) => {
  await drop(page, seed(1));
  await analyzed(page);
  assert.equal(await asked(page), readFileSync(seed(1), "utf8"));
});

inChromium("a saved web page: its article is found, no script of it runs", async (page) => {
  await pick(page, file("bai.html", webPage(paragraphs)));
  await analyzed(page);
  const text = await asked(page);
  assert.match(text, /^Hội nghị sơ kết/);
  assert.ok(text.includes("Đoạn thứ 8"));
  assert.ok(!text.includes("quảng cáo") && !text.includes("alert"), text);
  assert.match(await status(page), /HTML/);
});

inChromium(
  "HTML pasted as source, with scripts and handlers: read as an article, what was typed is still there",
  async (page) => {
    const source = webPage(paragraphs);
    await put(page, source);
    await analyzed(page);
    assert.ok((await asked(page)).includes("Đoạn thứ 8"));
    assert.equal(await value(page, "#editor"), source);
  },
);

inChromium("HTML in which no article can be found gives all its text", async (page) => {
  await put(
    page,
    `<html><body><table><tr><td>${sentence}</td></tr></table><script>alert("ran")</script></body></html>`,
  );
  await analyzed(page);
  assert.ok((await asked(page)).includes(sentence));
  assert.ok(!(await asked(page)).includes("alert"));
});

inChromium("markup within prose stays text", async (page) => {
  const words = `${sentence} <script>alert("ran")</script> <img src=x onerror=alert("ran")>`;
  await put(page, words);
  await analyzed(page);
  assert.equal(await asked(page), words);
  assert.equal(await text(page, "#article .words"), words);
  assert.equal(await count(page, "#article script, #article img"), 0);
});

const odd = {
  "only site chrome": "Trang chủ\nĐăng nhập\nChia sẻ Facebook\nIn bài viết\nBình luận",
  English: "The committee met on Monday to discuss the budget for next year. Nothing was decided.",
  Chinese: "委员会星期一开会讨论明年的预算。没有作出任何决定。",
  "NUL and other controls": `\u0000${sentence}\u0000\u0007\u200b\u202e`,
  "lone surrogates": `\ud83d ${sentence} \udc00\ud83d`,
  "emoji and decomposed letters": `😀 ${sentence.normalize("NFD")} 👩‍👩‍👧`,
  "one endless word": "a".repeat(50_000),
};
for (const [name, text] of Object.entries(odd)) {
  inChromium(`odd input: ${name}`, async (page) => {
    await put(page, text);
    await analyzed(page);
    const { shown, wrong } = await page.evaluate(() => {
      const { text: given } = globalThis.lastQuestion;
      const { entities } = globalThis.lastAnswer.analysis;
      const wrong = entities.filter(
        ({ id, start, end }) =>
          [...document.querySelectorAll(`#article mark[data-id="${id}"]`)].map((mark) => mark.textContent).join("") !==
          given.slice(start, end),
      );
      return { shown: found("#article").textContent.length, wrong };
    });
    assert.ok(shown > 0);
    assert.deepEqual(wrong, []);
    await sample(page, 2);
    assert.ok((await count(page, "#article mark")) > 20, "the page goes on working");
  });
}

inChromium(
  "binary, a legacy encoding and an empty file: one sentence each, what was typed is still there",
  async (page) => {
    await put(page, sentence);
    await analyzed(page);
    /** @type {[name: string, content: string|Uint8Array][]} */
    const unreadable = [
      ["anh.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3])],
      ["bai.pdf", "%PDF-1.7 …"],
      ["cu.txt", Buffer.from([0x43, 0xe1, 0xe9, 0x20, 0xf0, 0xff, 0x41])],
    ];
    for (const [name, content] of unreadable) {
      await pick(page, file(name, content));
      await page.waitForFunction(
        (named) => document.querySelector("#status.failed")?.textContent?.includes(named),
        {},
        name,
      );
      assert.equal(await value(page, "#editor"), sentence);
      assert.ok((await count(page, "#article mark")) > 0, "the article before is still shown");
    }
    await drop(page, file("trong.txt", " \n "));
    await page.waitForFunction(() => /Không có chữ/.test(found("#status").textContent));
    assert.equal(await value(page, "#editor"), sentence);
  },
);

inChromium("UTF-16 is read", async (page) => {
  await pick(page, file("utf16.txt", Buffer.from(`\ufeff${sentence}`, "utf16le")));
  await analyzed(page);
  assert.ok((await asked(page)).endsWith(sentence));
});

inChromium(
  "five million letters: only what is near the window is drawn, the last place can be reached",
  async (page) => {
    const article = readFileSync(seed(3), "utf8");
    await pick(page, file("dai.txt", `${article}\n`.repeat(Math.ceil(5_000_000 / Buffer.byteLength(article)))));
    await analyzed(page);
    const nodes = await count(page, "#article mark");
    const entities = await page.evaluate(() => globalThis.lastAnswer.analysis.entities.length);
    assert.ok(entities > 10_000 && nodes > 0 && nodes < entities / 10, `${nodes} of ${entities}`);
    await page.focus("#article mark");
    await page.keyboard.press("End");
    assert.equal(await page.evaluate(() => Number(focused().dataset.id)), entities - 1);
    await page.click("#language");
    assert.equal(await attribute(page, "html", "lang"), "en");
  },
);

inChromium("one line of five hundred thousand letters is drawn in pieces, every mark whole", async (page) => {
  await pick(page, file("dong.txt", `${sentence} `.repeat(6000)));
  await analyzed(page);
  assert.ok((await count(page, "#article .line")) < 400);
  const wrong = await page.evaluate(() => {
    const { text: given } = globalThis.lastQuestion;
    const { entities } = globalThis.lastAnswer.analysis;
    return [...document.querySelectorAll("#article mark:not(.continued)")].filter((mark) => {
      const { id, start, end } = entities[Number(mark.getAttribute("data-id"))];
      return (
        [...document.querySelectorAll(`#article mark[data-id="${id}"]`)].map((piece) => piece.textContent).join("") !==
        given.slice(start, end)
      );
    }).length;
  });
  assert.equal(wrong, 0);
});

let held = 0;
inChromium(
  "stop ends the work, the text stays, the next text is analyzed",
  async (page) => {
    const article = readFileSync(seed(3), "utf8");
    await pick(page, file("dai-mai.txt", article));
    await page.click("#cancel");
    assert.match(await status(page), /Đã dừng/);
    assert.equal(held, 1);
    assert.equal((await value(page, "#editor")).length, article.length);
    await sample(page, 0);
    assert.ok((await count(page, "#article mark")) > 20);
  },
  {
    // the first worker never gets its module: work that does not end, whatever the machine
    instead: {
      "/pkg/langkinh_bg.wasm": (_, times) => {
        held = times;
        return times === 1 ? undefined : false;
      },
    },
  },
);

inChromium("a newer text makes the older answer stale", async (page) => {
  await pick(page, file("cham.txt", `${readFileSync(seed(3), "utf8")}\n`.repeat(40)));
  await page.waitForFunction(() => globalThis.lastQuestion);
  await sample(page, 2);
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(await page.evaluate(() => found("#article").textContent.includes("Triệu Phong")), true);
  assert.equal(await page.evaluate(() => globalThis.lastAnswer.id === globalThis.lastQuestion.id), true);
});

inChromium(
  "a worker that breaks is replaced, and the page says what happened",
  async (page) => {
    await page.click('[data-sample="1"]');
    await page.waitForFunction(
      () => document.querySelector("#status.failed") || document.querySelector("#article mark"),
    );
    await sample(page, 2);
    assert.ok((await count(page, "#article mark")) > 20);
  },
  {
    expects: /console:/,
    instead: { "/dist/worker.js": (response, times) => (times === 1 ? void response.destroy() : false) },
  },
);
