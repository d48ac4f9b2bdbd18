// The documentation for hosts: what it tells to copy runs as it stands, and the page itself keeps the page's promises.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { SNIPPETS } from "../../www/docs/snippets.mjs";
import { serve } from "../../www/tools/serve.mjs";
import { axe } from "../page/browser.mjs";
import { hosted } from "./host.mjs";
import { run } from "./snippet.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
let server;
before(async () => {
  assert.ok(existsSync(`${www}dist/docs.html`), "make build writes it");
  server = await serve(0);
});
after(() => {
  server?.close();
  server?.closeAllConnections();
});

const PARAGRAPHS = ["  Sáng 14/10/2021,\n Tỉnh ủy Hậu Giang họp. ", "", "Ông Trần Văn Bình, Bí thư Tỉnh ủy, <chủ trì> & kết luận."];
const html = (lines) => lines.map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("\n");
const ARTICLE = `<article id="bai">${html(PARAGRAPHS)}</article>`;
const TAG = (text) => text.replace(/<article.*<\/article>/, ARTICLE);

hosted("snippet: the tag", async (host) => {
  await host.open({ html: TAG(SNIPPETS.tag), load: "" });
  await host.analyzed();
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình"]);
});

hosted("snippets: analyzed on the server, for the reader no module", async (host) => {
  const tag = run("server", `process.stdout.write(tagFor("bai", ${JSON.stringify(PARAGRAPHS)}, "2021-10-14"));`);
  await host.open({ html: ARTICLE + tag });
  await host.analyzed();
  assert.deepEqual((await host.painted())["langkinh-person"], ["Trần Văn Bình"]);
  assert.deepEqual(host.requests.filter((path) => /wasm|worker/.test(path)), []);
});

hosted("snippets: colors and a card of one's own", async (host) => {
  const page = await host.open({ html: `${ARTICLE}<lang-kinh for="bai"></lang-kinh><p id="the"></p>`, style: SNIPPETS.colors, script: SNIPPETS.card });
  await host.analyzed();
  const [color, legend, ground] = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("lang-kinh");
    return [getComputedStyle(shadowRoot.querySelector("[data-kind=person] .line")).textDecorationColor, getComputedStyle(shadowRoot.querySelector(".legend")).borderTopStyle, getComputedStyle(shadowRoot.querySelector(".card")).backgroundColor];
  });
  assert.deepEqual([color, legend, ground], ["rgb(138, 28, 28)", "solid", "rgb(255, 253, 247)"]);
  await page.evaluate(() => { const tag = document.querySelector("lang-kinh"); tag.select(tag.analysis.entities.find(({ kind }) => kind === "person").id); });
  assert.match(await page.$eval("#the", (node) => node.textContent), /^Trần Văn Bình: Bí thư Tỉnh ủy/);
  assert.equal(await page.evaluate(() => document.querySelector("lang-kinh").shadowRoot.querySelector(".card.open")), null);
});

hosted("snippet: without the tag", async (host) => {
  const script = `${SNIPPETS.own}\nglobalThis.marked = marking.kinds;`.replaceAll('"langkinh/dom"', '"/langkinh/embed/dom.js"').replaceAll('"langkinh/async"', '"/langkinh/async.js"');
  const page = await host.open({ html: ARTICLE, script, load: "" });
  await page.waitForFunction(() => globalThis.marked);
  const painted = await host.painted();
  assert.deepEqual(painted["langkinh-person"], ["Trần Văn Bình"]);
  assert.deepEqual(Object.keys(painted).filter((name) => !/person|place/.test(name)), []);
});

for (const [file, other, said] of [["docs.html", "docs.en.html", /^[\d.,]+ ms cho [\d.]+ ký tự/], ["docs.en.html", "docs.html", /^[\d.,]+ ms for [\d,]+ characters/]]) {
  hosted(`${file}: try it, choose, copy the tag, under the page's own policy`, async (host) => {
    host.home = `http://127.0.0.1:${server.address().port}`;
    const page = await host.visit(`${host.home}/dist/${file}`);
    await host.analyzed();
    assert.match(await page.$eval("#measured", (node) => node.textContent), said);
    assert.ok((await host.painted())["langkinh-person"].includes("Trần Văn Bình"));
    await page.evaluate(() => document.querySelector('[value="person"]').click());
    assert.equal((await host.painted())["langkinh-person"], undefined);
    assert.match(await page.$eval("#made", (node) => node.textContent), /^<lang-kinh for="bai" kinds="role organization [^"]*"/);
    await page.evaluate(() => document.querySelector('[value="person"]').click());
    await page.evaluate(() => { const box = document.querySelector("#text"); box.value = "Bà Đỗ Thị Mai, Chủ tịch UBND huyện Hải Lăng, phát biểu."; box.dispatchEvent(new Event("input")); });
    await host.analyzed(2);
    assert.deepEqual((await host.painted())["langkinh-person"], ["Đỗ Thị Mai"]);
    assert.ok(await page.$(`a[href="${other}"]`));
    assert.match(await page.$eval("#bookmarklet-link", (node) => node.href), /^javascript:.*lang-kinh\.min\.js/);
    const links = await page.$$eval("a[href]", (all) => all.map((link) => link.href).filter((href) => href.startsWith("http")));
    for (const href of new Set(links.map((link) => link.replace(/#.*/, "")))) assert.equal((await fetch(href)).status, 200, href);
    const missing = await page.$$eval('a[href^="#"]', (all) => all.map((link) => link.hash.slice(1)).filter((id) => id && !document.getElementById(id)));
    assert.deepEqual(missing, []);
    assert.equal(await page.evaluate(() => document.querySelector('script[integrity], #integrity').textContent.match(/sha384-[\w+/=]{64}/) !== null), true);
  });

  for (const [scheme, width] of [["light", 1280], ["dark", 375]]) {
    hosted(`${file}: axe-core finds nothing, nothing sticks out: ${scheme}, ${width}`, async (host) => {
      host.home = `http://127.0.0.1:${server.address().port}`;
      const page = await host.visit(`${host.home}/dist/${file}`);
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.setViewport({ width, height: 900 });
      await host.analyzed();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      const covered = await page.evaluate(() => [...document.querySelectorAll(".copy")].filter((button) => {
        const [code, own] = [button.previousElementSibling, button].map((node) => node.getBoundingClientRect());
        return own.width === 0 || own.left < code.right - 1;
      }).length);
      assert.equal(covered, 0, "a button stands over the code that it copies");
      assert.equal(await page.evaluate(() => document.querySelector(".sizes").offsetWidth <= document.querySelector(".sizes").parentElement.clientWidth), true, "what entries weigh and take is whole");
      const broken = await page.evaluate(() => [...document.querySelectorAll(".reference td:first-child code")].filter(({ textContent }) => /^langkinh-\w+$/.test(textContent)).filter((code) => code.getClientRects().length !== 1).length);
      assert.equal(broken, 0, "the name of an event on one line");
      assert.deepEqual(await axe(page), []);
    }, { only: "chromium" });
  }
}

hosted("the page leads to the documentation, in the language of its reader", async (host) => {
  host.home = `http://127.0.0.1:${server.address().port}`;
  const page = await host.visit(`${host.home}/`);
  await page.waitForFunction(() => document.querySelector('footer a[href="dist/docs.html"]')?.textContent.length > 5);
});
