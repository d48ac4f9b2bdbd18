// Makes the module fast again where rustc made it small: wasm-opt with exactly the features that rustc emits (all of them at once give a module that
// older engines refuse).
import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = process.argv[2];
const features = [
  "bulk-memory",
  "nontrapping-float-to-int",
  "sign-ext",
  "mutable-globals",
  "multivalue",
  "reference-types",
];
const optimizer = fileURLToPath(new URL("../node_modules/.bin/wasm-opt", import.meta.url));
execFileSync(
  optimizer,
  ["-O3", "--strip-producers", ...features.map((f) => `--enable-${f}`), file, "-o", `${file}.small`],
  { stdio: "inherit" },
);
renameSync(`${file}.small`, file);
