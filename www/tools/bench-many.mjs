// Measures reading many in a real browser: a thousand articles (or as many as told) made from the seeds, each with years
// and people of its own. Prints; judges nothing. Usage: bench-many.mjs [articles]. Run it on a quiet machine.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import init, { analyze } from "../langkinh.node.js";
import { launch, originOf } from "./browser.mjs";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const articles = Number(process.argv[2] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), "langkinh-bench-"));

await init();
const NAMES = [
  ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ"],
  ["Văn", "Thị", "Minh", "Quốc", "Ngọc", "Thanh"],
  ["An", "Bình", "Cường", "Dũng", "Hà", "Hòa", "Khánh", "Lan", "Nam", "Phúc", "Sơn"],
];
const nameOf = (/** @type {number} */ n) =>
  NAMES.map((part, i) => part[Math.floor(n / [1, 7, 42][i]) % part.length]).join(" ");
const seeds = readdirSync(`${root}seeds`)
  .sort()
  .map((file) => readFileSync(`${root}seeds/${file}`, "utf8"))
  .map((text) => ({ text, people: analyze(text).people.map(({ name }) => name) }));
for (let i = 0; i < articles; i += 1) {
  const { text, people } = seeds[i % seeds.length];
  let own = text.replace(/\b20(?:1\d|2[0-4])\b/g, (year) => String(2008 + ((Number(year) + i) % 17)));
  people.forEach((name, k) => (own = own.replaceAll(name, nameOf(i * 5 + k))));
  writeFileSync(join(folder, `${String(i).padStart(4, "0")}.txt`), own);
}

const server = await serve();
const browser = await launch();
const page = await browser.newPage();
const session = await page.createCDPSession();
await page.evaluateOnNewDocument(() => {
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: "longtask" });
});
await page.goto(`${originOf(server)}/`);
const heap = async () => {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
};
const longest = () =>
  page.evaluate(() => {
    const found = Math.round(globalThis.longest);
    globalThis.longest = 0;
    return found;
  });
const line = (/** @type {string} */ what, /** @type {string} */ said) => console.log(`${what.padEnd(44)} ${said}`);

const before = await heap();
await longest();
const start = performance.now();
const picker = await page.waitForSelector("input#picker");
await picker?.uploadFile(
  ...readdirSync(folder)
    .sort()
    .map((file) => join(folder, file)),
);
await page.waitForSelector("#many progress", { timeout: 60_000 });
await page.waitForFunction(() => !document.querySelector("#many progress"), {
  timeout: 1_800_000,
  polling: 200,
});
const seconds = (performance.now() - start) / 1000;
line(
  `${articles} articles read`,
  `${seconds.toFixed(1)} s, ${((seconds / articles) * 1000).toFixed(1)} ms each; longest task of the page ${await longest()} ms`,
);
line("heap of the page, before and with all rows", `${before.toFixed(1)} MB, ${(await heap()).toFixed(1)} MB`);

for (const tab of ["register", "documents", "figures", "topics", "articles"]) {
  const opened = await page.evaluate(async (key) => {
    const since = performance.now();
    const tab = /** @type {HTMLElement|null} */ (document.querySelector(`[data-tab="${key}"]`));
    tab?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - since;
  }, tab);
  const sorted = await page.evaluate(async () => {
    const since = performance.now();
    const head = /** @type {HTMLElement|null} */ (document.querySelector("#many-table .sort"));
    head?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - since;
  });
  const filtered = await page.evaluate(async () => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector("#many-filter"));
    input.value = "hau giang";
    input.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 200));
    const since = performance.now();
    await new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done))));
    return performance.now() - since;
  });
  const nodes = await page.evaluate(() => document.querySelectorAll("#many *").length);
  const rows = (await page.$eval("#many .pager", (pager) => pager.textContent)) ?? "";
  line(
    `${tab}: open, sort, filter`,
    `${opened.toFixed(0)} ms, ${sorted.toFixed(0)} ms, ${filtered.toFixed(0)} ms; ${nodes} elements; after the filter ${rows.replace(/[‹›]|Trước|Sau/g, "").trim()}; longest task ${await longest()} ms`,
  );
}
line("heap of the page at the end", `${(await heap()).toFixed(1)} MB`);
await browser.close();
server.close();
server.closeAllConnections();
rmSync(folder, { recursive: true });
