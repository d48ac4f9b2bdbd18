// The sentence around a place of the text: context for a row of a panel, of a table, of the element's list.

/** A sentence longer than this is cut around the place: so the work of a place is bounded, whatever the length of its line. */
const LONGEST = 600;
const CLOSING = /["”’»)\]]/;
const BEFORE = /[\s"”’»)\]]/;
/** What follows the mark that ends a sentence. */
const NEXT = /^["”’»)\]]*\s+["“‘«([–-]*\s*[\p{Lu}\p{N}]/u;
/** A short form that begins with a capital (`TP.`, `ThS.`, `Th.S`) or an initial. */
const SHORT = /(?:^|[\s(.])\p{Lu}\p{Ll}?\p{Lu}{0,2}$/u;

/**
 * The sentence that holds a span, cut at the ends of its line.
 * @param {string} text
 * @param {{start: number, end: number}} span
 * @returns {{start: number, end: number}}
 */
export function sentenceAt(text, { start, end }) {
  const before = Math.max(0, start - LONGEST);
  const from = before + text.slice(before, start).lastIndexOf("\n") + 1;
  const rest = text.slice(end, end + LONGEST);
  const line = rest.indexOf("\n");
  const to = end + (line < 0 ? rest.length : line);
  let first = start;
  while (first > from && !endsSentence(text, first - 1)) first -= 1;
  let last = Math.max(start, end - 1);
  while (last < to && !endsSentence(text, last)) last += 1;
  last = Math.min(last + 1, to);
  while (CLOSING.test(text[last] ?? "")) last += 1;
  while (first < start && BEFORE.test(text[first])) first += 1;
  return { start: first, end: Math.max(end, last) };
}

/**
 * The words of the sentence, spaces made single.
 * @param {string} text
 * @param {{start: number, end: number}} span
 */
export function sentenceText(text, span) {
  const { start, end } = sentenceAt(text, span);
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}

/**
 * A full stop behind a short form does not end a sentence.
 * @param {string} text
 * @param {number} at
 */
function endsSentence(text, at) {
  if (!/[.!?…]/.test(text[at]) || !NEXT.test(text.slice(at + 1, at + 8))) return false;
  return text[at] !== "." || !SHORT.test(text.slice(Math.max(0, at - 5), at));
}
