// What is known of a record, as rows of label and value for the card and the panels. One function a kind.

import { t, number } from "../i18n/index.js";
import { recordOf } from "../kinds.js";

/**
 * Rows of the card: `[label, value]`, where a value is a string or a list of strings.
 * @param {object} analysis
 * @param {object} entity
 * @param {string} text the article
 */
export function rows(analysis, entity, text) {
  const record = recordOf(analysis, entity);
  if (!record) return [];
  return ROWS[entity.kind](record, analysis, entity, text).filter(([, value]) => value !== undefined && value !== "" && value.length !== 0);
}

/** The name a record goes by; times, quantities and quotes go by their wording. */
export function nameOf(record, entity, text) {
  return record?.name ?? record?.title ?? record?.short ?? text.slice(entity.start, entity.end).replace(/\s+/g, " ");
}

const ROWS = {
  person: (person, analysis) => [
    [t("card.credit"), person.credit && t(`credit.${person.credit}`)],
    [t("card.posts"), person.roles.map((holding) => postLine(holding, analysis))],
  ],
  role: (role, analysis) => [
    [t("card.head"), role.head],
    [t("card.body"), analysis.organizations[role.organization]?.name],
    [t("card.place"), analysis.places[role.place] && placeName(analysis.places[role.place])],
    [t("card.holders"), role.holders.map((person) => analysis.people[person].name)],
  ],
  organization: (body, analysis) => [
    [t("card.branch"), t(`branch.${body.branch}`)],
    [t("card.level"), body.level && t(`level.${body.level}`)],
    [t("card.parent"), analysis.organizations[body.parent]?.name],
    [t("card.place"), analysis.places[body.place] && placeName(analysis.places[body.place])],
  ],
  place: (place) => [
    [t("card.unit"), place.unit],
    [t("card.province"), place.province],
    [t("card.today"), today(place)],
    [t("card.code"), place.code],
    [t("card.basis"), place.basis && t(`basis.${place.basis}`)],
  ],
  document: (document) => [
    [t("card.type"), document.type],
    [t("card.number"), document.number],
    [t("card.symbol"), document.symbol],
    [t("card.issuer"), document.issuer],
    [t("card.date"), document.date && date(document.date)],
    [t("card.about"), document.title],
    [t("card.known"), document.known && [document.known.symbol, date(document.known.date), document.known.issuer, document.known.subject].filter(Boolean).join(" · ")],
  ],
  event: (event, analysis) => [
    [t("card.kind"), t(`event.${event.kind}`)],
    [t("card.ordinal"), event.ordinal && number(event.ordinal)],
    [t("card.term"), event.term && interval(event.term)],
    [t("card.date"), event.date && date(event.date)],
    [t("card.body"), analysis.organizations[event.organization]?.name],
    [t("card.place"), analysis.places[event.place] && placeName(analysis.places[event.place])],
  ],
  time: (time) => [
    [t("card.iso"), time.value ?? t("card.unresolved")],
    [t("card.granularity"), t(`granularity.${time.granularity}`)],
    [t("card.assumed"), time.assumed && t(`assumed.${time.assumed}`)],
  ],
  quantity: (quantity, analysis, entity, text) => [
    [t("card.value"), figure(quantity)],
    [t("card.unit"), quantity.unit],
    [t("card.comparison"), quantity.comparison && t(`comparison.${quantity.comparison}`)],
    [t("card.of"), quantity.of],
    [t("card.when"), timeWording(analysis, quantity.time, text)],
  ],
  quote: (quote) => [
    [t("card.kind"), t(`quote.${quote.kind}`)],
    [t("card.speaker"), quote.speaker],
    [t("card.parts"), quote.parts],
  ],
  abbreviation: (abbreviation) => [
    [t("card.long"), abbreviation.long],
    [t("card.defined"), t(abbreviation.defined ? "defined.here" : "defined.known")],
    [t("card.uses"), number(abbreviation.uses.length)],
  ],
};

/** A post with how it is held: `Bí thư Tỉnh ủy (nguyên, 2020)`. */
export function postLine(holding, analysis) {
  const place = analysis.places[analysis.roles[holding.role]?.place];
  const notes = [holding.status && t(`status.${holding.status}`), holding.change && t(`change.${holding.change}`), holding.date && date(holding.date), place && placeName(place)].filter(Boolean);
  return notes.length ? `${holding.title} (${notes.join(", ")})` : holding.title;
}

/** A place with its unit word: `tỉnh Long An`. */
export function placeName(place) {
  return place.unit ? `${place.unit} ${place.name}` : place.name;
}

/** The units a place belongs to since 1 July 2025. */
export function today(place) {
  return place.today?.map((unit) => `${unit.unit} ${unit.name}`.trim());
}

/** A figure or a range of figures. */
export function figure({ value, high }) {
  return high === undefined ? number(value, 6) : `${number(value, 6)}–${number(high, 6)}`;
}

/** The wording of a time a figure belongs to. */
export function timeWording(analysis, index, text) {
  const entity = analysis.entities[analysis.times[index]?.entity];
  return entity && text.slice(entity.start, entity.end);
}

/** An ISO date stays an ISO date: exact, sortable, the same in both languages. */
function date(iso) {
  return interval(iso);
}

/** `2020/2025` with a real dash, `2021-10-14T08:35` with a space. */
export function interval(iso) {
  return iso.replace("/", " – ").replace(/T(?=\d)/g, " ");
}
