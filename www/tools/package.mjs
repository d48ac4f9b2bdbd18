// The package: gathers its files in target/package, writes there what is generated for it alone, and packs it.
// Usage: package.mjs, which leaves langkinh-VERSION.tgz at the top.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const www = `${root}www/`;
const staged = `${root}target/package/`;
const { devDependencies, scripts, files, ...about } = JSON.parse(readFileSync(`${www}package.json`, "utf8"));
/** The entries for pages: each becomes a file at the top, where every way of resolving finds it, with what it shares in parts. */
const PAGES = ["dom", "element", "define", "json-ld", "react"];
/** What only these entries are made of. */
const INSIDE_PAGES = /^(?:embed\/|i18n\/|text\/|(?:dom|fingerprint|kinds|turns)\.js$)/;
const module = readFileSync(`${www}pkg/langkinh_bg.wasm`);
/** @type {import("esbuild").BuildOptions} */
const options = {
  absWorkingDir: www,
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  logLevel: "warning",
};

const GENERATED = {
  /** The module as a string, and how it becomes the module again: one file without imports. */
  async "inline-module.js"(/** @type {string} */ outfile) {
    const packed = gzipSync(module, { level: 9 }).toString("base64");
    const contents = `import { unpack } from "./unpack.js";\nconst packed = "${packed}";\nexport const bytes = () => unpack(packed);\n`;
    const license = readFileSync(`${www}node_modules/fflate/LICENSE`, "utf8").trim();
    await build({
      ...options,
      stdin: { contents, resolveDir: www },
      outfile,
      banner: { js: `/*! holds parts of fflate\n\n${license} */` },
    });
  },
  async "define.js"() {
    const entryPoints = PAGES.filter((name) => name !== "react").map((name) => `embed/${name}.js`);
    // what loads the module is a file of its own, which other entries use too: one module for all
    /** @type {import("esbuild").Plugin} */
    const loader = {
      name: "loader",
      setup: (esbuild) =>
        void esbuild.onResolve({ filter: /\/async\.js$/ }, () => ({ path: "./async.js", external: true })),
    };
    await build({
      ...options,
      entryPoints,
      outdir: staged,
      splitting: true,
      chunkNames: "part-[name]-[hash]",
      plugins: [loader],
    });
    writeFileSync(`${staged}lang-kinh.min.d.ts`, 'export { LangKinhElement } from "./define.js";\n');
    writeFileSync(`${staged}react.js`, 'export { LangKinhElement } from "./define.js";\n'); // its types are what differs
    for (const name of PAGES)
      writeFileSync(
        `${staged}${name}.d.ts`,
        readFileSync(`${www}embed/${name}.d.ts`, "utf8").replaceAll('"../', '"./'),
      );
  },
  /** Digests of all that a browser may load; comes last. */
  "integrity.json"(/** @type {string} */ outfile) {
    const loaded = readdirSync(staged, { recursive: true })
      .map((file) => String(file).replaceAll("\\", "/"))
      .filter((file) => /\.(?:js|wasm)$/.test(file) && !file.includes(".node."));
    writeFileSync(
      outfile,
      json(Object.fromEntries(loaded.sort().map((file) => [file, digest(readFileSync(staged + file))]))),
    );
  },
  "package.json"(/** @type {string} */ outfile) {
    const atTop = JSON.parse(
      JSON.stringify({ exports: about.exports, sideEffects: about.sideEffects })
        .replaceAll('"./embed/', '"./')
        .replaceAll(/("\.\/react\.d\.ts","default":"\.\/)define/g, "$1react")
        .replace('"./define.d.ts","default":"./lang-kinh', '"./lang-kinh.min.d.ts","default":"./lang-kinh'),
    );
    writeFileSync(
      outfile,
      json({ ...about, ...atTop, sideEffects: [...atTop.sideEffects, "./react.js"], ...addresses() }),
    );
  },
};

rmSync(staged, { recursive: true, force: true });
mkdirSync(staged, { recursive: true });
for (const file of files.filter((/** @type {string} */ name) => !(name in GENERATED) && !INSIDE_PAGES.test(name))) {
  const from = [www, root].map((folder) => join(folder, file)).find(existsSync);
  mkdirSync(dirname(staged + file), { recursive: true });
  if (!from) throw new Error(`no ${file}`);
  cpSync(from, staged + file, { recursive: true });
}
for (const [file, write] of Object.entries(GENERATED)) await write(staged + file);
execFileSync("npm", ["pack", "--pack-destination", root, "--loglevel=error"], { cwd: staged, stdio: "inherit" });

function digest(/** @type {Uint8Array} */ bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

function json(/** @type {unknown} */ value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Where the project lives: written once, in Cargo.toml; nothing until it is there. */
function addresses() {
  const [about] = readFileSync(`${root}Cargo.toml`, "utf8").split(/^\[(?!package\])/m);
  const [repository, homepage] = ["repository", "homepage"].map(
    (key) => about.match(new RegExp(`^${key} = "(.*)"`, "m"))?.[1],
  );
  return {
    ...(homepage && { homepage }),
    ...(repository && {
      repository: { type: "git", url: `git+${repository}.git`, directory: "www" },
      bugs: { url: `${repository}/issues` },
    }),
  };
}
