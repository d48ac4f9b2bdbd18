// Texts analyzed in a thread of their own, for Node, Deno and Bun.

import { Worker } from "node:worker_threads";
import { Analyzer, checked } from "./offthread.js";
import { get, own } from "./where.node.js";

/** @import { Port } from "./offthread.js" */

/**
 * Starts a thread, or where there can be none falls back to this one. See the declarations.
 * @param {import("./async.js").AnalyzerOptions} [options]
 */
export function analyzer(options) {
  const { worker, wasm } = checked(options);
  /** @type {any} any: a thread of the host's may be of another realm, its address of any kind; both are looked at below */
  let given = worker ?? undefined;
  return new Analyzer({ wasm, own, get, startWorker });

  function startWorker() {
    // literally, so that bundlers for servers see the file; what else the host names is not for them to follow
    if (given === undefined) return likeInBrowsers(new Worker(new URL("./worker.node.js", import.meta.url)));
    if (typeof given?.postMessage !== "function") return likeInBrowsers(Reflect.construct(Worker, [given]));
    const once = given;
    given = undefined; // one that ended cannot be started again: the next is ours
    return likeInBrowsers(once);
  }
}

/**
 * Node's worker with the handlers of a browser's; it does not keep the process alive while nothing is asked.
 * @param {Worker} worker
 */
function likeInBrowsers(worker) {
  /** @type {Port} */
  const like = {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    hold: () => worker.ref(),
    release: () => worker.unref(),
    onmessage() {},
    onerror() {},
  };
  worker.on("message", (data) => like.onmessage({ data }));
  worker.on("error", (error) => like.onerror(error));
  worker.on("exit", (code) => like.onerror(new Error(`the thread ended (${code})`)));
  return like;
}
