// Prints the size of the module and fails where it is over its budget.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const BUDGET = 450_000;
const bytes = readFileSync(new URL("../pkg/langkinh_bg.wasm", import.meta.url));
const small = brotliCompressSync(bytes).length;
console.log(`langkinh_bg.wasm: ${bytes.length} bytes, ${small} with brotli (budget ${BUDGET})`);
if (small > BUDGET) process.exit(1);
