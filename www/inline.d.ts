// As the entry `langkinh`, with the module inside.
import type { Analysis, CompiledModule, Options } from "./langkinh.js";

export type * from "./langkinh.js";

/** Loads the module that is inside; await it before `analyze`. May be called again; never fetches anything. */
export default function init(): Promise<void>;

/** The compiled module, for `analyzer({ wasm: module() })` of `langkinh/async`. */
export function module(): Promise<CompiledModule>;

/** As `analyze` of `langkinh`. */
export function analyze(text: string, options?: Options): Analysis;
