// Reading many: the samples by one click, files and folders, what fails, the tables and the way to a sentence and back,
// exports, the keyboard.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { count, drop, flow, isVisible, pick, text } from "../browser.mjs";

/** @import { FlowPage } from "../browser.mjs" */

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
/** @type {string} */
let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "langkinh-many-"))));
after(() => rmSync(folder, { recursive: true }));

const read = (/** @type {FlowPage} */ page) =>
  page.waitForFunction(
    () => document.querySelector("#many-table [role=grid]") && !document.querySelector("#many progress"),
    { timeout: 60_000 },
  );
const tab = (/** @type {FlowPage} */ page, /** @type {string} */ key) => page.click(`[data-tab="${key}"]`);
const cells = (/** @type {FlowPage} */ page) =>
  page.$$eval("#many-table tbody tr:not(.details)", (rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.querySelector(".text")?.textContent ?? "")),
  );
const filter = async (/** @type {FlowPage} */ page, /** @type {string} */ words) => {
  await page.$eval(
    "input#many-filter",
    (input, value) => {
      input.value = value;
      input.dispatchEvent(new Event("input"));
    },
    words,
  );
  await new Promise((done) => setTimeout(done, 400));
};

const said = (
  /** @type {string} */ name,
  /** @type {string} */ post,
  /** @type {string} */ place,
  /** @type {string} */ day,
) => `Ngày ${day}, tại ${place}, ông ${name}, ${post} ${place}, chủ trì cuộc họp về công tác cán bộ.\n`;
const file = (/** @type {string} */ name, /** @type {string} */ content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

flow(
  "five samples by one click: who headed the Organization Commission of which province when; to the sentence and back",
  async (page) => {
    await page.click("#all-samples");
    await read(page);
    await filter(page, "trưởng ban tổ chức");
    const heads = (await cells(page))
      .filter(([, post]) => /^Trưởng ban Tổ chức/i.test(post))
      .map(([person, , , place]) => [person, place]);
    assert.deepEqual(heads, [
      ["Lê Tấn Thủ", "thành phố Cần Thơ"],
      ["Nguyễn Thiện Nhơn", "tỉnh Hậu Giang"],
      ["Lê Thanh Nghiêm", "tỉnh Long An"],
      ["Phan Văn Phụng", "tỉnh Quảng Trị"],
    ]);
    for (const column of [0, 1, 2, 3, 4]) {
      const person = await page.$eval("#many-table tbody tr .text", (node) => node.textContent);
      await (await page.$$("#many-table tbody tr:first-child .cell"))[column].click();
      await page.waitForFunction(() => !found("#result").hidden && focused().classList.contains("line"));
      assert.ok((await page.evaluate(() => focused().textContent)).includes(person));
      assert.equal(await isVisible(page, "#many"), false);
      if (column % 2) await page.click("#back button");
      else await page.goBack();
      await page.waitForFunction(() => !found("#many").hidden);
      assert.equal(
        await page.evaluate(
          (at) => [...document.querySelectorAll("#many-table tbody tr:first-child .cell")].indexOf(focused()) === at,
          column,
        ),
        true,
        "the focus is back at its cell",
      );
    }
  },
);

flow("every row of every table leads to its place", async (page) => {
  await page.click("#all-samples");
  await read(page);
  for (const key of ["documents", "figures", "topics", "articles"]) {
    await tab(page, key);
    const rows = await count(page, "#many-table tbody tr");
    assert.ok(rows > 4, `${key}: ${rows}`);
    for (const row of [0, rows >> 1]) {
      await (await page.$$(`#many-table tbody tr:nth-child(${row + 1}) button.cell`))[0].click();
      await page.waitForFunction(() => !found("#result").hidden && found("#result").ariaBusy === "false");
      if (key !== "articles") await page.waitForFunction(() => focused().classList.contains("line"));
      await page.goBack();
      await page.waitForFunction(() => !found("#many").hidden);
    }
  }
});

flow(
  "files of all formats at once: read one after another, what fails is named with its reason and stops nothing",
  async (page) => {
    await pick(
      page,
      ...[
        "article.docx",
        "libreoffice.pdf",
        "encrypted.pdf",
        "tcvn3.txt",
        "broken.docx",
        "web.html",
        "scanned.pdf",
      ].map((name) => FIXTURES + name),
    );
    await read(page);
    assert.match(await text(page, "#status"), /4 bài.*3 tệp/);
    const failed = await text(page, ".many-failed");
    for (const [name, why] of [
      ["encrypted.pdf", "mật khẩu"],
      ["broken.docx", "bị hỏng"],
      ["scanned.pdf", "chỉ có ảnh"],
    ])
      assert.ok(failed.includes(name) && failed.includes(why), failed);
    const bền = (await cells(page)).filter(([person]) => person === "Lê Văn Bền");
    const seen = bền.find(([, post]) => /Tổ chức/.test(post));
    assert.equal(seen?.at(-1), "4", "one man in four files");
    await tab(page, "documents");
    await filter(page, "18-nq/tw");
    assert.equal((await cells(page)).length, 1);
  },
);

flow("dropped together", async (page) => {
  await drop(
    page,
    ["article.txt", "vni.txt"].map((name) => ({ name, bytes: readFileSync(FIXTURES + name) })),
  );
  await read(page);
  assert.match(await text(page, ".many-count"), /2 \/ 2/);
  await tab(page, "articles");
  assert.deepEqual(
    await page.$$eval("#many-table tbody tr small", (notes) =>
      notes.map((note) => /cùng nội dung với article.txt/.test(note.textContent)),
    ),
    [false, true],
    "the same article in two formats",
  );
});

flow(
  "a folder is picked with what is in its folders; what the system left there is passed over",
  async (page) => {
    const root = join(folder, `kho-${page.browserName}`);
    mkdirSync(join(root, "2021"), { recursive: true });
    writeFileSync(join(root, ".DS_Store"), "x");
    writeFileSync(join(root, "a.txt"), said("Trần Văn Nghĩa", "Bí thư Tỉnh ủy", "Đồng Tháp", "3/4/2021"));
    writeFileSync(join(root, "2021/b.txt"), said("Trần Văn Nghĩa", "Bí thư Tỉnh ủy", "Đồng Tháp", "5/6/2022"));
    const input = await page.$("input#folder-picker");
    await input?.uploadFile(root);
    await read(page);
    assert.match(await text(page, ".many-count"), /2 \/ 2/);
    assert.deepEqual(
      (await cells(page)).map(([person, , , place, , articles]) => [person, place, articles]),
      [["Trần Văn Nghĩa", "tỉnh Đồng Tháp", "2"]],
    );
  },
  { only: "chromium" },
); // the driver of Firefox cannot pick a folder

flow("one name, two people: kept apart where neither post nor province is shared, and said so", async (page) => {
  await pick(
    page,
    file("1.txt", said("Nguyễn Văn Hùng", "Bí thư Tỉnh ủy", "Đồng Tháp", "3/4/2021")),
    file("2.txt", said("Nguyễn Văn Hùng", "Chủ tịch UBND tỉnh", "Đồng Tháp", "3/4/2022")),
    file("3.txt", said("Nguyễn Văn Hùng", "Bí thư Tỉnh ủy", "Lào Cai", "3/4/2023")),
  );
  await read(page);
  const names = await page.$$eval("#many-table tbody tr", (rows) =>
    rows.map((row) => [row.cells[0].textContent, row.cells[3].querySelector(".text")?.textContent ?? ""]),
  );
  assert.equal(names.length, 3);
  const which = (/** @type {string} */ place) => [
    ...new Set(names.filter(([, where]) => where.includes(place)).map(([name]) => name)),
  ];
  assert.equal(which("Đồng Tháp").length, 1);
  assert.equal(which("Lào Cai").length, 1);
  assert.notEqual(which("Đồng Tháp")[0], which("Lào Cai")[0]);
  assert.match(names[0][0], /người thứ \d trong 2/);
});

flow("sort and filter: with and without diacritics, by any column, unknown last", async (page) => {
  await page.click("#all-samples");
  await read(page);
  const all = (await cells(page)).length;
  await filter(page, "hau giang");
  const plain = (await cells(page)).length;
  await filter(page, "Hậu Giang");
  assert.equal((await cells(page)).length, plain);
  assert.ok(plain > 0 && plain < all);
  await filter(page, "không có chữ này");
  assert.match(await text(page, ".many-empty"), /Không có dòng nào/);
  await filter(page, "");
  await tab(page, "figures");
  await page.click('[data-sort="value"]');
  const number = (/** @type {string} */ shown) => Number(shown.split("–")[0].replaceAll(".", "").replace(",", "."));
  const down = (await cells(page)).map(([value]) => number(value));
  assert.deepEqual(
    down,
    [...down].sort((a, b) => b - a),
  );
  await page.click('[data-sort="value"]');
  assert.equal(await page.$eval('th:has([data-sort="value"])', (head) => head.getAttribute("aria-sort")), "ascending");
});

flow(
  "by keyboard alone: tabs by arrows, one tab stop in the table, arrows from cell to cell, Enter opens the rows behind and the sentence",
  async (page) => {
    await page.click("#all-samples");
    await read(page);
    await page.focus('[data-tab="register"]');
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.$eval('[data-tab="documents"]', (button) => button.getAttribute("aria-selected")), "true");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await count(page, '#many-table [data-cell][tabindex="0"]'), 1);
    await page.focus('#many-table [data-cell][tabindex="0"]');
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    assert.equal(await count(page, "tr.details"), 1);
    assert.equal(await page.evaluate(() => focused().getAttribute("aria-expanded")), "true");
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.evaluate(() => focused().closest("tr.details") !== null));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => focused().classList.contains("line"));
  },
);

