// A document as Vietnamese offices cite it (Nghị định 30/2020/NĐ-CP, on grounds for issuing: type, number and symbol,
// date, issuer, subject): `Nghị quyết số 27-NQ/TW ngày 21/5/2018 của Ban Chấp hành Trung ương về …`.
//
// What the article does not say and our tables add is marked `ours`, and stands in square brackets when copied, as
// editors mark what they add.

import { dateWording } from "./dates.js";

/**
 * The parts of a citation, in order; joined they are the citation.
 * @param {object} document a record of the analysis
 * @returns {Array<{text: string, ours?: boolean}>}
 */
export function citation(document) {
  const { known } = document;
  const said = heading(document);
  const date = document.date ?? known?.date;
  const issuer = document.issuer ?? known?.issuer;
  const title = document.title ?? known?.subject;
  return [
    ...said,
    date && !holds(said, date) && { text: ` ngày ${dateWording(date, "vi")}`, ours: !document.date },
    issuer && !holds(said, issuer) && { text: ` của ${issuer}`, ours: !document.issuer },
    title && !holds(said, title) && { text: ` ${subject(title)}`, ours: !document.title },
  ]
    .filter(Boolean)
    .map(({ text, ours }) => (ours ? { text, ours } : { text }));
}

/** The citation as plain text, each run of our additions in square brackets. */
export function citationText(document) {
  return citation(document)
    .map(({ text, ours }, i, parts) => {
      const open = ours && !parts[i - 1]?.ours ? text.replace(/^ ?/, "$&[") : text;
      return ours && !parts[i + 1]?.ours ? `${open}]` : open;
    })
    .join("");
}

/** Type with number and symbol; the document's own wording where it has no number. */
function heading({ name, type, number, symbol, known }) {
  if (symbol) return [{ text: `${type} số ${symbol}` }];
  if (number && known?.symbol.startsWith(number))
    return [{ text: `${type} số ${number}` }, { text: known.symbol.slice(number.length), ours: true }];
  if (number) return [{ text: `${type} số ${number}` }];
  return [{ text: name }, known && { text: ` số ${known.symbol}`, ours: true }].filter(Boolean);
}

/** `về …` as the text goes on; a title with a capital is quoted. */
function subject(title) {
  if (/^về\s/i.test(title)) return title.replace(/^V/, "v");
  return /^\p{Ll}/u.test(title) ? `về ${title}` : `“${title}”`;
}

const holds = (parts, words) =>
  parts.some(({ text }) => text.toLocaleLowerCase("vi").includes(words.toLocaleLowerCase("vi")));
