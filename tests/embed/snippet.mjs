// A snippet of the documentation as a program of its own.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SNIPPETS } from "../../www/docs/snippets.mjs";

/** Runs a snippet as a module of an empty project that has the package, and gives what `more` prints. */
export function run(name, more) {
  const project = mkdtempSync(join(tmpdir(), "langkinh-docs-"));
  try {
    mkdirSync(join(project, "node_modules"));
    symlinkSync(fileURLToPath(new URL("../../www/", import.meta.url)), join(project, "node_modules/langkinh"));
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    writeFileSync(join(project, `${name}.mjs`), `${SNIPPETS[name]}\n${more}`);
    return execFileSync("node", [`${name}.mjs`], { cwd: project, encoding: "utf8" });
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
