// An analysis on its way from the worker to the page, in pieces: taking in all of a large one at once would stop the page.

/** About so many values make a piece: a few milliseconds of the page's time. */
const VALUES = 8000;

/**
 * Cuts an analysis into pieces, in order.
 * @param {object} analysis
 * @returns {Generator<{key: string, items?: object[], value?: unknown}>}
 */
export function* pieces(analysis) {
  for (const [key, value] of Object.entries(analysis)) {
    if (!Array.isArray(value)) {
      yield { key, value };
      continue;
    }
    let from = 0;
    do {
      let to = from;
      for (let values = 0; to < value.length && values < VALUES; to += 1) values += weight(value[to]);
      yield { key, items: value.slice(from, to) };
      from = to;
    } while (from < value.length);
  }
}

/** Puts a piece where it belongs. */
export function join(analysis, { key, items, value }) {
  if (!items) analysis[key] = value;
  else if (analysis[key]) for (const item of items) analysis[key].push(item);
  else analysis[key] = items;
  return analysis;
}

/** How many values a value holds, itself included. */
function weight(value) {
  if (typeof value !== "object" || value === null) return 1;
  let sum = 1;
  for (const key in value) sum += weight(value[key]);
  return sum;
}
