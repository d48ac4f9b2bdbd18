// What happens after a panic, in a build that panics on request (`--cfg langkinh_panic`), since the module that is
// shipped knows no way to panic.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const www = mkdtempSync(join(tmpdir(), "langkinh-panic-"));
after(() => rmSync(www, { recursive: true, force: true }));

function buildPanicking() {
  const target = "wasm32-unknown-unknown";
  const cargo = ["rustc", "--quiet", "--locked", "--lib", "--crate-type", "cdylib", "--target", target];
  execFileSync("cargo", [...cargo, "--", "--cfg", "langkinh_panic"], { cwd: root, stdio: "inherit" });
  mkdirSync(`${www}/pkg`);
  const bindgen = ["--target", "web", "--experimental-reset-state-function", "--out-dir", `${www}/pkg`];
  execFileSync("wasm-bindgen", [...bindgen, `${root}target/${target}/debug/langkinh.wasm`], { stdio: "inherit" });
  for (const file of ["langkinh.node.js", "where.node.js", "load.js", "package.json"]) cpSync(`${root}www/${file}`, `${www}/${file}`);
}

test("a panic becomes an error, and the module works on", async () => {
  buildPanicking();
  const { default: init, analyze } = await import(join(www, "langkinh.node.js"));
  await init();
  const text = "Ngày 14/10/2021, Tỉnh ủy Long An họp bàn Nghị quyết số 45-NQ/TW.";
  const before = analyze(text);
  const quiet = console.error;
  console.error = () => {};
  try {
    for (let i = 0; i < 3; i++) {
      assert.throws(
        () => analyze("please panic"),
        (error) => error instanceof Error && !(error instanceof WebAssembly.RuntimeError) && /asked to panic/.test(error.message),
      );
      assert.deepEqual(analyze(text), before);
    }
  } finally {
    console.error = quiet;
  }
  // errors that are no panics stay what they are
  assert.throws(() => analyze(5), TypeError);
  assert.throws(() => analyze("ab", { maxBytes: 1 }), RangeError);
});

test("the shipped module knows no way to panic on request", () => {
  assert.ok(!readFileSync(`${root}www/pkg/langkinh_bg.wasm`).includes("asked to panic"));
});
