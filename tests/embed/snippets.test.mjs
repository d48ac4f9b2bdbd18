// The documentation for hosts as it is written: every snippet, figure and reference stands in it. That it runs in a page is tried in
// docs.test.mjs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { SNIPPETS } from "../../www/docs/snippets.mjs";
import { POLICY } from "./host.mjs";
import { run } from "./snippet.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));

test("snippet: JSON-LD", () => {
  const made = run("jsonLd", 'process.stdout.write(structuredData("Ông Trần Văn Bình dự.\\n</script><b>", "https://example.org/1", "Tít"));');
  const [, json] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(made);
  const { headline, mentions } = JSON.parse(json);
  assert.equal(headline, "Tít");
  assert.deepEqual(mentions.map(({ name }) => name), ["Trần Văn Bình"]);
});

test("the policy that is told is the one that the tests of the element run under", () => {
  for (const rule of [SNIPPETS.policy, SNIPPETS["trusted-types"]].join("; ").split("; ")) assert.ok(POLICY.split("; ").includes(rule.trim()), rule);
});

test("every snippet stands in both languages, as it is; nothing is left to fill in", () => {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  for (const file of ["docs.html", "docs.en.html"]) {
    const made = plain(readFileSync(`${www}dist/${file}`, "utf8"));
    for (const name of ["tag", "npm", "nextClient", "nextServer", "nextRoute", "server", "colors", "card", "jsonLd", "own", "policy", "trusted-types", "copy", "esbuild", "rollup", "bun", "iife"]) assert.ok(SNIPPETS[name] && made.includes(SNIPPETS[name]), `${file}: ${name}`);
    assert.doesNotMatch(made, /\{\{\w|\bundefined ms|\bNaN\b|\[object /);
  }
});

test("every entry that is code has its bytes and its milliseconds; those of a page where the build had a browser, and this one had", () => {
  for (const file of ["docs.html", "docs.en.html"]) {
    const [table] = /<table class="sizes">.*?<\/table>/s.exec(readFileSync(`${www}dist/${file}`, "utf8"));
    const rows = [...table.matchAll(/<tr><td><code>(.*?)<\/code><\/td>(.*?)<\/tr>/g)].map(([, name, cells]) => [name, cells.replace(/<[^>]+>/g, " ")]);
    assert.deepEqual(rows.map(([name]) => name), ["langkinh", "langkinh/async", "langkinh/worker", "langkinh/dom", "langkinh/define", "langkinh/json-ld", "lang-kinh.min.js", "langkinh_bg.wasm"]);
    for (const [name, cells] of rows) {
      assert.match(cells, /^ +[\d.,]+ +[\d.,]+ +[\d.,]+ /, name);
      if (name !== "langkinh_bg.wasm") assert.match(cells, / [\d.,]+ ms/, name);
    }
  }
});

test("the reference has every attribute, member and event of the element", () => {
  const made = readFileSync(`${www}dist/docs.html`, "utf8");
  const source = readFileSync(`${www}embed/element.js`, "utf8");
  const [, attributes] = /const ATTRIBUTES = \[(.*?)\]/.exec(source);
  for (const [, name] of attributes.matchAll(/"([\w-]+)"/g)) assert.match(made, new RegExp(`<code>(?:&quot;)?${name}(?:&quot;)?\\?:`), name);
  for (const name of ["analysis", "text", "ready", "highlight", "select", "refresh", "toJsonLd"]) assert.match(made, new RegExp(`<code>[^<]*\\b${name}\\b`), name);
  for (const [, name] of source.matchAll(/#tell\("(langkinh-\w+)"/g)) assert.ok(made.includes(`<code>${name}</code>`), name);
});
