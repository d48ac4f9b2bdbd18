// The types come from the Rust source; this file adds the loader's entry.
export * from "./pkg/langkinh.js";

/**
 * Loads the module; await it before `analyze`. Without argument the `.wasm` beside this file is loaded, in Node from
 * disk. Rejects with an `Error` where it cannot be loaded; it may then be called again.
 */
export default function init(
  source?: URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module,
): Promise<void>;
