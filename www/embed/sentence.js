// The sentence that an entity stands in, for whoever hears a list of entities without seeing the article.

/** What a sentence may end with, and the word before it; a line ends one in any case. */
const END = /(\p{L}*)[.!?…]+["”»)]*\s+(?=["“«(]?[\p{Lu}\d])|\n/gu;
/** A short form such as TP., GS., or ThS. ends no sentence, unless the line ends. */
const SHORT = /^\p{Lu}\p{Ll}?\p{Lu}{0,2}$/u;

/**
 * Gives the sentences of entities of a text; an entity is whole in its own.
 * @param {string} text
 * @returns {(entity: {start: number, end: number}) => string}
 */
export function sentencesOf(text) {
  const ends = [...text.matchAll(END)]
    .filter(([all, word]) => all.includes("\n") || !SHORT.test(word))
    .map(({ 0: { length }, index }) => index + length);
  return ({ start, end }) =>
    text.slice(ends.findLast((each) => each <= start) ?? 0, ends.find((each) => each >= end) ?? text.length).trim();
}
