// Every export read back: CSV by the letter, JSON, Markdown's escapes, Web Annotations as linked data.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { apply } from "../../www/corrections/apply.js";
import { toAnnotations } from "../../www/export/annotations.js";
import { csvOf, zipOf } from "../../www/export/csv-tables.js";
import { make } from "../../www/export/formats.js";
import { toHtml } from "../../www/export/html.js";
import { toJson } from "../../www/export/json.js";
import { TABLE_KEYS } from "../../www/export/keys.js";
import { toMarkdown } from "../../www/export/markdown.js";
import { LINES } from "../../www/kinds.js";
import init, { analyze } from "../../www/langkinh.node.js";
import { parseCsv } from "./csv.mjs";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const jsonld = require("jsonld");
const { unzipSync } = require("fflate");

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
const NASTY =
  "<script>alert(1)</script> \"& ' Ông Trần Văn Huyến, Chủ tịch HĐND tỉnh Hậu Giang 😀, nói: “=cmd|' /C calc'!A0 <b>*đậm* [x](y) | _z_</b>” ngày 1-7-2021.\n=1+1 Nghị quyết số 27-NQ/TW của Trung ương về # tiền lương\n@SUM Sở Y tế 𝐀 tỉnh Long An có 25 bác sĩ.";
/** @typedef {import("../../www/export/tables.js").Source & {name: string}} Source */
/** @type {Map<string, Source>} */
const sources = new Map();

before(async () => {
  await init();
  for (const file of readdirSync(SEEDS).sort()) sources.set(file, sourceOf(readFileSync(SEEDS + file, "utf8"), file));
  sources.set("nasty", sourceOf(NASTY, "nasty"));
  const corrected = sourceOf(NASTY, "corrected");
  corrected.corrections = [
    { subject: 0, action: "remove", entity: 0 },
    { subject: "r1", action: "add", kind: "organization", start: NASTY.indexOf("<b>"), end: NASTY.indexOf("</b>") + 4 },
    {
      subject: 2,
      action: "change",
      entity: 2,
      kind: "event",
      start: corrected.found.entities[2].start,
      end: corrected.found.entities[2].end,
    },
  ];
  corrected.analysis = apply(corrected.found, NASTY, corrected.corrections);
  sources.set("corrected", corrected);
});

/** @param {string} name */
const named = (name) => /** @type {Source} */ (sources.get(name));

/**
 * @param {string} text
 * @param {string} name
 * @returns {Source}
 */
function sourceOf(text, name) {
  const found = analyze(text, { published: "2021-07-02" });
  return { found, analysis: found, text, corrections: [], name };
}

test("every table is a CSV file that reads back, as wide as its header, with nothing to compute", () => {
  for (const [name, source] of sources) {
    for (const key of TABLE_KEYS) {
      const rows = parseCsv(csvOf(key, source).slice(1));
      const [header] = rows;
      assert.ok(header.length > 2 && header.every((label) => label && !label.includes("column.")), `${key}: ${header}`);
      for (const row of rows) {
        assert.equal(row.length, header.length, `${name} ${key}`);
        for (const cell of row) assert.doesNotMatch(cell, /^[=+@\t\r]|^-\D/, `${name} ${key}`);
      }
    }
    const { analysis, text } = source;
    const entities = parseCsv(csvOf("entities", source).slice(1));
    assert.equal(entities.length, analysis.entities.length + 1);
    const [start, end] = [entities[0].indexOf("Từ ký tự"), entities[0].indexOf("Đến ký tự")];
    entities
      .slice(1)
      .forEach((row, id) =>
        assert.deepEqual(
          [Number(row[start]), Number(row[end])],
          [analysis.entities[id].start, analysis.entities[id].end],
        ),
      );
    const sentence = entities[0].indexOf("Câu");
    entities
      .slice(1)
      .forEach((row, id) =>
        assert.ok(
          row[sentence].includes(
            text.slice(analysis.entities[id].start, analysis.entities[id].end).replace(/\s+/g, " ").trim(),
          ),
          row[sentence],
        ),
      );
    assert.equal(
      parseCsv(csvOf("people", source).slice(1)).length - 1,
      analysis.people.reduce((sum, person) => sum + Math.max(1, person.roles.length), 0),
    );
  }
});

test("the archive holds every table that has rows", async () => {
  const source = named("corrected");
  const files = unzipSync(new Uint8Array(await zipOf(source).arrayBuffer()));
  assert.ok(files["corrections.csv"] && files["organizations.csv"] && files["entities.csv"]);
  for (const [name, bytes] of Object.entries(files)) {
    assert.equal(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), csvOf(name.replace(".csv", ""), source));
    assert.ok(parseCsv(new TextDecoder().decode(bytes)).length > 1, name);
  }
});

