// What the tests of the page share: the real page, served as it ships, in Chromium and in Firefox; a watch over everything that must
// not happen (a request to elsewhere, a violation of the policy, an error, a dialog); small helpers to drive it. `flow` adds a test a
// browser, `inChromium` one in Chromium alone.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, originOf } from "../../www/tools/browser.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { noDialogs, troubleIn, WATCH } from "./watch.mjs";
import { PATIENCE, within } from "./within.mjs";

export const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
/** Source of axe-core, for pages. */
const AXE = createRequire(new URL("../../www/package.json", import.meta.url))("axe-core").source;

/** @typedef {import("../../www/tools/browser.mjs").BrowserName} BrowserName */

/** `BROWSERS=firefox` runs one alone. */
export const BROWSERS = /** @type {BrowserName[]} */ ((process.env.BROWSERS ?? "chromium,firefox").split(","));
const WIDE = { width: 1360, height: 900 };

/** What a test allows that reads and writes the clipboard by script. @type {import("puppeteer-core").Permission[]} */
export const CLIPBOARD = ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"];

/** @type {import("node:http").Server} */
let server;
let unplugged = false;
/** @type {Record<string, (response: import("node:http").ServerResponse) => boolean|void>} */
let replaced = {};
/** @type {Map<BrowserName, ReturnType<typeof launch>>} */
const running = new Map();

after(async () => {
  server?.close();
  server?.closeAllConnections();
  // a browser that could not be started has failed its tests already
  for (const browser of running.values())
    await browser.then(
      (started) => within(PATIENCE, started.close(), "a browser did not close"),
      () => {},
    );
});

async function origin() {
  if (!server) {
    server = await serve(0);
    server.on("connection", (/** @type {import("node:net").Socket} */ socket) => unplugged && socket.destroy());
    const [send] = server.listeners("request");
    server.removeAllListeners("request");
    server.on("request", (/** @type {import("node:http").IncomingMessage} */ request, response) => {
      const act = replaced[request.url ?? ""];
      if (!act || act(response) === false) send(request, response);
    });
  }
  return originOf(server);
}

/**
 * The browser of that name, started once and ended after the tests of the file.
 * @param {BrowserName} name
 */
export function browserOf(name) {
  const started = running.get(name) ?? launch(name, { timeout: PATIENCE });
  running.set(name, started);
  return started;
}

/**
 * @typedef {import("puppeteer-core").Page & Extras} FlowPage
 * @typedef {(response: import("node:http").ServerResponse, asked: number) => boolean|void} Instead what the server does instead of
 * sending a file; `asked` counts from 1, and `false` sends the file after all
 *
 * @typedef {object} OpenOptions
 * @property {import("puppeteer-core").Viewport} [viewport]
 * @property {Record<string, string>} [media] features of the reader's system, such as `prefers-color-scheme` (Chromium)
 * @property {import("puppeteer-core").Permission[]} [permissions] what the reader allows (Chromium)
 * @property {Record<string, Instead>} [instead] by path
 * @property {() => void} [prepare] runs in the page before its own scripts
 *
 * @typedef {object} FlowOptions
 * @property {BrowserName} [only]
 * @property {RegExp} [expects] trouble that is meant
 */

/**
 * A test in each browser: opens the page in a context of its own, runs `act(page)`, then asks for silence.
 * @param {string} name
 * @param {(page: FlowPage) => Promise<void>} act
 * @param {FlowOptions & OpenOptions} [options]
 */
export function flow(name, act, { only, expects, ...options } = {}) {
  for (const browser of BROWSERS.filter((each) => !only || each === only)) {
    test(`${name} (${browser})`, { timeout: PATIENCE * 4 }, async (t) => {
      // on a busy machine a browser sometimes stands still: one wait in vain is told and tried again, a second one fails
      for (const last of [false, true]) {
        const page = await open(browser, options);
        try {
          await act(page);
          assert.deepEqual(
            (await troubleOf(page)).filter((each) => !expects?.test(each)),
            [],
          );
          return;
        } catch (thrown) {
          const error = /** @type {Error} */ (thrown);
          if (last || !/^Waiting failed|^Waiting for selector/.test(error.message)) throw error;
          t.diagnostic(`tried again after: ${error.message}`);
        } finally {
          network(true);
          replaced = {};
          await page.browserContext().close();
        }
      }
    });
  }
}

/**
 * A test of what does not depend on the browser, in Chromium alone: in a light window, with no service worker to keep anything.
 * @param {string} name
 * @param {(page: FlowPage) => Promise<void>} act
 * @param {FlowOptions & OpenOptions} [options]
 */
