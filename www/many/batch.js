// Reading many: the sources one after another, from file to rows. One that fails is noted with its reason and the next is
// read; what is read stays when the reader stops.

import { moduleReady } from "../analyzer.js";
import { Reader } from "../input/reader.js";
import { readSample } from "../input/samples.js";
import { Unreadable } from "../input/unreadable.js";
import { scriptUrl } from "../policy.js";

/** @typedef {{name: string, file?: File, sample?: string, state: "waiting"|"reading"|"done"|"failed"|"stopped", rows?: object, failure?: {key: string, values?: object}}} Item */

export class Batch {
  /** `sources` are files or names of samples; `onProgress()` is called after each. */
  constructor(sources, onProgress) {
    this.items = sources.map((source) => (typeof source === "string" ? { name: source, sample: source } : { name: pathOf(source), file: source })).map((item) => ({ ...item, state: "waiting" }));
    this.onProgress = onProgress;
    this.reader = new Reader();
    this.turn = 0;
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
        if (!came.text.trim()) throw new Unreadable("error.emptyDocument", { name: item.name });
        const rows = await this.analyze(came);
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

  end() {
    this.reader.cancel();
    this.worker?.terminate();
    this.worker = undefined;
  }

  analyze({ text, published }) {
    this.worker ??= start();
    const { worker } = this;
    const turn = ++this.turn;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.turn !== turn) return;
        if (data.error) reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
        else resolve(data.rows);
      };
      // a worker that broke is not to be trusted: the next article gets a new one
      worker.onerror = (event) => {
        event.preventDefault?.();
        worker.terminate();
        this.worker = undefined;
        reject(new Error(event.message || "the analysis could not be started"));
      };
      worker.postMessage({ turn, text, published });
    });
  }
}

function start() {
  const worker = new Worker(scriptUrl(new URL("./many.worker.js", import.meta.url)), { type: "module" });
  moduleReady().then((module) => worker.postMessage({ module }), (error) => worker.onerror?.({ message: error.message }));
  return worker;
}

/** The text of an item, as it was when its rows were made: read again to be opened. */
export async function readItem({ file, sample }, reader) {
  return sample ? { text: await readSample(sample), notes: [] } : reader.read({ file });
}

const pathOf = (file) => file.webkitRelativePath || file.name;

function failureOf(error, name) {
  if (error instanceof Unreadable) return { key: error.key, values: { ...error.values, name } };
  if (error instanceof RangeError || error.name === "RangeError") return { key: "error.tooLarge", values: { name } };
  return { key: "error.read", values: { name, message: error.message } };
}
