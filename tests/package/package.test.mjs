// What is in the archive, and that it is what is promised.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { Project, ROOT, SEED, require } from "./host.mjs";

const { build } = require("esbuild");

let project, folder, about, files;
const read = (file) => readFileSync(join(folder, file), "utf8");
const targets = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(targets));

before(() => {
  project = new Project("package");
  folder = join(project.folder, "node_modules/langkinh");
  about = JSON.parse(read("package.json"));
  files = readdirSync(folder, { recursive: true }).map(String).filter((file) => statSync(join(folder, file)).isFile()).sort();
});
after(() => project?.remove());

/** Everything that an entry brings for browsers, bundled and minified. */
async function minified(contents) {
  const { outputFiles, metafile } = await build({ stdin: { contents, resolveDir: project.folder }, bundle: true, minify: true, format: "esm", write: false, metafile: true, logLevel: "error" });
  return { code: outputFiles[0].text, metafile };
}

test("the crate and the package have one version", () => {
  assert.equal(readFileSync(`${ROOT}Cargo.toml`, "utf8").match(/^version = "(.*)"/m)[1], about.version);
  assert.match(read("CHANGELOG.md"), new RegExp(`^## ${about.version.replaceAll(".", "\\.")}$`, "m"));
});

test("holds what it promises and nothing else", () => {
  for (const file of [about.main, about.types, ...targets(about.exports), "README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    assert.ok(statSync(join(folder, file)).isFile(), file);
  }
  assert.equal(files.filter((file) => file.endsWith(".wasm")).length, 1);
  assert.deepEqual(files.filter((file) => /node_modules|test|\.map$|\.mjs$/.test(file)), []);
  // it installs nothing else and runs nothing
  for (const field of ["dependencies", "optionalDependencies", "peerDependencies", "devDependencies", "scripts", "bin"]) assert.equal(about[field], undefined, field);
});

test("every file that a file names is there, and every file is named", () => {
  const named = new Set(["package.json", "README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", ...[about.unpkg, about.jsdelivr, ...targets(about.exports)].map((file) => file.slice(2))]);
  for (const file of files.filter((each) => /\.(?:js|ts)$/.test(each))) {
    const text = read(file);
    for (const { 1: to, index } of text.matchAll(/(?:\bfrom|\bimport|\bimport\(|new URL\(|beside\()\s*"(\.?[\w./-]+\.(?:js|wasm))"/g)) {
      const path = join(to.startsWith(".") ? dirname(file) : "", to);
      // a type that a comment names stands in the declarations
      const comment = text.lastIndexOf("/**", index) > text.lastIndexOf("*/", index);
      const declared = path.replace(/\.js$/, ".d.ts");
      const target = file.endsWith(".d.ts") || (comment && files.includes(declared)) ? declared : path;
      assert.ok(files.includes(target), `${file} names ${to}`);
      named.add(target);
    }
  }
  assert.deepEqual(files.filter((file) => !named.has(file)), []);
});

test("what browsers get has no trace of Node, and one address of the module, literally", async () => {
  for (const [name, { types, node, default: file }] of Object.entries(about.exports).filter(([, to]) => to.types && /\.js$/.test(to.default))) {
    const { metafile, code } = await minified(`export * from ${JSON.stringify(`./node_modules/langkinh/${file}`)};`);
    const inputs = Object.keys(metafile.inputs);
    assert.deepEqual(inputs.filter((input) => input.includes(".node.")), [], name);
    assert.doesNotMatch(code, /["'`]node:|\brequire\(|\bprocess\.env/, name);
    for (const [, address] of code.matchAll(/new URL\(([^()]*?import\.meta\.url)\)/g)) assert.match(address, /^"\.\/[\w./]+",import\.meta\.url$/, name);
    assert.ok(code.match(/langkinh_bg\.wasm",/g)?.length ?? 0 <= 1, name);
  }
});

test("an import that is not used costs nothing", async () => {
  const imports = Object.keys(about.exports).filter((name) => [".", "./async", "./inline"].includes(name)).map((name) => `import ${JSON.stringify(name.replace(".", "langkinh"))};`);
  assert.equal(imports.length, 3);
  assert.equal((await minified(imports.join("\n"))).code, "");
});

test("the entry has at most 6 KB of JavaScript beside the module, minified, with gzip", async () => {
  const { code } = await minified('export { default, analyze } from "langkinh";');
  assert.ok(gzipSync(code).length <= 6000, `${gzipSync(code).length} bytes`);
  assert.ok(code.length > 1000);
});

test("the worker is one file without imports, and too large to become a data: address", () => {
  assert.doesNotMatch(read("pkg/worker.js"), /^\s*(?:import|export)\b|import\.meta|\bimport\(/m);
  assert.ok(statSync(join(folder, "pkg/worker.js")).size > 4096);
});

test("integrity.json has the digest of every file that a browser may load", () => {
  const digests = JSON.parse(read("integrity.json"));
  assert.deepEqual(Object.keys(digests), files.filter((file) => /\.(?:js|wasm)$/.test(file) && !file.includes(".node.")));
  for (const [file, digest] of Object.entries(digests)) {
    assert.equal(digest, `sha384-${createHash("sha384").update(readFileSync(join(folder, file))).digest("base64")}`, file);
  }
});

test("the README shows nothing that is not there", () => {
  const readme = read("README.md");
  assert.doesNotMatch(readme, /!\[|<img/);
  for (const [, address] of readme.matchAll(/\]\(([^)]+)\)/g)) assert.match(address, /^(?:https:|#)/);
  for (const [, name] of readme.matchAll(/`(langkinh\/[\w./-]+)`/g)) {
    assert.ok(about.exports[name.replace("langkinh", ".")], name);
  }
  for (const name of Object.keys(about.exports).filter((each) => each !== "./package.json")) {
    assert.ok(readme.includes(`\`${name.replace(".", "langkinh")}\``), `README.md says nothing of ${name}`);
  }
});

test("the addresses are those of Cargo.toml", () => {
  const [cargo] = readFileSync(`${ROOT}Cargo.toml`, "utf8").split(/^\[(?!package\])/m);
  const repository = cargo.match(/^repository = "(.*)"/m)?.[1];
  assert.equal(about.repository?.url, repository && `git+${repository}.git`);
  assert.equal(about.homepage, cargo.match(/^homepage = "(.*)"/m)?.[1]);
});

/** The schema as it stands, and one that also forbids what it does not name. */
function validators() {
  const { default: Ajv } = require("ajv/dist/2020.js");
  const schema = JSON.parse(read("schema.json"));
  const closed = structuredClone(schema);
  for (const type of [closed, ...Object.values(closed.$defs)]) if (type.type === "object") type.additionalProperties = false;
  return [schema, closed].map((each) => new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(each));
}

test("real analyses are what the JSON Schema says, field for field", async () => {
  const { default: init, analyze } = await import(join(folder, "langkinh.node.js"));
  await init();
  const seeds = readdirSync(`${ROOT}seeds`).map((name) => readFileSync(`${ROOT}seeds/${name}`, "utf8"));
  const texts = [...seeds, "", "Only English.", "\ud800 Ngày 14/10/2021 họp.", seeds.join("\n\n")];
  for (const validate of validators()) {
    for (const text of texts) {
      const analysis = JSON.parse(JSON.stringify(analyze(text)));
      assert.ok(validate(analysis), JSON.stringify(validate.errors?.slice(0, 3)));
      for (const spoil of [(a) => delete a.meta, (a) => (a.schema = 2), (a) => (a.zones = [{ start: 0, end: 1 }]), (a) => a.entities.push({ id: 0, kind: "cat", start: 0, end: 1, record: 0, rule: "" })]) {
        const spoiled = structuredClone(analysis);
        spoil(spoiled);
        assert.ok(!validate(spoiled), String(spoil));
      }
    }
  }
  const [open, closed] = validators();
  const grown = { ...analyze(""), more: 1 };
  assert.ok(open(grown), "new fields may come");
  assert.ok(!closed(grown));
});

test("an analysis says which text it is of, as fingerprint() does", async () => {
  const { fingerprint } = await import(`${ROOT}www/fingerprint.js`);
  const { default: init, analyze } = await import(join(folder, "langkinh.node.js"));
  await init();
  for (const text of ["", "Tỉnh ủy", "Đ 😀 \ud83d", "\udc00\ud800", "\r\n\t\u00a0", readFileSync(SEED, "utf8"), readFileSync(SEED, "utf8").normalize("NFD")]) {
    assert.deepEqual(analyze(text).meta.text, fingerprint(text));
  }
});
