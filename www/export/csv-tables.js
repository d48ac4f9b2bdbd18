// Every table as a CSV file, or all of them in one archive.

import { zipSync } from "fflate"; // zip: a format for a library, and this one is small
import { toCsv } from "./csv.js";
import { TABLE_KEYS } from "./keys.js";
import { table } from "./tables.js";

/** One table as CSV. */
export function csvOf(key, source) {
  const { header, rows } = table(key, source);
  return toCsv(header, rows);
}

/** All tables that have rows, each a file of a zip archive. */
export function zipOf(source) {
  const encoder = new TextEncoder();
  const files = TABLE_KEYS.map((key) => [key, table(key, source)]).filter(([, { rows }]) => rows.length);
  return new Blob(
    [
      zipSync(
        Object.fromEntries(files.map(([key, { header, rows }]) => [`${key}.csv`, encoder.encode(toCsv(header, rows))])),
        { mtime: new Date() },
      ),
    ],
    { type: "application/zip" },
  );
}
