// What the flows share: the real page, served as it ships, in Chromium and in Firefox through one API (Puppeteer:
// Playwright cannot drive an installed Firefox). Every flow fails on a request to elsewhere, a violation of the policy,
// an error, a dialog; `flow` adds a test a browser.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../../www/tools/serve.mjs";
import { noDialogs, troubleIn, WATCH } from "../watch.mjs";
import { PATIENCE, within } from "../within.mjs";

const puppeteer = createRequire(new URL("../../../www/package.json", import.meta.url))("puppeteer-core");
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
export const SEEDS = `${ROOT}seeds/`;

/** `BROWSERS=firefox` runs one alone. */
export const BROWSERS = (process.env.BROWSERS ?? "chromium,firefox").split(",");
const WIDE = { width: 1360, height: 900 };

const find = (/** @type {string} */ tool) =>
  execFileSync("bash", [`${ROOT}.tools.sh`, tool], { encoding: "utf8" }).trim();
const launch = {
  chromium: () =>
    puppeteer.launch({
      timeout: PATIENCE,
      executablePath: find("find-browser"),
      // Chromium has no sandbox for root; the other flags keep it from calling home
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    }),
  firefox: () => puppeteer.launch({ browser: "firefox", timeout: PATIENCE, executablePath: find("find-firefox") }),
};

/** @type {import("node:http").Server} */
let server;
let unplugged = false;
/** @type {Record<string, (response: import("node:http").ServerResponse) => boolean|void>} */
let replaced = {};
/** @type {Map<string, Promise<import("puppeteer-core").Browser>>} */
const running = new Map();

after(async () => {
  server?.close();
  server?.closeAllConnections();
  // a browser that could not be started has failed its flows already
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
  return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
}

/**
 * The browser of that name, started once and ended after the tests of the file.
 * @param {string} name
 */
export function browserOf(name) {
  if (!running.has(name)) running.set(name, launch[/** @type {"chromium"|"firefox"} */ (name)]());
  return running.get(name);
}

/**
 * @typedef {import("puppeteer-core").Page & Extras} FlowPage
 * @typedef {(response: import("node:http").ServerResponse, asked: number) => boolean|void} Instead what the server does instead of
 * sending a file; `asked` counts from 1, and `false` sends the file after all
 *
 * @typedef {object} FlowOptions
 * @property {import("puppeteer-core").Viewport} [viewport]
 * @property {"chromium"|"firefox"} [only]
 * @property {RegExp} [expects] trouble that is meant
 * @property {Record<string, Instead>} [instead] by path
 * @property {() => void} [prepare] runs in the page before its own scripts
 */

/**
 * A test in each browser: opens the page in a context of its own, runs `act(page)`, then asks for silence.
 * @param {string} name
 * @param {(page: FlowPage) => Promise<void>} act
 * @param {FlowOptions} [options]
 */
export function flow(name, act, { viewport = WIDE, only, expects, instead = {}, prepare } = {}) {
  for (const browser of BROWSERS.filter((each) => !only || each === only)) {
    test(`${name} (${browser})`, { timeout: PATIENCE * 4 }, async (t) => {
      // on a busy machine a browser sometimes stands still: one wait in vain is told and tried again, a second one fails
      for (const last of [false, true]) {
        const page = await open(browser, { viewport, instead, prepare });
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

/** Takes the network away, as far as the page can tell, or gives it back. */
export function network(/** @type {boolean} */ on) {
  unplugged = !on;
  if (unplugged) server.closeAllConnections();
}

/**
 * What a page of the flows has beside Puppeteer's own.
 * @typedef {object} Extras
 * @property {string} browserName `chromium` or `firefox`
 * @property {string} origin where the page is served
 * @property {string[]} requests every address asked for, as the browser tells it
 * @property {string[]} served every path that reached the server: workers and service workers too
 * @property {string[]} trouble what must stay empty
 */

/**
 * Opens the page in a context of its own.
 * @param {string} name of the browser
 * @param {Pick<FlowOptions, "viewport"|"instead"|"prepare">} [options]
 * @returns {Promise<FlowPage>}
 */
export async function open(name, { viewport = WIDE, instead = {}, prepare } = {}) {
  const context = await (
    await /** @type {Promise<import("puppeteer-core").Browser>} */ (browserOf(name))
  ).createBrowserContext();
  const page = /** @type {FlowPage} */ (await context.newPage());
  const home = await origin();
  Object.assign(page, { browserName: name, origin: home, requests: [], served: [] });
  page.trouble = troubleIn(page, (url) => url.startsWith(home) || /^(blob|data|about):/.test(url));
  noDialogs(page, page.trouble);
  const note = (/** @type {import("node:http").IncomingMessage} */ request) => page.served.push(request.url ?? "");
  server.on("request", note);
  page.once("close", () => server.off("request", note));
  page.on("request", (request) => page.requests.push(request.url()));
  page.setDefaultTimeout(PATIENCE);
  // a click where a control was before the page scrolled on hits nothing: a locator waits until it stands still
  page.click = (selector, options) => page.locator(selector).click(options);
  await page.evaluateOnNewDocument(WATCH);
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.setViewport(viewport);
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

/** The text of an element. */
export const text = (/** @type {import("puppeteer-core").Page} */ page, /** @type {string} */ selector) =>
  page.$eval(selector, (node) => node.textContent);

/** How many elements a selector finds. */
export const count = (/** @type {import("puppeteer-core").Page} */ page, /** @type {string} */ selector) =>
  page.$$eval(selector, (nodes) => nodes.length);

/** Whether an element is there and takes room. */
export const isVisible = (/** @type {import("puppeteer-core").Page} */ page, /** @type {string} */ selector) =>
  page.$eval(selector, (node) => node.checkVisibility());
