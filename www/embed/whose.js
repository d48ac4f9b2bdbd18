// Whether an analysis is of this text. Offsets of another text would mark other words, without a sign that they do.

import { fingerprint } from "../fingerprint.js";

/**
 * Why an analysis cannot be used with a text, as a sentence; nothing where it can.
 * @param {any} analysis what a host gave: anything
 * @param {string} text
 */
export function whyNot(analysis, text) {
  const said = analysis?.meta?.text;
  if (!Array.isArray(analysis?.entities)) return "what was given is no analysis";
  if (analysis.schema !== 1) return `the analysis is of schema ${analysis.schema}; this version reads schema 1`;
  if (!said) return "the analysis does not say which text it is of (meta.text)";
  if (said.length !== text.length)
    return `the analysis is of another text: of ${said.length} characters, and the article here has ${text.length}`;
  if (said.hash !== fingerprint(text).hash)
    return "the analysis is of another text: as long as the article here, in other words";
  return undefined;
}
