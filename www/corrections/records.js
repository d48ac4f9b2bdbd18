// The records after a correction: mentions follow their highlights, a record whose every mention is gone goes with them, a
// highlight that a reader added joins the record of the same wording or begins one.

import { ARRAYS, KINDS } from "../kinds.js";

/** @import { Analysis, Index, Kind, Ref, Span } from "../pkg/analysis.js" */
/** @import { CorrectedAnalysis, CorrectedEntity, Marked } from "./apply.js" */
/** @typedef {typeof ARRAYS[Kind]} ArrayName */
/** @typedef {Record<string, any>} Loose any: a record whose fields are named by the tables below */
/** @typedef {Record<ArrayName, number[]>} Places where each record of an array is now */
/** @typedef {(ids: Index[]) => Index[]} Follow the entities by their new numbers, without those that are gone */
/** @typedef {Marked & {id: number}} Numbered */

/**
 * Which fields of a record point to records, and to which array.
 * @type {{[K in ArrayName]?: Record<string, ArrayName>}}
 */
const REFERENCES = {
  roles: { organization: "organizations", place: "places" },
  organizations: { parent: "organizations", place: "places" },
  events: { organization: "organizations", place: "places" },
  quantities: { time: "times" },
};

/**
 * What a record begins with where only a reader's highlight tells of it.
 * @type {Record<Kind, (name: string) => Loose>}
 */
const NEW = {
  person: (name) => ({ name, roles: [] }),
  role: (name) => ({ title: name, head: name, holders: [] }),
  organization: (name) => ({ name, branch: "other" }),
  place: (name) => ({ name }),
  document: (name) => ({ name, type: "" }),
  event: (name) => ({ name, kind: "other" }),
  time: () => ({}),
  quantity: () => ({ unit: "" }),
  quote: () => ({ kind: "term" }),
  abbreviation: (name) => ({ short: name, long: "", defined: true }),
};
/**
 * Kinds with one record a mention.
 * @type {Set<Kind>}
 */
const SINGLE = new Set(["time", "quantity", "quote"]);

/**
 * The analysis with these entities in the place of those found.
 * @param {Analysis} found
 * @param {Numbered[]} entities corrected, in order, numbered; without `record` where theirs has to be found
 * @param {string} text
 * @returns {CorrectedAnalysis}
 */
export function mapRecords(found, entities, text) {
  /** @type {Map<unknown, number>} */
  const moved = new Map();
  for (const entity of entities) if (entity.record !== undefined) moved.set(entity.subject, entity.id);
  /** @type {Follow} */
  const follow = (ids) => ids.map((id) => moved.get(id)).filter((id) => id !== undefined);

  // every entity has its record in the end
  const out = { ...found, entities: /** @type {CorrectedEntity[]} */ (entities) };
  const places = /** @type {Places} */ ({});
  for (const [kind, array] of KINDS.map((each) => /** @type {const} */ ([each, ARRAYS[each]]))) {
    places[array] = [];
    /** @type {Loose[]} */
    const kept = [];
    found[array].forEach((record, i) => {
      const next = followed(kind, record, follow, moved);
      if (!next) return;
      places[array][i] = kept.length;
      kept.push(next);
    });
    Object.assign(out, { [array]: kept });
  }
  for (const entity of entities)
    if (entity.record !== undefined) entity.record = places[ARRAYS[entity.kind]][entity.record];
  point(out, places, follow);
  rename(out, found, entities, text);
  join(out, entities, text);
  return out;
}

/**
 * A record with its mentions moved, or nothing where the reader took all of them away.
 * @param {Kind} kind
 * @param {Loose} record
 * @param {Follow} follow
 * @param {Map<unknown, number>} moved
 * @returns {Loose|undefined}
 */
function followed(kind, record, follow, moved) {
  if (SINGLE.has(kind)) return moved.has(record.entity) ? { ...record, entity: moved.get(record.entity) } : undefined;
  if (kind === "abbreviation") {
    if (record.definition === undefined) return record;
    return moved.has(record.definition) ? { ...record, definition: moved.get(record.definition) } : undefined;
  }
  const mentions = follow(record.mentions);
  return mentions.length || record.mentions.length === 0 ? { ...record, mentions } : undefined;
}

