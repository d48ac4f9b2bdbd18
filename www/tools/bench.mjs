// Measures an analysis in a real browser, the crossing into JavaScript included: the first of a fresh module, and the
// median once warm, of each sample, scaled to 10 KB. Prints; judges nothing. Run it on a quiet machine.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, originOf } from "./browser.mjs";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const server = await serve();
const browser = await launch();
const page = await browser.newPage();
await page.goto(`${originOf(server)}/`);
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
