// What went wrong, as a sentence of the dictionaries. What a sentence does not say (a message of the browser's, of a library, of the
// analyzer) is told on the console, for whoever reports it.

/** What cannot be done: `key` says what, why and what to do, `values` fill the sentence. */
export class Failure extends Error {
  constructor(key, values) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

/** A part of the page that could not be started: not there, not whole, or unknown to the browser. */
export class NotStarted extends Failure {
  constructor(cause) {
    super(globalThis.Worker && globalThis.WebAssembly ? "error.start" : "error.browser");
    this.cause = cause;
  }
}

/**
 * The sentence for anything thrown.
 * @param {any} error
 * @param {string} otherwise the key where the error brings none
 * @param {object} [values] that fill it
 * @returns {[string, object|undefined]} the key of the sentence, and what fills it
 */
export function sentenceOf(error, otherwise, values) {
  if (error.key) return [error.key, { ...values, ...error.values }];
  if (error instanceof RangeError || error.name === "RangeError") return ["error.tooLong", values];
  console.error(error);
  return [otherwise, values];
}
