// What wasm-bindgen wrote, fit for the package: its code without the loader that we do not use (whose address of the module
// bundlers would follow, so that the file came twice; nobody checks its types), and the types of the analysis alone.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pkg = (/** @type {string} */ name) => fileURLToPath(new URL(`../pkg/${name}`, import.meta.url));

/** The text without what stands between two marks; both must be there. */
function cut(/** @type {string} */ text, /** @type {string} */ from, to = "") {
  const start = text.indexOf(from);
  const end = to ? text.indexOf(to, start) : text.length;
  if (start < 0 || end < 0)
    throw new Error(`wasm-bindgen writes other code now: no ${JSON.stringify(start < 0 ? from : to)}`);
  return text.slice(0, start) + text.slice(end);
}

let code = readFileSync(pkg("langkinh.js"), "utf8");
code = `// @ts-nocheck: wasm-bindgen's\n${cut(code, "/* @ts-self-types", "\n").trim()}`;
code = cut(code, "async function __wbg_load(", "function initSync(");
code = `${cut(code, "async function __wbg_init(").trim()}\n\nexport { initSync };\n`;
if (code.includes("import.meta")) throw new Error("wasm-bindgen's code names an address");
writeFileSync(pkg("langkinh.js"), code);

const types = cut(readFileSync(pkg("langkinh.d.ts"), "utf8"), "export function __wbg_reset_state(");
if (/^export (?!interface|type)/m.test(types)) throw new Error("the types of the analysis hold a value");
writeFileSync(pkg("analysis.d.ts"), `${types.trimEnd()}\n`);
rmSync(pkg("langkinh.d.ts"));
rmSync(pkg("langkinh_bg.wasm.d.ts"));
