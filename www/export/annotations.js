// The marks as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): a collection of two pages, what was found
// and what the reader corrected.
//
// Positions count Unicode code points, as the model asks, not the UTF-16 units of the analysis. The text has no address of its own, so
// it is named by its digest (RFC 6920); whoever has the text can tell that it is this one.

import { interval, nameOf, wordsOf } from "../card/values.js";
import { describe } from "../corrections/apply.js";
import { recordOf } from "../kinds.js";

/** @import { Analysis, Entity, Span } from "../pkg/analysis.js" */
/** @import { Source } from "./tables.js" */
/**
 * @typedef {object} Page of a collection
 * @property {string} id
 * @property {string} type
 * @property {{id: string, type: string}} partOf
 * @property {string} label
 * @property {number} startIndex
 * @property {object[]} items
 * @property {Page} [next]
 */

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
/** Letters before and behind a quote that tell it from others like it. */
const AROUND = 32;

/**
 * @param {Pick<Source, "found"|"text"|"corrections">} source
 * @param {Date} [now]
 */
export async function toAnnotations({ found, text, corrections }, now = new Date()) {
  const source = await nameOfText(text);
  const points = codePoints(text);
  const created = now.toISOString();
  const generator = { type: "Software", name: "Lăng Kính" };
  const target = (/** @type {Span} */ span) => ({
    source: { id: source, type: "Text", format: "text/plain", language: "vi" },
    selector: [
      { type: "TextPositionSelector", start: points(span.start), end: points(span.end) },
      {
        type: "TextQuoteSelector",
        exact: text.slice(span.start, span.end),
        prefix: before(text, span.start),
        suffix: behind(text, span.end),
      },
    ],
  });
  const ids = found.entities.map(uuid);
  const items = found.entities.map((entity) => ({
    id: ids[entity.id],
    type: "Annotation",
    motivation: "classifying",
    created,
    generator,
    body: bodies(found, entity, text),
    target: target(entity),
  }));
  const byReader = describe(found, text, corrections).map((correction) => ({
    id: uuid(),
    type: "Annotation",
    motivation: correction.action === "add" ? "classifying" : "editing",
    created,
    creator: { type: "Person", name: "Người đọc" },
    body:
      correction.action === "remove"
        ? [tag("removed", "editing")]
        : [tag(correction.kind, correction.action === "add" ? "tagging" : "editing")],
    target: correction.entity === undefined ? target(correction) : [ids[correction.entity], target(correction)],
  }));
  return JSON.stringify(
    collection([
      ["Lăng Kính", items],
      ["Người đọc sửa", byReader],
    ]),
    null,
    2,
  );
}

/**
 * Pages that follow each other, without empty ones.
 * @param {[label: string, items: object[]][]} parts
 */
function collection(parts) {
  const id = uuid();
  const full = parts.filter(([, items], i) => i === 0 || items.length);
  const pageIds = full.map(uuid);
  let startIndex = 0;
  const pages = full.map(([label, items], i) => {
    /** @type {Page} */
    const page = {
      id: pageIds[i],
      type: "AnnotationPage",
      partOf: { id, type: "AnnotationCollection" },
      label,
      startIndex,
      items,
    };
    startIndex += items.length;
    return page;
  });
  pages.reduceRight((next, page) => {
    page.next = next;
    return page;
  });
  return {
    "@context": CONTEXT,
    id,
    type: "AnnotationCollection",
    label: "Lăng Kính",
    total: startIndex,
    first: pages[0],
    last: pageIds.at(-1),
  };
}

/**
 * The kind as a tag; what is known of it as a description.
 * @param {Analysis} analysis
 * @param {Entity} entity
 * @param {string} text
 */
function bodies(analysis, entity, text) {
  const found = recordOf(analysis, entity);
  const record = /** @type {{value?: string|number, unit?: string, long?: string}} */ (found);
  const name = nameOf(found, entity, text);
  const value = record.value !== undefined ? interval(String(record.value)) : undefined;
  const said = [
    name !== wordsOf(entity, text) && name,
    value,
    record.unit && entity.kind === "quantity" && record.unit,
    record.long,
  ]
    .filter(Boolean)
    .join(" ");
  return [
    tag(entity.kind, "tagging"),
    said && { type: "TextualBody", purpose: "describing", value: said, format: "text/plain", language: "vi" },
  ].filter(Boolean);
}

/**
 * @param {string} value
 * @param {string} purpose
 */
const tag = (value, purpose) => ({ type: "TextualBody", purpose, value, format: "text/plain", language: "en" });

/**
 * From UTF-16 positions, asked for in any order, to code points: one walk over the text.
 * @param {string} text
 */
function codePoints(text) {
  /** @type {number[]} */
  const pairs = [];
  for (let i = 0; i < text.length; i += 1) {
    if (Number(text.codePointAt(i)) > 0xffff) {
      pairs.push(i);
      i += 1;
    }
  }
  return (/** @type {number} */ at) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
}

/**
 * Letters around a quote, never half of a surrogate pair.
 * @param {string} text
 * @param {number} at
 */
const before = (text, at) => text.slice(Math.max(0, at - AROUND), at).replace(/^[\udc00-\udfff]/, "");
/**
 * @param {string} text
 * @param {number} at
 */
const behind = (text, at) => text.slice(at, at + AROUND).replace(/[\ud800-\udbff]$/, "");

/**
 * `ni:///sha-256;…` of the text in UTF-8; without digests (no secure context) a name for this export alone.
 * @param {string} text
 */
async function nameOfText(text) {
  if (!globalThis.crypto?.subtle) return uuid();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `ni:///sha-256;${btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")}`;
}

/** A random UUID (version 4), also where the page is not served securely. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
}
