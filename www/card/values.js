// What values look like in words: the same in the card, in the panels and in what is exported.

import { number, t } from "../i18n/index.js";
import { at } from "../kinds.js";
import { dateWording } from "../text/dates.js";

/** @import { Analysis, Holding, Index, Place, Quantity, Span } from "../pkg/analysis.js" */

/**
 * The name a record goes by; times, figures and quotes go by their wording.
 * @param {object|undefined} record
 * @param {Span} entity
 * @param {string} text
 */
export function nameOf(record, entity, text) {
  const { name, title, short } = /** @type {{name?: string, title?: string, short?: string}} */ (record ?? {});
  return name ?? title ?? short ?? wordsOf(entity, text);
}

/**
 * The words of an entity on one line.
 * @param {Span} span
 * @param {string} text
 */
export function wordsOf({ start, end }, text) {
  return text.slice(start, end).replace(/\s+/g, " ");
}

/**
 * How a post is held, as far as its title does not say it already: `được bầu, 16/5/2020`.
 * @param {Holding} holding
 */
export function holdingNotes(holding) {
  const status = holding.status && t(`status.${holding.status}`);
  const isSaid = status && holding.title.toLocaleLowerCase("vi").startsWith(`${status} `);
  return [!isSaid && status, holding.change && t(`change.${holding.change}`), holding.date && dateWording(holding.date)]
    .filter(Boolean)
    .join(", ");
}

/**
 * The place of a post where its title does not name it: inferred, and said to be.
 * @param {Holding} holding
 * @param {Analysis} analysis
 */
export function holdingPlace(holding, analysis) {
  const place = at(analysis.places, analysis.roles[holding.role]?.place);
  return place && !holding.title.includes(place.name) ? t("card.inferred", { place: placeName(place) }) : undefined;
}

/**
 * A post with its place and how it is held, on one line.
 * @param {Holding} holding
 * @param {Analysis} analysis
 */
export function postLine(holding, analysis) {
  const notes = [holdingPlace(holding, analysis), holdingNotes(holding)].filter(Boolean).join(", ");
  return notes ? `${holding.title} (${notes})` : holding.title;
}

/**
 * A place with its unit word: `tỉnh Long An`.
 * @param {{unit?: string, name: string}} place
 */
export function placeName(place) {
  return place.unit ? `${place.unit} ${place.name}` : place.name;
}

/**
 * The units a place belongs to since 1 July 2025.
 * @param {Place} place
 */
export function today(place) {
  return place.today?.map((unit) => `${unit.unit} ${unit.name}`.trim());
}

/**
 * A figure or a range of figures; a figure a reader marked has no value.
 * @param {Partial<Pick<Quantity, "value"|"high">>} quantity
 */
export function figure({ value, high }) {
  if (value === undefined) return "";
  return high === undefined ? number(value, 6) : `${number(value, 6)}–${number(high, 6)}`;
}

/**
 * The wording of a time a figure belongs to.
 * @param {Analysis} analysis
 * @param {Index|undefined} index
 * @param {string} text
 */
export function timeWording(analysis, index, text) {
  const entity = at(analysis.entities, at(analysis.times, index)?.entity);
  return entity && wordsOf(entity, text);
}

/**
 * `2020/2025` with a real dash, `2021-10-14T08:35` with a space; otherwise ISO as it is: exact and sortable.
 * @param {string} iso
 */
export function interval(iso) {
  return iso.replace("/", " – ").replace(/T(?=\d)/g, " ");
}

/**
 * Cuts a long wording with an ellipsis.
 * @param {string} wording
 * @param {number} letters
 */
export function shorten(wording, letters) {
  return wording.length > letters ? `${wording.slice(0, letters).trimEnd()}…` : wording;
}

/**
 * Whether what comes from our tables differs from what the article says, or adds to it.
 * @param {string|undefined} said
 * @param {string|undefined} known
 */
export function addsTo(said, known) {
  return known !== undefined && known.toLocaleLowerCase("vi") !== said?.toLocaleLowerCase("vi");
}
