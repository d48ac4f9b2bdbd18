// The page on a static host, in a subfolder: the folder that `make site` makes, with the headers of examples/hosting and without.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { originOf } from "../../../www/tools/browser.mjs";
import { site } from "../../../www/tools/site.mjs";
import { browserOf } from "../browser.mjs";
import { headers } from "../headers.mjs";
import { troubleIn } from "../watch.mjs";
import { PATIENCE } from "../within.mjs";

const FOLDER = "/some/folder/";
/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** @type {string} */
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "langkinh-site-"));
  site(folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A static host: files of the folder under its address, nothing else, with these headers. */
async function host(/** @type {Record<string, string>} */ sent) {
  /** @type {string[]} */
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
    address: originOf(server) + FOLDER,
  };
}

for (const [what, sent] of Object.entries({ "with the headers": headers, "with no headers": {} })) {
  test(`in a subfolder it reads an article and works without a network, ${what}`, async () => {
    const { server, served, address } = await host(sent);
    const context = await (await browserOf("chromium")).createBrowserContext();
    try {
      const page = await context.newPage();
      const trouble = troubleIn(page, (url) => url.startsWith(address) || url.startsWith("blob:"));
      await page.goto(address);
      const readOne = async () => {
        await page.locator("[data-sample='1']").click();
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
