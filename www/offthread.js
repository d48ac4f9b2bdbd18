// Many texts before one worker: each waits its turn, fails alone, can be called off; where no worker starts, this thread
// does the work. What a worker is differs between browsers and Node: whoever makes an Analyzer brings that.

import { analyze, compiled, start } from "./load.js";
import { join } from "./pieces.js";

/** The first analysis unpacks the tables; this text makes it before anybody waits. */
const FIRST = "Ngày 14/10/2021, Tỉnh ủy họp.";
/** A text that was called off may finish if it takes no longer than this, in milliseconds: a new worker costs more. */
const PATIENCE = 1000;

/** @import { Analysis, Options } from "./pkg/analysis.js" */
/** @import { AnalyzerOptions } from "./async.js" */
/** @import { Get } from "./load.js" */
/** @import { Piece } from "./pieces.js" */

/**
 * A worker of a browser, or of Node in the same clothes.
 * @typedef {object} Port
 * @property {(message: object) => void} postMessage
 * @property {() => void} terminate
 * @property {(event: {data: Answer}) => void} onmessage
 * @property {(event: {message: string, preventDefault?(): void}) => void} onerror
 * @property {() => void} [hold] keeps the process alive, in Node
 * @property {() => void} [release]
 *
 * @typedef {{name: string, message: string}} Told an error as the worker sends it
 * @typedef {{id?: number, piece?: Piece, error?: Told, first?: Analysis, failed?: Told}} Answer
 *
 * @typedef {object} How what differs between browsers and Node
 * @property {unknown} [wasm] as `compiled` takes it, like the next two
 * @property {() => unknown} own
 * @property {Get} get
 * @property {() => unknown} startWorker gives a worker, of `Port`, or throws
 *
 * @typedef {object} Turn a text in the line
 * @property {number} id
 * @property {string} text
 * @property {Options} options
 * @property {Analysis} analysis as far as it has come
 * @property {boolean} [isSettled]
 * @property {<T>(how: (value: T) => void, value: T) => void} settle
 * @property {(error: unknown) => void} fail
 * @property {() => void} give
 * @property {number} [began] when the worker got it
 * @property {ReturnType<typeof setTimeout>} [timer] until its worker is ended
 */

/** @type {Record<string, ErrorConstructor>} */
const ERRORS = { TypeError, RangeError };
const errorOf = (/** @type {Told} */ { name, message }) => new (ERRORS[name] ?? Error)(message);

const OPTIONS = ["worker", "wasm", "trustedTypes"];

/**
 * The options of `analyzer()`: a misspelled one would be a silent one.
 * @param {any} [options] any: callers without types hand in anything
 * @returns {AnalyzerOptions}
 */
export function checked(options = {}) {
  for (const name of Object.keys(options)) {
    if (!OPTIONS.includes(name))
      throw new TypeError(`langkinh: analyzer() has no option ${name}; there are ${OPTIONS.join(", ")}`);
  }
  const { worker } = options;
  if (
    worker != null &&
    typeof worker !== "string" &&
    typeof worker.href !== "string" &&
    typeof worker.postMessage !== "function"
  ) {
    throw new TypeError(`langkinh: the option worker must be an address or a worker, not of type ${typeof worker}`);
  }
  return options;
}

/** Whether the console was told that there is no worker. */
let said = false;

export class Analyzer {
  #how;
  /** @type {Promise<void>|undefined} */
  #starting;
  /** @type {Port|undefined} */
  #worker;
  /** @type {"starting"|"worker"|"main"} */
  #mode = "starting";
  /** @type {Turn[]} */
  #waiting = [];
  /** @type {Turn|undefined} */
  #current;
  #lastId = 0;
  #isClosed = false;
  /** @type {((error: Error) => void)|undefined} rejects the start that is under way */
  #giveUp;

  /** @param {How} how */
  constructor(how) {
    this.#how = how;
    this.ready.catch(() => {}); // told to whoever asks
  }

