// Where the package's own module lies, for browsers and bundlers: the address stands literally, so that they see the file.

export function own() {
  try {
    return new URL("./pkg/langkinh_bg.wasm", import.meta.url);
  } catch (cause) {
    throw new Error("langkinh: bundled as a classic script, the package does not know where its module lies; tell init() the address", { cause });
  }
}

export const get = (address) => fetch(address);
