// What every entry shares: compiles the module once, starts it, analyzes, and gets over a panic.
//
// A panic in WebAssembly traps and leaves its instance unusable; this turns the trap into an Error that says what
// happened and starts a fresh instance from the same compiled module, so that the next call works.

import { analyze as analyzeInside, initSync, lastPanic, __wbg_reset_state as startAgain } from "./pkg/langkinh.js";

/** @import { Analysis, Options } from "./pkg/analysis.js" */
/**
 * @typedef {import("./langkinh.js").ModuleSource} Source
 * @typedef {(address: string) => Promise<Response|Uint8Array>} Get what lies at an address
 * @typedef {{key: unknown, module: Promise<WebAssembly.Module>}} Asked
 */

/** @type {Asked|undefined} what was asked for first: where from, and the promise of the compiled module */
let asked;
let ready = false;

/**
 * The compiled module, one for everybody who asks. The first source decides; who names another later is told.
 * @param {unknown} source an address, a response, bytes or a compiled module, or a promise of one; nothing for the package's own
 * @param {() => unknown} own where the package's own module lies
 * @param {Get} [get] where an address may come
 * @returns {Promise<WebAssembly.Module>}
 */
export function compiled(source, own, get) {
  if (asked && source != null && source !== asked.module && keyOf(source) !== asked.key) {
    console.warn(
      `langkinh: the module is already loaded (${nameOf(asked.key)}); the other source, ${nameOf(keyOf(source))}, is not used`,
    );
  }
  asked ??= remember(source ?? own(), get);
  return asked.module;
}

/**
 * @param {unknown} source
 * @param {Get} [get]
 */
function remember(source, get) {
  /** @type {Asked} */
  const now = { key: keyOf(source), module: compile(source, get) };
  now.module.catch(() => asked === now && (asked = undefined)); // a later call may try again
  return now;
}

/**
 * Loads and starts the module on this thread.
 * @param {unknown} source
 * @param {() => unknown} [own]
 * @param {Get} [get]
 */
export async function start(source, own, get) {
  initSync({ module: await compiled(source, /** @type {() => unknown} */ (own), get) });
  ready = true;
}

/**
 * Analyzes one article. See the declarations.
 * @param {string} text
 * @param {Options} [options]
 * @returns {Analysis}
 */
export function analyze(text, options) {
  if (!ready) throw new Error("langkinh: call and await init() before analyze()");
  try {
    return analyzeInside(text, options);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw recover(error);
  }
}

/**
 * Says what the panic said and puts a fresh instance in the place of the broken one.
 * @param {Error} trap
 */
function recover(trap) {
  let said = "";
  try {
    said = lastPanic();
  } catch {
    // the instance is too broken to tell
  }
  startAgain();
  const message = (said || trap.message).replace(/\s+/g, " ");
  return new Error(`langkinh: the analysis stopped unexpectedly (${message}); please report it`, { cause: trap });
}

/**
 * @param {any} source any: what a host gave, which is looked at here
 * @param {Get} [get]
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source, get) {
  source = await source;
  // by name, not by class: the value may come from another realm, as in tests with jsdom
  const type = Object.prototype.toString.call(source).slice(8, -1);
  if (type === "WebAssembly.Module") return source;
  if (isBytes(source)) return fromBytes(source, "the bytes given");
  if (type === "Response" || typeof source?.arrayBuffer === "function") return fromResponse(source);
  const address = addressOf(source);
  if (address === undefined) {
    throw new TypeError(
      `langkinh: the module's source must be an address, a response, bytes or a WebAssembly.Module, not of type ${source === null ? "null" : typeof source}`,
    );
  }
  let got;
  try {
    got = await /** @type {Get} */ (get)(address);
  } catch (error) {
    throw new Error(
      `langkinh: the module could not be fetched from ${address} (${/** @type {Error} */ (error).message})`,
      { cause: error },
    );
  }
  return isBytes(got) ? fromBytes(got, address) : fromResponse(got, address);
}

/**
 * Compiles while the bytes arrive where the response says that they are WebAssembly.
 * @param {Response} response
 * @param {string} [address]
 */
async function fromResponse(response, address = response.url || "the response given") {
  if (!response.ok) throw new Error(`langkinh: the module could not be loaded: ${response.status} from ${address}`);
  const type = response.headers?.get("content-type")?.trim().toLowerCase();
  if (type !== "application/wasm" || !WebAssembly.compileStreaming)
    return fromBytes(await response.arrayBuffer(), address);
  return WebAssembly.compileStreaming(response).catch((error) => fail(error, address));
}

/**
 * @param {any} bytes any: `isBytes` knows them in any realm, TypeScript only in this one
 * @param {string} address
 */
function fromBytes(bytes, address) {
  const [buffer, offset] = ArrayBuffer.isView(bytes) ? [bytes.buffer, bytes.byteOffset] : [bytes, 0];
  const first = String.fromCharCode(...new Uint8Array(buffer, offset, Math.min(100, bytes.byteLength)));
  if (/^\s*</.test(first))
    throw new Error(`langkinh: got HTML instead of the module from ${address}; is langkinh_bg.wasm there?`);
  return WebAssembly.compile(bytes).catch((error) => fail(error, address));
}

/**
 * @param {Error} error
 * @param {string} address
 * @returns {never}
 */
function fail(error, address) {
  if (/content.security.policy|\bCSP\b|unsafe-eval/i.test(error.message)) {
    throw new Error(
      `langkinh: the Content-Security-Policy refuses to compile ${address}: script-src needs 'wasm-unsafe-eval'`,
      { cause: error },
    );
  }
  throw new Error(`langkinh: what came from ${address} is not a module that this engine takes (${error.message})`, {
    cause: error,
  });
}

/**
 * @param {unknown} value
 * @returns {value is ArrayBuffer|ArrayBufferView}
 */
const isBytes = (value) =>
  ArrayBuffer.isView(value) || /^(?:Shared)?ArrayBuffer$/.test(Object.prototype.toString.call(value).slice(8, -1));

/**
 * The address as a string; bundlers for servers hand out URL objects of their own.
 * @param {any} value any: what a host gave
 * @returns {string|undefined}
 */
const addressOf = (value) =>
  typeof value === "string" ? value : typeof value?.href === "string" ? value.href : undefined;

/**
 * What two sources are compared by: addresses as they resolve, everything else by identity.
 * @param {unknown} source
 */
function keyOf(source) {
  const address = addressOf(source);
  if (address === undefined) return source;
  try {
    return new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href).href;
  } catch {
    return address;
  }
}

/** @param {unknown} key */
const nameOf = (key) => (typeof key === "string" ? key : "given as bytes, response or module");
