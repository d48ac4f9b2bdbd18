// The page on a static host, in a subfolder: the files of examples/hosting, and the folder that `make site` makes.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { POLICY } from "../../www/tools/serve.mjs";
import { site } from "../../www/tools/site.mjs";
import { launch } from "./browser.mjs";
import { PATIENCE, within } from "./within.mjs";

const HOSTING = fileURLToPath(new URL("../../examples/hosting/", import.meta.url));
const read = (name) => readFileSync(HOSTING + name, "utf8");
const FOLDER = "/some/folder/";
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

let folder;
let browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "langkinh-site-"));
  site(folder);
  browser = await launch();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  if (browser) await within(PATIENCE, browser.close(), "Chromium did not close");
});

/** The headers of `_headers`, for every file. */
const headers = Object.fromEntries(
  [
    ...read("_headers")
      .split("/pkg/")[0]
      .matchAll(/^ {2}([\w-]+): (.+)$/gm),
  ].map(([, name, value]) => [name, value]),
);

test("every host's file sends the policy that the page is developed under, and the same other headers", () => {
  assert.equal(headers["Content-Security-Policy"], POLICY);
  for (const name of readdirSync(HOSTING).filter((each) => each !== "README.md")) {
    const text = read(name);
    for (const [header, value] of Object.entries(headers)) {
      assert.ok(text.includes(header), `${name}: ${header}`);
      assert.ok(text.includes(value), `${name}: ${value}`);
    }
  }
  for (const name of ["vercel.json", "firebase.json"]) JSON.parse(read(name));
});

/** A static host: files of the folder under its address, nothing else, with these headers. */
async function host(sent) {
  const served = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://localhost").pathname;
    served.push(path);
    const file = path.startsWith(FOLDER) && join(folder, path.slice(FOLDER.length) || "index.html");
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
    response
      .writeHead(200, { ...sent, "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return {
    server,
    served,
    address: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}${FOLDER}`,
  };
}

for (const [what, sent] of Object.entries({ "with the headers": headers, "with no headers": {} })) {
  test(`in a subfolder it reads an article and works without a network, ${what}`, async () => {
    const { server, served, address } = await host(sent);
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const trouble = [];
      page.on("pageerror", (error) => trouble.push(error.message));
      page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
      page.on(
        "response",
        (response) => response.status() >= 400 && trouble.push(`${response.status()} ${response.url()}`),
      );
      await page.goto(address);
      const readOne = async () => {
        await page.click("[data-sample='1']");
        await page.waitForSelector("#article mark.kind-person", { timeout: PATIENCE });
      };
      await readOne();
      const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
      assert.equal(scope, address);
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
      assert.deepEqual(
        served.filter((path) => !path.startsWith(FOLDER)),
        [],
        "nothing outside of its folder",
      );
      assert.deepEqual(trouble, []);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await page.reload();
      await readOne();
      assert.deepEqual(
        trouble.filter((each) => !/ERR_CONNECTION_REFUSED/.test(each)),
        [],
      );
    } finally {
      await context.close();
      server.closeAllConnections();
      server.close();
    }
  });
}