export function inChromium(name, act, { media, ...options } = {}) {
  flow(name, act, {
    only: "chromium",
    prepare: () => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }),
    media: { "prefers-color-scheme": "light", ...media },
    ...options,
  });
}

/** Takes the network away, as far as the page can tell, or gives it back. */
export function network(/** @type {boolean} */ on) {
  unplugged = !on;
  if (unplugged) server.closeAllConnections();
}

/**
 * What a page of the flows has beside Puppeteer's own.
 * @typedef {object} Extras
 * @property {BrowserName} browserName
 * @property {string} origin where the page is served
 * @property {string[]} requests every address asked for, as the browser tells it
 * @property {string[]} served every path that reached the server: workers and service workers too
 * @property {string[]} trouble what must stay empty
 */

/**
 * Opens the page in a context of its own.
 * @param {BrowserName} name
 * @param {OpenOptions} [options]
 * @returns {Promise<FlowPage>}
 */
export async function open(name, { viewport = WIDE, media, permissions, instead = {}, prepare } = {}) {
  const context = await (await browserOf(name)).createBrowserContext();
  const home = await origin();
  if (permissions) await context.overridePermissions(home, permissions);
  const page = /** @type {FlowPage} */ (await context.newPage());
  Object.assign(page, { browserName: name, origin: home, requests: [], served: [] });
  page.trouble = troubleIn(page, (url) => url.startsWith(home) || /^(blob|data|about):/.test(url));
  noDialogs(page, page.trouble);
  const note = (/** @type {import("node:http").IncomingMessage} */ request) => page.served.push(request.url ?? "");
  server.on("request", note);
  page.once("close", () => server.off("request", note));
  page.on("request", (request) => page.requests.push(request.url()));
  page.setDefaultTimeout(PATIENCE);
  // a click where a control was before the page scrolled on hits nothing: a locator waits until it stands still
  page.click = async (selector, options) => {
    await (await page.waitForSelector(selector))?.evaluate(bringIntoView);
    await page.locator(selector).click(options);
  };
  await page.evaluateOnNewDocument(WATCH);
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.setViewport(viewport);
  if (media) await page.emulateMediaFeatures(featuresOf(media));
  replaced = Object.fromEntries(
    Object.entries(instead).map(([path, answer]) => {
      let asked = 0;
      return [path, (response) => answer(response, ++asked)];
    }),
  );
  await page.goto(`${home}/`);
  await page.waitForSelector("[data-sample]");
  return page;
}

/**
 * Scrolls until an element stays in the window: lines are drawn when they come near it, and push what is below them out of it again;
 * a locator scrolls only once. Runs in the page; gives up after some frames, and leaves it to the locator to say so.
 */
async function bringIntoView(/** @type {Element} */ element) {
  for (let still = 0, frames = 0; still < 3 && frames < 100; frames += 1) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) still += 1;
    else {
      still = 0;
      element.scrollIntoView({ block: "center", behavior: "instant" });
    }
    await new Promise((done) => requestAnimationFrame(done));
  }
}

/** As Puppeteer wants them. */
export const featuresOf = (/** @type {Record<string, string>} */ media) =>
  Object.entries(media).map(([name, value]) => ({ name, value }));

/** What must stay empty: requests, scripts, errors, violations of the policy. */
export async function troubleOf(/** @type {FlowPage} */ page) {
  return [...page.trouble, ...(await page.evaluate(() => globalThis.violations))];
}

/** Waits until the newest text was answered and is shown; if that never comes, tells how far it came. */
export async function analyzed(/** @type {FlowPage} */ page) {
  const shown = () => {
    const result = found("#result");
    return globalThis.lastAnswer?.id === globalThis.lastQuestion?.id && !result.hidden && result.ariaBusy === "false";
  };
  try {
    await page.waitForFunction(shown);
  } catch (thrown) {
    const error = /** @type {Error} */ (thrown);
    const state = () => ({
      asked: globalThis.lastQuestion?.id,
      answered: globalThis.lastAnswer?.id,
      status: found("#status").textContent,
    });
    const told = { ...(await page.evaluate(state)), served: page.served.slice(-8), trouble: page.trouble };
    throw new Error(`${error.message}: ${JSON.stringify(told)}`);
  }
}

/** Waits until a correction is drawn, the panels beside it too. */
export const drawn = (/** @type {FlowPage} */ page) =>
  page.waitForFunction(() => found("#result").ariaBusy === "false");

