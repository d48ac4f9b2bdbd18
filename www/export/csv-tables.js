// Every table as a CSV file, or all of them in one archive.

import { zipSync } from "fflate"; // zip: a format for a library, and this one is small
import { toCsv } from "./csv.js";
import { TABLE_KEYS } from "./keys.js";
import { table } from "./tables.js";

/** @import { Source } from "./tables.js" */

/**
 * One table as CSV.
 * @param {string} key
 * @param {Source} source
 */
export function csvOf(key, source) {
  const { header, rows } = table(key, source);
  return toCsv(header, rows);
}

/**
 * All tables that have rows, each a file of a zip archive.
 * @param {Source} source
 */
export function zipOf(source) {
  const encoder = new TextEncoder();
  const files = TABLE_KEYS.map((key) => ({ key, ...table(key, source) })).filter(({ rows }) => rows.length);
  const written = files.map(({ key, header, rows }) => [`${key}.csv`, encoder.encode(toCsv(header, rows))]);
  const zip = zipSync(Object.fromEntries(written), { mtime: new Date() });
  return new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (zip)], { type: "application/zip" });
}
