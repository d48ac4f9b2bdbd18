// How text comes in, and what happens when it is not what one hoped for.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { analyzed, finish, paste, SEEDS, sample, start } from "./browser.mjs";

let run;
let folder;
before(async () => {
  run = await start();
  folder = mkdtempSync(join(tmpdir(), "langkinh-"));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await run.close();
});

const seed = (number) => SEEDS + readdirSync(SEEDS).sort()[number];
const sentence = "Ngày 12/5/2022, Chủ tịch UBND tỉnh Hậu Giang ban hành Quyết định số 15/QĐ-UBND.";
const asked = (page) => page.evaluate(() => globalThis.lastQuestion.text);
const status = (page) => page.textContent("#status");

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A page of a newspaper, as it is saved: navigation, scripts, the article, other headlines. */
const webPage = (
  body,
) => `<!DOCTYPE html><html><head><title>Hội nghị sơ kết – Báo thử</title><script>alert("ran")</script><style>p { color: red }</style></head>
<body style="color: red" onload="alert('ran')"><nav><a href="/a">Trang chủ</a><a href="/b">Kinh tế</a></nav>
<article><h1>Hội nghị sơ kết</h1>${body}</article><footer>Liên hệ quảng cáo</footer></body></html>`;
const paragraphs = Array.from(
  { length: 8 },
  (_, i) =>
    `<p>${sentence} Đoạn thứ ${i + 1}, ông Trần Văn Huyến nói rõ thêm về công tác cán bộ, về tổ chức và về những việc sẽ làm trong năm sau.<img src="x" onerror="alert('ran')"></p>`,
).join("\n");

/** A drop that the browser itself makes, through the protocol of its developer tools. */
async function drop(page, path) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"])
    await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
}

test("paste through the clipboard", async () => {
  const page = await run.open({ permissions: ["clipboard-read", "clipboard-write"] });
  const text = readFileSync(seed(2), "utf8");
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.focus("#editor");
  await page.keyboard.press("Control+v");
  await analyzed(page);
  assert.equal(await asked(page), text.replace(/\r\n?/g, "\n"));
  assert.ok((await page.locator("#article mark").count()) > 20);
  assert.deepEqual(await finish(page), []);
});

test("pick a text file: analyzed exactly as it stands in the file", async () => {
  const page = await run.open();
  await page.setInputFiles("#picker", seed(4));
  await analyzed(page);
  assert.equal(await asked(page), readFileSync(seed(4), "utf8"));
  assert.deepEqual(await finish(page), []);
});

test("drop a text file anywhere on the page", async () => {
  const page = await run.open();
  await drop(page, seed(1));
  await analyzed(page);
  assert.equal(await asked(page), readFileSync(seed(1), "utf8"));
  assert.deepEqual(await finish(page), []);
});

test("a saved web page: its article is found, no script of it runs", async () => {
  const page = await run.open();
  await page.setInputFiles("#picker", file("bai.html", webPage(paragraphs)));
  await analyzed(page);
  const text = await asked(page);
  assert.match(text, /^Hội nghị sơ kết/);
  assert.ok(text.includes("Đoạn thứ 8"));
  assert.ok(!text.includes("quảng cáo") && !text.includes("alert"), text);
  assert.match(await status(page), /HTML/);
  assert.deepEqual(await finish(page), []);
});

test("HTML pasted as source, with scripts and handlers: read as an article, what was typed is still there", async () => {
  const page = await run.open();
  const source = webPage(paragraphs);
  await paste(page, source);
  await analyzed(page);
  assert.ok((await asked(page)).includes("Đoạn thứ 8"));
  assert.equal(await page.inputValue("#editor"), source);
  assert.deepEqual(await finish(page), []);
});

test("HTML in which no article can be found gives all its text", async () => {
  const page = await run.open();
  await paste(
    page,
    `<html><body><table><tr><td>${sentence}</td></tr></table><script>alert("ran")</script></body></html>`,
  );
  await analyzed(page);
  assert.ok((await asked(page)).includes(sentence));
  assert.ok(!(await asked(page)).includes("alert"));
  assert.deepEqual(await finish(page), []);
});