/** Opens a sample and waits for its analysis. */
export async function sample(/** @type {FlowPage} */ page, /** @type {number} */ number) {
  const asked = await page.evaluate(() => globalThis.lastQuestion?.id ?? 0);
  await page.click(`[data-sample="${number}"]`);
  await page.waitForFunction((before) => (globalThis.lastQuestion?.id ?? 0) > before, {}, asked);
  await analyzed(page);
}

/** Puts text on the clipboard by the keyboard, as a reader would, without asking for permissions. */
export async function copyText(/** @type {FlowPage} */ page, /** @type {string} */ text) {
  await page.evaluate((/** @type {string} */ copied) => {
    const source = document.createElement("textarea");
    source.id = "copied-from";
    source.value = copied;
    document.body.append(source);
    source.select();
  }, text);
  await chord(page, "c");
  await page.evaluate(() => found("#copied-from").remove());
}

/** Pastes into the editor from the clipboard, over what is there, and waits until it was asked: before that, `analyzed` would mean the text before. */
export async function paste(/** @type {FlowPage} */ page, /** @type {string} */ text) {
  const asked = await page.evaluate(() => globalThis.lastQuestion?.id ?? 0);
  await copyText(page, text);
  if (!(await isVisible(page, "#editor"))) await page.click(".editor summary");
  await page.focus("#editor");
  await chord(page, "a");
  await chord(page, "v");
  await page.waitForFunction((before) => (globalThis.lastQuestion?.id ?? 0) > before, {}, asked);
}

/**
 * Puts text into the editor as a paste would, at once and whatever its characters: a clipboard does not take them all.
 * @param {FlowPage} page
 * @param {string} text
 */
export async function put(page, text) {
  await page.evaluate((pasted) => {
    Reflect.deleteProperty(globalThis, "lastAnswer");
    const editor = found("#editor");
    found("details:has(#editor)").open = true;
    editor.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
    editor.value = pasted;
    editor.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  }, text);
}

/** Control and a letter. */
export async function chord(/** @type {FlowPage} */ page, /** @type {import("puppeteer-core").KeyInput} */ letter) {
  await page.keyboard.down("Control");
  await page.keyboard.press(letter);
  await page.keyboard.up("Control");
}

/** Picks files through the page's own file input. */
export async function pick(/** @type {FlowPage} */ page, /** @type {string[]} */ ...paths) {
  const input = await page.$("input#picker");
  await input?.uploadFile(...paths);
}

/**
 * Drops files on the page: `[{name, type, bytes}]`. The event is made by script (Firefox has no other way), so it is
 * not trusted; the page must not care.
 */
export function drop(
  /** @type {FlowPage} */ page,
  /** @type {{name: string, type?: string, bytes: string|Uint8Array}[]} */ files,
) {
  return page.evaluate(
    (dropped) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of dropped)
        data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type }));
      for (const kind of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
      }
    },
    files.map(({ name, type = "", bytes }) => ({ name, type, bytes: Buffer.from(bytes).toString("base64") })),
  );
}

/** @typedef {import("puppeteer-core").Page} Page */

/** The text of an element. */
export const text = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  page.$eval(selector, (node) => node.textContent ?? "");

/** The texts of all elements that a selector finds. */
export const texts = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  page.$$eval(selector, (nodes) => nodes.map((node) => node.textContent ?? ""));

/** What stands in a field. */
export const value = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  page.$eval(selector, (node) => /** @type {HTMLInputElement} */ (node).value);

/** An attribute of an element. */
export const attribute = (/** @type {Page} */ page, /** @type {string} */ selector, /** @type {string} */ name) =>
  page.$eval(selector, (node, key) => node.getAttribute(key), name);

/** How many elements a selector finds. */
export const count = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  page.$$eval(selector, (nodes) => nodes.length);

/** Whether an element is there and takes room. */
export const isVisible = (/** @type {Page} */ page, /** @type {string} */ selector) =>
  page.$eval(selector, (node) => node.checkVisibility());

/** Of the elements that a selector finds, the one with this index. */
export async function nth(/** @type {Page} */ page, /** @type {string} */ selector, /** @type {number} */ index) {
  const element = (await page.$$(selector)).at(index);
  assert.ok(element, `${selector} has no element ${index}`);
  return element;
}

/** Whether the page is wider than its window. */
export const sticksOut = (/** @type {Page} */ page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/**
 * What axe-core finds wrong. It may not preload style sheets: it would put copies of them into the page.
 * @param {Page} page
 */
export async function axe(page) {
  if (await page.evaluate(() => typeof globalThis.axe === "undefined")) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { preload: false });
    return violations.map(({ id, nodes }) => {
      const some = nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`);
      return `${id}: ${some.join(" | ")}`;
    });
  });
}
