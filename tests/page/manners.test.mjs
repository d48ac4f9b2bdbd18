// The page's manners: two languages, light and dark, accessible, private, and its export.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import en from "../../www/i18n/en.js";
import vi from "../../www/i18n/vi.js";
import { axe, finish, paste, sample, start } from "./browser.mjs";

let run;
before(async () => (run = await start()));
after(() => run?.close());

test("both dictionaries have the same keys and the same blanks to fill", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(vi).sort());
  const blanks = (wording) => [...wording.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const key of Object.keys(vi)) {
    assert.ok(vi[key].trim() && en[key].trim(), key);
    assert.deepEqual(blanks(en[key]), blanks(vi[key]), key);
  }
});

test("what the page says before its scripts run is what the dictionary says", () => {
  const html = readFileSync(new URL("../../www/index.html", import.meta.url), "utf8");
  const said = [...html.matchAll(/data-i18n="([^"]+)">([^<]+)</g)];
  assert.ok(said.length >= 3);
  for (const [, key, words] of said) assert.equal(words, vi[key], key);
});

test("the first view shows one sentence, marked and read by the analyzer", async () => {
  const page = await run.open();
  await page.waitForSelector("#specimen .kind-person");
  assert.equal(await page.textContent("#specimen .kind-person"), "Trần Văn Bình");
  assert.deepEqual(await page.locator("#specimen dl dt").allTextContents(), [
    "Người",
    "Văn bản",
    "Thời gian",
    "Địa danh",
  ]);
  await page.click("#language");
  assert.equal(await page.locator("#specimen dl dt").first().textContent(), "Person");
  await sample(page, 0);
  assert.equal(await page.isVisible("#specimen"), false);
  assert.deepEqual(await finish(page), []);
});

test("in English no Vietnamese of the interface is left, and back; article and choice of kinds stay", async () => {
  const page = await run.open();
  await sample(page, 1);
  await page.click('[data-chip="time"]');
  const text = await page.textContent("#article .zone-title .words");
  await page.click("#language");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.equal(await page.getAttribute('[data-chip="time"]', "aria-pressed"), "false");
  assert.equal(await page.textContent("#article .zone-title .words"), text);
  await page.locator("#article mark").nth(3).click();
  const left = await page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const out = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const foreign = node.parentElement?.closest('[lang="vi"], .brand, #language, .facts, noscript, .row, .samples');
      if (
        !foreign &&
        /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i.test(node.textContent ?? "") &&
        !/Lăng Kính/.test(node.textContent ?? "")
      )
        out.push(node.textContent);
    }
    return out;
  });
  assert.deepEqual(left, []);
  await page.keyboard.press("Escape");
  await page.click("#language");
  assert.equal(await page.getAttribute("html", "lang"), "vi");
  assert.deepEqual(await finish(page), []);
});

test("no key is shown in the place of its wording", async () => {
  const page = await run.open();
  for (let i = 0; i < 5; i += 1) {
    await sample(page, i);
    for (const language of ["vi", "en"]) {
      const shown = await page.evaluate(() => document.body.innerText);
      const keys =
        shown.match(
          /\b(?:page|intro|input|sample|status|note|error|panel|card|kind|zone|genre|metric|credit|change|branch|level|basis|event|granularity|assumed|comparison|quote|defined|rule|topic|band|warning|check)\.[a-zA-Z_]+\b/g,
        ) ?? [];
      assert.deepEqual(keys, [], language);
      await page.click("#language");
    }
  }
  assert.deepEqual(await finish(page), []);
});

test("light and dark: as the system says, until the reader chooses", async () => {
  const page = await run.open({ colorScheme: "dark" });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.click("#theme");
  const light = await paper();
  assert.notEqual(dark, light);
  await page.click("#theme");
  assert.equal(await paper(), dark);
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await paper(), dark, "the choice holds");
  assert.deepEqual(await finish(page), []);
});

