// Every place of a text where some words stand, in turns: a long text does not stop the page.

import { fold } from "./fold.js";

/** @import { Span } from "../pkg/analysis.js" */

/** About so many letters are searched at a time, whole lines. */
const PART = 50_000;

/**
 * Searches line by line.
 * @param {string} text
 * @param {string} query
 * @param {{marks: boolean}} options `marks`: whether diacritics count
 * @param {import("../turns.js").Turns} [turns]
 * @returns {Promise<Span[]>} in order, none over another
 */
export async function search(text, query, { marks }, turns) {
  const sought = fold(query.trim(), marks).folded;
  /** @type {Span[]} */
  const out = [];
  if (!sought) return out;
  for (let from = 0; from < text.length; ) {
    const line = text.indexOf("\n", from + PART);
    const to = line < 0 || line - from > 4 * PART ? cut(text, from + 4 * PART) : line + 1;
    searchPart(text.slice(from, to), sought, marks, from, out);
    from = to;
    if (turns?.over) await turns.pass();
  }
  return out;
}

/**
 * The end of a part inside one endless line: behind a space.
 * @param {string} text
 * @param {number} near
 */
function cut(text, near) {
  const space = text.lastIndexOf(" ", near);
  return near >= text.length ? text.length : space > near - PART ? space + 1 : near;
}

/**
 * @param {string} part
 * @param {string} sought folded
 * @param {boolean} marks
 * @param {number} offset of the part in the text
 * @param {Span[]} out
 */
function searchPart(part, sought, marks, offset, out) {
  const { folded, at } = fold(part, marks);
  for (let i = folded.indexOf(sought); i >= 0; i = folded.indexOf(sought, i)) {
    const end = i + sought.length;
    // a match may not end between a letter and its marks
    if (at[end] !== at[end - 1]) {
      out.push({ start: offset + at[i], end: offset + at[end] });
      i = end;
    } else i += 1;
  }
}