test("JSON is the analysis as found; corrections stand beside it", () => {
  for (const source of sources.values()) {
    const { corrections, ...found } = JSON.parse(toJson(source));
    assert.deepEqual(found, JSON.parse(JSON.stringify(source.found)));
    assert.equal(corrections?.length ?? 0, source.corrections.length);
  }
  const [removed, added, changed] = JSON.parse(toJson(named("corrected"))).corrections;
  assert.deepEqual([removed.action, added.action, changed.action], ["remove", "add", "change"]);
  assert.equal(added.text, "<b>*đậm* [x](y) | _z_</b>");
  assert.equal(changed.found.text, changed.text);
  assert.notEqual(changed.found.kind, changed.kind);
});

test("the report escapes what would be markup, names what was found, keeps corrections in a part of their own", () => {
  for (const [name, source] of sources) {
    const report = toMarkdown(source);
    assert.doesNotMatch(report, /undefined|\bpanel\.|\bcolumn\.|NaN/, name);
    for (const person of source.analysis.people) assert.ok(report.includes(`**${person.name}**`), person.name);
    const widths = report
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.replace(/\\\|/g, "").split("|").length);
    assert.ok(widths.length > 3 && widths.every((width) => width === 4 || width === 5), `${widths}`);
    assert.equal(report.includes("## Sửa tay"), source.corrections.length > 0);
  }
  const report = toMarkdown(named("nasty"));
  assert.ok(report.includes("\\<b\\>\\*đậm\\* \\[x\\](y) \\| \\_z\\_\\</b\\>"), report);
  assert.doesNotMatch(report, /(?<!\\)<(?!\/?$)/m);
  assert.doesNotMatch(report, /(?<!\\)\[x(?<!\\)\]/);
});

/** The terms of the W3C's context that we use, with what they stand for. */
const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const DCTERMS = "http://purl.org/dc/terms/";
const DC = "http://purl.org/dc/elements/1.1/";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const link = (/** @type {string} */ id, more = {}) => ({ "@id": id, "@type": "@id", ...more });
const whole = (/** @type {string} */ id) => ({ "@id": id, "@type": `${XSD}nonNegativeInteger` });
const TERMS = {
  id: "@id",
  type: "@type",
  Annotation: `${OA}Annotation`,
  TextualBody: `${OA}TextualBody`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  Text: "http://purl.org/dc/dcmitype/Text",
  Person: "http://xmlns.com/foaf/0.1/Person",
  Software: `${AS}Application`,
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  classifying: `${OA}classifying`,
  editing: `${OA}editing`,
  tagging: `${OA}tagging`,
  describing: `${OA}describing`,
  body: link(`${OA}hasBody`),
  target: link(`${OA}hasTarget`),
  source: link(`${OA}hasSource`),
  selector: link(`${OA}hasSelector`),
  creator: link(`${DCTERMS}creator`),
  generator: link(`${AS}generator`),
  items: link(`${AS}items`, { "@container": "@list" }),
  partOf: link(`${AS}partOf`),
  first: link(`${AS}first`),
  last: link(`${AS}last`),
  next: link(`${AS}next`),
  motivation: { "@id": `${OA}motivatedBy`, "@type": "@vocab" },
  purpose: { "@id": `${OA}hasPurpose`, "@type": "@vocab" },
  format: `${DC}format`,
  language: `${DC}language`,
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  name: "http://xmlns.com/foaf/0.1/name",
  label: "http://www.w3.org/2000/01/rdf-schema#label",
  created: { "@id": `${DCTERMS}created`, "@type": `${XSD}dateTime` },
  start: whole(`${OA}start`),
  end: whole(`${OA}end`),
  total: whole(`${AS}totalItems`),
  startIndex: whole(`${AS}startIndex`),
};
const documentLoader = async (/** @type {string} */ documentUrl) => {
  assert.equal(documentUrl, "http://www.w3.org/ns/anno.jsonld");
  return { documentUrl, document: { "@context": TERMS }, contextUrl: null };
};

/**
 * What is read of an annotation; one of the reader's own may also point at the annotation that it changes.
 * @typedef {{start: number, end: number}} Position
 * @typedef {{exact: string, prefix: string, suffix: string}} Quote
 * @typedef {{source: {id: string}, selector: [Position, Quote]}} Place
 * @typedef {{id: string, target: Place | [id: string, place: Place], body: object, motivation: string, creator?: {type: string}}} Annotation
 * @typedef {{id: string, items: Annotation[], next?: AnnotationPage}} AnnotationPage
 */
