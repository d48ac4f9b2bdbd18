// What the page tests share: the real page, served as it ships, in real Chromium; a watch over everything that must
// not happen (a request to elsewhere, a policy violation, an error), and small helpers to drive it.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { serve } from "../../www/tools/serve.mjs";
import { noDialogs, troubleIn, WATCH } from "./watch.mjs";
import { PATIENCE, within } from "./within.mjs";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const { AxeBuilder } = require("@axe-core/playwright");

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const SEEDS = `${ROOT}seeds/`;

/** The browser: `CHROME_PATH`, else what the system has. */
function browserPath() {
  return (
    process.env.CHROME_PATH || execFileSync("bash", [`${ROOT}.tools.sh`, "find-browser"], { encoding: "utf8" }).trim()
  );
}

/** Starts Chromium alone. */
export const launch = async () => chromium.launch({ executablePath: browserPath(), timeout: PATIENCE });

/** Starts server and browser once for a test file. `close` ends both. */
export async function start() {
  const server = await serve(0);
  const browser = await launch().catch((error) => {
    server.close();
    throw error;
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** @param {import("playwright-core").BrowserContextOptions} [options] */
    open: (options) => open(browser, origin, options),
    async close() {
      server.close();
      server.closeAllConnections();
      await within(PATIENCE, browser.close(), "Chromium did not close");
    },
  };
}

/** @typedef {import("playwright-core").Page & {trouble: string[], asked: string[]}} Watched `trouble` gathers what must stay empty */

/**
 * Opens the page in a context of its own.
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @returns {Promise<Watched>}
 */
async function open(browser, origin, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1360, height: 900 },
    colorScheme: "light",
    ...options,
  });
  const page = /** @type {Watched} */ (await context.newPage());
  page.trouble = troubleIn(page, (url) => url.startsWith(origin) || url.startsWith("blob:"));
  noDialogs(page, page.trouble);
  page.asked = [];
  page.on("request", (request) => page.asked.push(request.url()));
  // without service workers: routes of a test see only what the page itself asks for
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
  await page.addInitScript({ content: WATCH });
  await page.goto(`${origin}/`);
  await page.waitForSelector("[data-sample]");
  return page;
}

/**
 * Closes the page's context and gives what went wrong in it: must be empty.
 * @param {Watched} page
 */
export async function finish(page) {
  const violations = await page.evaluate(() => globalThis.violations);
  await page.context().close();
  return [...page.trouble, ...violations];
}

/**
 * Waits until the newest text was answered and is shown.
 * @param {import("playwright-core").Page} page
 */
export async function analyzed(page) {
  await page.waitForFunction(
    () =>
      globalThis.lastAnswer &&
      globalThis.lastAnswer.id === globalThis.lastQuestion.id &&
      !found("#result").hidden &&
      found("#result").ariaBusy === "false",
    undefined,
    { timeout: 60000 },
  );
}

/**
 * @param {import("playwright-core").Page} page
 * @param {number} number
 */
export async function sample(page, number) {
  const asked = await page.evaluate(() => globalThis.lastQuestion?.id ?? 0);
  await page.click(`[data-sample="${number}"]`);
  await page.waitForFunction((before) => (globalThis.lastQuestion?.id ?? 0) > before, asked);
  await analyzed(page);
}

/**
 * Puts text into the editor as a paste would: at once.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    Reflect.deleteProperty(globalThis, "lastAnswer");
    const editor = found("#editor");
    found("details:has(#editor)").open = true;
    editor.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
    editor.value = pasted;
    editor.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  }, text);
}

/**
 * What axe-core finds wrong. It may not preload style sheets: it would put copies of them into the page.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
export async function axe(page) {
  const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target} ${node.failureSummary}`)
        .join(" | ")}`,
  );
}
