// What values look like in words: the same in the card, in the panels and in what is exported.

import { number, t } from "../i18n/index.js";
import { dateWording } from "../text/dates.js";

/** The name a record goes by; times, figures and quotes go by their wording. */
export function nameOf(record, entity, text) {
  return record?.name ?? record?.title ?? record?.short ?? wordsOf(entity, text);
}

/** The words of an entity on one line. */
export function wordsOf({ start, end }, text) {
  return text.slice(start, end).replace(/\s+/g, " ");
}

/** How a post is held, as far as its title does not say it already: `được bầu, 16/5/2020`. */
export function holdingNotes(holding) {
  const status = holding.status && t(`status.${holding.status}`);
  const isSaid = status && holding.title.toLocaleLowerCase("vi").startsWith(`${status} `);
  return [!isSaid && status, holding.change && t(`change.${holding.change}`), holding.date && dateWording(holding.date)]
    .filter(Boolean)
    .join(", ");
}

/** The place of a post where its title does not name it: inferred, and said to be. */
export function holdingPlace(holding, analysis) {
  const place = analysis.places[analysis.roles[holding.role]?.place];
  return place && !holding.title.includes(place.name) ? t("card.inferred", { place: placeName(place) }) : undefined;
}

/** A post with its place and how it is held, on one line. */
export function postLine(holding, analysis) {
  const notes = [holdingPlace(holding, analysis), holdingNotes(holding)].filter(Boolean).join(", ");
  return notes ? `${holding.title} (${notes})` : holding.title;
}

/** A place with its unit word: `tỉnh Long An`. */
export function placeName(place) {
  return place.unit ? `${place.unit} ${place.name}` : place.name;
}

/** The units a place belongs to since 1 July 2025. */
export function today(place) {
  return place.today?.map((unit) => `${unit.unit} ${unit.name}`.trim());
}

/** A figure or a range of figures; a figure a reader marked has no value. */
export function figure({ value, high }) {
  if (value === undefined) return "";
  return high === undefined ? number(value, 6) : `${number(value, 6)}–${number(high, 6)}`;
}

/** The wording of a time a figure belongs to. */
export function timeWording(analysis, index, text) {
  const entity = analysis.entities[analysis.times[index]?.entity];
  return entity && wordsOf(entity, text);
}

/** `2020/2025` with a real dash, `2021-10-14T08:35` with a space; otherwise ISO as it is: exact and sortable. */
export function interval(iso) {
  return iso.replace("/", " – ").replace(/T(?=\d)/g, " ");
}

/** Cuts a long wording with an ellipsis. */
export function shorten(wording, letters) {
  return wording.length > letters ? `${wording.slice(0, letters).trimEnd()}…` : wording;
}

/** Whether what comes from our tables differs from what the article says, or adds to it. */
export function addsTo(said, known) {
  return known !== undefined && known.toLocaleLowerCase("vi") !== said?.toLocaleLowerCase("vi");
}
