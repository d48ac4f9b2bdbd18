// The archive in the hosts that `make test` can afford: installed into an empty project, each runs the same program and finds
// what the command finds. The others are in hosts/, for `make test-all`.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICY, Project, ROOT, SEED, TEXT, allowing, chromium, expected, holds, html, inBrowser as inBrowserOf, marks, page, printed, readme, require, tag, visit } from "./host.mjs";

let wanted, project, browser;
before(async () => {
  wanted = expected();
  project = new Project("hosts");
  browser = await chromium();
});
after(() => project?.remove());

/** Serves a folder of the project and runs the page in it. */
const inBrowser = (...args) => inBrowserOf(browser, project, ...args);

/** A folder of the project with the program on a page. */
const entry = (folder, options) => project.write({ [`${folder}/program.js`]: readFileSync(join(project.folder, "program.js"), "utf8"), [`${folder}/main.js`]: page(options) });

test("a page without a bundler, by address", async () => {
  const [, from] = readme("plain").match(/from "(.*)"/);
  entry("plain", { from, async: from.replace("langkinh.js", "async.js") });
  project.write({ "plain/index.html": html() });
  holds(await inBrowser("", undefined, "/plain/"), wanted);
});

test("a page without a bundler, by import map", async () => {
  entry("map");
  const index = html(readme("import-map"));
  project.write({ "map/index.html": index });
  const headers = { "content-security-policy": allowing(POLICY, index) };
  holds(await inBrowser("", { headers }, "/map/"), wanted);
});

test("one script and one tag, held to its digest", async () => {
  const integrity = JSON.parse(readFileSync(join(project.folder, "node_modules/langkinh/integrity.json"), "utf8"));
  const tag = (digest) => readme("tag").replace("INTEGRITY", digest);
  project.shell("mkdir -p tag/langkinh && cp -r node_modules/langkinh/lang-kinh.min.js node_modules/langkinh/pkg tag/langkinh/");
  const article = `<article id="article">${TEXT.split("\n").filter((line) => line.trim()).map((line) => `<p>${line}</p>`).join("\n")}</article>`;
  // the page's own script, before the tag is there
  project.write({
    "tag/index.html": html(article, `<script src="/page.js"></script>${tag(integrity["lang-kinh.min.js"])}`),
    "tag/wrong.html": html(article, `<script src="/page.js"></script>${tag(integrity["load.js"])}`),
    "tag/page.js": `document.addEventListener("langkinh-analysis", ({ detail: { analysis, text } }) => { globalThis.found = { names: analysis.entities.filter(({ start, end }) => text.slice(start, end) === "Phan Văn Phụng").length, entities: analysis.entities.length, defined: true }; });
      addEventListener("error", () => { globalThis.found ??= { defined: Boolean(customElements.get("lang-kinh")) }; }, true);`,
  });
  const { found, requests, said } = await inBrowser("tag", { headers: { "content-security-policy": `${POLICY}; style-src 'self'` } });
  assert.deepEqual(said, []);
  assert.deepEqual(found, { names: 3, entities: found.entities, defined: true });
  assert.ok(found.entities >= wanted.length - 2, `${found.entities} of ${wanted.length}`);
  assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
  const wrong = await inBrowser("tag", undefined, "/wrong.html");
  assert.equal(wrong.found.defined, false, "a file of another digest does not run");
});