test("markup within prose stays text", async () => {
  const page = await run.open();
  const text = `${sentence} <script>alert("ran")</script> <img src=x onerror=alert("ran")>`;
  await paste(page, text);
  await analyzed(page);
  assert.equal(await asked(page), text);
  assert.equal(await page.textContent("#article .words"), text);
  assert.equal(await page.locator("#article script, #article img").count(), 0);
  assert.deepEqual(await finish(page), []);
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
  test(`odd input: ${name}`, async () => {
    const page = await run.open();
    await paste(page, text);
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
    assert.ok((await page.locator("#article mark").count()) > 20, "the page goes on working");
    assert.deepEqual(await finish(page), []);
  });
}

test("binary, a legacy encoding and an empty file: one sentence each, what was typed is still there", async () => {
  const page = await run.open();
  await paste(page, sentence);
  await analyzed(page);
  for (const [name, content] of [
    ["anh.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3])],
    ["bai.pdf", "%PDF-1.7 …"],
    ["cu.txt", Buffer.from([0x43, 0xe1, 0xe9, 0x20, 0xf0, 0xff, 0x41])],
  ]) {
    await page.setInputFiles("#picker", file(name, content));
    await page.waitForFunction((named) => document.querySelector("#status.failed")?.textContent.includes(named), name);
    assert.equal(await page.inputValue("#editor"), sentence);
    assert.ok((await page.locator("#article mark").count()) > 0, "the article before is still shown");
  }
  await drop(page, file("trong.txt", " \n "));
  await page.waitForFunction(() => /Không có chữ/.test(found("#status").textContent));
  assert.equal(await page.inputValue("#editor"), sentence);
  assert.deepEqual(await finish(page), []);
});

test("UTF-16 is read", async () => {
  const page = await run.open();
  await page.setInputFiles("#picker", file("utf16.txt", Buffer.from(`\ufeff${sentence}`, "utf16le")));
  await analyzed(page);
  assert.ok((await asked(page)).endsWith(sentence));
  assert.deepEqual(await finish(page), []);
});

test("five million letters: only what is near the window is drawn, the last place can be reached", async () => {
  const page = await run.open();
  const text = readFileSync(seed(3), "utf8");
  await page.setInputFiles(
    "#picker",
    file("dai.txt", `${text}\n`.repeat(Math.ceil(5_000_000 / Buffer.byteLength(text)))),
  );
  await analyzed(page);
  const nodes = await page.locator("#article mark").count();
  const entities = await page.evaluate(() => globalThis.lastAnswer.analysis.entities.length);
  assert.ok(entities > 10_000 && nodes > 0 && nodes < entities / 10, `${nodes} of ${entities}`);
  await page.locator("#article mark").first().focus();
  await page.keyboard.press("End");
  assert.equal(await page.evaluate(() => Number(focused().dataset.id)), entities - 1);
  await page.click("#language");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.deepEqual(await finish(page), []);
});

test("one line of five hundred thousand letters is drawn in pieces, every mark whole", async () => {
  const page = await run.open();
  await page.setInputFiles("#picker", file("dong.txt", `${sentence} `.repeat(6000)));
  await analyzed(page);
  assert.ok((await page.locator("#article .line").count()) < 400);
  const wrong = await page.evaluate(() => {
    const { text } = globalThis.lastQuestion;
    const { entities } = globalThis.lastAnswer.analysis;
    return [...document.querySelectorAll("#article mark:not(.continued)")].filter((mark) => {
      const { id, start, end } = entities[Number(mark.getAttribute("data-id"))];
      return (
        [...document.querySelectorAll(`#article mark[data-id="${id}"]`)].map((piece) => piece.textContent).join("") !==
        text.slice(start, end)
      );
    }).length;
  });
  assert.equal(wrong, 0);
  assert.deepEqual(await finish(page), []);
});

test("stop ends the work, the text stays, the next text is analyzed", async () => {
  const page = await run.open();
  // the first worker never gets its module: work that does not end, whatever the machine
  let held = 0;
  await page.context().route("**/langkinh_bg.wasm", (route) => (held++ ? route.continue() : undefined));
  await page.reload();
  const text = readFileSync(seed(3), "utf8");
  await page.setInputFiles("#picker", file("dai-mai.txt", text));
  await page.click("#cancel");
  assert.match(await status(page), /Đã dừng/);
  assert.equal(held, 1);
  assert.equal((await page.inputValue("#editor")).length, text.length);
  await sample(page, 0);
  assert.ok((await page.locator("#article mark").count()) > 20);
  assert.deepEqual(await finish(page), []);
});

test("a newer text makes the older answer stale", async () => {
  const page = await run.open();
  await page.setInputFiles("#picker", file("cham.txt", `${readFileSync(seed(3), "utf8")}\n`.repeat(40)));
  await page.waitForFunction(() => globalThis.lastQuestion);
  await sample(page, 2);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => found("#article").textContent.includes("Triệu Phong")), true);
  assert.equal(await page.evaluate(() => globalThis.lastAnswer.id === globalThis.lastQuestion.id), true);
  assert.deepEqual(await finish(page), []);
});

test("a worker that breaks is replaced, and the page says what happened", async () => {
  const page = await run.open();
  await page.route("**/dist/worker.js", (route) => route.abort(), { times: 1 });
  await page.reload();
  await page.click('[data-sample="1"]');
  await page.waitForFunction(() => document.querySelector("#status.failed") || document.querySelector("#article mark"));
  await sample(page, 2);
  assert.ok((await page.locator("#article mark").count()) > 20);
});