flow("exports: CSV with byte order mark that no spreadsheet runs, JSON, both copied and saved alike", async (page) => {
  await pick(
    page,
    file("=1+1.txt", said("Trần Văn Nghĩa", "Bí thư Tỉnh ủy", "Đồng Tháp", "3/4/2021")),
    file("b.txt", said("Phạm Văn Tiến", "Bí thư Tỉnh ủy", "Lào Cai", "3/4/2021")),
  );
  await read(page);
  const caught = await page.evaluate(async () => {
    /** @type {any[]} any: files, and the names they are saved under */
    const kept = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      kept.push(blob);
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      kept.push(this.download);
    };
    /** @type {string|undefined} */
    let copied;
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: async (/** @type {string} */ words) => (copied = words) },
    });
    const out = [];
    for (const format of ["csv", "json"]) {
      found(`[data-save="${format}"]`).click();
      found(`[data-copy="${format}"]`).click();
      const [blob, name] = kept.splice(0);
      out.push({ name, saved: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await blob.arrayBuffer()), copied });
    }
    return out;
  });
  const [csv, json] = caught;
  assert.equal(csv.saved, csv.copied);
  assert.equal(json.saved, json.copied);
  assert.equal(csv.saved[0], "\ufeff");
  assert.match(csv.name, /\.csv$/);
  assert.ok(csv.saved.includes("'=1+1.txt") && !/(^|,)=1/m.test(csv.saved), csv.saved);
  /** @type {{person: string, place: string, sentence: string, start: number, end: number, file: string}[]} */
  const rows = JSON.parse(json.saved);
  assert.deepEqual(
    rows.map(({ person, place }) => [person, place]),
    [
      ["Trần Văn Nghĩa", "tỉnh Đồng Tháp"],
      ["Phạm Văn Tiến", "tỉnh Lào Cai"],
    ],
  );
  assert.ok(rows.every(({ sentence, start, end, file: name }) => sentence && end > start && name));
});

