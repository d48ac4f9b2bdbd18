// What is known of an entity, as rows of plain words: `[label, [value, …]]`. What our tables add to what the article says is
// marked as ours.

import { recordOf } from "../kinds.js";
import { dayWording } from "../text/day.js";

/** @import { RecordOf } from "../kinds.js" */
/** @import { Analysis, Entity, Holding, Kind, Span } from "../pkg/analysis.js" */
/** @import { Words } from "./words.js" */
/**
 * @typedef {Words & {analysis: Analysis, text: string}} Context
 * @typedef {string|false|undefined} Value nothing, where there is none
 */

/** A row lists so many values. */
const LISTED = 6;

/**
 * The name an entity goes by: its record's, else its own words.
 * @param {Entity} entity
 * @param {Analysis} analysis
 * @param {string} text
 * @returns {string}
 */
export function nameOf(entity, analysis, text) {
  // any: each kind has one of these fields or none
  const record = /** @type {any} */ (recordOf(analysis, entity));
  if (entity.kind === "place" && record) return placeName(record);
  return record?.name ?? record?.title ?? record?.short ?? wordsOf(entity, text);
}

/**
 * The words of an entity on one line.
 * @param {Span} span
 * @param {string} text
 */
export const wordsOf = ({ start, end }, text) => text.slice(start, end).replace(/\s+/g, " ");

/**
 * @template {Kind} K
 * @param {Entity & {kind: K}} entity
 * @param {Context} context
 * @returns {[label: string, values: string[]][]} those without a value left out
 */
export function rowsOf(entity, context) {
  const record = /** @type {RecordOf[K]} */ (recordOf(context.analysis, entity));
  if (!record) return [];
  return ROWS[entity.kind](record, context, entity)
    .map(
      ([label, values]) =>
        /** @type {[label: string, values: string[]]} */ ([
          context.t(`card.${label}`),
          [values].flat().filter(Boolean),
        ]),
    )
    .filter(([, values]) => values.length)
    .map(([label, values]) => [
      label,
      values.length > LISTED ? [...values.slice(0, LISTED), context.t("more", { n: values.length - LISTED })] : values,
    ]);
}

/** @type {{[K in Kind]: (record: RecordOf[K], context: Context, entity: Entity) => [label: string, values: Value|Value[]][]}} */
const ROWS = {
  person: (person, { t, analysis, ...context }) => [
    ["credit", person.credit && t(`credit.${person.credit}`)],
    [
      "posts",
      person.roles.map((holding) => {
        // biome-ignore lint/correctness/noUnsafeOptionalChaining: what is at no index is nothing
        const place = analysis.places[/** @type {number} */ (analysis.roles[holding.role]?.place)];
        const inferred =
          place && !holding.title.includes(place.name) && t("card.inferred", { place: placeName(place) });
        return [holding.title, ...[inferred, ...notes(holding, { t, ...context })].filter(Boolean)].join(" · ");
      }),
    ],
  ],
  role: (role, { t, analysis, ...context }) => [
    ["head", role.head !== role.title && role.head],
    ["body", analysis.organizations[/** @type {number} */ (role.organization)]?.name],
    ["place", placeName(analysis.places[/** @type {number} */ (role.place)])],
    [
      "holders",
      role.holders.map((index) => {
        const person = analysis.people[index];
        const holding = person.roles.find(({ role: held }) => analysis.roles[held] === role);
        return [person.name, ...(holding ? notes(holding, { t, ...context }) : [])].join(" · ");
      }),
    ],
  ],
  organization: (body, { t, analysis }) => [
    ["branch", [t(`branch.${body.branch}`), body.level && t(`level.${body.level}`)].filter(Boolean).join(" · ")],
    ["parent", analysis.organizations[/** @type {number} */ (body.parent)]?.name],
    ["place", placeName(analysis.places[/** @type {number} */ (body.place)])],
    [
      "posts",
      analysis.roles
        .filter(
          ({ organization, holders }) =>
            analysis.organizations[/** @type {number} */ (organization)] === body && holders.length,
        )
        .map((role) => `${role.title}: ${role.holders.map((index) => analysis.people[index].name).join(", ")}`),
    ],
  ],
  place: (place, { t }) => [
    ["province", place.province],
    ["code", place.code],
    ["today", place.today?.map((unit) => `${placeName(unit)} (${unit.code})`)],
    ["basis", place.basis && t(`basis.${place.basis}`)],
  ],
  document: (document, context) => {
    const { known } = document;
    /**
     * @param {string|undefined} said
     * @param {string|undefined} table
     * @param {(value: string) => string} [as]
     * @returns {Value[]}
     */
    const ours = (said, table, as = (value) => value) => [
      said && as(said),
      table !== undefined &&
        table.toLocaleLowerCase("vi") !== said?.toLocaleLowerCase("vi") &&
        `${as(table)} (${context.t("card.ours")})`,
    ];
    return [
      ["type", document.type],
      ["number", !document.symbol && document.number],
      ["symbol", ours(document.symbol, known?.symbol)],
      ["date", ours(document.date, known?.date, (iso) => dayWording(iso, context.language))],
      ["issuer", ours(document.issuer, known?.issuer)],
      ["about", ours(document.title, known?.subject)],
    ];
  },
  event: (event, { t, analysis, language }) => [
    ["kind", t(`event.${event.kind}`)],
    ["term", event.term?.replace("/", " – ")],
    ["date", event.date && dayWording(event.date, language)],
    ["body", analysis.organizations[/** @type {number} */ (event.organization)]?.name],
    ["place", placeName(analysis.places[/** @type {number} */ (event.place)])],
  ],
  time: (time, { t, language }) => [
    ["day", time.value ? dayWording(time.value, language) : t("card.unresolved")],
    ["assumed", time.assumed && t(`assumed.${time.assumed}`)],
  ],
  quantity: (quantity, { t, number, analysis, text }) => {
    const time = analysis.entities.find(
      ({ id }) => id === analysis.times[/** @type {number} */ (quantity.time)]?.entity,
    );
    const value = [quantity.value, quantity.high]
      .filter((each) => each !== undefined)
      .map(number)
      .join("–");
    return [
      [
        "value",
        [quantity.comparison && t(`comparison.${quantity.comparison}`), value, quantity.unit].filter(Boolean).join(" "),
      ],
      ["of", quantity.of],
      ["when", time && wordsOf(time, text)],
    ];
  },
  quote: (quote, { t }) => [
    ["kind", t(`quote.${quote.kind}`)],
    ["speaker", quote.speaker],
    ["parts", quote.parts],
  ],
  abbreviation: (abbreviation, { t }) => [
    ["long", abbreviation.long],
    ["defined", t(abbreviation.defined ? "defined.here" : "defined.known")],
  ],
};

/**
 * @template {{unit?: string, name: string}|undefined} T
 * @param {T} place
 */
const placeName = (place) => place && [place.unit, place.name].filter(Boolean).join(" ");

/**
 * How a post is held, as far as its title does not say it already.
 * @param {Holding} holding
 * @param {Pick<Words, "t"|"language">} context
 */
function notes(holding, { t, language }) {
  const status = holding.status && t(`status.${holding.status}`);
  const isSaid = status && holding.title.toLocaleLowerCase("vi").startsWith(`${status} `);
  return [
    !isSaid && status,
    holding.change && t(`change.${holding.change}`),
    holding.date && dayWording(holding.date, language),
  ].filter(Boolean);
}
