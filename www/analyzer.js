// The page's side of the worker: one text at a time, the newest wins.

import { join } from "./pieces.js";
import { scriptUrl } from "./policy.js";

/** Thrown to whoever waits for a text that was canceled or replaced by a newer one. */
export class Canceled extends Error {}

/** The module, from where the bundle lies. */
const MODULE = new URL("../pkg/langkinh_bg.wasm", import.meta.url);

let worker = null;
let pending = null;
let lastId = 0;
/** The compiled module, kept for the workers that follow a canceled one; `module` is its promise. */
let module = null;
let compiled = false;

/** The first analysis of every worker unpacks the tables; what it is of, and who is told. */
let first = { text: "", take() {} };

/**
 * Starts module and worker early, so that both are there by the time a text arrives.
 * @param {string} text a short one to begin with
 * @returns {Promise<object>} its analysis
 */
export function warm(text) {
  return new Promise((take) => {
    first = { text, take };
    worker ??= start();
  });
}

/**
 * Analyzes a text in the worker.
 * @param {string} text
 * @param {{published?: string}} [options]
 * @returns {Promise<{analysis: object, milliseconds: number}>}
 */
export function analyze(text, options) {
  if (pending) cancel("replaced");
  worker ??= start();
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    pending = { id, resolve, reject, analysis: {} };
    worker.postMessage({ id, text, options });
  });
}

/** Ends the work under way by ending the worker; whoever waits gets `Canceled` with the reason. */
export function cancel(reason = "canceled") {
  if (pending) fail(new Canceled(reason));
}

function start() {
  const started = new Worker(scriptUrl(new URL("./worker.js", import.meta.url)), { type: "module" });
  started.onmessage = ({ data }) => {
    if (data.first) return first.take(data.first);
    if (data.id === undefined || data.id !== pending?.id) return; // what failed at the start comes again with the text
    if (data.error) return fail(Object.assign(new Error(data.error.message), { name: data.error.name }));
    const { resolve, analysis } = pending;
    if (data.piece) return join(analysis, data.piece);
    pending = null;
    resolve({ analysis, milliseconds: data.milliseconds });
  };
  // A worker that could not start, or broke outside an answer: say so and begin anew with the next text.
  started.onerror = (event) => {
    event.preventDefault?.();
    if (started === worker) fail(new Error(event.message || "the analysis could not be started"));
  };
  moduleReady().then((ready) => started.postMessage({ module: ready, first: first.text }), (error) => started === worker && fail(error));
  return started;
}

/** The compiled module, for whoever starts a worker of its own. */
export function moduleReady() {
  module ??= load();
  return module;
}

/** Compiles the module while it arrives. */
async function load() {
  const answer = await fetch(MODULE);
  if (!answer.ok) throw new Error(`${answer.status} ${MODULE}`);
  const ready = await WebAssembly.compileStreaming(answer);
  compiled = true;
  return ready;
}

/** After an error the module's memory is not to be trusted: the next text gets a new worker. */
function fail(error) {
  worker?.terminate();
  worker = null;
  if (!compiled) module = null;
  const waiting = pending;
  pending = null;
  waiting?.reject(error);
}
