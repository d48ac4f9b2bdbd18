// Takes the pictures of the README from the real page: node www/tools/pictures.mjs (or `make pictures`).
import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, originOf } from "./browser.mjs";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}www/pictures`;
const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

/**
 * Each view: its window, light or dark, and what a reader does to come there.
 * @type {{name: string, viewport: import("puppeteer-core").Viewport, scheme?: "light" | "dark", act: (page: Page) => Promise<unknown>}[]}
 */
const PICTURES = [
  { name: "first", viewport: WIDE, act: (page) => page.waitForSelector("#specimen dl div") },
  {
    name: "article",
    viewport: WIDE,
    act: async (page) => {
      await sample(page, 1);
      await card(page, "mark.kind-person", 3);
    },
  },
  {
    name: "dark",
    viewport: WIDE,
    scheme: "dark",
    act: async (page) => {
      await sample(page, 3);
      await card(page, "mark.kind-document");
    },
  },
  {
    name: "panels",
    viewport: WIDE,
    act: async (page) => {
      await sample(page, 2);
      await page.click('[data-panel="timeline"] .row');
    },
  },
  {
    name: "many",
    viewport: WIDE,
    act: async (page) => {
      await page.click("#all-samples, .samples li:last-child button");
      await page.waitForFunction(
        () => document.querySelector("#many-table tbody tr") && !document.querySelector("#many progress"),
      );
    },
  },
  { name: "phone", viewport: PHONE, act: (page) => sample(page, 4) },
  {
    name: "phone-card",
    viewport: PHONE,
    scheme: "dark",
    act: async (page) => {
      await sample(page, 1);
      await card(page, "mark.kind-organization");
    },
  },
];

/** @typedef {import("puppeteer-core").Page} Page */

/** Opens a sample. */
async function sample(/** @type {Page} */ page, /** @type {number} */ number) {
  await page.click(`[data-sample="${number}"]`);
  await page.waitForSelector("#result[aria-busy=false] mark");
  // analyzed once more, the module warm: the time the page shows is then the one a reader sees
  if (await page.$eval(`[data-sample="${number}"]`, (button) => button.checkVisibility()))
    await page.click(`[data-sample="${number}"]`);
  await settle();
}

/** Opens the card of a mark. */
async function card(/** @type {Page} */ page, /** @type {string} */ selector, nth = 0) {
  const mark = (await page.$$(`#article ${selector}`)).at(nth);
  if (!mark) throw new Error(`no mark ${selector}`);
  await mark.evaluate((node) => node.scrollIntoView({ block: "center" }));
  await mark.click();
  await settle();
}

const settle = () => new Promise((done) => setTimeout(done, 400));

mkdirSync(folder, { recursive: true });
const server = await serve();
const browser = await launch();
for (const { name, viewport, scheme = "light", act } of PICTURES) {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.goto(`${originOf(server)}/`);
  await page.waitForSelector("[data-sample]");
  await act(page);
  await page.evaluate(() => document.fonts.ready);
  await settle();
  const path = `${folder}/${name}.webp`;
  await page.screenshot({ path, type: "webp", quality: 60 });
  console.log(`www/pictures/${name}.webp: ${Math.round(statSync(path).size / 1000)} KB`);
  await page.close();
}
await browser.close();
server.close();
server.closeAllConnections();
