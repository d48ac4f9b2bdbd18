// The entry with the module inside, for hosts that copy no files: larger by a third, and compiled only when all of it is there.

import { bytes } from "./inline-module.js";
import { compiled, start } from "./load.js";

export { analyze } from "./load.js";

/** Loads the module that is inside; await it before `analyze`. */
export default function init() {
  return start(undefined, bytes);
}

/** The compiled module, for `analyzer({ wasm: module() })`. */
export function module() {
  return compiled(undefined, bytes);
}
