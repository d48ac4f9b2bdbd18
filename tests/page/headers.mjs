// What examples/hosting tells static hosts to send.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder. */
export const HOSTING = fileURLToPath(new URL("../../examples/hosting/", import.meta.url));

/** One of its files. */
export const read = (/** @type {string} */ name) => readFileSync(HOSTING + name, "utf8");

/** The headers of `_headers`, for every file. */
export const headers = Object.fromEntries(
  [
    ...read("_headers")
      .split("/pkg/")[0]
      .matchAll(/^ {2}([\w-]+): (.+)$/gm),
  ].map(([, name, value]) => [name, value]),
);
