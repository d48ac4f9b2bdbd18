// The page's side of the reading worker: whatever comes in becomes text, with notes of what was done to it on the way.
//
// A source is read again whenever a step is to be left out or taken again: `leave` names the steps left out
// ("encoding", "lines"), and nothing need be kept but the source itself.

import { scriptUrl } from "../policy.js";
import { readHtml } from "./html.js";
import { Unreadable } from "./unreadable.js";

/** Larger files are refused before they are read: the analyzer's own limit. */
const LARGEST = 64 * 1024 * 1024;

/** One worker, one question at a time; each reader of the page has its own. */
export class Reader {
  constructor() {
    this.lastTurn = 0;
  }

  /** Starts the worker early, so that nothing has to be fetched for a text that is pasted later. */
  warm() {
    this.worker ??= this.start();
  }

  /**
   * Reads pasted text or a file.
   * @param {{text: string}|{file: File}} source
   * @param {Iterable<string>} [leave] steps to leave out
   * @returns {Promise<{text: string, published?: string, notes: {key: string, values?: object, step?: string}[]}>}
   */
  async read({ text, file }, leave = []) {
    const came = await this.ask(file ? await open(file) : { text }, [...leave], file);
    if (came.html === undefined) return came;
    const { note, ...article } = await readHtml(came.html);
    return { ...article, notes: [...came.notes, { key: note }] };
  }

  /** Ends what is being read; whoever waits gets nothing any more. */
  cancel() {
    this.worker?.terminate();
    this.worker = undefined;
  }

  ask(content, leave, file) {
    this.warm();
    const { worker } = this;
    const turn = ++this.lastTurn;
    return new Promise((resolve, reject) => {
      const settled = new AbortController();
      const { signal } = settled;
      worker.addEventListener("message", ({ data }) => {
        if (data.turn !== turn) return;
        settled.abort();
        if (data.failure) reject(new Unreadable(data.failure.key, data.failure.values));
        else resolve(data.came);
      }, { signal });
      worker.addEventListener("error", (event) => {
        event.preventDefault?.();
        settled.abort();
        this.cancel();
        reject(new Unreadable("error.read", { name: file?.name ?? "", message: event.message || "the reader could not be started" }));
      }, { signal });
      worker.postMessage({ turn, ...content, leave }, content.bytes ? [content.bytes.buffer] : []);
    });
  }

  start() {
    return new Worker(scriptUrl(new URL("./reader.worker.js", import.meta.url)), { type: "module" });
  }
}

async function open(file) {
  if (file.size > LARGEST) throw new Unreadable("error.tooLarge", { name: file.name });
  if (file.size === 0) throw new Unreadable("error.emptyFile", { name: file.name });
  try {
    return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type: file.type };
  } catch {
    throw new Unreadable("error.gone", { name: file.name });
  }
}
