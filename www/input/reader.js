// The page's side of the reading worker: whatever comes in becomes text, with notes of what was done to it on the way.
//
// A source is read again whenever a step is to be left out or taken again: `leave` names the steps left out
// ("encoding", "lines"), and nothing need be kept but the source itself.

import { Failure } from "../failure.js";
import { Service } from "../service.js";

/** Larger files are refused before they are read: the analyzer's own limit. */
const LARGEST = 64 * 1024 * 1024;

/** One question at a time; each reader of the page has its own. */
export class Reader {
  constructor() {
    this.service = new Service("reader.worker.js");
  }

  /** Starts the worker early, so that nothing has to be fetched for a text that is pasted later. */
  warm() {
    this.service.warm();
  }

  /**
   * Reads pasted text or a file.
   * @param {{text?: string, file?: File}} source one of them
   * @param {Iterable<string>} [leave] steps to leave out
   * @param {AbortSignal} [signal] ends the reading
   * @returns {Promise<{text: string, published?: string, notes: import("../status.js").Note[]}>}
   */
  async read({ text, file }, leave = [], signal = undefined) {
    if (!file) return this.service.ask({ text, leave: [...leave] }, { signal });
    const { bytes, name, type } = await open(file);
    return this.service.ask({ bytes, name, type, leave: [...leave] }, { transfer: [bytes.buffer], signal });
  }

  /** Ends the worker, until something is read again. */
  end() {
    this.service.end();
  }
}

/** @param {File} file */
async function open(file) {
  if (file.size > LARGEST) throw new Failure("error.tooLarge", { name: file.name });
  if (file.size === 0) throw new Failure("error.emptyFile", { name: file.name });
  try {
    return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type: file.type };
  } catch {
    throw new Failure("error.gone", { name: file.name });
  }
}
