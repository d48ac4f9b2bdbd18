// Asks Lighthouse about the page, as a phone on a slow line and as a desktop, and prints the scores with what cost points.
// Judges nothing: the performance score is a time. Run it on a quiet machine.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";
import { serve } from "./serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const executablePath = execFileSync("bash", [".tools.sh", "find-browser"], { cwd: root, encoding: "utf8" }).trim();
const CATEGORIES = ["performance", "accessibility", "best-practices"];

const server = await serve();
const browser = await puppeteer.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
/** @type {import("lighthouse").Flags} */
const options = { port: Number(new URL(browser.wsEndpoint()).port), onlyCategories: CATEGORIES, logLevel: "error" };
for (const [name, config] of Object.entries({ phone: undefined, desktop: desktopConfig })) {
  const { lhr } = /** @type {import("lighthouse").RunnerResult} */ (
    await lighthouse(`http://127.0.0.1:${server.address().port}/`, options, config)
  );
  console.log(
    `${name}: ${CATEGORIES.map((id) => `${id} ${Math.round(Number(lhr.categories[id].score) * 100)}`).join(", ")}`,
  );
  const lost = CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs.filter(({ weight }) => weight > 0))
    .map(({ id }) => lhr.audits[id])
    .filter(({ score }) => score !== null && score < 0.98);
  for (const { title, displayValue = "", score } of lost) console.log(`  ${title} ${displayValue} (${score})`);
}
await browser.close();
server.close();