for (const colorScheme of ["light", "dark"]) {
  for (const language of ["vi", "en"]) {
    for (const [shape, viewport] of [
      ["wide", { width: 1360, height: 900 }],
      ["narrow", { width: 390, height: 844 }],
    ]) {
      test(`axe-core finds nothing: ${colorScheme}, ${language}, ${shape}`, async () => {
        const page = await run.open({ colorScheme, viewport, reducedMotion: "reduce" });
        if (language === "en") await page.click("#language");
        assert.deepEqual(await axe(page), [], "empty");
        await sample(page, 1);
        assert.deepEqual(await axe(page), [], "article");
        await page.locator("#article mark.kind-person").first().click();
        assert.deepEqual(await axe(page), [], "card");
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
          false,
          "nothing sticks out",
        );
        assert.deepEqual(await finish(page), []);
      });
    }
  }
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe-core finds nothing where something is amiss, long or sought: ${colorScheme}`, async () => {
    const page = await run.open({ colorScheme, reducedMotion: "reduce" });
    await paste(page, "The committee met on Monday to discuss the budget for next year.");
    await page.waitForSelector("#status.note");
    assert.deepEqual(await axe(page), [], "nothing recognized");
    await page.setInputFiles("#picker", {
      name: "anh.png",
      mimeType: "image/png",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    });
    await page.waitForSelector("#status.failed");
    assert.deepEqual(await axe(page), [], "failed");
    await page.setInputFiles("#picker", {
      name: "dai.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Ngày 12/5/2022, Tỉnh ủy Hậu Giang họp.\n".repeat(3000)),
    });
    await page.waitForFunction(() => found("#result").ariaBusy === "false" && document.querySelector("#article .gap"));
    await page.click(".editor summary");
    assert.deepEqual(await axe(page), [], "long");
    await page.click('[data-chip="find"]');
    assert.deepEqual(await axe(page), [], "find");
    assert.deepEqual(await finish(page), []);
  });
}

test("the exported JSON is the analysis, by file and by clipboard", async () => {
  const page = await run.open({ permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true });
  await sample(page, 4);
  const analysis = await page.evaluate(() => globalThis.lastAnswer.analysis);
  await page.click('#panels [data-act="export"]');
  const coming = page.waitForEvent("download");
  await page.click("#save-json");
  const download = await coming;
  assert.match(download.suggestedFilename(), /^004.*\.json$/);
  assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), analysis);
  await page.click("#copy-json");
  await page.waitForSelector("#toast.shown");
  assert.deepEqual(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), analysis);
  assert.deepEqual(await finish(page), []);
});

test("after the page is open it asks for nothing: samples, languages, cards and exports work without a network", async () => {
  const page = await run.open();
  await sample(page, 0);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.context().setOffline(true);
  const before = page.asked.length;
  for (const i of [1, 2, 3, 4]) await sample(page, i);
  await page.click("#language");
  await page.locator("#article mark").first().click();
  await page.keyboard.press("Escape");
  await page.click("#theme");
  await page.click('#panels [data-act="export"]');
  await page.selectOption("#csv-table", "people");
  const coming = page.waitForEvent("download");
  await page.click("#save-csv");
  assert.match((await coming).suggestedFilename(), /people\.csv$/);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  assert.deepEqual(
    page.asked.slice(before).filter((url) => !/\.woff2$|^blob:/.test(url)),
    [],
  );
  assert.deepEqual(
    page.trouble.filter((each) => !/woff2|ERR_INTERNET_DISCONNECTED/.test(each)),
    [],
  );
  await page.context().close();
});

test("the policy stands in the page and in its headers, and stops what it should", async () => {
  const page = await run.open();
  const answer = await page.request.get(`${run.origin}/`);
  const header = answer.headers()["content-security-policy"];
  const meta = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  for (const rule of meta.split("; ")) assert.ok(header.includes(rule), rule);
  const stopped = await page.evaluate(async () => {
    const out = [];
    const attempt = async (name, act) => {
      try {
        await act();
      } catch {
        out.push(name);
      }
    };
    await attempt("innerHTML", () => (document.createElement("p").innerHTML = "<b>x</b>"));
    // the developer tools' own calls may eval: try from a task of the page's
    await new Promise((done) => setTimeout(() => attempt("eval", () => globalThis.eval("1")).then(done)));
    await attempt("fetch", () => fetch("https://example.org/"));
    return out;
  });
  assert.deepEqual(stopped, ["innerHTML", "eval", "fetch"]);
  await page.context().close();
});

test("print shows the whole article without the controls", async () => {
  const page = await run.open();
  await sample(page, 0);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible("#article mark"), true);
  assert.equal(await page.isVisible("#input"), false);
  assert.equal(await page.isVisible("#save-json"), false);
  assert.deepEqual(await finish(page), []);
});
