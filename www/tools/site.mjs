// Puts the page as it is served into a folder, ready for a static host: node www/tools/site.mjs FOLDER
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PAGE } from "./serve.mjs";

const WWW = fileURLToPath(new URL("..", import.meta.url));
/** What programmers use, and sources of what is bundled. */
const NOT_SERVED = /^pkg\/(?!.*\.wasm$|worker\.js$).|^dist\/vendor\//;

/** Copies the page; `folder` is emptied first. */
export function site(/** @type {string} */ folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const keep = (/** @type {string} */ path) => !NOT_SERVED.test(path.slice(WWW.length).replaceAll("\\", "/"));
  for (const each of PAGE) {
    mkdirSync(dirname(join(folder, each)), { recursive: true });
    cpSync(join(WWW, each), join(folder, each), { recursive: true, filter: keep });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) site(process.argv[2]);
