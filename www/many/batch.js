// Reading many: the sources one after another, from file to rows. One that fails is noted with its reason and the next is
// read; what is read stays when the reader stops.

import { Failure, sentenceOf } from "../failure.js";
import { Reader } from "../input/reader.js";
import { readSample } from "../input/samples.js";
import { moduleReady } from "../module.js";
import { Service } from "../service.js";

/** @import { Values } from "../i18n/index.js" */
/** @import { Rows } from "./rows.js" */

/**
 * @typedef {object} Item an article among others
 * @property {string} name
 * @property {File} [file] it comes from, or
 * @property {string} [sample] the name of a sample
 * @property {"waiting"|"reading"|"done"|"failed"|"stopped"} state
 * @property {Rows} [rows] once it is done
 * @property {{key: string, values?: Values}} [failure] why it could not be read
 *
 * @typedef {Item & {rows: Rows}} DoneItem
 */

export class Batch {
  /**
   * @param {(File|string)[]} sources files or names of samples
   * @param {() => void} onProgress is called after each
   */
  constructor(sources, onProgress) {
    /** @type {Item[]} */
    this.items = sources.map((source) =>
      typeof source === "string"
        ? { name: source, sample: source, state: "waiting" }
        : { name: pathOf(source), file: source, state: "waiting" },
    );
    this.onProgress = onProgress;
    this.reader = new Reader();
    this.analyzer = new Service("many.worker.js", {
      begin: async (worker) => worker.postMessage({ module: await moduleReady() }),
    });
    this.isStopped = false;
  }

  get done() {
    return /** @type {DoneItem[]} */ (this.items.filter(({ state }) => state === "done"));
  }

  get failed() {
    return this.items.filter(({ state }) => state === "failed");
  }

  get isRunning() {
    return this.items.some(({ state }) => state === "waiting" || state === "reading");
  }

  /** Reads what waits, in order; tells whether it came to the end. */
  async run() {
    for (const item of this.items) {
      if (item.state !== "waiting") continue;
      item.state = "reading";
      try {
        const came = await readItem(item, this.reader);
        if (!isReading(item)) return false;
        if (!came.text.trim()) throw new Failure("error.emptyDocument", { name: item.name });
        const { rows } = await this.analyzer.ask({ text: came.text, published: came.published });
        if (!isReading(item)) return false;
        Object.assign(item, { state: "done", rows });
      } catch (error) {
        if (!isReading(item)) return false;
        item.state = "failed";
        item.failure = failureOf(error, item.name);
      }
      this.onProgress();
      if (this.isStopped) return false;
    }
    this.end();
    return true;
  }

  /** Stops: what is done stays, the rest is not read. */
  stop() {
    this.isStopped = true;
    for (const item of this.items) if (item.state === "waiting" || item.state === "reading") item.state = "stopped";
    this.end();
    this.onProgress();
  }

  /** Lets the workers go. */
  end() {
    this.reader.end();
    this.analyzer.end();
  }
}

/**
 * Whether it goes on: the reader may have stopped it meanwhile.
 * @param {Item} item
 */
const isReading = ({ state }) => state === "reading";

/**
 * The text of an item, as it was when its rows were made: read again to be opened.
 * @param {Pick<Item, "file"|"sample">} item
 * @param {Reader} reader
 * @returns {Promise<import("../session.js").Came>}
 */
export async function readItem({ file, sample }, reader) {
  return sample ? { text: await readSample(sample), notes: [] } : reader.read({ file });
}

/** @param {File} file */
const pathOf = (file) => file.webkitRelativePath || file.name;

/**
 * @param {unknown} error
 * @param {string} name
 */
function failureOf(error, name) {
  const [key, values] = sentenceOf(error, "error.read", { name });
  // of several articles the sentence has to say which
  return { key: key === "error.tooLong" ? "error.tooLarge" : key, values: { ...values, name } };
}
