// The page's manners: two languages, light and dark, accessible, private, and its export.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  attribute,
  axe,
  CLIPBOARD,
  drop,
  featuresOf,
  inChromium,
  isVisible,
  nth,
  put,
  sample,
  sticksOut,
  text,
  texts,
} from "../browser.mjs";

inChromium("the first view shows one sentence, marked and read by the analyzer", async (page) => {
  await page.waitForSelector("#specimen .kind-person");
  assert.equal(await text(page, "#specimen .kind-person"), "Trần Văn Bình");
  assert.deepEqual(await texts(page, "#specimen dl dt"), ["Người", "Văn bản", "Thời gian", "Địa danh"]);
  await page.click("#language");
  assert.equal(await text(page, "#specimen dl dt"), "Person");
  await sample(page, 0);
  assert.equal(await isVisible(page, "#specimen"), false);
});

inChromium(
  "in English no Vietnamese of the interface is left, and back; article and choice of kinds stay",
  async (page) => {
    await sample(page, 1);
    await page.click('[data-chip="time"]');
    const title = await text(page, "#article .zone-title .words");
    await page.click("#language");
    assert.equal(await attribute(page, "html", "lang"), "en");
    assert.equal(await attribute(page, '[data-chip="time"]', "aria-pressed"), "false");
    assert.equal(await text(page, "#article .zone-title .words"), title);
    await (await nth(page, "#article mark", 3)).click();
    const left = await page.evaluate(() => {
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      /** @type {(string|null)[]} */
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
    assert.equal(await attribute(page, "html", "lang"), "vi");
  },
);

inChromium("no key is shown in the place of its wording", async (page) => {
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
});

inChromium(
  "light and dark: as the system says, until the reader chooses",
  async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.click("#theme");
    const light = await paper();
    assert.notEqual(dark, light);
    await page.click("#theme");
    assert.equal(await paper(), dark);
    await page.emulateMediaFeatures(featuresOf({ "prefers-color-scheme": "light" }));
    assert.equal(await paper(), dark, "the choice holds");
  },
  { media: { "prefers-color-scheme": "dark" } },
);

/** What a reader's system may ask for, and who wants no motion. */
const SCHEMES = ["light", "dark"].map((scheme) => ({
  scheme,
  media: { "prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce" },
}));
const SHAPES = { wide: { width: 1360, height: 900 }, narrow: { width: 390, height: 844 } };

for (const { scheme, media } of SCHEMES) {
  for (const language of ["vi", "en"]) {
    for (const [shape, viewport] of Object.entries(SHAPES)) {
      inChromium(
        `axe-core finds nothing: ${scheme}, ${language}, ${shape}`,
        async (page) => {
          if (language === "en") await page.click("#language");
          assert.deepEqual(await axe(page), [], "empty");
          await sample(page, 1);
          assert.deepEqual(await axe(page), [], "article");
          await page.click("#article mark.kind-person");
          assert.deepEqual(await axe(page), [], "card");
          assert.equal(await sticksOut(page), false, "nothing sticks out");
        },
        { viewport, media },
      );
    }
  }
}

for (const { scheme, media } of SCHEMES) {
  inChromium(
    `axe-core finds nothing where something is amiss, long or sought: ${scheme}`,
    async (page) => {
      await put(page, "The committee met on Monday to discuss the budget for next year.");
      await page.waitForSelector("#status.note");
      assert.deepEqual(await axe(page), [], "nothing recognized");
      await drop(page, [
        {
          name: "anh.png",
          type: "image/png",
          bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
        },
      ]);
      await page.waitForSelector("#status.failed");
      assert.deepEqual(await axe(page), [], "failed");
      await drop(page, [
        { name: "dai.txt", type: "text/plain", bytes: "Ngày 12/5/2022, Tỉnh ủy Hậu Giang họp.\n".repeat(3000) },
      ]);
      await page.waitForFunction(
        () => found("#result").ariaBusy === "false" && document.querySelector("#article .gap"),
      );
      await page.click(".editor summary");
      assert.deepEqual(await axe(page), [], "long");
      await page.click('[data-chip="find"]');
      assert.deepEqual(await axe(page), [], "find");
    },
    { media },
  );
}

/**
 * The file that the browser saves when a button is clicked.
 * @param {import("../browser.mjs").FlowPage} page
 * @param {string} button
 */
async function saved(page, button) {
  const session = await page.browser().target().createCDPSession();
  const folder = mkdtempSync(join(tmpdir(), "langkinh-saved-"));
  try {
    await session.send("Browser.setDownloadBehavior", {
      behavior: "allowAndName",
      browserContextId: page.browserContext().id,
      downloadPath: folder,
      eventsEnabled: true,
    });
    /** @type {Promise<{guid: string, suggestedFilename: string}>} */
    const begun = new Promise((resolve) => session.once("Browser.downloadWillBegin", resolve));
    const done = new Promise((resolve) =>
      session.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve(undefined)),
    );
    await page.click(button);
    const { guid, suggestedFilename } = await begun;
    await done;
    return { name: suggestedFilename, content: readFileSync(join(folder, guid), "utf8") };
  } finally {
    await session.detach();
    rmSync(folder, { recursive: true });
  }
}