flow("stop: what is read stays, the rest is not read", async (page) => {
  const many = Array.from({ length: 60 }, (_, i) => ({
    name: `${i}.txt`,
    bytes: said("Trần Văn Nghĩa", "Bí thư Tỉnh ủy", "Đồng Tháp", `${1 + (i % 28)}/4/2021`),
  }));
  await page.evaluate(() => {
    // stops by itself once the third article is read: no race with the machine
    new MutationObserver(() => {
      if (Number(document.querySelector("progress")?.value) >= 3) found("#many-stop")?.click();
    }).observe(found("#many"), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  await drop(page, many);
  await page.waitForFunction(() => /Đã dừng sau/.test(found("#status").textContent), {
    timeout: 30_000,
  });
  await tab(page, "articles");
  const states = (await cells(page)).map(([, state]) => state);
  assert.ok(states.filter((state) => state === "đã đọc").length >= 3);
  assert.ok(states.includes("chưa đọc"));
});

flow(
  "a thousand rows come in pages; the language changes with the tables in sight; nothing sticks out on a phone",
  async (page) => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      name: `${i}.txt`,
      bytes: said("Trần Văn Nghĩa", "Bí thư Tỉnh ủy", "Đồng Tháp", `${1 + (i % 28)}/4/2021`),
    }));
    await drop(page, many);
    await read(page);
    await tab(page, "articles");
    assert.equal((await cells(page)).length, 50);
    await page.click('[data-page="after"]');
    assert.equal((await cells(page)).length, 10);
    await page.click("#language");
    assert.equal(await text(page, "#many-heading"), "Reading many");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  },
  { viewport: { width: 390, height: 844 } },
);
