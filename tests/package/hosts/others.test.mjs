// The archive in the hosts that `make test` cannot afford, for `make test-all`: their tools come from www/tools/hosts.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SNIPPETS } from "../../../www/docs/snippets.mjs";
import { PLAIN_POLICY, PROGRAM, Project, ROOT, SEED, allowing, chromium, expected, holds, html, inBrowser as inBrowserOf, marks, page, printed, readme, tag, visit, watched } from "../host.mjs";

const TOOLS = `${ROOT}www/tools/hosts/`;
/** Deno's and Bun's own programs, which npm would have put in place by a script after installing. */
const deno = `${TOOLS}node_modules/@deno/${process.platform}-${process.arch}${process.platform === "linux" ? "-glibc" : ""}/deno`;
const bun = `${TOOLS}node_modules/@oven/bun-${process.platform}-${process.arch}/bin/bun`;

let wanted, project, browser;
before(async () => {
  wanted = expected();
  project = new Project("others");
  // what `npm install` of these tools leaves, as hard links: no second copy of 700 MB
  project.run("cp", "-al", `${TOOLS}node_modules`, "tools");
  project.shell("mv node_modules/langkinh tools/langkinh && rm -r node_modules && mv tools node_modules");
  browser = await chromium();
});
after(() => project?.remove());

/** Serves a folder of the project and runs the page in it. */
const inBrowser = (...args) => inBrowserOf(browser, project, ...args);
/** The policy that the documentation tells, where the tool's own code cannot do with Trusted Types. */
const PLAIN = { headers: { "content-security-policy": PLAIN_POLICY } };

/** A folder with the program on a page, and the lines of a worker of the host's that runs it. */
const entry = (folder, { main = page(), ...files } = {}) => project.write(Object.fromEntries(Object.entries({ "program.js": PROGRAM, "main.js": main, ...files }).map(([name, text]) => [`${folder}/${name}`, text])));
/** The program in a worker of the host's own; the page only shows what came out. */
const worker = {
  "host.worker.js": `${page().replace(/globalThis\.found = ([^;]*);/g, "self.postMessage($1);")}`,
  main: 'new Worker(new URL("./host.worker.js", import.meta.url), { type: "module" }).onmessage = ({ data }) => { globalThis.found = data; };',
};

for (const [name, files] of [["page", {}], ["worker", { ...worker }]]) {
  test(`webpack bundles it for a ${name}`, async () => {
    const folder = `webpack-${name}`;
    entry(folder, files);
    project.write({ [`${folder}/dist/index.html`]: html() });
    // its own defaults but for the names, and `trustedTypes` for the policy that the worker of the host needs
    project.write({ [`${folder}/webpack.config.js`]: 'export default { mode: "production", entry: "./main.js", output: { path: import.meta.dirname + "/dist", trustedTypes: true }, performance: { hints: false } };' });
    const said = project.shell(`cd ${folder}; npx webpack --json || true`);
    const { errors, warnings } = JSON.parse(said);
    assert.deepEqual([...errors, ...warnings].map(({ message }) => message), []);
    holds(await inBrowser(`${folder}/dist`, name === "page" ? undefined : PLAIN), wanted);
  });

  test(`Parcel bundles it for a ${name}`, async () => {
    const folder = `parcel-${name}`;
    entry(folder, { ...files, "index.html": html(), "package.json": '{ "private": true }' });
    project.shell(`cd ${folder}; npx parcel build index.html --no-cache --dist-dir dist --no-source-maps`);
    holds(await inBrowser(`${folder}/dist`, parcels(folder)), wanted);
  });
}

/** The policy for a page of Parcel's, which puts an import map of its own into it. */
function parcels(folder) {
  const index = readFileSync(join(project.folder, folder, "dist/index.html"), "utf8");
  return { headers: { "content-security-policy": allowing(PLAIN_POLICY, index) } };
}

test("webpack bundles the tag", async () => {
  entry("webpack-tag", { main: tag.main });
  project.write({ "webpack-tag/dist/index.html": tag.page });
  project.shell("cd webpack-tag; npx webpack --mode production --entry ./main.js --output-path dist");
  marks(await inBrowser("webpack-tag/dist", PLAIN));
});

test("Parcel bundles the tag", async () => {
  entry("parcel-tag", { main: tag.main, "index.html": tag.page, "package.json": '{ "private": true }' });
  project.shell("cd parcel-tag; npx parcel build index.html --no-cache --dist-dir dist --no-source-maps");
  marks(await inBrowser("parcel-tag/dist", parcels("parcel-tag")));
});

test("Bun runs it", () => {
  project.write({ "bun.js": onDisk("console.log(JSON.stringify(found));") });
  holds(printed(project.run(bun, "bun.js")), wanted, { modules: 0 });
});

test("Bun bundles it", async () => {
  entry("bun");
  project.write({ "bun/dist/index.html": html() });
  project.shell(`ln -s ../node_modules bun/node_modules; cd bun; ${readme("bun").replace(/^bun/, `"${bun}"`)}; ${readme("copy")}`);
  holds(await inBrowser("bun/dist"), wanted);
});

test("Deno runs it", () => {
  project.write({ "deno/main.js": onDisk("console.log(JSON.stringify(found));"), "deno/program.js": PROGRAM });
  project.shell("ln -s ../node_modules deno/node_modules; cp package.json deno/");
  holds(printed(project.shell(`cd deno; ${readme("deno").replace(/^deno/, `"${deno}"`)}`)), wanted, { modules: 0 });
});