inChromium(
  "the exported JSON is the analysis, by file and by clipboard",
  async (page) => {
    await sample(page, 4);
    const analysis = await page.evaluate(() => globalThis.lastAnswer.analysis);
    await page.click('#panels [data-act="export"]');
    const { name, content } = await saved(page, "#save-json");
    assert.match(name, /^004.*\.json$/);
    assert.deepEqual(JSON.parse(content), analysis);
    await page.click("#copy-json");
    await page.waitForSelector("#toast.shown");
    assert.deepEqual(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), analysis);
  },
  { permissions: CLIPBOARD },
);

inChromium(
  "after the page is open it asks for nothing: samples, languages, cards and exports work without a network",
  async (page) => {
    await sample(page, 0);
    await page.waitForNetworkIdle();
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.setOfflineMode(true);
    const before = page.requests.length;
    const servedBefore = page.served.length;
    for (const i of [1, 2, 3, 4]) await sample(page, i);
    await page.click("#language");
    await page.click("#article mark");
    await page.keyboard.press("Escape");
    await page.click("#theme");
    await page.click('#panels [data-act="export"]');
    await page.select("#csv-table", "people");
    assert.match((await saved(page, "#save-csv")).name, /people\.csv$/);
    assert.equal(await attribute(page, "html", "lang"), "en");
    assert.deepEqual(
      page.requests.slice(before).filter((url) => !/\.woff2$|^blob:/.test(url)),
      [],
    );
    assert.deepEqual(
      page.served.slice(servedBefore).filter((path) => !/\.woff2$/.test(path)),
      [],
    );
  },
  { expects: /woff2|ERR_INTERNET_DISCONNECTED/ },
);

inChromium(
  "the policy stands in the page and in its headers, and stops what it should",
  async (page) => {
    const header = (await fetch(`${page.origin}/`)).headers.get("content-security-policy") ?? "";
    const meta = await attribute(page, 'meta[http-equiv="Content-Security-Policy"]', "content");
    assert.ok(meta);
    for (const rule of meta.split("; ")) assert.ok(header.includes(rule), rule);
    const stopped = await page.evaluate(async () => {
      /** @type {string[]} */
      const out = [];
      const attempt = async (/** @type {string} */ name, /** @type {() => unknown} */ act) => {
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
  },
  { expects: /policy:|console:|request to https:.{2}example\.org/ },
);

inChromium("with the system's own colors no rule of styles/contrast.css loses to another", async (page) => {
  const session = await page.createCDPSession();
  // Puppeteer does not know this feature yet
  const features = featuresOf({ "forced-colors": "active", "prefers-reduced-motion": "reduce" });
  await session.send("Emulation.setEmulatedMedia", { features });
  await sample(page, 1);
  await page.click('[data-chip="time"]');
  await page.click('#panels [data-act="open"]');
  await page.waitForSelector("svg.timeline rect");
  await page.focus("#article mark.kind-person");
  await page.keyboard.press("Enter");
  await page.waitForSelector("mark.pointed");
  const { lost, without, all } = await page.evaluate(() => {
    // shown only while the module is on its way
    found("#status").append(Object.assign(document.createElement("span"), { className: "progress" }));
    /** @type {CSSStyleRule[]} */
    const rules = [];
    const collect = (/** @type {CSSRuleList} */ list) => {
      for (const rule of list) {
        if (rule instanceof CSSMediaRule && rule.conditionText.includes("forced-colors"))
          rules.push(.../** @type {Iterable<CSSStyleRule>} */ (rule.cssRules));
        else if (rule instanceof CSSLayerBlockRule) collect(rule.cssRules);
      }
    };
    for (const { cssRules } of document.styleSheets) collect(cssRules);
    /** @type {string[]} */
    const lost = [];
    /** @type {Map<Element, Set<string>>} */
    const told = new Map();
    // the last rule that says something of an element is the one that holds
    for (const { selectorText, style } of rules.toReversed()) {
      for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selectorText))) {
        // a style of the element's own wins over every sheet: nothing may change by it
        const names = told.get(element) ?? new Set();
        told.set(element, names);
        for (const name of style) {
          if (names.has(name)) continue;
          names.add(name);
          const before = getComputedStyle(element).getPropertyValue(name);
          element.style.setProperty(name, style.getPropertyValue(name));
          const after = getComputedStyle(element).getPropertyValue(name);
          element.style.removeProperty(name);
          if (before !== after) lost.push(`${selectorText} ${name}: ${before}, not ${after}`);
        }
      }
    }
    const selectors = rules.map(({ selectorText }) => selectorText);
    return {
      lost: [...new Set(lost)],
      without: selectors.filter((each) => !document.querySelector(each)),
      all: selectors.length,
    };
  });
  assert.ok(all > 5, `${all} rules`);
  assert.deepEqual(lost, []);
  assert.deepEqual(without, [], "rules for nothing that is shown");
});

inChromium("print shows the whole article without the controls", async (page) => {
  await sample(page, 0);
  await page.click('#panels [data-act="export"]');
  await page.waitForSelector("#save-json", { visible: true });
  await page.emulateMediaType("print");
  assert.equal(await isVisible(page, "#article mark"), true);
  assert.equal(await isVisible(page, "#input"), false);
  assert.equal(await isVisible(page, "#save-json"), false);
});
