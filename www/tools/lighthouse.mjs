// Asks Lighthouse about the page, as a phone on a slow line and as a desktop, and prints the scores with what cost points.
// Judges nothing: the performance score is a time. Run it on a quiet machine.
import lighthouse, { desktopConfig } from "lighthouse";
import { launch, originOf } from "./browser.mjs";
import { serve } from "./serve.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices"];

const server = await serve();
const browser = await launch();
/** @type {import("lighthouse").Flags} */
const options = { port: Number(new URL(browser.wsEndpoint()).port), onlyCategories: CATEGORIES, logLevel: "error" };
for (const [name, config] of Object.entries({ phone: undefined, desktop: desktopConfig })) {
  const { lhr } = /** @type {import("lighthouse").RunnerResult} */ (
    await lighthouse(`${originOf(server)}/`, options, config)
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
