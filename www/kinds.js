// The ten kinds of entities, in the order of the contract, and which records stand for which kind.

export const KINDS = ["person", "role", "organization", "place", "document", "event", "time", "quantity", "quote", "abbreviation"];

/** Name of the array that holds the records of a kind. */
export const ARRAYS = {
  person: "people", role: "roles", organization: "organizations", place: "places", document: "documents",
  event: "events", time: "times", quantity: "quantities", quote: "quotes", abbreviation: "abbreviations",
};

/** The records of a kind. */
export function records(analysis, kind) {
  return analysis[ARRAYS[kind]];
}

/** The record an entity stands for. */
export function recordOf(analysis, entity) {
  return records(analysis, entity.kind)[entity.record];
}

/** Entities grouped by record, `"kind:record"` → ids in text order: one walk, asked by card, marks and panels. */
export async function mentionsByRecord(entities, turns) {
  const groups = new Map();
  for (const { id, kind, record } of entities) {
    if (turns.over) await turns.pass();
    const key = `${kind}:${record}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(id);
  }
  return groups;
}
