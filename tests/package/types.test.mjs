// The declarations: they say exactly what there is, in every way that TypeScript finds them, without lib.dom.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ARCHIVE, Project, ROOT, require } from "./host.mjs";

const ts = require("typescript");
const { build } = require("esbuild");

let project, folder, about;
before(() => {
  project = new Project("types");
  folder = join(project.folder, "node_modules/langkinh");
  about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
});
after(() => project?.remove());

/** Entries that are code: name, declarations, and the file for each condition. */
const entries = () => Object.entries(about.exports).filter(([, to]) => to.types && /\.js$/.test(to.default))
  .map(([name, { types, ...files }]) => ({ name: name.replace(".", "langkinh"), types, files: Object.values(files) }));

/** What TypeScript complains about in a file of the project. */
function complaints(file, options, lib = ["lib.es2022.d.ts"]) {
  const program = ts.createProgram([join(project.folder, file)], { noEmit: true, strict: true, target: ts.ScriptTarget.ES2022, types: [], lib, skipLibCheck: false, ...options });
  return ts.getPreEmitDiagnostics(program).map(({ file: at, messageText }) => `${at?.fileName.replace(project.folder, "")}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}

test("every entry declares what it exports, and nothing else", async () => {
  assert.ok(entries().length >= 4);
  for (const { name, types, files } of entries()) {
    const program = ts.createProgram([join(folder, types)], { lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler });
    const checker = program.getTypeChecker();
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(join(folder, types)));
    const isValue = (each) => (each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each).flags & ts.SymbolFlags.Value;
    const declared = checker.getExportsOfModule(symbol).filter(isValue).map((each) => each.name).sort();
    for (const file of files) {
      const { metafile } = await build({ entryPoints: [join(folder, file)], bundle: true, format: "esm", external: ["node:*"], metafile: true, write: false, outdir: "out", logLevel: "error" });
      assert.deepEqual(Object.values(metafile.outputs)[0].exports.sort(), declared, `${name} (${file})`);
    }
  }
});

const SETTINGS = {
  bundler: ["use.ts", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  node16: ["use.mts", { module: ts.ModuleKind.Node16 }],
  nodenext: ["use.mts", { module: ts.ModuleKind.NodeNext }],
  "nodenext, from CommonJS": ["use.cts", { module: ts.ModuleKind.NodeNext }],
  node10: ["use.ts", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Node10 }],
};

for (const [name, [file, options]] of Object.entries(SETTINGS)) {
  test(`TypeScript takes it with ${name}, without lib.dom`, () => {
    const isRequired = file.endsWith(".cts");
    project.write({
      [file]: `
        import init, { analyze, type Analysis, type Entity, type Options } from "langkinh";
        import { analyzer, type Analyzer } from "langkinh/async";
        import inline, { module } from "langkinh/inline";
        const options: Options = { published: "2021-10-14", kinds: ["person", "quote"], maxBytes: 1000 };
        export async function main(): Promise<Entity | undefined> {
          await init();
          await init("/langkinh_bg.wasm");
          await init({ href: "file:///langkinh_bg.wasm" });
          await init(new Uint8Array(8));
          await inline();
          const reader: Analyzer = analyzer({ wasm: module(), worker: "/worker.js" });
          const analysis: Analysis = await reader.analyze("", { ...options, signal: undefined });
          return analysis.entities[0] ?? analyze("", options).entities[0];
        }
        // @ts-expect-error: a number is no source
        init(5);
        // @ts-expect-error: no such kind
        analyze("a", { kinds: ["cat"] });
        // @ts-expect-error: no such option
        analyze("a", { publishd: "2021-10-14" });
        // @ts-expect-error: no such field
        analyze("a").cats;
        // @ts-expect-error: init takes no source where the module is inside
        inline("/langkinh_bg.wasm");
        ${isRequired ? "" : `// @ts-expect-error: no such export
        import { initSync } from "langkinh";`}`,
    });
    assert.deepEqual(complaints(file, options), []);
  });
}

test("what browsers and Node have fits", () => {
  const module = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const both = `import init from "langkinh"; import { analyzer } from "langkinh/async";
    await init(fetch("/x")); await init(await fetch("/x")); await init(new URL("https://example.org/x"));
    const { signal } = new AbortController();
    await analyzer().analyze("", { signal });`;
  project.write({
    "browser.ts": `${both}\nawait init(await WebAssembly.compile(new Uint8Array()));\nanalyzer({ worker: new Worker("/x", { type: "module" }), wasm: fetch("/x"), trustedTypes: { createScriptURL: (text: string) => text } });`,
    "server.ts": `import { Worker } from "node:worker_threads";\n${both}\nanalyzer({ worker: new Worker("/x"), wasm: new URL("file:///x") });`,
  });
  assert.deepEqual(complaints("browser.ts", module, ["lib.es2022.d.ts", "lib.dom.d.ts"]), []);
  assert.deepEqual(complaints("server.ts", { ...module, types: ["node"], typeRoots: [`${ROOT}www/node_modules/@types`] }), []);
});

test("the declarations say what an analysis holds, field for field", async () => {
  const { default: init, analyze } = await import(`${ROOT}www/langkinh.node.js`);
  await init();
  // an object literal of a declared type may lack nothing and have nothing more
  const seeds = readdirSync(`${ROOT}seeds`).map((name) => readFileSync(`${ROOT}seeds/${name}`, "utf8"));
  const literals = seeds.map((text, i) => `export const seed${i}: Analysis = ${JSON.stringify(analyze(text), null, 1)};`);
  project.write({ "fields.mts": `import type { Analysis } from "langkinh";\n${literals.join("\n")}` });
  assert.deepEqual(complaints("fields.mts", { module: ts.ModuleKind.NodeNext }), []);
});

test("publint and attw find nothing", async () => {
  const { publint } = await import(require.resolve("publint"));
  const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
  assert.deepEqual(messages, []);
  // Node requires ES modules since 20.19, which `engines` asks for; attw does not know that
  project.run(`${ROOT}www/node_modules/.bin/attw`, ARCHIVE, "--ignore-rules", "cjs-resolves-to-esm");
});
