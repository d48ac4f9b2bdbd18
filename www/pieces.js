// An analysis on its way from the worker to the page, in pieces: taking in all of a large one at once would stop the page.

/** @typedef {{path: string[], value?: unknown, items?: unknown[]}} Piece where it belongs, and a value or more items of a list */

/** About so many values make a piece: a few milliseconds of the page's time. */
const VALUES = 8000;

/**
 * Cuts an analysis into pieces, in order: small values whole, long lists in parts.
 * @param {object} value
 * @param {string[]} path of keys that leads to the value
 * @returns {Generator<Piece>}
 */
export function* pieces(value, path = []) {
  if (path.length && weight(value) <= VALUES) yield { path, value };
  else if (Array.isArray(value)) {
    for (let from = 0, to = 0; from < value.length; from = to) {
      for (let values = 0; to < value.length && values < VALUES; to += 1) values += weight(value[to]);
      yield { path, items: value.slice(from, to) };
    }
  } else for (const [key, part] of Object.entries(value)) yield* pieces(part, [...path, key]);
}

/**
 * Puts a piece where it belongs.
 * @param {object} analysis
 * @param {Piece} piece
 */
export function join(analysis, { path, value, items }) {
  let at = /** @type {any} any: a path leads through any of the analysis */ (analysis);
  for (const key of path.slice(0, -1)) at = at[key] ??= {};
  const key = /** @type {string} */ (path.at(-1));
  if (items) (at[key] ??= []).push(...items);
  else at[key] = value;
}

/**
 * How many values a value holds, itself included.
 * @param {unknown} value
 */
function weight(value) {
  if (typeof value !== "object" || value === null) return 1;
  let sum = 1;
  for (const key in value) sum += weight(/** @type {Record<string, unknown>} */ (value)[key]);
  return sum;
}
