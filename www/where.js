// Where the package's own module lies, for browsers and bundlers: the address stands literally, so that they see the file.

/* global MODULE_DIGEST: the module's digest, set in the minified file, which is checked by a digest of its own */
const integrity = typeof MODULE_DIGEST === "string" ? MODULE_DIGEST : undefined;

export function own() {
  try {
    return new URL("./pkg/langkinh_bg.wasm", import.meta.url);
  } catch (cause) {
    throw new Error(
      "langkinh: bundled as a classic script, the package does not know where its module lies; tell init() the address",
      { cause },
    );
  }
}

/** @param {string} address */
export const get = (address) => fetch(address, { integrity });
