// One worker and one module for all elements of a page: whoever reads the same files uses the same analyzer.

/** @import { Analyzer } from "../async.js" */
/**
 * @typedef {{wasm?: string, worker?: string}} Files addresses; the package's own when left out
 * @typedef {{users: number, analyzer: Promise<Analyzer>, ending?: ReturnType<typeof setTimeout>}} Entry
 */

/** @type {Map<string, Entry>} */
const running = new Map();
/** Milliseconds an analyzer without users is kept: a page that draws itself anew wants it again at once. */
const KEPT = 10_000;

/**
 * Takes a share in the page's analyzer.
 * @param {Files} files
 * @returns {{analyzer: Promise<Analyzer>, leave(): void}}
 */
export function join(files) {
  const key = JSON.stringify([files.wasm, files.worker]);
  /** @type {Entry} */
  const entry = running.get(key) ?? { users: 0, analyzer: start(files) };
  running.set(key, entry);
  entry.users += 1;
  clearTimeout(entry.ending);
  // one that could not be started is not kept for others
  entry.analyzer.catch(() => running.get(key) === entry && running.delete(key));
  let isIn = true;
  return {
    analyzer: entry.analyzer,
    leave() {
      if (!isIn) return;
      isIn = false;
      entry.users -= 1;
      if (entry.users === 0) entry.ending = setTimeout(() => end(key, entry), KEPT);
    },
  };
}

/**
 * Code and module come only when something is to be analyzed: an analysis made on a server needs neither.
 * @param {Files} files
 */
async function start(files) {
  const { analyzer } = await import("../async.js");
  const made = analyzer(files);
  await made.ready;
  return made;
}

/**
 * @param {string} key
 * @param {Entry} entry
 */
async function end(key, entry) {
  if (running.get(key) === entry) running.delete(key);
  (await entry.analyzer.catch(() => undefined))?.close();
}
