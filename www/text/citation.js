// A document as Vietnamese offices cite it (Nghị định 30/2020/NĐ-CP, on grounds for issuing: type, number and symbol,
// date, issuer, subject): `Nghị quyết số 27-NQ/TW ngày 21/5/2018 của Ban Chấp hành Trung ương về …`.
//
// What the article does not say and our tables add is marked `ours`, and stands in square brackets when copied, as
// editors mark what they add.

import { dateWording } from "./dates.js";

/** @import { Document } from "../pkg/analysis.js" */
/** @typedef {{text: string, ours?: boolean}} Part of a citation */

/**
 * The parts of a citation, in order; joined they are the citation.
 * @param {Document} document
 * @returns {Part[]}
 */
export function citation(document) {
  const { known } = document;
  const said = heading(document);
  const date = document.date ?? known?.date;
  const issuer = document.issuer ?? known?.issuer;
  const title = document.title ?? known?.subject;
  const parts = [...said];
  if (date && !holds(said, date)) parts.push({ text: ` ngày ${dateWording(date, "vi")}`, ours: !document.date });
  if (issuer && !holds(said, issuer)) parts.push({ text: ` của ${issuer}`, ours: !document.issuer });
  if (title && !holds(said, title)) parts.push({ text: ` ${subject(title)}`, ours: !document.title });
  return parts.map(({ text, ours }) => (ours ? { text, ours } : { text }));
}

/**
 * The citation as plain text, each run of our additions in square brackets.
 * @param {Document} document
 */
export function citationText(document) {
  return citation(document)
    .map(({ text, ours }, i, parts) => {
      const open = ours && !parts[i - 1]?.ours ? text.replace(/^ ?/, "$&[") : text;
      return ours && !parts[i + 1]?.ours ? `${open}]` : open;
    })
    .join("");
}

/**
 * Type with number and symbol; the document's own wording where it has no number.
 * @param {Document} document
 * @returns {Part[]}
 */
function heading({ name, type, number, symbol, known }) {
  if (symbol) return [{ text: `${type} số ${symbol}` }];
  if (number && known?.symbol.startsWith(number))
    return [{ text: `${type} số ${number}` }, { text: known.symbol.slice(number.length), ours: true }];
  if (number) return [{ text: `${type} số ${number}` }];
  return known ? [{ text: name }, { text: ` số ${known.symbol}`, ours: true }] : [{ text: name }];
}

/**
 * `về …` as the text goes on; a title with a capital is quoted.
 * @param {string} title
 */
function subject(title) {
  if (/^về\s/i.test(title)) return title.replace(/^V/, "v");
  return /^\p{Ll}/u.test(title) ? `về ${title}` : `“${title}”`;
}

/**
 * @param {Part[]} parts
 * @param {string} words
 */
const holds = (parts, words) =>
  parts.some(({ text }) => text.toLocaleLowerCase("vi").includes(words.toLocaleLowerCase("vi")));
