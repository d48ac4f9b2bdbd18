// The worker's side, in browsers and in Node: one message brings the compiled module and a first text; every other carries
// a text and an id, and is answered in pieces, or with an error.

import { analyze, start } from "./load.js";
import { pieces } from "./pieces.js";

/** @import { Options } from "./pkg/analysis.js" */
/** @typedef {{module: WebAssembly.Module, first: string}} First the message that comes before any other */
/** @typedef {{module?: undefined, id: number, text: string, options?: Options}} Question */
/**
 * @typedef {object} Host what the worker speaks to
 * @property {(message: object) => void} postMessage
 * @property {unknown} [onmessage] takes a message
 */

/**
 * Answers what comes through a port: a worker's own scope, or Node's port to its parent.
 * @param {Host} port
 */
export function serve(port) {
  /** @type {(first: First) => void} */
  let take;
  // the first analysis unpacks the tables: done before anybody waits for another
  const ready = /** @type {Promise<First>} */ (new Promise((resolve) => (take = resolve))).then(
    async ({ module, first }) => {
      await start(module);
      port.postMessage({ first: analyze(first) });
    },
  );
  ready.catch((error) => port.postMessage({ failed: plain(error) }));

  port.onmessage = async (/** @type {{data: First|Question}} */ { data }) => {
    if (data.module) return take(data);
    const { id, text, options } = data;
    try {
      await ready;
      const start = performance.now();
      const analysis = analyze(text, options);
      const milliseconds = performance.now() - start;
      for (const piece of pieces(analysis)) port.postMessage({ id, piece });
      port.postMessage({ id, milliseconds });
    } catch (error) {
      port.postMessage({ id, error: plain(error) });
    }
  };
}

/** @param {any} error any: anything can be thrown */
const plain = (error) => ({ name: error?.name ?? "Error", message: String(error?.message ?? error) });
