// The ten kinds of entities, in the order of the contract, and which records stand for which kind.

/** @import { Analysis, Kind } from "./pkg/analysis.js" */
/** @typedef {{[K in Kind]: Analysis[typeof ARRAYS[K]][number]}} RecordOf what an entity of a kind stands for */

/** @type {Kind[]} */
export const KINDS = [
  "person",
  "role",
  "organization",
  "place",
  "document",
  "event",
  "time",
  "quantity",
  "quote",
  "abbreviation",
];

/** Name of the array that holds the records of a kind. */
export const ARRAYS = /** @type {const} */ ({
  person: "people",
  role: "roles",
  organization: "organizations",
  place: "places",
  document: "documents",
  event: "events",
  time: "times",
  quantity: "quantities",
  quote: "quotes",
  abbreviation: "abbreviations",
});

/**
 * Hue, line and thickness of a kind, as in styles/theme.css (a test compares them): told apart without color too.
 * @type {Record<Kind, [hue: number, line: string, thickness: string]>}
 */
export const LINES = {
  person: [340, "solid", "0.1em"],
  role: [55, "dashed", "0.075em"],
  organization: [230, "double", "0.06em"],
  place: [150, "dotted", "0.11em"],
  document: [260, "solid", "0.2em"],
  event: [90, "wavy", "0.06em"],
  time: [300, "dotted", "0.2em"],
  quantity: [195, "dashed", "0.17em"],
  quote: [120, "solid", "0.045em"],
  abbreviation: [25, "double", "0.115em"],
};

/**
 * What stands at a position, where there is one.
 * @template T
 * @param {T[]} list
 * @param {number|undefined} index
 * @returns {T|undefined}
 */
export const at = (list, index) => (index === undefined ? undefined : list[index]);

/**
 * The records of a kind.
 * @template {Kind} K
 * @param {Pick<Analysis, typeof ARRAYS[K]>} analysis
 * @param {K} kind
 */
export function records(analysis, kind) {
  return analysis[ARRAYS[kind]];
}

/**
 * The record an entity stands for.
 * @param {Omit<Analysis, "entities">} analysis
 * @param {import("./pkg/analysis.js").Ref} entity
 * @returns {RecordOf[Kind]}
 */
export function recordOf(analysis, entity) {
  return records(analysis, entity.kind)[entity.record];
}

/**
 * For every entity the ids of all mentions of what it stands for, itself among them, in text order: those of one record, and
 * of times those of one value. One walk, asked by card, marks and panels.
 * @param {Analysis} analysis
 * @param {import("./turns.js").Turns} turns
 * @returns {Promise<number[][]>}
 */
export async function mentionsOf(analysis, turns) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  const out = [];
  for (const { id, kind, record } of analysis.entities) {
    if (turns.over) await turns.pass();
    const value = kind === "time" ? analysis.times[record]?.value : undefined;
    const key = value ? `time=${value}` : `${kind}:${record}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(id);
    out.push(group);
  }
  return out;
}
