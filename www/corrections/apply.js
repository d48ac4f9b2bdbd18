// The analysis as the reader corrected it: a new analysis that everything on the page draws from. What was found stays as it
// was, and exports carry both.

import { KINDS } from "../kinds.js";
import { mapRecords } from "./records.js";

/** @import { Analysis, Entity, Kind, Span } from "../pkg/analysis.js" */
/** @import { Correction, Highlight, Subject } from "./corrections.js" */

/**
 * @typedef {Entity & {subject?: Subject, corrected?: boolean}} CorrectedEntity `subject` says whom a correction would be about,
 * `corrected` that one was
 * @typedef {Omit<Analysis, "entities"> & {entities: CorrectedEntity[]}} CorrectedAnalysis
 * @typedef {Omit<CorrectedEntity, "id"|"record"|"subject"> & {id?: number, record?: number, subject: Subject}} Marked
 * an entity before it has its number and the record it stands for
 */

/** Name of the rule of a highlight that a reader set. */
export const READER = "reader";

/**
 * The corrected analysis; the found one itself where nothing was corrected. Its entities say by `subject` whom a
 * correction would be about, and by `corrected` that one was.
 * @param {Analysis} found
 * @param {string} text
 * @param {Correction[]} list
 * @returns {CorrectedAnalysis}
 */
export function apply(found, text, list) {
  if (list.length === 0) return found;
  const bySubject = new Map(list.map((each) => [each.subject, each]));
  /** @type {Marked[]} */
  const seen = [];
  for (const entity of found.entities) {
    const correction = bySubject.get(entity.id);
    if (correction?.action === "remove") continue;
    const { kind, start, end } = correction ?? entity;
    seen.push({
      ...entity,
      subject: entity.id,
      kind,
      start,
      end,
      record: kind === entity.kind ? entity.record : undefined,
      ...(correction && { corrected: true }),
    });
  }
  for (const correction of list) {
    if (correction.action !== "add") continue;
    const { subject, kind, start, end } = correction;
    seen.push({ subject, kind, start, end, rule: READER, corrected: true });
  }
  const entities = nest(seen);
  return mapRecords(found, entities, text);
}

/**
 * In the order of the contract, numbered, each with the innermost one around it.
 * @param {Marked[]} entities
 */
function nest(entities) {
  entities.sort((a, b) => a.start - b.start || b.end - a.end || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  /** @type {Marked[]} */
  const open = [];
  return entities.map((entity, id) => {
    while (open.length && open[open.length - 1].end <= entity.start) open.pop();
    entity.parent = open.at(-1)?.id;
    if (entity.parent === undefined) delete entity.parent;
    open.push(entity);
    return Object.assign(entity, { id });
  });
}

/**
 * The subject of corrections an entity stands for.
 * @param {{id: number, subject?: Subject}} entity
 */
export const subjectOf = (entity) => entity.subject ?? entity.id;

/**
 * Subjects of the entities that a span would cross; entities nest, never cross.
 * @param {CorrectedAnalysis} analysis
 * @param {Span} span
 * @param {Subject} [except]
 */
export function crossing(analysis, { start, end }, except) {
  const crosses = (/** @type {Span} */ entity) =>
    (entity.start < start && start < entity.end && entity.end < end) ||
    (start < entity.start && entity.start < end && end < entity.end);
  return analysis.entities.filter((entity) => subjectOf(entity) !== except && crosses(entity)).map(subjectOf);
}

/**
 * Whether the very same highlight is there already.
 * @param {CorrectedAnalysis} analysis
 * @param {Kind} kind
 * @param {Span} span
 * @param {Subject} [except]
 */
export function exists(analysis, kind, { start, end }, except) {
  return analysis.entities.some(
    (entity) => entity.kind === kind && entity.start === start && entity.end === end && subjectOf(entity) !== except,
  );
}

/**
 * The corrections as they are exported: what was found and what the reader says instead, with the words.
 * @param {Analysis} found
 * @param {string} text
 * @param {Correction[]} list
 * @returns {Description[]}
 *
 * @typedef {Highlight & {text: string}} Said
 * @typedef {Said & {action: Correction["action"], entity?: number, found?: Said}} Description
 */
export function describe(found, text, list) {
  return list.map((correction) => {
    const { action, entity } = correction;
    const was = entity === undefined ? undefined : found.entities[entity];
    const at = correction.action === "remove" ? found.entities[correction.entity] : correction;
    return {
      action,
      ...(was && {
        entity,
        found: { kind: was.kind, start: was.start, end: was.end, text: text.slice(was.start, was.end) },
      }),
      kind: at.kind,
      start: at.start,
      end: at.end,
      text: text.slice(at.start, at.end),
    };
  });
}