/**
 * Lets every reference point to where its record is now; one to a record that is gone is dropped.
 * @param {CorrectedAnalysis} out
 * @param {Places} places
 * @param {Follow} follow
 */
function point(out, places, follow) {
  for (const [array, fields] of Object.entries(REFERENCES)) {
    for (const record of /** @type {Loose[]} */ (out[/** @type {ArrayName} */ (array)])) {
      for (const [field, target] of Object.entries(fields)) {
        if (record[field] === undefined) continue;
        record[field] = places[target][record[field]];
        if (record[field] === undefined) delete record[field];
      }
    }
  }
  const there = (/** @type {Index|undefined} */ index) => index !== undefined;
  for (const role of out.roles) role.holders = role.holders.map((person) => places.people[person]).filter(there);
  for (const person of out.people) {
    person.roles = person.roles
      .map((holding) => ({ ...holding, role: places.roles[holding.role], evidence: follow(holding.evidence) }))
      .filter((holding) => there(holding.role));
  }
  const ref = (/** @type {Ref} */ { kind, record }) => ({ kind, record: places[ARRAYS[kind]][record] });
  out.relations = out.relations
    .map((relation) => ({
      ...relation,
      subject: ref(relation.subject),
      object: ref(relation.object),
      evidence: follow(relation.evidence),
    }))
    .filter(({ subject, object }) => there(subject.record) && there(object.record));
}

/**
 * A record that was named by a highlight takes over its new words.
 * @param {CorrectedAnalysis} out
 * @param {Analysis} found
 * @param {Numbered[]} entities
 * @param {string} text
 */
function rename(out, found, entities, text) {
  for (const { kind, record, subject, corrected, start, end } of entities) {
    const field = NAME[kind];
    if (!corrected || record === undefined || !field) continue;
    const before = found.entities[Number(subject)];
    /** @type {Loose} */
    const named = out[ARRAYS[kind]][record];
    if (named[field] === words(text, before)) named[field] = words(text, { start, end });
  }
}

/**
 * By which field a record is named; those of the other kinds have no name.
 * @type {{[K in Kind]?: string}}
 */
const NAME = {
  person: "name",
  role: "title",
  organization: "name",
  place: "name",
  document: "name",
  event: "name",
  abbreviation: "short",
};

/**
 * Gives the highlights of the reader their records.
 * @param {CorrectedAnalysis} out
 * @param {Numbered[]} entities
 * @param {string} text
 */
function join(out, entities, text) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /**
   * @param {string} kind
   * @param {string} name
   */
  const key = (kind, name) => `${kind}:${name.toLocaleLowerCase("vi")}`;
  for (const entity of entities) {
    if (entity.record !== undefined && NAME[entity.kind])
      known.set(key(entity.kind, words(text, entity)), entity.record);
  }
  for (const [kind, field] of Object.entries(NAME)) {
    out[ARRAYS[/** @type {Kind} */ (kind)]].forEach((/** @type {Loose} */ record, i) => {
      if (!known.has(key(kind, record[field]))) known.set(key(kind, record[field]), i);
    });
  }
  for (const entity of entities) {
    if (entity.record !== undefined) continue;
    const { id, kind } = entity;
    /** @type {Loose[]} */
    const array = out[ARRAYS[kind]];
    const name = words(text, entity);
    let record = SINGLE.has(kind) ? undefined : known.get(key(kind, name));
    if (record === undefined) {
      record = array.length;
      array.push({
        ...NEW[kind](name),
        ...(SINGLE.has(kind)
          ? { entity: id }
          : kind === "abbreviation"
            ? { definition: id, uses: [] }
            : { mentions: [] }),
        byReader: true,
      });
      if (!SINGLE.has(kind)) known.set(key(kind, name), record);
    }
    entity.record = record;
    if (array[record].mentions) array[record].mentions = [...array[record].mentions, id].sort((a, b) => a - b);
    if (kind === "abbreviation")
      array[record].uses = [...array[record].uses, { start: entity.start, end: entity.end }].sort(
        (a, b) => a.start - b.start,
      );
  }
}

/**
 * @param {string} text
 * @param {Span} span
 */
const words = (text, { start, end }) => text.slice(start, end).replace(/\s+/g, " ");
