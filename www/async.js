// Texts analyzed off the page's thread, for browsers and bundlers.

import { Analyzer, checked } from "./offthread.js";
import { get, own } from "./where.js";

/** Starts a worker, or where there can be none falls back to this thread. See the declarations. */
export function analyzer(options) {
  const { worker, wasm, trustedTypes } = checked(options);
  let given = worker ?? undefined;
  return new Analyzer({ wasm, own, get, startWorker });

  function startWorker() {
    if (typeof given?.postMessage === "function") {
      const once = given;
      given = undefined; // one that ended cannot be started again: the next is ours
      return once;
    }
    const address = String(given ?? new URL("./pkg/worker.js", import.meta.url));
    // a worker may not come from another origin, but may import from it, where the page's policy lets it
    const url = isHere(address)
      ? address
      : URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
    return new Worker(scriptUrl(url, trustedTypes), { type: "module" });
  }
}

const isHere = (address) => new URL(address, globalThis.document?.baseURI ?? location.href).origin === location.origin;

let ownPolicy;

/** The address as Trusted Types want it, where the browser has them: by the host's policy, else by one of this name. */
function scriptUrl(address, policy = ownPolicy) {
  if (!globalThis.trustedTypes) return address;
  try {
    policy ??= ownPolicy = trustedTypes.createPolicy("langkinh-url", {
      createScriptURL(text) {
        if (!isHere(text)) throw new TypeError("only scripts of this origin");
        return text;
      },
    });
  } catch {
    return address; // the host allows no policy of this name: where it requires one, the worker is refused
  }
  return policy.createScriptURL(address);
}
