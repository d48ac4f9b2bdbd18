// Checks the types of all JavaScript here and in tests/page, from its comments (tsc, strict), with the declarations that are generated
// from Rust wherever an analysis goes. In the files of tools/untyped.txt parameters and variables may still say nothing of their
// type; the list may only become shorter, so one where all do must leave it.
// Usage: types.mjs [--write]; with `--write` files that pass now leave the list, none is added
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("..", import.meta.url));
const LIST = new URL("untyped.txt", import.meta.url);
/** The errors about what has no type (TS7006 and its kin). */
const SAYS_NOTHING = /error TS70\d\d:/;

const run = spawnSync("node", ["node_modules/typescript/bin/tsc", "--project", ".", "--pretty", "false"], {
  cwd: www,
  encoding: "utf8",
  maxBuffer: 2 ** 26,
});
/** @type {[file: string, said: string][]} */
const found = [];
for (const line of run.stdout.split("\n")) {
  const [, file] = /^(\S[^(]*)\(\d+,\d+\): error TS\d+/.exec(line) ?? [];
  if (file) found.push([file, line]);
  // an error of no file is one of the settings
  else if (/error TS\d+/.test(line)) throw new Error(line);
}
if (run.status !== 0 && found.length === 0) throw new Error(run.stdout + run.stderr);

const listed = readFileSync(LIST, "utf8").split("\n").filter(Boolean);
// the glue to the module is wasm-bindgen's
const ours = found.filter(([file]) => !file.startsWith("pkg/"));
const untyped = new Set(ours.filter(([, said]) => SAYS_NOTHING.test(said)).map(([file]) => file));
const wrong = ours.filter(([file, said]) => !listed.includes(file) || !SAYS_NOTHING.test(said)).map(([, said]) => said);
if (process.argv.includes("--write"))
  writeFileSync(
    LIST,
    listed
      .filter((file) => untyped.has(file))
      .map((file) => `${file}\n`)
      .join(""),
  );
else
  for (const file of listed.filter((each) => !untyped.has(each)))
    wrong.push(`${file}: passes now; take it off tools/untyped.txt (node www/tools/types.mjs --write)`);
for (const line of wrong) console.error(line);
console.log(`types: ${untyped.size} files left to do`);
if (wrong.length) process.exitCode = 1;
