// What the hosts share: the archive installed into an empty project, the program that each of them runs, what must come out
// of it, and a browser that runs it under the policy that the documentation asks for.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { browserOf } from "../page/browser.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The tools of www/node_modules. */
export const require = createRequire(`${ROOT}www/package.json`);
const { version } = JSON.parse(readFileSync(`${ROOT}www/package.json`, "utf8"));
export const ARCHIVE = `${ROOT}langkinh-${version}.tgz`;
/** The sample of Quảng Trị. */
export const SEED = `${ROOT}seeds/002_03101006a328a728.txt`;
export const TEXT = readFileSync(SEED, "utf8");

/** What the documentation says that the policy of a host must allow, and nothing else. */
export const PLAIN_POLICY = `default-src 'none'; ${readme("policy")}`;
/** The same where the host also requires Trusted Types. */
export const POLICY = `${PLAIN_POLICY}; ${readme("trusted-types")}`;

/** A policy that also allows the inline scripts of a page, such as import maps: by their digests. */
export function allowing(policy, page) {
  const digests = [...page.matchAll(/<script[^>]*>([^<]+)<\/script>/g)].map(([, script]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  assert.ok(digests.length);
  return policy.replace("script-src", `script-src ${digests.join(" ")}`);
}

/** A block of code in the package's README, by the word behind its language: tests use what the documentation says, word for word. */
export function readme(name) {
  const text = readFileSync(`${ROOT}www/README.md`, "utf8");
  const block = text.match(new RegExp(`^\`\`\`\\w+ ${name}\\n([\\s\\S]*?)^\`\`\`$`, "m"))?.[1];
  if (!block) throw new Error(`www/README.md has no block named ${name}`);
  return block.trim();
}

/** What the command finds in the sample: kind and words of every entity, in order. */
export function expected() {
  execFileSync("cargo", ["build", "--quiet", "--locked", "--bin", "langkinh"], { cwd: ROOT, stdio: "inherit" });
  const { analysis } = JSON.parse(execFileSync(`${ROOT}target/debug/langkinh`, [SEED], { encoding: "utf8" }));
  const found = analysis.entities.map(({ kind, start, end }) => `${kind} ${TEXT.slice(start, end)}`);
  assert.equal(found.filter((each) => each === "person Phan Văn Phụng").length, 3);
  return found;
}

/** The program of every host: what it gives must be what the command finds. */
export const PROGRAM = `
export const spans = (analysis, text) => analysis.entities.map(({ kind, start, end }) => kind + " " + text.slice(start, end));

/** Analyzes on this thread and off it. */
export async function run(text, { init, analyze, analyzer }, options) {
  const reader = analyzer(options);
  const there = spans(await reader.analyze(text), text);
  await init(options?.wasm);
  const here = spans(analyze(text), text);
  const { mode } = reader;
  reader.close();
  return { here, there, mode };
}
`;

/** The program on a page: fetches the sample, leaves what it found, or the error, in `globalThis.found`. */
export const page = ({ options = "undefined", from = "langkinh", async = "langkinh/async" } = {}) => `
import init, { analyze } from "${from}";
import { analyzer } from "${async}";
import { run } from "./program.js";
fetch("/seed.txt").then((answer) => answer.text()).then((text) => run(text, { init, analyze, analyzer }, ${options}))
  .then((found) => { globalThis.found = found; }, (error) => { globalThis.found = { error: String(error) }; });
`;

/** A page that runs the program. */
export const html = (head = "", script = '<script type="module" src="./main.js"></script>') => `<!doctype html><meta charset="utf-8"><title>host</title>${head}${script}`;

/** Serves a folder of the project and runs the page in it. */
export async function inBrowser(browser, project, folder, options, address = "/") {
  const server = await serve(join(project.folder, folder), options);
  try {
    return await visit(browser, server.origin + address);
  } finally {
    server.close();
  }
}

/** What a program printed, as `visit` would give it. */
export const printed = (text) => ({ found: JSON.parse(text), requests: [], said: [] });

/** An empty project with the archive installed; gone at the end. */
export class Project {
  constructor(name = "host") {
    this.folder = mkdtempSync(join(tmpdir(), `langkinh-${name}-`));
    this.write({ "package.json": JSON.stringify({ name: "empty", private: true, type: "module" }), "program.js": PROGRAM });
    this.run("npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", ARCHIVE);
  }

  /** Writes files, by their paths. */
  write(files) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Runs a command in the project; gives what it printed. */
  run(command, ...args) {
    return execFileSync(command, args, { cwd: this.folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 840_000 });
  }

  /** Runs a command while this process goes on. */
  async start(command, ...args) {
    return promisify(execFile)(command, args, { cwd: this.folder, encoding: "utf8", timeout: 840_000, maxBuffer: 1e8 });
  }

  /** Runs a line of the documentation. */
  shell(line) {
    return this.run("bash", "-euo", "pipefail", "-c", line);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".txt": "text/plain; charset=utf-8" };

/**
 * Serves a folder, and the sample at /seed.txt.
 * @param {string} folder
 * @param {{headers?: object, types?: object, answer?: (path: string) => {status?: number, type?: string, body: string} | undefined}} [options]
 * `answer` may answer a path itself
 */
export async function serve(folder, { headers = { "content-security-policy": POLICY }, types = {}, answer } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const own = answer?.(pathname);
    const path = pathname === "/seed.txt" ? SEED : join(folder, pathname.endsWith("/") ? `${pathname}index.html` : decodeURIComponent(pathname));
    if (pathname === "/favicon.ico") response.writeHead(204, headers).end();
    else if (own) response.writeHead(own.status ?? 200, { ...headers, "content-type": own.type ?? "text/html" }).end(own.body);
    else if (!statSync(path, { throwIfNoEntry: false })?.isFile()) response.writeHead(404, headers).end();
    else response.writeHead(200, { ...headers, "content-type": types[extname(path)] ?? TYPES[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Chromium, for all tests of a file, which it ends after. */
export const chromium = () => browserOf("chromium");

/**
 * Gives `act` a page in a context of its own, and with it what is fetched and what the console says; gives what it gives. What
 * goes wrong tells both.
 * @param {import("puppeteer-core").Browser} browser
 * @param {(watched: {page: import("puppeteer-core").Page, requests: string[], said: string[]}) => Promise<any>} act
 */
export async function watched(browser, act) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const requests = [];
  const said = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.setDefaultTimeout(300_000);
  try {
    return await act({ page, requests, said });
  } catch (error) {
    error.message = [error.message, ...said, ...requests].join("\n");
    throw error;
  } finally {
    await context.close();
  }
}

/** Opens an address and gives what the program left in `globalThis.found`, what was fetched, and what the console said. */
export const visit = (browser, address) =>
  watched(browser, async ({ page, ...seen }) => {
    await page.goto(address);
    await page.waitForFunction(() => globalThis.found);
    return { found: await page.evaluate(() => globalThis.found), ...seen };
  });

/** The program found the same as the command, here and there, in a worker; the module came once; nobody complained. */
export function holds({ found, requests, said }, wanted, { mode = "worker", modules = 1 } = {}) {
  assert.equal(found.error, undefined, said.join("\n"));
  assert.deepEqual(found.here, wanted);
  assert.deepEqual(found.there, wanted);
  assert.equal(found.mode, mode);
  assert.deepEqual(said, []);
  assert.equal(requests.filter((url) => /\.wasm\b/.test(url)).length, modules, requests.join("\n"));
}

/** The tag around a sentence, by a bundler: the module of the page, and the page. */
export const tag = {
  main: `import "langkinh/define";
document.addEventListener("langkinh-analysis", ({ detail: { analysis, text } }) => { globalThis.found = analysis.entities.map(({ kind, start, end }) => kind + " " + text.slice(start, end)); });`,
  page: html().replace("<script", "<lang-kinh><p>Ông Trần Văn Bình dự họp ngày 14/10/2021.</p></lang-kinh><script"),
};

/** The tag found what stands in its sentence; the module came once; nobody complained. */
export function marks({ found, requests, said }) {
  assert.deepEqual([found, said], [["person Trần Văn Bình", "time ngày 14/10/2021"], []]);
  assert.equal(requests.filter((url) => /\.wasm\b/.test(url)).length, 1, requests.join("\n"));
}
