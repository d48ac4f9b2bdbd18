// The package's entry for Node, Deno and Bun.

import { start } from "./load.js";
import { get, own } from "./where.node.js";

export { analyze } from "./load.js";

/**
 * Loads the module; await it before `analyze`. See the declarations.
 * @param {import("./load.js").Source} [source]
 */
export default function init(source) {
  return start(source, own, get);
}
