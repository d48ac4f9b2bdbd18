// The analysis as the reader corrected it: a new analysis that everything on the page draws from. What was found stays as it
// was, and exports carry both.

import { KINDS } from "../kinds.js";
import { mapRecords } from "./records.js";

/** Name of the rule of a highlight that a reader set. */
export const READER = "reader";

/**
 * The corrected analysis; the found one itself where nothing was corrected. Its entities say by `subject` whom a
 * correction would be about, and by `corrected` that one was.
 * @param {object} found
 * @param {string} text
 * @param {Array<import("./corrections.js").Correction>} list
 */
export function apply(found, text, list) {
  if (list.length === 0) return found;
  const bySubject = new Map(list.map((each) => [each.subject, each]));
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
  for (const { subject, action, kind, start, end } of list) {
    if (action === "add") seen.push({ subject, kind, start, end, rule: READER, corrected: true });
  }
  const entities = nest(seen);
  return mapRecords(found, entities, text);
}

/** In the order of the contract, numbered, each with the innermost one around it. */
function nest(entities) {
  entities.sort((a, b) => a.start - b.start || b.end - a.end || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const open = [];
  entities.forEach((entity, id) => {
    while (open.length && open.at(-1).end <= entity.start) open.pop();
    entity.id = id;
    entity.parent = open.at(-1)?.id;
    if (entity.parent === undefined) delete entity.parent;
    open.push(entity);
  });
  return entities;
}

/** The subject of corrections an entity stands for. */
export const subjectOf = (entity) => entity.subject ?? entity.id;

/** Subjects of the entities that a span would cross; entities nest, never cross. */
export function crossing(analysis, { start, end }, except) {
  const crosses = (entity) =>
    (entity.start < start && start < entity.end && entity.end < end) ||
    (start < entity.start && entity.start < end && end < entity.end);
  return analysis.entities.filter((entity) => subjectOf(entity) !== except && crosses(entity)).map(subjectOf);
}

/** Whether the very same highlight is there already. */
export function exists(analysis, kind, { start, end }, except) {
  return analysis.entities.some(
    (entity) => entity.kind === kind && entity.start === start && entity.end === end && subjectOf(entity) !== except,
  );
}

/**
 * The corrections as they are exported: what was found and what the reader says instead, with the words.
 * @returns {Array<{action: string, entity?: number, found?: object, kind?: string, start?: number, end?: number, text: string}>}
 */
export function describe(found, text, list) {
  return list.map(({ action, entity, kind, start, end }) => {
    const was = entity === undefined ? undefined : found.entities[entity];
    const at = action === "remove" ? was : { kind, start, end };
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
