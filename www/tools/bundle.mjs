// Bundles the page's modules and styles into www/dist/ (esbuild: fast enough to run at every start of the server), and
// writes the package's worker and the service worker that keeps all of the page for when there is no network.
// Everything lands in dist/ itself, so that an address relative to `import.meta.url` means the same in every bundle.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeRules } from "./rules.mjs";

const www = fileURLToPath(new URL("..", import.meta.url));

/** What the browser starts: the page with its styles, and the worker that analyzes, each whole without the other. */
const STARTS = [["app.js", "styles/page.css"], ["worker.js"]];
/** What starts only when it is needed, by `new Worker`: not part of the first load. */
const LATER = [
  ["input/reader.worker.js"],
  ["many/many.worker.js"],
  ["styles/many.css"],
  ["docs/docs.js", "docs/docs.css"],
];

/**
 * The widths of `styles/breakpoints.css`, where styles name them: no browser knows `@custom-media` yet.
 * @type {import("esbuild").Plugin}
 */
const breakpoints = {
  name: "breakpoints",
  setup(esbuild) {
    const said = readFileSync(`${www}styles/breakpoints.css`, "utf8").matchAll(/@custom-media (--\w+) (.+);/g);
    const widths = new Map([...said].map(([, name, width]) => [`(${name})`, width]));
    esbuild.onLoad({ filter: /\.css$/ }, ({ path }) => ({
      loader: "css",
      contents: readFileSync(path, "utf8").replace(/\(--\w+\)(?= \{)/g, (name) => {
        const width = widths.get(name);
        if (!width) throw new Error(`${path}: no width ${name}`);
        return width;
      }),
    }));
  },
};

/** What the last bundling answered. */
const ANSWER = fileURLToPath(new URL("../../target/bundles.json", import.meta.url));

/**
 * Writes the bundles, unless `BUNDLED` says that they are there already: tests that run side by side must not write them anew
 * beneath each other.
 * @returns {Promise<{first: string[], later: string[]}>} paths from www/: what the first load fetches, and what starts later; code
 * that is imported on demand is in neither
 */
export async function bundle() {
  if (process.env.BUNDLED) return JSON.parse(readFileSync(ANSWER, "utf8"));
  writeRules();
  const built = await Promise.all(
    [...STARTS, ...LATER].map((entryPoints) =>
      build({
        absWorkingDir: www,
        entryPoints,
        outdir: "dist",
        entryNames: "[name]",
        chunkNames: "[name]-[hash]",
        bundle: true,
        splitting: true,
        minify: true,
        format: "esm",
        target: "es2023",
        external: ["node:*", "*.woff2"],
        plugins: [breakpoints],
        metafile: true,
        logLevel: "warning",
      }),
    ),
  );
  /** @type {Outputs} */
  const outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs));
  for (const file of readdirSync(`${www}dist`)) {
    if (/\.(?:js|css)$/.test(file) && !outputs[`dist/${file}`]) rmSync(`${www}dist/${file}`);
  }
  await packageWorker();
  await oneFile();
  await serviceWorker(new Set(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
  // an entry keeps its name, a part has a hash in it
  const entries = (/** @type {typeof built} */ some) =>
    some.flatMap(({ metafile }) => Object.keys(metafile.outputs).filter((path) => /^dist\/[\w.]+$/.test(path)));
  const first = reached(entries(built.slice(0, STARTS.length)), outputs);
  const later = reached(entries(built.slice(STARTS.length)), outputs);
  const answer = { first: ["index.html", "pkg/langkinh_bg.wasm", ...first], later };
  mkdirSync(dirname(ANSWER), { recursive: true });
  writeFileSync(ANSWER, JSON.stringify(answer));
  return answer;
}

/** Writes the package's worker: one file that imports nothing, so that bundlers which only copy what an address names do it right. */
async function packageWorker() {
  await build({
    absWorkingDir: www,
    entryPoints: ["worker.js"],
    outfile: "pkg/worker.js",
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    logLevel: "warning",
  });
}

/** Writes the one file for one `<script type="module">`. It holds the digest of the module, so that its own digest covers both. */
async function oneFile() {
  const digest = `sha384-${createHash("sha384")
    .update(readFileSync(`${www}pkg/langkinh_bg.wasm`))
    .digest("base64")}`;
  await build({
    absWorkingDir: www,
    entryPoints: ["embed/define.js"],
    outfile: "lang-kinh.min.js",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    define: { MODULE_DIGEST: JSON.stringify(digest) },
    logLevel: "warning",
  });
}

/** @typedef {import("esbuild").Metafile["outputs"]} Outputs */

/** The outputs and what they import before they run. */
function reached(/** @type {string[]} */ paths, /** @type {Outputs} */ outputs) {
  const found = new Set(paths);
  for (const path of found) {
    for (const { path: next, kind } of outputs[path].imports) if (kind === "import-statement") found.add(next);
  }
  return [...found];
}

/** What the page consists of beside what the build puts into dist/. */
const SHELL = [
  "./",
  "favicon.svg",
  "manifest.webmanifest",
  "icons/192.png",
  "icons/512.png",
  "icons/maskable.png",
  "pkg/langkinh_bg.wasm",
];

/** Writes www/sw.js: its version is what its files hold, so that it changes exactly when they do. */
async function serviceWorker(/** @type {Set<string>} */ bundled) {
  const made = readdirSync(`${www}dist`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(www, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, "/"))
    // the documentation is a page of its own
    .filter((path) => !bundled.has(path) && !/^dist\/docs\b/.test(path));
  const files = [...SHELL, ...made.sort()];
  const version = createHash("sha256");
  // each file with its digest; the page itself without, for some hosts add to it
  const listed = files.map((path) => {
    const bytes = readFileSync(`${www}${path === "./" ? "index.html" : path}`);
    version.update(path).update(bytes);
    return path === "./" ? [path] : [path, `sha256-${createHash("sha256").update(bytes).digest("base64")}`];
  });
  await build({
    absWorkingDir: www,
    entryPoints: ["service-worker.js"],
    outfile: "sw.js",
    minify: true,
    define: { VERSION: JSON.stringify(version.digest("hex").slice(0, 12)), FILES: JSON.stringify(listed) },
    logLevel: "warning",
  });
}
