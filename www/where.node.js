// Where the package's own files lie, for Node and its kin: paths, since bundlers for servers hand out URLs of their own.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The path of a file of the package.
 * @param {string[]} parts
 */
export function beside(...parts) {
  if (!import.meta.url)
    throw new Error(
      "langkinh: bundled as CommonJS, the package does not know where its files lie; give init() the module's path or bytes",
    );
  return join(dirname(fileURLToPath(import.meta.url)), ...parts);
}

export const own = () => beside("pkg", "langkinh_bg.wasm");

/**
 * Reads a path or a `file:` address; fetches any other.
 * @param {string} address
 */
export function get(address) {
  if (address.startsWith("file:")) return readFile(fileURLToPath(address));
  return /^[a-z][a-z0-9+.-]+:/i.test(address) ? fetch(address) : readFile(address);
}
