// The package's entry: loads the module, analyzes, and gets over a panic.
//
// A panic in WebAssembly traps and leaves its instance unusable; this turns the trap into an Error that says what
// happened and starts a fresh instance from the same compiled module, so that the next call works.

import { __wbg_reset_state as startAgain, analyze as analyzeInside, initSync, lastPanic } from "./pkg/langkinh.js";

/** The loading of the module, once it was asked for. */
let loading;
let ready = false;

/** The module's bytes or a response of them: as given, else the file beside this one. */
async function moduleOf(source) {
  source = await source;
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const url = source ?? new URL("./pkg/langkinh_bg.wasm", import.meta.url);
  if (typeof Response !== "undefined" && url instanceof Response) return compileResponse(url);
  if (new URL(url, import.meta.url).protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return WebAssembly.compile(await readFile(new URL(url, import.meta.url)));
  }
  return compileResponse(await fetch(url));
}

async function compileResponse(response) {
  if (!response.ok) throw new Error(`langkinh: the module could not be loaded (${response.status} ${response.url})`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Loads the module; await it before `analyze`. In Node without argument it reads the file beside this one. */
export default async function init(source) {
  loading ??= moduleOf(source);
  try {
    initSync({ module: await loading });
    ready = true;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/** Analyzes one article. See the declarations. */
export function analyze(text, options) {
  if (!ready) throw new Error("langkinh: call and await init() before analyze()");
  try {
    return analyzeInside(text, options);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    throw recover(error);
  }
}

/** Says what the panic said and puts a fresh instance in the place of the broken one. */
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
