// The analyzer's WebAssembly, compiled once for every worker of the page.

/** Where it lies, as seen from the bundles. */
const ADDRESS = new URL("../pkg/langkinh_bg.wasm", import.meta.url);

/** @type {Promise<WebAssembly.Module>|undefined} */
let loading;
let isRenewed = false;
let isThere = false;

/** Whether it has arrived: until then whoever waits for an analysis waits for the network. */
export const isModuleThere = () => isThere;

/** The compiled module. What could not be had is asked for again by the next who needs it. */
export function moduleReady() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Fetches it anew, past what the browser and the service worker keep: for a worker that found it to be no module of ours.
 * @returns {boolean} false where that was tried already
 */
export function renewModule() {
  if (isRenewed) return false;
  isRenewed = true;
  loading = undefined;
  return true;
}

/** Gives up what never arrives: the next who needs it asks anew. */
export function giveUpModule() {
  if (!isThere) loading = undefined;
}

async function load() {
  const module = await compiled(isRenewed ? "reload" : "default").catch((error) => {
    // damaged on its way or where it is kept: the server's own is asked for, once
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    return compiled("reload");
  });
  isThere = true;
  return module;
}

/**
 * Compiles it while it arrives; where a host gives it another type than `application/wasm`, once it is there.
 * @param {RequestCache} cache
 */
async function compiled(cache) {
  const answer = await fetch(ADDRESS, { cache });
  if (!answer.ok) throw new Error(`${answer.status} ${ADDRESS}`);
  const isTyped = /^application\/wasm$/i.test(answer.headers.get("content-type") ?? "");
  return isTyped ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}
