// What each entry of the package weighs and takes, measured as the documentation is made: bytes as a host's bundler would have them,
// milliseconds in this Node, and in Chromium, where this machine has one, for what needs a page.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { launch, originOf } from "./browser.mjs";

const www = fileURLToPath(new URL("..", import.meta.url));

/** How often what is repeated is repeated. */
export const TIMES = 15;

/** The files that are bundled for each entry; the others are measured as they are. */
const ENTRIES = {
  langkinh: "langkinh.js",
  "langkinh/async": "async.js",
  "langkinh/worker": "worker.js",
  "langkinh/dom": "embed/dom.js",
  "langkinh/define": "embed/define.js",
  "langkinh/json-ld": "embed/json-ld.js",
};
const FILES = { "lang-kinh.min.js": "lang-kinh.min.js", "langkinh_bg.wasm": "pkg/langkinh_bg.wasm" };

/** Leaves what is imported on demand where it is. */
const onDemand = {
  name: "on demand",
  /** @param {import("esbuild").PluginBuild} esbuild */
  setup: (esbuild) =>
    esbuild.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
};

/**
 * Median times, the first one apart: `first` and `later`, in milliseconds.
 * @typedef {{first: number, later: number}} Times
 */

/**
 * Runs something several times. Also runs in pages, so it uses nothing of this file.
 * @param {(n: number) => unknown} act
 * @param {number} times
 * @returns {Promise<Times>}
 */
async function timesOf(act, times) {
  const all = [];
  for (let n = 0; n <= times; n += 1) {
    const start = performance.now();
    await act(n);
    all.push(performance.now() - start);
  }
  const [first = 0, ...later] = all;
  return { first, later: later.sort((a, b) => a - b)[later.length >> 1] ?? 0 };
}

/**
 * Measures all entries with a text.
 * @param {string} text
 * @returns {Promise<{chromium: string | undefined, rows: {name: string, bytes: number, gzip: number, brotli: number, times: Times | undefined}[]}>}
 * `chromium`: its version; entries without times are those that need a page where there is none
 */
export async function measure(text) {
  const page = await inPage(text);
  /** @type {Record<string, Times | undefined>} */
  const times = { ...(await inNode(text)), ...page?.times };
  const rows = [];
  for (const [name, entry] of Object.entries(ENTRIES)) rows.push(row(name, await bundled(entry), times[name]));
  for (const [name, file] of Object.entries(FILES)) rows.push(row(name, readFileSync(www + file), times[name]));
  return { chromium: page?.version, rows };
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {Times | undefined} times
 */
const row = (name, bytes, times) => ({
  name,
  bytes: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes).length,
  times,
});

/** @param {string} entry */
async function bundled(entry) {
  const { outputFiles } = await build({
    absWorkingDir: www,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    write: false,
    plugins: [onDemand],
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

/** @param {string} text */
async function inNode(text) {
  const { default: init, analyze } = await import("../langkinh.node.js");
  const { analyzer } = await import("../async.node.js");
  const { toJsonLd } = await import("../embed/json-ld.js");
  const langkinh = await timesOf(async () => {
    await init();
    return analyze(text);
  }, TIMES);
  const reader = analyzer();
  const apart = await timesOf(() => reader.analyze(text), TIMES);
  reader.close();
  const analysis = analyze(text);
  return {
    langkinh,
    "langkinh/async": apart,
    "langkinh/json-ld": await timesOf(() => toJsonLd(analysis), TIMES),
  };
}

/**
 * The entries for pages, in a page of this machine's Chromium, with the sample as an article.
 * @param {string} text
 */
async function inPage(text) {
  // the page is built without one too
  const browser = await launch().catch(() => undefined);
  if (!browser) return undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const type = { ".js": "text/javascript", ".wasm": "application/wasm" }[extname(pathname)];
    if (type) response.writeHead(200, { "content-type": type }).end(readFileSync(www + pathname));
    else response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>host</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  try {
    const home = `${originOf(server)}/`;
    const times = [await inFreshPage(browser, home, (page) => page.evaluate(partTimes, text, TIMES))];
    for (const [name, file] of TAGS)
      times.push(await inFreshPage(browser, home, (page) => page.evaluate(tagTimes, text, TIMES, name, file)));
    return { version: await browser.version(), times: Object.assign({}, ...times) };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** The entries that bring the tag. */
const TAGS = /** @type {const} */ ([
  ["langkinh/define", "embed/define.js"],
  ["lang-kinh.min.js", "lang-kinh.min.js"],
]);

/**
 * @template T
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} home
 * @param {(page: import("puppeteer-core").Page) => Promise<T>} act
 */
async function inFreshPage(browser, home, act) {
  const page = await browser.newPage();
  await page.goto(home);
  await page.addScriptTag({ content: `${timesOf}\n${show}` });
  return act(page);
}

/**
 * Puts the text into the page as an article; like all below it runs there.
 * @param {string} text
 */
function show(text) {
  const article = document.createElement("article");
  for (const line of text.split("\n"))
    article.append(Object.assign(document.createElement("p"), { textContent: line }));
  document.body.append(article);
  return article;
}

/**
 * The worker: started with the module, then asked. The page: read and marked, of which the browser paints the marks later.
 * @param {string} text
 * @param {number} times
 * @returns {Promise<Record<string, Times>>}
 */
async function partTimes(text, times) {
  const article = show(text);
  const { analyzer } = await import(`${location.origin}/async.js`);
  const reader = analyzer();
  const worker = await timesOf((n) => (n ? reader.analyze(text) : reader.ready), times);
  const { textOf, highlight } = await import(`${location.origin}/embed/dom.js`);
  const analysis = await reader.analyze(textOf(article).text);
  reader.close();
  /** @type {{remove(): void} | undefined} */
  let marking;
  const dom = await timesOf(() => {
    marking?.remove();
    marking = highlight(textOf(article), analysis);
  }, times);
  return { "langkinh/worker": worker, "langkinh/dom": dom };
}

/**
 * From adding the tag to its marks; the first time with all that it loads.
 * @param {string} text
 * @param {number} times
 * @param {string} name
 * @param {string} file
 * @returns {Promise<Record<string, Times>>}
 */
async function tagTimes(text, times, name, file) {
  show(text);
  const tag = () =>
    new Promise((resolve) => {
      document.querySelector("lang-kinh")?.remove();
      document.addEventListener("langkinh-analysis", resolve, { once: true });
      document.body.append(document.createElement("lang-kinh"));
    });
  return {
    [name]: await timesOf(async (n) => {
      if (!n) await import(`${location.origin}/${file}`);
      return tag();
    }, times),
  };
}