/** The place of an annotation. */
const placeOf = (/** @type {Annotation} */ { target }) => (Array.isArray(target) ? target[1] : target);

test("Web Annotations: linked data without a lost term, positions in code points, quotes that stand where they say", async () => {
  for (const [name, source] of sources) {
    /** @type {{total: number, last: string, first: AnnotationPage}} */
    const written = JSON.parse(await toAnnotations(source));
    // safe: a term that the context does not know is an error, not dropped
    const [expanded] = await jsonld.expand(written, { documentLoader, safe: true });
    assert.deepEqual(expanded["@type"], [`${AS}OrderedCollection`]);
    const pages = written.first.next ? [written.first, written.first.next] : [written.first];
    assert.equal(pages.length, source.corrections.length ? 2 : 1, name);
    assert.equal(
      written.total,
      pages.reduce((sum, { items }) => sum + items.length, 0),
    );
    assert.equal(written.last, pages.at(-1)?.id);
    assert.equal(pages[0].items.length, source.found.entities.length);
    const points = [...source.text];
    const digest = createHash("sha256").update(source.text).digest("base64url");
    const all = pages.flatMap(({ items }) => items);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    for (const annotation of all) {
      const place = placeOf(annotation);
      const [position, quote] = place.selector;
      assert.equal(points.slice(position.start, position.end).join(""), quote.exact);
      assert.ok(source.text.includes(quote.prefix + quote.exact + quote.suffix));
      assert.equal(place.source.id, `ni:///sha-256;${digest}`);
      assert.ok([annotation.body].flat().length > 0);
    }
    pages[0].items.forEach((annotation, id) => {
      const { start, end } = source.found.entities[id];
      assert.equal(placeOf(annotation).selector[1].exact, source.text.slice(start, end));
    });
    if (pages[1]) {
      const found = new Set(pages[0].items.map(({ id }) => id));
      for (const { target, motivation, creator } of pages[1].items) {
        assert.equal(creator?.type, "Person");
        assert.equal(Array.isArray(target) && found.has(target[0]), motivation === "editing");
      }
    }
  }
});

test("the HTML file says what the article says, and not one letter of it is markup", () => {
  for (const [name, source] of sources) {
    const html = toHtml(source);
    assert.doesNotMatch(html, /<script|<link|<img|src=|href=|javascript:|undefined/i, name);
    /** @type {Record<string, string>} */
    const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
    const decode = (/** @type {string} */ words) =>
      words.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity) => SIGNS[entity]);
    const article = html.slice(html.indexOf("<article>") + 9, html.indexOf("</article>"));
    const lines = article
      .trim()
      .split("\n")
      .map((line) => decode(line.replace(/<[^>]*>/g, "")));
    assert.deepEqual(
      lines,
      source.analysis.zones.map(({ start, end }) => source.text.slice(start, end)),
    );
    assert.equal(html.match(/<mark /g)?.length, source.analysis.entities.length);
    assert.equal(html.includes('data-by="reader"'), source.corrections.length > 0);
    assert.equal(html.includes('<section class="corrections"'), source.corrections.length > 0);
  }
});

test("the HTML file draws the kinds as the page does", () => {
  const theme = readFileSync(new URL("../../www/styles/theme.css", import.meta.url), "utf8");
  const drawn = [
    ...theme.matchAll(/\.kind-(\w+) \{\s*--angle: (\d+);\s*--line: (\w+);\s*--thick: ([\d.]+em);\s*\}/g),
  ].map(([, kind, hue, line, thick]) => [kind, [Number(hue), line, thick]]);
  assert.deepEqual(LINES, Object.fromEntries(drawn));
});

test("each format has its name and its type", async () => {
  const source = named("nasty");
  const made = await Promise.all(
    [["json"], ["csv", "people"], ["zip"], ["html"], ["markdown"], ["annotations"]].map(([format, table]) =>
      make(format, source, table),
    ),
  );
  assert.deepEqual(
    made.map(({ name, type }) => [name, type]),
    [
      ["nasty.json", "application/json"],
      ["nasty.people.csv", "text/csv"],
      ["nasty.csv.zip", "application/zip"],
      ["nasty.html", "text/html"],
      ["nasty.md", "text/markdown"],
      ["nasty.jsonld", "application/ld+json"],
    ],
  );
});
