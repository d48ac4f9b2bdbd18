// The page without a network, what it keeps, and how a new version takes over.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { analyzed, count, flow, network, paste, SEEDS, sample, text } from "../browser.mjs";

/** @import { FlowPage } from "../browser.mjs" */

const article = readFileSync(SEEDS + readdirSync(SEEDS).sort()[2], "utf8").replace(/\r\n?/g, "\n");
const html = `<!DOCTYPE html><html><head><title>Hội nghị</title></head><body><nav>Trang chủ</nav><article><h1>Hội nghị</h1>${article
  .split("\n")
  .map((line) => `<p>${line}</p>`)
  .join("")}</article></body></html>`;

/** Waits until everything is kept and the service worker answers. */
const kept = (/** @type {FlowPage} */ page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

async function everything(/** @type {FlowPage} */ page) {
  await sample(page, 0);
  await paste(page, article);
  await analyzed(page);
  await paste(page, html);
  await page.waitForFunction(() => /HTML/.test(found("#status").textContent));
  await page.click("#language");
  await page.click("#theme");
  await page.click("#article mark");
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.fonts.ready);
  assert.ok((await count(page, "#article mark")) > 20);
}

flow("after the first visit it opens and works without a network", async (page) => {
  await kept(page);
  network(false);
  await page.reload();
  await everything(page);
  assert.equal(
    await page.evaluate(
      () =>
        document.fonts.check('1em "Source Serif 4"', "Hội nghị") &&
        document.fonts.check('1em "Be Vietnam Pro"', "Hội nghị"),
    ),
    true,
  );
});

flow("after it has loaded it asks for nothing", async (page) => {
  await kept(page);
  const before = page.served.length;
  await everything(page);
  assert.deepEqual(page.served.slice(before), []);
});

flow("nothing of the reader is stored", async (page) => {
  await kept(page);
  await everything(page);
  const stored = await page.evaluate(async () => {
    const names = await caches.keys();
    const paths = [];
    for (const name of names)
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return {
      cookies: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: names.length,
      files: paths.filter((path) => !/^\/(?:$|favicon|manifest|icons\/|pkg\/|dist\/)/.test(path)),
    };
  });
  assert.deepEqual(stored, { cookies: "", local: 0, session: 0, databases: 0, caches: 1, files: [] });
});

const WORKER = new URL("../../../www/sw.js", import.meta.url);
const VERSION = /"[0-9a-f]{12}"/;

flow("a new version takes over at once where nothing is lost, and waits where something would be", async (page) => {
  await kept(page);
  const old = readFileSync(WORKER, "utf8");
  const version = async () => (await page.evaluate(() => caches.keys())).at(-1);
  const update = async (/** @type {string} */ to) => {
    writeFileSync(WORKER, old.replace(VERSION, JSON.stringify(to)));
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  };
  try {
    const reloaded = page.waitForNavigation();
    await update("new-version1");
    await reloaded;
    await page.waitForSelector("[data-sample]");
    assert.equal(await version(), "langkinh-new-version1");

    await paste(page, article);
    await analyzed(page);
    await update("new-version2");
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting);
    assert.equal(await text(page, "#article .words"), article.split("\n")[0], "the article is still there");
  } finally {
    writeFileSync(WORKER, old);
  }
});

flow(
  "the browser would install it",
  async (page) => {
    await kept(page);
    const session = await page.createCDPSession();
    const { errors } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // a window without a profile of its own, as a test has it, installs nothing: that is the only objection
    assert.deepEqual(
      installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
      [],
    );
  },
  { only: "chromium" },
);