test("vitest runs it with jsdom", () => {
  project.write({
    "vitest/program.js": PROGRAM,
    "vitest/host.test.js": `import { expect, test } from "vitest";\n${onDisk('test("finds", () => { expect(document.body).toBeTruthy(); console.log("FOUND" + JSON.stringify(found) + "END"); });')}`,
  });
  const said = project.shell("cd vitest; npx vitest run --environment jsdom --reporter verbose");
  holds(printed(said.match(/FOUND(.*)END/)[1]), wanted, { modules: 0 });
});

/** A module that reads the sample from disk, runs the program and goes on with what was `found`. */
function onDisk(then) {
  return `import init, { analyze } from "langkinh";
import { analyzer } from "langkinh/async";
import { readFileSync } from "node:fs";
import { run } from "./program.js";
const found = await run(readFileSync(${JSON.stringify(SEED)}, "utf8"), { init, analyze, analyzer });
${then}`;
}

// webpack gives a server the browser's address of a thread's file: there the texts are analyzed on the thread that asked
for (const [flag, mode] of [["--turbopack", "worker"], ["--webpack", "main"]]) {
  test(`Next.js ${flag}: client component, route handler, server component`, async () => {
    const folder = `next${flag}`;
    const found = `await run(readFileSync(${JSON.stringify(SEED)}, "utf8"), { init, analyze, analyzer })`;
    const imports = 'import init, { analyze } from "langkinh";\nimport { analyzer } from "langkinh/async";\n';
    project.write({
      [`${folder}/package.json`]: '{ "private": true, "type": "module" }',
      [`${folder}/app/layout.jsx`]: 'export default ({ children }) => <html lang="vi"><body>{children}</body></html>;',
      [`${folder}/app/program.js`]: PROGRAM,
      [`${folder}/app/client/page.jsx`]: `"use client";\n${imports}import { useEffect } from "react";\nimport { run } from "../program.js";
        export default function Page() {
          useEffect(() => { fetch("/seed.txt").then((answer) => answer.text()).then((text) => run(text, { init, analyze, analyzer })).then((found) => { globalThis.found = found; }, (error) => { globalThis.found = { error: String(error) }; }); }, []);
          return <p>client</p>;
        }`,
      [`${folder}/app/route/route.js`]: `${imports}import { readFileSync } from "node:fs";\nimport { run } from "../program.js";\nexport const dynamic = "force-dynamic";\nexport async function GET() { return Response.json(${found}); }`,
      [`${folder}/app/server/page.jsx`]: `${imports}import { readFileSync } from "node:fs";\nimport { run } from "../program.js";\nexport const dynamic = "force-dynamic";\nexport default async function Page() { return <pre>{JSON.stringify(${found})}</pre>; }`,
    });
    // what the documentation tells to copy, word for word: each block begins with the name of its file
    for (const name of ["nextClient", "nextServer", "nextRoute"]) {
      const [, file] = /^\/\/ (\S+)\n/.exec(SNIPPETS[name]);
      project.write({ [`${folder}/${file}`]: SNIPPETS[name] });
    }
    // Next.js starts a page by inline scripts of its own
    project.write({ [`${folder}/next.config.mjs`]: `export default { headers: () => [{ source: "/(.*)", headers: [{ key: "content-security-policy", value: ${JSON.stringify(PLAIN_POLICY.replace("script-src", "style-src 'self'; script-src 'unsafe-inline'"))} }] }] };` });
    cpSync(SEED, join(project.folder, folder, "public/seed.txt"));
    cpSync(SEED, join(project.folder, folder, "public/favicon.ico"));
    project.shell(`cd ${folder}; NEXT_TELEMETRY_DISABLED=1 npx next build ${flag}`);
    const server = spawn(process.execPath, ["../node_modules/next/dist/bin/next", "start", "--port", "0", "--hostname", "127.0.0.1"], { cwd: join(project.folder, folder), env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
    try {
      let log = "";
      const origin = await new Promise((resolve, reject) => {
        const listen = (data) => {
          log += data;
          const address = log.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
          if (address && /Ready/.test(log)) resolve(address);
        };
        server.stdout.on("data", listen);
        server.stderr.on("data", listen);
        server.on("exit", () => reject(new Error(log)));
      });
      holds(await visit(browser, `${origin}/client`), wanted);
      await copied(origin);
      const route = await fetch(`${origin}/route`);
      assert.equal(route.status, 200, log);
      const onServer = (text) => holds(printed(text), wanted, { modules: 0, mode });
      onServer(await route.text());
      const rendered = await fetch(`${origin}/server`);
      assert.equal(rendered.status, 200, log);
      onServer((await rendered.text()).match(/<pre>(.*?)<\/pre>/s)[1].replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
    } finally {
      server.kill();
    }
  });
}

/** The three blocks of the documentation: the page marked by the server's analysis, for which the reader loads no module; the service. */
async function copied(origin) {
  await watched(browser, async ({ page: opened, requests, said }) => {
    await opened.goto(origin);
    const people = await opened.waitForFunction(() => CSS.highlights.has("langkinh-person") && [...CSS.highlights.get("langkinh-person")].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)));
    assert.deepEqual(await people.jsonValue(), ["Trần Văn Bình"]);
    assert.deepEqual(said, []);
    assert.deepEqual(requests.filter((url) => /wasm|worker/.test(url)), []);
  });
  const service = await fetch(`${origin}/analyze`, { method: "POST", body: "Ông Trần Văn Bình dự." });
  assert.equal(service.status, 200);
  assert.deepEqual((await service.json()).people.map(({ name }) => name), ["Trần Văn Bình"]);
}
