// The sentence around a place of the text: context for a row of a panel or of a table.

/** A sentence longer than this is cut around the place. */
const LONGEST = 600;

/**
 * The sentence that holds a span, cut at the ends of its line.
 * @param {string} text
 * @param {{start: number, end: number}} span
 * @returns {{start: number, end: number}}
 */
export function sentenceAt(text, { start, end }) {
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - LONGEST);
  const line = text.indexOf("\n", end);
  const to = Math.min(line < 0 ? text.length : line, end + LONGEST);
  let first = from;
  for (let at = start - 1; at > from; at -= 1) {
    if (endsSentence(text, at)) {
      first = at + 1;
      break;
    }
  }
  let last = to;
  for (let at = end - 1; at < to; at += 1) {
    if (at >= start && endsSentence(text, at)) {
      last = at + 1;
      break;
    }
  }
  while (/["”’)\]]/.test(text[last] ?? "")) last += 1;
  while (first < start && /[\s"”’)\]]/.test(text[first])) first += 1;
  return { start: first, end: Math.max(end, last) };
}

/** The words of the sentence, spaces made single. */
export function sentenceText(text, span) {
  const { start, end } = sentenceAt(text, span);
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}

/** A full stop behind a short form in capitals (`TP.`, `Th.S`) or an initial does not end a sentence. */
function endsSentence(text, at) {
  if (!/[.!?…]/.test(text[at]) || !/^["”’)\]]*\s+["“‘([–-]*\s*[\p{Lu}\p{N}]/u.test(text.slice(at + 1, at + 8)))
    return false;
  return (
    text[at] !== "." || !/(?:^|[\s(.])(?:\p{Lu}{1,3}|\p{Lu}[\p{L}]{0,1})$/u.test(text.slice(Math.max(0, at - 5), at))
  );
}
