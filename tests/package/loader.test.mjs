// The loader in Node and in both browsers: what it takes, how often it fetches, and what it says where it fails.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { BROWSERS, browserOf } from "../page/browser.mjs";
import { POLICY, Project, SEED, TEXT, expected, serve } from "./host.mjs";

let project, wanted, folder;
before(async () => {
  wanted = expected();
  project = new Project("loader");
  folder = join(project.folder, "node_modules/langkinh");
});
after(() => project?.remove());

const words = (analysis) => analysis.entities.map(({ kind, start, end }) => `${kind} ${TEXT.slice(start, end)}`);
let copies = 0;
/** The entry for Node as if imported for the first time. */
const fresh = async () => {
  const copy = join(project.folder, "node_modules", `langkinh-${(copies += 1)}`);
  project.run("cp", "-r", folder, copy);
  return import(join(copy, "langkinh.node.js"));
};

test("Node: paths, addresses, bytes, responses and modules, also as promises", async () => {
  const path = join(folder, "pkg/langkinh_bg.wasm");
  const bytes = readFileSync(path);
  const response = (type) => new Response(bytes, { headers: { "content-type": type } });
  const padded = Buffer.concat([Buffer.from("<html>"), bytes]).subarray(6);
  for (const source of [undefined, null, path, pathToFileURL(path), String(pathToFileURL(path)), bytes, padded, new Uint8Array(bytes).buffer, await WebAssembly.compile(bytes), response("application/wasm"), response("text/plain"), Promise.resolve(bytes), `data:application/wasm;base64,${bytes.toString("base64")}`]) {
    const { default: init, analyze } = await fresh();
    await init(source);
    assert.deepEqual(words(analyze(TEXT)), wanted);
  }
});

test("Node: what is no module is told with its address, and init may be called again", async () => {
  const { default: init, analyze } = await fresh();
  assert.throws(() => analyze(""), /call and await init/);
  for (const [source, type, said] of [
    [5, TypeError, /not of type number/],
    [{}, TypeError, /not of type object/],
    [Promise.resolve(null), TypeError, /not of type null/],
    [true, TypeError, /not of type boolean/],
    ["nowhere.wasm", Error, /could not be fetched from nowhere\.wasm \(ENOENT/],
    [new URL("file:///nowhere.wasm"), Error, /file:\/\/\/nowhere\.wasm/],
    ["data:text/html,<!doctype html><p>not found", Error, /got HTML instead of the module from data:text\/html/],
    [new Response("", { status: 404 }), Error, /404 from the response given/],
    [new Uint8Array(9), Error, /the bytes given is not a module/],
    [new Response("no", { headers: { "content-type": "application/wasm" } }), Error, /the response given is not a module/],
  ]) {
    await assert.rejects(init(source), (error) => error.constructor === type && error.message.startsWith("langkinh: ") && said.test(error.message), String(said));
  }
  await init();
  assert.deepEqual(words(analyze(TEXT)), wanted);
});

test("a second source that differs is told and not used, the same one is not", async (t) => {
  const { default: init } = await fresh();
  const warned = t.mock.method(console, "warn", () => {});
  const bytes = readFileSync(join(folder, "pkg/langkinh_bg.wasm"));
  await init(bytes);
  await init(bytes);
  await init();
  assert.equal(warned.mock.callCount(), 0);
  await init("/other.wasm");
  assert.match(warned.mock.calls[0].arguments[0], /already loaded \(given as bytes, response or module\); the other source, \/other\.wasm, is not used/);
});

/** A test in each browser; `act` gets a function that runs another in a page that has the package at /node_modules/langkinh/. */
function inBrowsers(name, act) {
  for (const browser of BROWSERS) test(`${browser}: ${name}`, () => act((run, options) => inPage(browser, run, options)));
}

async function inPage(browser, run, { policy = POLICY, types, answer, argument } = {}) {
  const server = await serve(project.folder, { headers: { "content-security-policy": policy }, types, answer: (path) => answer?.(path) ?? (path === "/" ? { body: "<!doctype html><title>host</title>" } : undefined) });
  const context = await (await browserOf(browser)).createBrowserContext();
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url().replace(server.origin, "")));
  try {
    await page.goto(`${server.origin}/`);
    return { got: await page.evaluate(run, argument), requests, origin: server.origin };
  } finally {
    await context.close();
    server.close();
  }
}