  get ready() {
    if (this.#isClosed) return Promise.reject(closed());
    this.#starting ??= this.#start().catch((error) => {
      this.#starting = undefined; // the next text may try again
      throw error;
    });
    return this.#starting;
  }

  get mode() {
    return this.#mode;
  }

  /**
   * @param {string} text
   * @param {Options & {signal?: AbortSignal}} [options]
   * @returns {Promise<Analysis>}
   */
  analyze(text, { signal, ...options } = {}) {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw closed();
      if (signal?.aborted) throw signal.reason;
      const turn = /** @type {Turn} */ ({ id: ++this.#lastId, text, options, analysis: {} });
      const onAbort = () => this.#callOff(turn, /** @type {AbortSignal} */ (signal).reason);
      signal?.addEventListener("abort", onAbort, { once: true });
      turn.settle = (how, value) => {
        if (turn.isSettled) return;
        turn.isSettled = true;
        signal?.removeEventListener("abort", onAbort);
        how(value);
      };
      turn.fail = (error) => turn.settle(reject, error);
      turn.give = () => turn.settle(resolve, turn.analysis);
      this.#waiting.push(turn);
      this.#next();
    });
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#end();
    this.#giveUp?.(closed());
    this.#failAll(closed());
  }

  async #start() {
    const { wasm, own, get, startWorker } = this.#how;
    const module = compiled(wasm, own, get);
    module.catch(() => {}); // awaited below
    try {
      await this.#startWorker(/** @type {Port} */ (startWorker()), module);
      this.#mode = "worker";
    } catch (error) {
      this.#end();
      await module; // where it cannot be loaded, no thread can work
      if (this.#isClosed) throw closed();
      if (!said)
        console.warn(
          `langkinh: no worker could be started (${/** @type {Error} */ (error).message}); texts are analyzed on this thread`,
        );
      said = true;
      await start(wasm, own, get);
      analyze(FIRST);
      this.#mode = "main";
    }
  }

  /**
   * @param {Port} worker
   * @param {Promise<WebAssembly.Module>} module
   * @returns {Promise<void>}
   */
  #startWorker(worker, module) {
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      this.#giveUp = reject;
      worker.onmessage = ({ data }) => {
        if (worker !== this.#worker) return;
        if (data.first) {
          this.#release();
          resolve();
        } else if (data.failed) reject(errorOf(data.failed));
        else this.#take(data);
      };
      worker.onerror = (event) => {
        event.preventDefault?.(); // the host's own handlers are not for us
        if (worker !== this.#worker) return;
        const error = new Error(event.message || "it did not start or ended");
        reject(error); // while it starts; later nobody listens
        this.#broke(error);
      };
      module.then((ready) => worker.postMessage({ module: ready, first: FIRST })).catch(reject);
    });
  }

  /**
   * A piece of the answer, its end, or an error.
   * @param {Answer} answer
   */
  #take({ id, piece, error }) {
    const turn = /** @type {Turn} */ (this.#current);
    if (id !== turn?.id) return;
    if (piece) return join(turn.analysis, piece);
    if (error) turn.fail(errorOf(error));
    else turn.give();
    this.#done(turn);
  }

  /**
   * The turn is over; the next begins.
   * @param {Turn} turn
   */
  #done(turn) {
    clearTimeout(turn.timer);
    this.#current = undefined;
    this.#next();
    this.#release();
  }

  async #next() {
    if (this.#current || !this.#waiting.length) return;
    const turn = /** @type {Turn} */ ((this.#current = this.#waiting.shift()));
    try {
      await this.ready;
    } catch (error) {
      return this.#failAll(error);
    }
    if (turn.isSettled) return this.#done(turn);
    if (this.#mode === "main") return this.#analyzeHere(turn);
    try {
      turn.began = performance.now();
      const worker = /** @type {Port} */ (this.#worker);
      worker.hold?.();
      worker.postMessage({ id: turn.id, text: turn.text, options: turn.options });
    } catch (error) {
      turn.fail(error); // options that cannot be sent
      this.#done(turn);
    }
  }

  /**
   * On this thread: one text, then the page has its turn.
   * @param {Turn} turn
   */
  async #analyzeHere(turn) {
    await new Promise((go) => setTimeout(go));
    try {
      if (!turn.isSettled) turn.analysis = analyze(turn.text, turn.options);
      turn.give();
    } catch (error) {
      turn.fail(error);
    }
    this.#done(turn);
  }

  /**
   * Nobody wants it any more: out of the line, or its worker ended if it goes on too long.
   * @param {Turn} turn
   * @param {unknown} reason
   */
  #callOff(turn, reason) {
    turn.fail(reason);
    this.#waiting = this.#waiting.filter((other) => other !== turn);
    if (turn !== this.#current || turn.began === undefined) return;
    turn.timer = setTimeout(() => this.#broke(reason), Math.max(0, PATIENCE - (performance.now() - turn.began)));
    turn.timer.unref?.();
  }

  /**
   * The worker is gone or useless: its text fails, the next gets another worker.
   * @param {unknown} error
   */
  #broke(error) {
    const turn = this.#current;
    this.#end();
    if (this.#mode === "starting") return;
    this.#starting = undefined;
    this.#mode = "starting";
    turn?.fail(error);
    if (turn) this.#done(turn);
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** @param {unknown} error */
  #failAll(error) {
    const turns = [this.#current, ...this.#waiting];
    this.#current = undefined;
    this.#waiting = [];
    for (const turn of turns) turn?.fail(error);
  }

  /** In Node an idle worker does not keep the process alive. */
  #release() {
    if (!this.#current) this.#worker?.release?.();
  }
}

const closed = () => new Error("langkinh: this analyzer is closed");
