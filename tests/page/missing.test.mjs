// A machine where something is missing: it is said in a sentence, and nothing waits for it forever.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What .tools.sh itself is made of. */
const PLAIN = ["bash", "dirname", "awk", "sed", "sort", "head", "id"];

/** @type {string} */
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "langkinh-missing-"));
  for (const name of PLAIN)
    symlinkSync(execFileSync("bash", ["-c", `type -P ${name}`], { encoding: "utf8" }).trim(), join(folder, name));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing is on the PATH but what is plain, and nobody's home is looked into. */
const bare = (more = {}) => ({ PATH: folder, HOME: folder, ...more });
const tools = (/** @type {string[]} */ ...names) =>
  spawnSync("bash", [`${ROOT}.tools.sh`, ...names], { env: bare(), encoding: "utf8" });

test("each tool that is missing is one sentence", () => {
  const wanted = ["cc", "python", "rust", "node", "browser", "firefox"];
  const { status, stdout, stderr } = tools(...wanted);
  assert.equal(status, 1);
  assert.equal(stdout, "");
  const said = stderr.trim().split("\n");
  assert.equal(said.length, wanted.length, stderr);
  ["a C compiler", "Python 3", "Rust 1", "Node.js 20", "Chromium", "Firefox"].forEach((name, i) =>
    assert.ok(said[i].startsWith(`missing: ${name}`), said[i]),
  );
  for (const name of ["find-browser", "find-driver", "find-firefox"]) {
    const found = tools(name);
    assert.deepEqual([found.status, found.stdout], [1, ""], name);
    assert.match(found.stderr, /^missing: .+\n$/);
  }
  assert.equal(tools("nonsense").status, 2);
});

test("a program is found where it is, and a setting goes before it", () => {
  const program = join(folder, "firefox");
  writeFileSync(program, "#!/bin/sh\n");
  assert.equal(tools("find-firefox").status, 1, "not one that cannot be run");
  chmodSync(program, 0o755);
  assert.deepEqual([tools("find-firefox").stdout, tools("firefox").status], [`${program}\n`, 0]);
  const other = spawnSync("bash", [`${ROOT}.tools.sh`, "find-firefox"], {
    env: bare({ FIREFOX_PATH: "/bin/sh" }),
    encoding: "utf8",
  });
  assert.equal(other.stdout, "/bin/sh\n");
  rmSync(program);
});

/** As the Makefile calls it; the name of the variable is asked of it, so that the two cannot drift apart. */
const flags = execFileSync("sed", ["-n", "s/^NODE_TEST := node //p", `${ROOT}Makefile`], { encoding: "utf8" }).trim();

for (const [what, file, env, reason] of [
  ["Firefox", "flows/load.test.mjs", { BROWSERS: "firefox" }, /missing: Firefox/],
  ["Chromium", "flows/article.test.mjs", {}, /missing: Chromium/],
  ["a browser that ends at once", "flows/article.test.mjs", { CHROME_PATH: "/bin/false" }, /Failed to launch/],
  [
    "a flow's browser that ends at once",
    "flows/load.test.mjs",
    { BROWSERS: "firefox", FIREFOX_PATH: "/bin/false" },
    /Failed to launch/,
  ],
]) {
  test(`tests of the page without ${what} fail with the reason, and end`, () => {
    // the test of a test: without this variable Node takes itself for the inner one
    const { NODE_TEST_CONTEXT: _, ...outer } = process.env;
    const run = spawnSync(process.execPath, [...flags.split(" "), `${ROOT}tests/page/${file}`], {
      env: { ...outer, ...bare(env) },
      encoding: "utf8",
      timeout: 600_000,
    });
    assert.equal(run.error, undefined);
    assert.equal(run.status, 1);
    assert.ok(/** @type {RegExp} */ (reason).test(run.stdout + run.stderr), run.stdout.slice(0, 2000));
  });
}
