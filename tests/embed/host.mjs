// What the tests of the element share: pages of somebody else, as a newspaper would serve them, under the policy that the
// documentation tells hosts to use, with the package's own files beside them. `hosted` adds a test a browser, and every
// test fails on a violation of the policy, an error, a request to elsewhere.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { troubleIn } from "../page/watch.mjs";
import { PATIENCE } from "../page/within.mjs";
import { BROWSERS, browserOf } from "../page/browser.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".html": "text/html; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png" };

/** What a host needs for us, and nothing more; the rest forbids what we promise not to do. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types langkinh-url",
].join("; ");

export const SEED = readFileSync(`${ROOT}seeds/002_03101006a328a728.txt`, "utf8");
/** The sample as blocks; its text is the sample's, whatever the source looks like. */
export const paragraphs = (text = SEED) => text.split("\n").map((line) => `<p>${line}</p>`).join("\n");

let server;
let lastId = 0;
const pages = new Map();

after(() => {
  server?.close();
  server?.closeAllConnections();
});

async function origin() {
  if (!server) {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url, "http://localhost");
      const page = pages.get(pathname);
      if (page) return response.writeHead(200, { "content-type": page.type, ...page.headers }).end(page.body);
      const file = fileOf(decodeURIComponent(pathname));
      if (!file) return response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY, "cache-control": "no-store" }).end(readFileSync(file));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  }
  return `http://127.0.0.1:${server.address().port}`;
}

/** `/langkinh/…` is www/. */
function fileOf(path) {
  const match = /^\/langkinh\/(.+)$/.exec(normalize(path));
  const file = match && join(ROOT, "www", match[1]);
  return file && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/**
 * A test in each browser.
 * @param {string} name
 * @param {(host: Host) => Promise<void>} act
 * @param {{only?: string, expects?: RegExp, viewport?: object}} [options] `expects`: trouble that is meant
 */
export function hosted(name, act, { only, expects, viewport = { width: 1100, height: 800 } } = {}) {
  for (const browserName of BROWSERS.filter((each) => !only || each === only)) {
    test(`${name} (${browserName})`, { timeout: PATIENCE * 3 }, async () => {
      const context = await (await browserOf(browserName)).createBrowserContext();
      try {
        const host = new Host(browserName, context, await origin(), viewport);
        await act(host);
        assert.deepEqual((await host.trouble()).filter((each) => !expects?.test(each)), []);
      } finally {
        await context.close();
      }
    });
  }
}

/** A page of somebody else. */
export class Host {
  #trouble = [];
  requests = [];

  constructor(browserName, context, home, viewport) {
    Object.assign(this, { browserName, context, home, viewport });
  }

  /**
   * Serves a page and opens it.
   * @param {{html?: string, script?: string, style?: string, head?: string, attributes?: string, policy?: string | null, files?: object, before?: Function, load?: string}} parts
   * `html` is the body; `script` and `style` become files of their own; `load` replaces the tag's script
   */
  async open({ html, script = "", style = "", head = "", attributes = 'lang="vi"', policy = POLICY, files = {}, before, load = '<script type="module" src="/langkinh/embed/define.js"></script>' }) {
    const at = `/host/${(lastId += 1)}`;
    const headers = policy ? { "content-security-policy": policy } : {};
    const put = (name, type, body) => pages.set(`${at}/${name}`, { type, headers, body });
    put("style.css", "text/css", style);
    put("script.js", "text/javascript", script);
    for (const [name, body] of Object.entries(files)) put(name, TYPES[extname(name)] ?? "text/plain", body);
    put("", "text/html; charset=utf-8", `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><title>Báo</title><link rel="icon" href="/langkinh/favicon.svg"><link rel="stylesheet" href="${at}/style.css">
<script src="/host/listen.js"></script>${head}
${script ? `<script type="module" src="${at}/script.js"></script>` : ""}${load}</head>
<body>${html}</body></html>`);
    pages.set("/host/listen.js", { type: "text/javascript", headers, body: LISTEN });
    return this.visit(`${this.home}${at}/`, { before });
  }

  /** Opens an address, watched. */
  async visit(address, { before } = {}) {
    const page = await this.context.newPage();
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport(this.viewport);
    page.on("request", (request) => this.requests.push(request.url().replace(this.home, "")));
    this.#trouble = troubleIn(page, (url) => url.startsWith(this.home) || /^(?:data|about|blob):/.test(url), ["error", "warn", "warning"]);
    await page.evaluateOnNewDocument(LISTEN);
    if (before) await page.evaluateOnNewDocument(before);
    await page.goto(address);
    return page;
  }

  async trouble() {
    return [...this.#trouble, ...(await this.page.evaluate(() => globalThis.violations ?? []))];
  }

  /** Waits until so many analyses were told. */
  async analyzed(times = 1) {
    try {
      await this.page.waitForFunction((n) => globalThis.told.filter(({ type }) => type === "langkinh-analysis").length >= n, {}, times);
    } catch (error) {
      throw new Error(`${error.message}: ${JSON.stringify(await this.told())} ${JSON.stringify(await this.trouble())}`);
    }
  }

  /** Waits for an error of a phase and gives its sentence. */
  async failed(phase) {
    await this.page.waitForFunction((p) => globalThis.told.some((each) => each.type === "langkinh-error" && each.phase === p), {}, phase);
    return (await this.told()).find((each) => each.phase === phase).sentence;
  }

  /**
   * The middle of the first words that say this, brought into the window.
   * @param {string} words
   * @param {() => Node} scope runs in the page: where to look
   */
  spot(words, scope = () => document.body) {
    return this.page.evaluate((sought, source) => {
      const walk = document.createTreeWalker(new Function(`return (${source})()`)(), NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const from = walk.currentNode.data.indexOf(sought);
        if (from < 0 || walk.currentNode.parentElement?.closest("script, style")) continue;
        const range = document.createRange();
        range.setStart(walk.currentNode, from);
        range.setEnd(walk.currentNode, from + sought.length);
        walk.currentNode.parentElement.scrollIntoView({ block: "center" });
        const [{ left, top, width, height }] = range.getClientRects();
        return [left + width / 2, top + height / 2];
      }
      return null;
    }, words, String(scope));
  }

  /** Clicks there. */
  async click(words, scope) {
    await this.page.mouse.click(...(await this.spot(words, scope)));
  }

  /** Every event of the element, in order. */
  told() {
    return this.page.evaluate(() => globalThis.told);
  }

  /** The words that a highlight covers, by its name. */
  painted() {
    return this.page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset))])));
  }
}

/** Runs first in every page: gathers violations and the element's events. */
const LISTEN = `if (!globalThis.told) {
  globalThis.told = [];
  globalThis.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => violations.push("policy: " + event.violatedDirective + " " + event.blockedURI));
  for (const type of ["langkinh-analysis", "langkinh-select", "langkinh-error"]) document.addEventListener(type, (event) => {
    const { phase, error, message, entity, analysis, text } = event.detail;
    told.push({ type, phase, sentence: error?.message, message, entity, length: text?.length, entities: analysis?.entities.length });
    globalThis.lastDetail = event.detail;
  });
}`;
