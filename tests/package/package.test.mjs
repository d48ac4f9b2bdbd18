// The archive as others get it: installed into an empty project, imported, type-checked, run.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}www/package.json`, "utf8"));
const seeds = readdirSync(`${root}seeds`).sort().map((name) => readFileSync(`${root}seeds/${name}`, "utf8"));
const project = mkdtempSync(join(tmpdir(), "langkinh-package-"));
const run = (command, ...args) => execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

before(() => {
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `${root}langkinh-${version}.tgz`);
});
after(() => rmSync(project, { recursive: true, force: true }));

test("the crate and the package have one version", () => {
  assert.equal(readFileSync(`${root}Cargo.toml`, "utf8").match(/^version = "(.*)"/m)[1], version);
});

test("holds what it promises and nothing else", () => {
  const folder = join(project, "node_modules/langkinh");
  const { exports, types } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const targets = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(targets));
  for (const file of [types, ...targets(exports), "README.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    assert.ok(statSync(join(folder, file)).isFile(), file);
  }
  const files = readdirSync(folder, { recursive: true }).map(String).sort();
  assert.equal(files.filter((f) => f.endsWith(".wasm")).length, 1);
  assert.deepEqual(files.filter((f) => f.includes("node_modules") || f.includes("test")), []);
});

test("analyzes an article in Node", () => {
  writeFileSync(
    join(project, "run.js"),
    `import init, { analyze } from "langkinh";
     import { readFileSync } from "node:fs";
     import { fileURLToPath } from "node:url";
     const text = readFileSync(process.argv[2], "utf8");
     try { analyze(text); } catch (error) { console.log(error.message); }
     await init();
     const { schema, entities, people } = analyze(text, { published: "2021-10-14" });
     console.log(schema, people[0].name, text.slice(entities[0].start, entities[0].end));
     console.log(readFileSync(fileURLToPath(import.meta.resolve("langkinh/langkinh_bg.wasm"))).subarray(1, 4).toString());`,
  );
  const [first] = readdirSync(`${root}seeds`).sort();
  assert.deepEqual(run("node", "run.js", `${root}seeds/${first}`).trim().split("\n"), [
    "langkinh: call and await init() before analyze()",
    "1 Lê Thanh Nghiêm 14/10/2021 - 08:35",
    "asm",
  ]);
});

test("the declarations say what an analysis holds, field for field", async () => {
  const { default: init, analyze } = await import(`${root}www/langkinh.node.js`);
  await init();
  // an object literal of a declared type may lack nothing and have nothing more
  const literals = seeds.map((text, i) => `export const seed${i}: Analysis = ${JSON.stringify(analyze(text), null, 1)};`);
  const wrong = 'analyze("a", { kinds: ["cat"] });';
  writeFileSync(
    join(project, "types.ts"),
    `import init, { analyze, type Analysis, type Entity, type Options } from "langkinh";
     const options: Options = { published: "2021-10-14", kinds: ["person", "quote"], maxBytes: 1000 };
     await init(new URL("https://example.org/langkinh_bg.wasm"));
     export const first: Entity | undefined = analyze("", options).entities[0];
     // @ts-expect-error: no such kind
     ${wrong}
     // @ts-expect-error: no such field
     analyze("a").cats;
     ${literals.join("\n")}`,
  );
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"];
  try {
    run("node", `${root}www/node_modules/typescript/bin/tsc`, ...flags, "types.ts");
  } catch (error) {
    assert.fail(error.stdout.slice(0, 2000));
  }
});
