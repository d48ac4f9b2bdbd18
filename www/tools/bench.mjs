// Measures an analysis in a real browser, the crossing into JavaScript included: the first of a fresh module, and the
// median once warm, of each sample, scaled to 10 KB. Prints; judges nothing. Run it on a quiet machine.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const browserPath = execFileSync("bash", [".tools.sh", "find-browser"], { cwd: root, encoding: "utf8" }).trim();
const server = await serve();
const browser = await chromium.launch({ executablePath: browserPath });
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/`);
for (const file of readdirSync(`${root}seeds`).sort()) {
  const text = readFileSync(`${root}seeds/${file}`, "utf8");
  const { first, warm } = await page.evaluate(async (article) => {
    const { default: init, analyze } = await import(
      /** @type {any} any: an address of the page, not of this file */ ("./langkinh.js")
    );
    await init();
    const time = () => {
      const start = performance.now();
      analyze(article);
      return performance.now() - start;
    };
    const first = time();
    for (let i = 0; i < 60; i += 1) time();
    const times = Array.from({ length: 41 }, time).sort((a, b) => a - b);
    return { first, warm: times[20] };
  }, text);
  const kilobytes = Buffer.byteLength(text) / 1024;
  console.log(
    `${file}: ${kilobytes.toFixed(1)} KB, first ${first.toFixed(1)} ms, warm ${warm.toFixed(2)} ms, ` +
      `${((warm * 10) / kilobytes).toFixed(2)} ms for 10 KB`,
  );
}
await browser.close();
server.close();
