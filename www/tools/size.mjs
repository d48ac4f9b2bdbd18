// Prints the size of the module and of the first load (HTML, CSS, JavaScript, module) and fails where one is over its
// budget. Sizes are with brotli, as every host serves text.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { bundle } from "./bundle.mjs";

const MODULE = "pkg/langkinh_bg.wasm";
/** @type {Record<string, number>} */
const BUDGETS = { module: 450_000, "first load": 500_000 };

const sizes = (await bundle()).first.map((path) => {
  const bytes = readFileSync(new URL(`../${path}`, import.meta.url));
  return { path, bytes: bytes.length, small: brotliCompressSync(bytes).length };
});
for (const { path, bytes, small } of sizes) console.log(`${path}: ${bytes} bytes, ${small} with brotli`);
/** @type {Record<string, number>} */
const found = {
  module: sizes.find(({ path }) => path === MODULE)?.small ?? Number.POSITIVE_INFINITY,
  "first load": sizes.reduce((sum, { small }) => sum + small, 0),
};
for (const [what, budget] of Object.entries(BUDGETS)) {
  console.log(`${what}: ${found[what]} with brotli (budget ${budget})`);
  if (found[what] > budget) process.exitCode = 1;
}
