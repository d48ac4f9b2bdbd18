// Texts analyzed off the main thread. Needs no `lib.dom`: what it takes of the host is described by its shape.
import type { Analysis, ModuleSource, Options } from "./langkinh.js";

/** What is needed of an `AbortSignal`. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason?: any;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
/** What is needed of a `Worker`, in browsers or from `node:worker_threads`, started from `langkinh/worker`. */
export interface WorkerLike {
  postMessage(message: any): void;
  terminate(): unknown;
}
/** What is needed of a `TrustedTypePolicy`. */
export interface ScriptUrlPolicy {
  createScriptURL(input: string): any;
}

export interface AnalyzerOptions {
  /** A worker of the host's, started from `langkinh/worker`, or the address of that file; else the package's own. */
  worker?: WorkerLike | { readonly href: string } | string;
  /** Where the module comes from; else the package's own. */
  wasm?: ModuleSource;
  /** The host's policy for the worker's address, where Trusted Types are required; else one named `langkinh-url`. */
  trustedTypes?: ScriptUrlPolicy;
}

export interface AsyncOptions extends Options {
  /** Calls the text off: the promise rejects with the signal's reason. */
  signal?: Signal;
}

export interface Analyzer {
  /** Settles when the module is compiled and the first analysis made; rejects where the module cannot be loaded. */
  readonly ready: Promise<void>;
  /** Where texts are analyzed: `main` where no worker could be started, which the console is told once. */
  readonly mode: "starting" | "worker" | "main";
  /**
   * Analyzes a text. Any number may be asked for at once; they are answered in order, and one that fails does not affect the
   * others. Rejects as `analyze` throws, with the reason of `signal`, or with an `Error` after `close()`.
   */
  analyze(text: string, options?: AsyncOptions): Promise<Analysis>;
  /** Ends the worker; whoever waits gets an `Error`. */
  close(): void;
}

/** Starts loading at once: one analyzer serves a whole page or process. Throws a `TypeError` for an option that does not exist. */
export function analyzer(options?: AnalyzerOptions): Analyzer;