const MODULE = "/node_modules/langkinh/pkg/langkinh_bg.wasm";

inBrowsers("the module is compiled while it arrives where its type allows that", async (inPage) => {
  for (const [type, way] of [["application/wasm", "compileStreaming"], ["application/octet-stream", "compile"]]) {
    const { got, requests } = await inPage(async () => {
      const ways = [];
      for (const name of ["compile", "compileStreaming"]) {
        const native = WebAssembly[name];
        WebAssembly[name] = (...args) => (ways.push(name), native.apply(WebAssembly, args));
      }
      const { default: init, analyze } = await import("/node_modules/langkinh/langkinh.js");
      await Promise.all([init(), init()]);
      await init();
      return { ways, entities: analyze(await (await fetch("/seed.txt")).text()).entities.length };
    }, { types: { ".wasm": type } });
    assert.deepEqual(got, { ways: [way], entities: wanted.length });
    assert.equal(requests.filter((path) => path === MODULE).length, 1);
  }
});

inBrowsers("what goes wrong is told with the address", async (inPage) => {
  const attempt = async (source) => {
    const { default: init } = await import("/node_modules/langkinh/langkinh.js");
    return init(...source).then(() => "loaded", (error) => `${error.name}: ${error.message}`);
  };
  const html = (path) => (path.endsWith(".wasm") ? { body: "<!doctype html><p>the page of a site for every address", type: "text/html" } : undefined);
  const without = POLICY.replace(" 'wasm-unsafe-eval'", "");
  for (const [source, options, said] of [
    [["/nowhere.wasm"], {}, /^Error: langkinh: the module could not be loaded: 404 from \/nowhere\.wasm$/],
    [[], { answer: html }, /^Error: langkinh: got HTML instead of the module from http.*langkinh_bg\.wasm; is langkinh_bg\.wasm there\?$/],
    [[], { answer: html, types: {} }, /got HTML/],
    [[], { policy: without }, /^Error: langkinh: the Content-Security-Policy refuses to compile http.*langkinh_bg\.wasm: script-src needs 'wasm-unsafe-eval'$/],
    [[], { policy: without, types: { ".wasm": "application/octet-stream" } }, /script-src needs 'wasm-unsafe-eval'$/],
    [["http://127.0.0.1:1/x.wasm"], {}, /could not be fetched from http:\/\/127\.0\.0\.1:1\/x\.wasm/],
    [[5], {}, /^TypeError: langkinh: .*not of type number/],
  ]) {
    assert.match((await inPage(attempt, { ...options, argument: source })).got, said);
  }
});

inBrowsers("the entry with the module inside fetches nothing", async (inPage) => {
  const { got, requests } = await inPage(async () => {
    const { default: init, analyze } = await import("/node_modules/langkinh/inline.js");
    await init();
    await init();
    const withStream = analyze("Ngày 14/10/2021, Tỉnh ủy họp.").entities.length;
    const { bytes } = await import("/node_modules/langkinh/inline-module.js");
    const streamed = new Uint8Array(await bytes());
    globalThis.DecompressionStream = undefined; // as in engines that have none
    const unpacked = await bytes();
    return { withStream, same: streamed.length === unpacked.length && streamed.every((byte, i) => byte === unpacked[i]) };
  });
  assert.deepEqual(got, { withStream: 2, same: true });
  assert.deepEqual(requests.filter((path) => path.endsWith(".wasm")), []);
});
