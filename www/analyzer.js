// The analysis, in its worker: one text at a time, the newest wins.

import { moduleReady, renewModule } from "./module.js";
import { join } from "./pieces.js";
import { Service } from "./service.js";

/** @import { Analysis } from "./pkg/analysis.js" */

/**
 * What every new worker analyzes first, for that unpacks the tables, and who is told.
 * @type {{text: string, take(analysis: Analysis): void}}
 */
let first = { text: "", take() {} };

const service = new Service("worker.js", {
  begin: async (worker) => worker.postMessage({ module: await moduleReady(), first: first.text }),
  onAside(said) {
    if (said.first) return first.take(said.first);
    // the module is not the one this page was made with
    if (renewModule()) service.restart();
    else service.lose(new Error(said.failed.message));
  },
});

/**
 * Starts module and worker early, so that both are there by the time a text arrives.
 * @param {string} text a short one to begin with
 * @returns {Promise<Analysis>} its analysis
 */
export function warm(text) {
  return new Promise((take) => {
    first = { text, take };
    service.warm();
  });
}

/**
 * Analyzes a text.
 * @param {string} text
 * @param {{published?: string, signal?: AbortSignal}} [options] `signal` ends the work
 * @returns {Promise<{analysis: Analysis, milliseconds: number}>}
 */
export async function analyze(text, { published, signal } = {}) {
  const analysis = /** @type {Analysis} */ ({}); // until every piece has come
  const question = { text, options: published ? { published } : undefined };
  const { milliseconds } = await service.ask(question, { signal, onPiece: (piece) => join(analysis, piece) });
  return { analysis, milliseconds };
}
