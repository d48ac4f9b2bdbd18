// Takes the pictures of the README from the real page: node www/tools/pictures.mjs (or `make pictures`).
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}www/pictures`;
const executablePath = process.env.CHROME_PATH || execFileSync("bash", [`${root}.tools.sh`, "find-browser"], { encoding: "utf8" }).trim();

const PICTURES = [
  { name: "page", colorScheme: "light", viewport: { width: 1280, height: 860 }, sample: 1 },
];

mkdirSync(folder, { recursive: true });
const server = await serve(0);
const browser = await chromium.launch({ executablePath });
for (const { name, sample, ...look } of PICTURES) {
  const page = await browser.newPage({ ...look, reducedMotion: "reduce" });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.click(`[data-sample="${sample}"]`);
  await page.waitForSelector("#article mark");
  // analyzed once more, the module warm: the time the page shows is then the one a reader sees
  await page.click(`[data-sample="${sample}"]`);
  await page.waitForTimeout(500);
  await page.evaluate(() => document.fonts.ready);
  await page.locator("#article mark.kind-person").first().click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(`${folder}/${name}.png`);
}
await browser.close();
server.close();
