// Each example of www/examples runs, under the policy that the documentation tells hosts to use.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { bundle } from "../../www/tools/bundle.mjs";
import { hosted } from "./host.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const { build } = createRequire(`${www}package.json`)("esbuild");

before(() => bundle()); // the one file that the examples load

const words = (painted, kind) => Object.entries(painted).filter(([name]) => new RegExp(`^langkinh-${kind}(?:-\\d)?$`).test(name)).flatMap(([, all]) => all);
const card = (page) => page.evaluate(() => document.querySelector("lang-kinh").shadowRoot.querySelector(".card.open h2")?.textContent);

hosted("example: a plain page", async (host) => {
  const page = await host.visit(`${host.home}/langkinh/examples/plain.html`);
  await host.analyzed();
  const painted = await host.painted();
  assert.deepEqual(words(painted, "person"), ["Trần Văn Bình", "Lê Thị Hoa", "Hoa"]);
  assert.ok(words(painted, "document").includes("Nghị quyết số 18-NQ/TW"));
  await host.click("Trần Văn Bình");
  assert.equal(await card(page), "Trần Văn Bình");
  assert.ok(host.requests.filter((path) => /\.js$/.test(path)).every((path) => /lang-kinh\.min\.js|worker\.js|listen\.js/.test(path)), "one file, and the worker");
});

hosted("example: a newspaper with styles that reset everything, and a card of its own", async (host) => {
  const page = await host.visit(`${host.home}/langkinh/examples/newspaper.html`, { before: () => addEventListener("DOMContentLoaded", () => (globalThis.source = document.querySelector("article").outerHTML)) });
  await host.analyzed();
  const painted = await host.painted();
  assert.deepEqual(words(painted, "person"), ["Nguyễn ", "Thanh", " Lam", "Hoàng Minh Anh", "Đỗ Thị Mai"], "no advertisement, nothing hidden, no other news");
  assert.ok(words(painted, "document").includes("Quyết định số 1125-QĐ/TU"), "the mark of the note is no part of it");
  assert.ok(words(painted, "time").includes("C") && words(painted, "time").includes("hiều nay 26/3"), "the letter that floats is");
  assert.equal(await page.evaluate(() => document.querySelector("lang-kinh").analysis.times[0].value), "2024-03-26", "the day as the page tells it");
  assert.equal(await page.evaluate(() => document.querySelector("article").outerHTML === globalThis.source), true);
  await host.click("Đỗ Thị Mai");
  assert.equal(await page.$eval("#the-cua-bao h2", (node) => node.textContent), "Đỗ Thị Mai");
  assert.equal(await card(page), undefined, "the newspaper's own card");
  await host.click("1125-QĐ/TU");
  assert.match(await card(page), /1125-QĐ\/TU/);
});

hosted("example: a React component", async (host) => {
  const source = `
    import { createElement as h } from "react";
    import { createRoot } from "react-dom/client";
    import { Article } from "./react.jsx";
    const root = createRoot(document.querySelector("#goc"));
    globalThis.show = (paragraphs) => root.render(h(Article, { paragraphs }));
    show(["Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự.", "Bà Lê Thị Hoa phát biểu."]);`;
  const own = { name: "langkinh", setup: (esbuild) => esbuild.onResolve({ filter: /^langkinh\/react$/ }, () => ({ path: "/langkinh/embed/define.js", external: true })) };
  const { outputFiles: [{ text: script }] } = await build({ stdin: { contents: source, resolveDir: `${www}examples`, loader: "jsx" }, jsx: "automatic", bundle: true, write: false, format: "esm", plugins: [own], define: { "process.env.NODE_ENV": '"production"' } });
  const page = await host.open({ html: '<div id="goc"></div>', script, load: "" });
  await host.analyzed();
  const people = () => page.$eval("#nguoi", (node) => node.textContent);
  await page.waitForFunction(() => document.querySelector("#nguoi").textContent);
  assert.equal(await people(), "Trần Văn Bình, Lê Thị Hoa");
  await page.evaluate(() => globalThis.show(["Bà Lê Thị Hoa phát biểu."]));
  await host.analyzed(2);
  await page.waitForFunction(() => document.querySelector("#nguoi").textContent === "Lê Thị Hoa");
  assert.deepEqual(words(await host.painted(), "person"), ["Lê Thị Hoa"]);
});

let elsewhere;
after(() => {
  elsewhere?.close();
  elsewhere?.closeAllConnections();
});
/** The package's files from another origin, with CORS. */
async function otherOrigin() {
  elsewhere ??= createServer((request, response) => {
    const type = { js: "text/javascript", wasm: "application/wasm" }[request.url.split(".").at(-1)];
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(readFileSync(www + request.url.slice(1)));
  });
  if (!elsewhere.listening) await new Promise((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${elsewhere.address().port}`;
}
const bookmarklet = async () => readFileSync(`${www}examples/bookmarklet.js`, "utf8").replaceAll("HERE", await otherOrigin());

hosted("example: the bookmarklet on a page without a policy", async (host) => {
  const page = await host.open({ html: "<article><p>Ông Trần Văn Bình, Bí thư Tỉnh ủy Hậu Giang, dự.</p></article>", load: "", policy: null });
  await page.evaluate(await bookmarklet());
  await host.analyzed();
  assert.deepEqual(words(await host.painted(), "person"), ["Trần Văn Bình"]);
}, { expects: /^request to http:\/\/127\.0\.0\.1/ });

hosted("example: the bookmarklet where a policy forbids code from elsewhere says so", async (host) => {
  const page = await host.open({ html: "<article><p>Tỉnh ủy Hậu Giang họp.</p></article>", load: "" });
  const said = new Promise((resolve) => page.once("dialog", (dialog) => {
    resolve(dialog.message());
    dialog.dismiss();
  }));
  await page.evaluate(await bookmarklet());
  assert.match(await said, /không cho chạy mã từ nơi khác/);
  assert.equal(await page.$("lang-kinh"), null);
}, { expects: /script-src|Content.Security.Policy|request to|dynamically imported/i });
