// Words as a reader selects them: runs of letters and digits; every other mark by itself.

/** @import { Span } from "../pkg/analysis.js" */

const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Whether the position lies inside a word.
 * @param {string} text
 * @param {number} at
 */
const isInside = (text, at) => at > 0 && at < text.length && WORD.test(text[at - 1]) && WORD.test(text[at]);

/**
 * A selection as meant: without spaces at its ends, whole words; nothing where no word is left.
 * @param {string} text
 * @param {Span} span
 */
export function wholeWords(text, { start, end }) {
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  if (start === end) return null;
  while (isInside(text, start)) start -= 1;
  while (isInside(text, end)) end += 1;
  return { start, end };
}

/**
 * A stretch with one of its ends a word further to the left (`-1`) or right (`1`), never over the end of a line and without
 * spaces at its ends; nothing where there is no such word or no stretch would be left.
 * @param {string} text
 * @param {Span} span
 * @param {"start"|"end"} side
 * @param {number} by
 */
export function moveEnd(text, span, side, by) {
  const at = span[side];
  let next = at;
  const ahead = () => (by > 0 ? text[next] : text[next - 1]);
  while (ahead() !== undefined && ahead() !== "\n" && /\s/.test(ahead())) next += by;
  if (ahead() === undefined || ahead() === "\n") return null;
  next += by;
  while (isInside(text, next)) next += by;
  if (side === "start") while (next < span.end && /\s/.test(text[next])) next += 1;
  else while (next > span.start && /\s/.test(text[next - 1])) next -= 1;
  const moved = { start: span.start, end: span.end, [side]: next };
  return moved.start < moved.end ? moved : null;
}
