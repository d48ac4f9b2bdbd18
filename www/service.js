// The page's side of a worker that can be relied on. It is started before anybody needs it, answers one question at a time, is
// ended by ending the worker, and is replaced when it fails: noticed at once, whether somebody waits for it or not.
// The workers' sides are `serve.js`, which the package shares, and `answer.js`.

import { Failure, NotStarted } from "./failure.js";
import { scriptUrl } from "./policy.js";

/** @import { Values } from "./i18n/index.js" */
/** @import { Piece } from "./pieces.js" */
/** @typedef {{name: string, message: string, key?: string, values?: Values}} Told an error as a worker sends it */

export class Service {
  /**
   * @param {string} script of the worker, where the bundles lie
   * @param {{begin?: (worker: Worker) => Promise<void>, onAside?: (data: any) => void}} [acts] `begin` gives a new worker what it
   * needs before its first question; `onAside` is told what the worker says unasked
   */
  constructor(script, { begin = async () => {}, onAside = () => {} } = {}) {
    this.script = script;
    this.begin = begin;
    this.onAside = onAside;
    this.address = new URL(`./${script}`, import.meta.url);
    /** @type {Worker|undefined} */
    this.worker = undefined;
    /** @type {{id: number, question: object, resolve(said: any): void, reject(error: Error): void, onPiece(piece: Piece): void}|undefined} */
    this.pending = undefined;
    this.lastId = 0;
  }

  /** Starts the worker if there is none. One that fails while idle is replaced at the next question, which tells if that fails too. */
  warm() {
    try {
      this.worker ??= this.start();
    } catch (error) {
      this.lose(/** @type {Error} */ (error));
    }
    return this.worker;
  }

  /**
   * Asks. A question still open is ended, for its reason is gone.
   * @param {object} question
   * @param {{transfer?: Transferable[], onPiece?(piece: Piece): void, signal?: AbortSignal}} [how] `onPiece` takes parts that
   * come before the answer, `signal` ends the work by ending the worker
   * @returns {Promise<any>}
   */
  async ask(question, { transfer = [], onPiece = () => {}, signal } = {}) {
    if (this.pending) this.end();
    signal?.throwIfAborted();
    const id = ++this.lastId;
    signal?.addEventListener("abort", () => id === this.pending?.id && this.end(signal.reason), { once: true });
    return new Promise((resolve, reject) => {
      this.pending = { id, question, resolve, reject, onPiece };
      this.warm()?.postMessage({ id, ...question }, transfer);
    });
  }

  /**
   * Ends the worker; whoever waits gets the error.
   * @param {Error} [error]
   */
  end(error = new DOMException("nobody waits any more", "AbortError")) {
    this.worker?.terminate();
    this.worker = undefined;
    const { pending } = this;
    this.pending = undefined;
    pending?.reject(error);
  }

  /** Gives a new worker the question that the old one could not answer; nothing of it may have been transferred. */
  restart() {
    this.worker?.terminate();
    this.worker = undefined;
    const worker = this.warm();
    if (this.pending) worker?.postMessage({ id: this.pending.id, ...this.pending.question });
  }

  start() {
    const worker = new Worker(scriptUrl(this.address), { type: "module" });
    const lose = (/** @type {Error} */ error) => worker === this.worker && this.lose(error);
    worker.onmessage = ({ data }) => worker === this.worker && this.take(data);
    worker.onmessageerror = () => lose(new Error("a message could not be read"));
    worker.onerror = (event) => {
      event.preventDefault?.();
      lose(new Error(event.message || "the worker could not be started"));
    };
    this.begin(worker).catch(lose);
    return worker;
  }

  /** @param {{id?: number, piece?: Piece, error?: Told}} data an answer, a part of one, why there is none, or what was not asked for */
  take({ id, piece, error, ...said }) {
    if (id === undefined) return this.onAside(said);
    const { pending } = this;
    if (!pending || id !== pending.id) return undefined;
    if (piece) return pending.onPiece(piece);
    // after a failure that nobody foresaw the worker is not to be trusted: the next question gets a new one
    if (error && !error.key) return this.end(Object.assign(new Error(error.message), error));
    this.pending = undefined;
    return error?.key ? pending.reject(new Failure(error.key, error.values)) : pending.resolve(said);
  }

  /**
   * The worker is gone, with what it was asked.
   * @param {Error} error
   */
  lose(error) {
    console.warn(`${this.script}: ${error.message}`);
    this.end(new NotStarted(error));
    // its script may be damaged where the browser or the service worker keep it: brought anew for the next one
    fetch(this.address, { cache: "reload" }).catch(() => {});
  }
}
