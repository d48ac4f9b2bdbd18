// A small static server for www/, with the types and the Content-Security-Policy that the page is meant to have.
// The sources are bundled at every start and, with --open, whenever the page itself is asked for: edit and reload.
// Usage: serve.mjs [--port N] [--open]; also imported by the tests.
import { spawn } from "node:child_process";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { bundle } from "./bundle.mjs";

const ROOT = realpathSync(fileURLToPath(new URL("..", import.meta.url)));
/** What the page and its documentation consist of. A slash at the end means all of a folder. */
export const PAGE = [
  "index.html",
  "favicon.svg",
  "manifest.webmanifest",
  "sw.js",
  "dist/",
  "examples/",
  "icons/",
  "pkg/",
  "lang-kinh.min.js",
  "schema.json",
];
/** What is served: the page, and what the package gives to other sites. */
const SERVED = [...PAGE, ...JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).files];
/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types langkinh-url",
].join("; ");

/** The file that the target of a request names, or nothing where that is none of those served. Never throws. */
function fileOf(/** @type {string} */ target) {
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/s, ""));
    const names = (path.endsWith("/") ? `${path}index.html` : path).split("/");
    // an absolute path of plain names; a link leads nowhere else than it says
    if (names.shift() !== "" || names.some((name) => /^\.*$|[\\\0]/.test(name))) return undefined;
    const name = names.join("/");
    if (!SERVED.some((each) => name === each || (each.endsWith("/") && name.startsWith(each)))) return undefined;
    const file = join(ROOT, ...names);
    return statSync(file).isFile() && realpathSync(file) === file ? file : undefined;
  } catch {
    return undefined; // a wrong escape, no such file, a name that is too long
  }
}

const COMPRESSED = /\.(?:css|html|js|json|mjs|svg|txt|wasm|webmanifest)$/;
/** @type {Map<string, {version: string, bytes: Buffer}>} */
const compressed = new Map();

/** The bytes of a file as sent: with brotli where that helps and is understood, kept for the next time. */
function bytesOf(/** @type {string} */ file, /** @type {string} */ version, /** @type {string|undefined} */ accepts) {
  if (!COMPRESSED.test(file) || !/\bbr\b/.test(accepts ?? "")) return { bytes: readFileSync(file) };
  let kept = compressed.get(file);
  if (kept?.version !== version) {
    const bytes = brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
    kept = { version, bytes };
    compressed.set(file, kept);
  }
  return { bytes: kept.bytes, encoding: "br" };
}

/**
 * @param {string} file
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function send(file, { method, headers: asked }, response) {
  const { mtimeMs, size } = statSync(file);
  const version = `"${mtimeMs.toString(36)}-${size.toString(36)}"`;
  /** @type {Record<string, string>} */
  const headers = {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
    vary: "accept-encoding",
    etag: version,
  };
  if (asked["if-none-match"] === version) {
    response.writeHead(304, headers).end();
    return;
  }
  const { bytes, encoding } = bytesOf(file, version, asked["accept-encoding"]);
  if (encoding) headers["content-encoding"] = encoding;
  response.writeHead(200, { ...headers, "content-length": bytes.length }).end(method === "HEAD" ? undefined : bytes);
}

/**
 * Serves www/ on localhost; resolves to the server once it listens.
 * @param {number} [port] any free one when left out
 * @param {{fresh?: boolean}} [options] `fresh` bundles the sources again whenever the page itself is asked for
 * @returns {Promise<import("node:http").Server>}
 */
export async function serve(port = 0, { fresh = false } = {}) {
  await bundle();
  const server = createServer(async (request, response) => {
    try {
      const file = fileOf(request.url ?? "/");
      const isKnown = ["GET", "HEAD"].includes(request.method ?? "");
      if (!file || !isKnown) {
        response
          .writeHead(file ? 405 : 404, { "content-type": "text/plain", ...(file && { allow: "GET, HEAD" }) })
          .end("not found");
        return;
      }
      if (fresh && file === join(ROOT, "index.html")) await bundle().catch((error) => console.error(error.message));
      send(file, request, response);
    } catch (error) {
      // such as a file that went away while it was read
      console.error(/** @type {Error} */ (error).message);
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

/** @type {{[platform in NodeJS.Platform]?: string}} */
const OPENERS = { darwin: "open", win32: "explorer" };

/**
 * Opens the address in the reader's browser, where there is one.
 * @param {string} address
 */
function open(address) {
  const command = OPENERS[process.platform] ?? (process.env.DISPLAY ? "xdg-open" : undefined);
  if (command)
    spawn(command, [address], { stdio: "ignore", detached: true })
      .on("error", () => {})
      .unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf("--port");
  const port = Number(at > 0 ? process.argv[at + 1] : 8080);
  try {
    await serve(port, { fresh: process.argv.includes("--open") });
  } catch (error) {
    console.error(
      `cannot listen on port ${port}: ${/** @type {Error} */ (error).message}; try PORT=${port + 1} make serve`,
    );
    process.exit(1);
  }
  const address = `http://localhost:${port}/`;
  console.log(`Lăng Kính is at ${address}`);
  if (process.argv.includes("--open")) open(address);
}
