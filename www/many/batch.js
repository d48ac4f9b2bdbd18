// Reading many: the sources one after another, from file to rows. One that fails is noted with its reason and the next is
// read; what is read stays when the reader stops.

import { Failure, sentenceOf } from "../failure.js";
import { Reader } from "../input/reader.js";
import { readSample } from "../input/samples.js";
import { moduleReady } from "../module.js";
import { Service } from "../service.js";

/** @typedef {{name: string, file?: File, sample?: string, state: "waiting"|"reading"|"done"|"failed"|"stopped", rows?: object, failure?: {key: string, values?: object}}} Item */

export class Batch {
  /** `sources` are files or names of samples; `onProgress()` is called after each. */
  constructor(sources, onProgress) {
    this.items = sources
      .map((source) =>
        typeof source === "string" ? { name: source, sample: source } : { name: pathOf(source), file: source },
      )
      .map((item) => ({ ...item, state: "waiting" }));
    this.onProgress = onProgress;
    this.reader = new Reader();
    this.analyzer = new Service("many.worker.js", {
      begin: async (worker) => worker.postMessage({ module: await moduleReady() }),
    });
    this.isStopped = false;
  }

  get done() {
    return this.items.filter(({ state }) => state === "done");
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
        if (item.state !== "reading") return false;
        if (!came.text.trim()) throw new Failure("error.emptyDocument", { name: item.name });
        const { rows } = await this.analyzer.ask({ text: came.text, published: came.published });
        if (item.state !== "reading") return false;
        Object.assign(item, { state: "done", rows });
      } catch (error) {
        if (item.state !== "reading") return false;
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

/** The text of an item, as it was when its rows were made: read again to be opened. */
export async function readItem({ file, sample }, reader) {
  return sample ? { text: await readSample(sample), notes: [] } : reader.read({ file });
}

const pathOf = (file) => file.webkitRelativePath || file.name;

function failureOf(error, name) {
  const [key, values] = sentenceOf(error, "error.read", { name });
  // of several articles the sentence has to say which
  return { key: key === "error.tooLong" ? "error.tooLarge" : key, values: { ...values, name } };
}
