// The server of `make serve`: whatever is asked of it, it goes on, and serves nothing but the page.

import assert from "node:assert/strict";
import { readFileSync, rmSync, symlinkSync } from "node:fs";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../www/tools/serve.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
/** @type {import("node:http").Server} */
let server;
before(async () => (server = await serve(0)));
after(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Sends bytes as they are and gives the whole answer: `fetch` would mend the address first. */
function ask(/** @type {string} */ request) {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return new Promise((/** @type {(answer: string) => void} */ resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    /** @type {Buffer[]} */
    const pieces = [];
    socket.on("data", (piece) => pieces.push(piece));
    socket.on("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === "ECONNRESET" ? resolve("") : reject(error),
    );
    socket.on("close", () => resolve(Buffer.concat(pieces).toString("latin1")));
    socket.end(request, "latin1");
  });
}

const get = (/** @type {string} */ target, method = "GET", more = "") =>
  ask(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`);
const statusOf = (/** @type {string} */ answer) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);

test("the page and the package are served", async () => {
  for (const target of [
    "/",
    "/?x=1",
    "/index.html",
    "/favicon.svg",
    "/sw.js",
    "/manifest.webmanifest",
    "/icons/192.png",
    "/dist/app.js",
    "/dist/page.css",
    "/pkg/langkinh_bg.wasm",
    "/langkinh.js",
    "/index%2ehtml",
  ]) {
    assert.equal(statusOf(await get(target)), 200, target);
  }
  const whole = await get("/");
  assert.ok(whole.endsWith(readFileSync(`${www}index.html`, "latin1")));
  const head = await get("/", "HEAD");
  assert.equal(statusOf(head), 200);
  assert.ok(head.endsWith("\r\n\r\n"), "HEAD has no body");
  const [, etag] = /etag: (\S+)/i.exec(head) ?? [];
  assert.equal(statusOf(await get("/", "GET", `If-None-Match: ${etag}\r\n`)), 304);
});

const HOSTILE = [
  // ways out of the folder
  ...[
    "/..",
    "/../",
    "/../Cargo.toml",
    "/dist/../../Cargo.toml",
    "/dist/../package.json",
    "/%2e%2e/Cargo.toml",
    "/..%2fCargo.toml",
    "/dist/..%5c..%5cCargo.toml",
    "/dist/....//package.json",
    "/%252e%252e/Cargo.toml",
    "/./index.html",
    "/dist/./app.js",
  ],
  // what stands beside the page
  ...[
    "/package.json",
    "/package-lock.json",
    "/app.js",
    "/worker.js",
    "/service-worker.js",
    "/tools/serve.mjs",
    "/tools/",
    "/node_modules/esbuild/package.json",
    "/node_modules",
    "/input/reader.js",
    "/i18n/vi.js",
    "/dist",
    "/dist/",
    "/pkg",
    "/pkg/",
    "/icons/",
    "/.tools.sh",
    "/pictures/article.webp",
    "/langkinh.js/",
    "/index.html/",
    "/INDEX.HTML",
  ],
  // no paths at all
  ...[
    "//",
    "///",
    "//dist/app.js",
    "//localhost/",
    "/dist//app.js",
    "*",
    "index.html",
    "http://localhost/",
    "http://localhost/package.json",
    "http://",
    "file:///etc/passwd",
    "?",
    "#",
    "\\",
    "/\\..\\Cargo.toml",
  ],
  // bad escapes and odd characters
  ...[
    "/%",
    "/%0",
    "/%00",
    "/index.html%00",
    "/index.html%00.png",
    "/dist/%00",
    "/%zz",
    "/%ff",
    "/%c0%ae%c0%ae/Cargo.toml",
    "/%ed%a0%80",
    "/%e1%bb%a7",
    "/%u002e",
    "/\xe1\xbb\xa7",
    "/:",
    "/con",
    "/index.html::$DATA",
    "/%0d%0aSet-Cookie:x",
    "/index.html%20",
    "/index.html.",
  ],
  // long ones
  ...[
    `/dist/${"a".repeat(300)}`,
    `/dist/${"a/".repeat(4000)}`,
    `/${"../".repeat(3000)}etc/passwd`,
    `/${"%2e".repeat(3000)}`,
    `/${"a".repeat(60_000)}`,
  ],
];

for (const method of ["GET", "HEAD", "POST", "DELETE", "OPTIONS", "TRACE", "PATCH"]) {
  test(`${method}: nothing else is served`, async () => {
    for (const target of HOSTILE) {
      const status = statusOf(await get(target, method));
      assert.ok([0, 400, 404, 405, 431].includes(status), `${method} ${target.slice(0, 80)}: ${status}`);
    }
    assert.equal(statusOf(await get("/")), 200, "it goes on");
  });
}

test("other methods, and what is no request", async () => {
  const post = await get("/", "POST", "Content-Length: 3\r\n\r\nabc");
  assert.equal(statusOf(post), 405);
  assert.match(post, /allow: GET, HEAD/i);
  for (const bytes of [
    "",
    "\r\n\r\n",
    "GET",
    "GET /",
    "GET / HTTP/9.9\r\n\r\n",
    "BREW / HTTP/1.1\r\n\r\n",
    "\x16\x03\x01\x02\x00\x01\x00",
    "CONNECT localhost:22 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\nConnection: close\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nRange: bytes=9-1\r\nIf-None-Match: \r\nAccept-Encoding: br;q=0,\r\nConnection: close\r\n\r\n",
  ]) {
    await ask(bytes);
    assert.equal(statusOf(await get("/")), 200, `it goes on after ${JSON.stringify(bytes)}`);
  }
});

test("a link is no way out", async () => {
  const links = {
    "to-file": "../package.json",
    "to-folder": "..",
    "to-root": "/",
    "to-nothing": "nowhere",
    "to-itself": "to-itself",
  };
  try {
    for (const [name, target] of Object.entries(links)) symlinkSync(target, `${www}dist/${name}`);
    for (const target of [
      "/dist/to-file",
      "/dist/to-folder/package.json",
      "/dist/to-root/etc/passwd",
      "/dist/to-nothing",
      "/dist/to-itself",
    ]) {
      assert.equal(statusOf(await get(target)), 404, target);
    }
  } finally {
    for (const name of Object.keys(links)) rmSync(`${www}dist/${name}`, { force: true });
  }
});
