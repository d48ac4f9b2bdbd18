// What went wrong, as a sentence of the dictionaries. What a sentence does not say (a message of the browser's, of a library, of the
// analyzer) is told on the console, for whoever reports it.

/** @import { Values } from "./i18n/index.js" */

/** What cannot be done: `key` says what, why and what to do, `values` fill the sentence. */
export class Failure extends Error {
  /**
   * @param {string} key
   * @param {Values} [values]
   */
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** A part of the page that could not be started: not there, not whole, or unknown to the browser. */
export class NotStarted extends Failure {
  /** @param {unknown} cause */
  constructor(cause) {
    super(globalThis.Worker && globalThis.WebAssembly ? "error.start" : "error.browser");
    this.cause = cause;
  }
}

/**
 * The sentence for anything thrown.
 * @param {any} error any: anything can be thrown
 * @param {string} otherwise the key where the error brings none
 * @param {Values} [values] that fill it
 * @returns {[string, Values|undefined]} the key of the sentence, and what fills it
 */
export function sentenceOf(error, otherwise, values) {
  if (error.key) return [error.key, { ...values, ...error.values }];
  if (error instanceof RangeError || error.name === "RangeError") return ["error.tooLong", values];
  console.error(error);
  return [otherwise, values];
}
