// Checks the types of all JavaScript here and in tests/page, from its comments (tsc, strict but for parameters that say nothing of
// their type), with the declarations that are generated from Rust wherever an analysis goes. Files that do not pass yet are listed in
// tools/untyped.txt: the list may only become shorter, so one that passes must leave it.
// Usage: types.mjs [--write]; with `--write` files that pass now leave the list, none is added
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("..", import.meta.url));
const LIST = new URL("untyped.txt", import.meta.url);

const run = spawnSync("node", ["node_modules/typescript/bin/tsc", "--project", ".", "--pretty", "false"], {
  cwd: www,
  encoding: "utf8",
  maxBuffer: 2 ** 26,
});
const lines = run.stdout.split("\n");
const files = new Map();
for (const line of lines) {
  const found = /^(\S[^(]*)\(\d+,\d+\): error TS\d+/.exec(line);
  // the glue to the module is wasm-bindgen's
  if (found && !found[1].startsWith("pkg/")) files.set(found[1], [...(files.get(found[1]) ?? []), line]);
}
// an error of no file is one of the settings
if (run.status !== 0 && files.size === 0) throw new Error(run.stdout + run.stderr);

const listed = readFileSync(LIST, "utf8").split("\n").filter(Boolean);
const untyped = new Set(listed);
const wrong = [...files].filter(([file]) => !untyped.has(file)).flatMap(([, said]) => said);
const typed = listed.filter((file) => !files.has(file));
if (process.argv.includes("--write")) writeFileSync(LIST, `${listed.filter((file) => files.has(file)).join("\n")}\n`);
else
  for (const file of typed)
    wrong.push(`${file}: passes now; take it off tools/untyped.txt (node www/tools/types.mjs --write)`);
for (const line of wrong) console.error(line);
console.log(`types: ${files.size} files left to do`);
if (wrong.length) process.exitCode = 1;
