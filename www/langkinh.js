// The package's entry for browsers and bundlers.

import { start } from "./load.js";
import { get, own } from "./where.js";

export { analyze } from "./load.js";

/** Loads the module; await it before `analyze`. See the declarations. */
export default function init(source) {
  return start(source, own, get);
}
