// The records after a correction: mentions follow their highlights, a record whose every mention is gone goes with them, a
// highlight that a reader added joins the record of the same wording or begins one.

import { ARRAYS } from "../kinds.js";

/** Which fields of a record point to records, and to which array. */
const REFERENCES = {
  roles: { organization: "organizations", place: "places" },
  organizations: { parent: "organizations", place: "places" },
  events: { organization: "organizations", place: "places" },
  quantities: { time: "times" },
};

/** What a record begins with where only a reader's highlight tells of it. */
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
/** Kinds with one record a mention. */
const SINGLE = new Set(["time", "quantity", "quote"]);

/**
 * The analysis with these entities in the place of those found.
 * @param {object} found
 * @param {object[]} entities corrected, in order, numbered; without `record` where theirs has to be found
 * @param {string} text
 */
export function mapRecords(found, entities, text) {
  const moved = new Map();
  for (const entity of entities) if (entity.record !== undefined) moved.set(entity.subject, entity.id);
  const follow = (ids) => ids.map((id) => moved.get(id)).filter((id) => id !== undefined);

  const out = { ...found, entities };
  const places = {};
  for (const [kind, array] of Object.entries(ARRAYS)) {
    places[array] = [];
    out[array] = [];
    found[array].forEach((record, i) => {
      const next = followed(kind, record, follow, moved);
      if (!next) return;
      places[array][i] = out[array].length;
      out[array].push(next);
    });
  }
  for (const entity of entities)
    if (entity.record !== undefined) entity.record = places[ARRAYS[entity.kind]][entity.record];
  point(out, places, follow);
  rename(out, found, entities, text);
  join(out, entities, text);
  return out;
}

/** A record with its mentions moved, or nothing where the reader took all of them away. */
function followed(kind, record, follow, moved) {
  if (SINGLE.has(kind)) return moved.has(record.entity) ? { ...record, entity: moved.get(record.entity) } : undefined;
  if (kind === "abbreviation") {
    if (record.definition === undefined) return record;
    return moved.has(record.definition) ? { ...record, definition: moved.get(record.definition) } : undefined;
  }
  const mentions = follow(record.mentions);
  return mentions.length || record.mentions.length === 0 ? { ...record, mentions } : undefined;
}

/** Lets every reference point to where its record is now; one to a record that is gone is dropped. */
function point(out, places, follow) {
  for (const [array, fields] of Object.entries(REFERENCES)) {
    for (const record of out[array]) {
      for (const [field, target] of Object.entries(fields)) {
        if (record[field] === undefined) continue;
        record[field] = places[target][record[field]];
        if (record[field] === undefined) delete record[field];
      }
    }
  }
  const there = (index) => index !== undefined;
  for (const role of out.roles) role.holders = role.holders.map((person) => places.people[person]).filter(there);
  for (const person of out.people) {
    person.roles = person.roles
      .map((holding) => ({ ...holding, role: places.roles[holding.role], evidence: follow(holding.evidence) }))
      .filter((holding) => there(holding.role));
  }
  const ref = ({ kind, record }) => ({ kind, record: places[ARRAYS[kind]][record] });
  out.relations = out.relations
    .map((relation) => ({
      ...relation,
      subject: ref(relation.subject),
      object: ref(relation.object),
      evidence: follow(relation.evidence),
    }))
    .filter(({ subject, object }) => there(subject.record) && there(object.record));
}

/** A record that was named by a highlight takes over its new words. */
function rename(out, found, entities, text) {
  for (const { kind, record, subject, corrected, start, end } of entities) {
    if (!corrected || record === undefined || SINGLE.has(kind)) continue;
    const before = found.entities[subject];
    const field = NAME[kind];
    const named = out[ARRAYS[kind]][record];
    if (named[field] === words(text, before)) named[field] = words(text, { start, end });
  }
}

const NAME = {
  person: "name",
  role: "title",
  organization: "name",
  place: "name",
  document: "name",
  event: "name",
  abbreviation: "short",
};

/** Gives the highlights of the reader their records. */
function join(out, entities, text) {
  const known = new Map();
  const key = (kind, name) => `${kind}:${name.toLocaleLowerCase("vi")}`;
  for (const entity of entities) {
    if (entity.record !== undefined && NAME[entity.kind])
      known.set(key(entity.kind, words(text, entity)), entity.record);
  }
  for (const [kind, field] of Object.entries(NAME)) {
    out[ARRAYS[kind]].forEach(
      (record, i) => known.has(key(kind, record[field])) || known.set(key(kind, record[field]), i),
    );
  }
  for (const entity of entities) {
    if (entity.record !== undefined) continue;
    const { id, kind } = entity;
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

const words = (text, { start, end }) => text.slice(start, end).replace(/\s+/g, " ");
