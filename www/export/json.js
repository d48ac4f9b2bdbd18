// The analysis as JSON, to keep or to pass on.

import { describe } from "../corrections/apply.js";

/**
 * The analysis exactly as the analyzer gave it, indented; a reader's corrections, if there are any, stand beside it.
 * @param {Pick<import("./tables.js").Source, "found"|"text"|"corrections">} source
 */
export function toJson({ found, text, corrections }) {
  return JSON.stringify(
    corrections.length ? { ...found, corrections: describe(found, text, corrections) } : found,
    null,
    2,
  );
}