test("Vite builds it", async () => {
  const { build } = await import(require.resolve("vite"));
  entry("vite");
  project.write({ "vite/index.html": html() });
  const said = [];
  const logger = { info() {}, warn: (message) => said.push(message), warnOnce: (message) => said.push(message), error: (message) => said.push(message), clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
  await build({ root: join(project.folder, "vite"), customLogger: logger });
  assert.deepEqual(said, []);
  holds(await inBrowser("vite/dist"), wanted);
});

test("Vite serves it while one develops", async () => {
  const { createServer } = await import(require.resolve("vite"));
  entry("dev");
  project.write({ "dev/index.html": html(), "dev/public/favicon.ico": "" });
  cpSync(SEED, join(project.folder, "dev/public/seed.txt"));
  const server = await createServer({ root: join(project.folder, "dev"), logLevel: "silent", server: { port: 0, host: "127.0.0.1" } });
  try {
    await server.listen();
    const visited = await visit(browser, `http://127.0.0.1:${server.httpServer.address().port}/`);
    visited.said = visited.said.filter((line) => !line.startsWith("[vite]"));
    holds(visited, wanted);
  } finally {
    await server.close();
  }
});

/** What `npx NAME …` runs of the tools here. */
const npx = (line) => line.replace(/^npx (\S+)/, (_, name) => `"${ROOT}www/node_modules/.bin/${name}"`);

test("esbuild bundles it as a module", async () => {
  entry("esbuild");
  project.write({ "esbuild/dist/index.html": html() });
  project.shell(`ln -s ../node_modules esbuild/node_modules; cd esbuild; ${npx(readme("esbuild"))}; ${readme("copy")}`);
  holds(await inBrowser("esbuild/dist"), wanted);
});

test("esbuild bundles it as a classic script", async () => {
  entry("iife", { options: readme("iife") });
  project.write({ "iife/dist/index.html": html("", '<script src="main.js"></script>') });
  const said = project.shell(`ln -s ../node_modules iife/node_modules; cd iife; ${npx(readme("esbuild")).replace("=esm", "=iife")} --log-override:empty-import-meta=silent; ${readme("copy")}`);
  assert.equal(said, "");
  holds(await inBrowser("iife/dist"), wanted);
});

test("a classic script that was not told where the module lies says so", async () => {
  entry("untold");
  project.write({ "untold/dist/index.html": html("", '<script src="main.js"></script>') });
  project.shell(`cd untold; ${npx(readme("esbuild")).replace("=esm", "=iife")} --log-override:empty-import-meta=silent`);
  const { found } = await inBrowser("untold/dist");
  assert.match(found.error, /classic script.* tell init\(\) the address/);
});

test("esbuild bundles the module inside one file", async () => {
  project.write({
    "inline/program.js": readFileSync(join(project.folder, "program.js"), "utf8"),
    "inline/main.js": page({ options: "{ wasm: module() }" }).replace(/^import init.*$/m, readme("inline")),
    "inline/dist/index.html": html(),
  });
  project.shell(`cd inline; ${npx(readme("esbuild"))}`);
  const visited = await inBrowser("inline/dist");
  // the worker's file was not copied: said once
  assert.match(visited.said.join("\n"), /no worker could be started/);
  holds({ ...visited, said: [] }, wanted, { mode: "main", modules: 0 });
});

test("Rollup bundles it", async () => {
  entry("rollup");
  project.write({ "rollup/dist/index.html": html() });
  // the plugin is found from the project, as `npm install` would have put it there
  project.shell(`ln -sfn "${ROOT}www/node_modules/@rollup" node_modules/@rollup; ln -s ../node_modules rollup/node_modules; cd rollup; ${npx(readme("rollup"))} --silent; ${readme("copy")}`);
  holds(await inBrowser("rollup/dist"), wanted);
});

for (const [name, build] of [
  ["Vite", async (folder) => {
    const { build } = await import(require.resolve("vite"));
    project.write({ [`${folder}/index.html`]: tag.page });
    await build({ root: join(project.folder, folder), logLevel: "silent" });
  }],
  ["esbuild", async (folder) => {
    project.write({ [`${folder}/dist/index.html`]: tag.page });
    project.shell(`ln -s ../node_modules ${folder}/node_modules; cd ${folder}; ${npx(readme("esbuild"))}; ${readme("copy")}`);
  }],
  ["Rollup", async (folder) => {
    project.write({ [`${folder}/dist/index.html`]: tag.page });
    project.shell(`ln -sfn "${ROOT}www/node_modules/@rollup" node_modules/@rollup; ln -s ../node_modules ${folder}/node_modules; cd ${folder}; ${npx(readme("rollup"))} --silent; ${readme("copy")}`);
  }],
]) {
  test(`${name} bundles the tag`, async () => {
    const folder = `tag-${name.toLowerCase()}`;
    project.write({ [`${folder}/main.js`]: tag.main });
    await build(folder);
    marks(await inBrowser(`${folder}/dist`));
  });
}

const node = `import init, { analyze } from "langkinh";
import { analyzer } from "langkinh/async";
import { readFileSync } from "node:fs";
import { run } from "./program.js";
`;
const onDisk = `run(readFileSync(${JSON.stringify(SEED)}, "utf8"), { init, analyze, analyzer })`;

test("Node imports it", () => {
  project.write({ "node.js": `${node}console.log(JSON.stringify(await ${onDisk}));` });
  holds(printed(project.run("node", "node.js")), wanted, { modules: 0 });
});

test("Node requires it", () => {
  project.write({ "require.cjs": `${readme("require")}\nconst { analyzer } = require("langkinh/async");\nconst { readFileSync } = require("node:fs");\nimport("./program.js").then(async ({ run }) => console.log(JSON.stringify(await ${onDisk})));` });
  holds(printed(project.run("node", "--no-warnings", "require.cjs")), wanted, { modules: 0 });
});

test("a thread of Node imports it", () => {
  project.write({
    "thread.js": `${node}import { parentPort } from "node:worker_threads";\nparentPort.postMessage(await ${onDisk});`,
    "threads.js": `import { Worker } from "node:worker_threads";\nnew Worker(new URL("./thread.js", import.meta.url)).on("message", (found) => console.log(JSON.stringify(found)));`,
  });
  holds(printed(project.run("node", "threads.js")), wanted, { modules: 0 });
});
