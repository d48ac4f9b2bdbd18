// The types of the analysis come from the Rust source; this file adds the entry's two functions. It needs no `lib.dom`.
import type { Analysis, Options } from "./pkg/analysis.js";

export type * from "./pkg/analysis.js";

/** What is needed of a `URL`. */
export interface Address {
  readonly href: string;
}
/** What is needed of a `Response`. */
export interface ModuleResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly url: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}
/** A `WebAssembly.Module`, compiled by the host. */
export interface CompiledModule {
  readonly langkinh?: never;
}
/** Where the module comes from: its address, a response of it, its bytes, or compiled; or a promise of one. */
export type ModuleSource = Now | PromiseLike<Now>;
type Now = string | Address | ModuleResponse | ArrayBuffer | ArrayBufferView | CompiledModule;

/**
 * Loads the module; await it before `analyze`. Without argument the package's own is loaded, in Node from disk. The first
 * source decides; who names another later is told in the console. Rejects with an `Error` that names the address where the
 * module cannot be loaded, with a `TypeError` for what is no source; it may then be called again.
 */
export default function init(source?: ModuleSource): Promise<void>;

/**
 * Analyzes one article. Any string is a valid text; offsets are UTF-16 code units of `text`. Throws a `TypeError` for bad
 * arguments, a `RangeError` for a text over `maxBytes`, an `Error` before `init` is done.
 */
export function analyze(text: string, options?: Options): Analysis;
