// The formats of an export: what each is called as a file, and how it is made.

import { toAnnotations } from "./annotations.js";
import { csvOf, zipOf } from "./csv-tables.js";
import { toHtml } from "./html.js";
import { toJson } from "./json.js";
import { toMarkdown } from "./markdown.js";

/** @import { Source } from "./tables.js" */
/** @typedef {Source & {name: string}} Named with the name that its files begin with */

/**
 * @type {Record<string, {ending: string, type: string, make(source: Named, table?: string): string|Blob|Promise<string>}>}
 */
const FORMATS = {
  json: { ending: "json", type: "application/json", make: toJson },
  csv: { ending: "csv", type: "text/csv", make: (source, table = "") => csvOf(table, source) },
  zip: { ending: "csv.zip", type: "application/zip", make: zipOf },
  html: { ending: "html", type: "text/html", make: toHtml },
  markdown: { ending: "md", type: "text/markdown", make: toMarkdown },
  annotations: { ending: "jsonld", type: "application/ld+json", make: (source) => toAnnotations(source) },
};

/**
 * Makes one export.
 * @param {string} format
 * @param {Named} source
 * @param {string} [table] for CSV
 * @returns {Promise<{name: string, type: string, content: string|Blob}>}
 */
export async function make(format, source, table) {
  const { ending, type, make: write } = FORMATS[format];
  return {
    name: `${[source.name, table].filter(Boolean).join(".")}.${ending}`,
    type,
    content: await write(source, table),
  };
}
