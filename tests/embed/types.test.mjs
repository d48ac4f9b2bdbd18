// The declarations of the entries for pages: strict, without `skipLibCheck`; those that do not touch the DOM need none.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "langkinh-types-"));
after(() => rmSync(project, { recursive: true, force: true }));
mkdirSync(join(project, "node_modules"));
symlinkSync(www, join(project, "node_modules/langkinh"));
symlinkSync(join(www, "node_modules/@types/react"), join(project, "node_modules/react"));
writeFileSync(join(project, "package.json"), '{ "type": "module" }');

function check(name, source, lib, ...more) {
  writeFileSync(join(project, name), source);
  try {
    execFileSync("node", [`${www}node_modules/typescript/bin/tsc`, "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext", "--target", "es2022", "--lib", lib, ...more, name], { cwd: project, encoding: "utf8" });
  } catch (error) {
    assert.fail(error.stdout.slice(0, 2000));
  }
}

test("JSON-LD needs no DOM", () => check("ld.ts", `
  import type { Analysis } from "langkinh";
  import { toJsonLd, type NewsArticle } from "langkinh/json-ld";
  declare const analysis: Analysis;
  const made: NewsArticle = toJsonLd(analysis, { url: "https://example.org", ids: (kind, record) => (kind === "place" ? record.name : undefined) });
  // @ts-expect-error: nobody is asked for persons
  toJsonLd(analysis, { ids: (kind) => (kind === "person" ? "a" : "b") });
  export default made;`, "es2022"));

test("text, marks and element in a page", () => check("dom.ts", `
  import type { Analysis, Kind } from "langkinh";
  import { highlight, textOf, type Marking, type PageText } from "langkinh/dom";
  import { LangKinhElement } from "langkinh/element";
  import "langkinh/define";
  declare const analysis: Analysis;
  const page: PageText = textOf(document.body, { ignore: ".ad" });
  const marking: Marking = highlight(page, analysis, { kinds: ["person"] });
  marking.select(analysis.entities[0], []);
  const [range] = page.rangesOf({ start: 0, end: 1 });
  export const at: number | undefined = range && page.offsetOf(range.startContainer, range.startOffset);
  const tag = document.createElement("lang-kinh");
  tag.analysis = analysis;
  tag.kinds = ["person", "place"] satisfies Kind[];
  tag.panel = true;
  tag.addEventListener("langkinh-select", (event) => { event.preventDefault(); const start: number = event.detail.entity.start; return start; });
  tag.addEventListener("langkinh-error", ({ detail: { phase } }) => phase === "module");
  // @ts-expect-error: no such phase
  tag.addEventListener("langkinh-error", ({ detail: { phase } }) => phase === "modul");
  export const same: boolean = tag instanceof LangKinhElement && document.querySelector("lang-kinh") === tag;
  export const found: Promise<Analysis | undefined> = tag.ready;`, "es2022,dom,dom.iterable"));

test("the tag in React 19", () => check("page.tsx", `
  import "langkinh/react";
  import type { Analysis } from "langkinh";
  export const Article = ({ text, analysis }: { text: string; analysis: Analysis }) => <>
    <article id="bai"><p>{text}</p></article>
    <lang-kinh for="bai" kinds="person place" panel="full" ui-lang="en" analysis={analysis} />
    {/* @ts-expect-error: no such panel */}
    <lang-kinh panel="open" />
  </>;`, "es2022,dom", "--jsx", "preserve", "--skipLibCheck"));
