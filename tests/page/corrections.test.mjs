// Corrections by hand, as values: what was found stays, what is drawn hangs together.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { apply, crossing, describe, exists, subjectOf } from "../../www/corrections/apply.js";
import { Corrections } from "../../www/corrections/corrections.js";
import { ARRAYS, KINDS } from "../../www/kinds.js";
import init, { analyze } from "../../www/langkinh.node.js";
import { moveEnd, wholeWords } from "../../www/text/words.js";

/** @import { Analysis, Kind } from "../../www/pkg/analysis.js" */
/**
 * A record of any kind, as far as it points somewhere.
 * @typedef {{mentions?: number[], entity?: number, definition?: number, organization?: number, place?: number, parent?: number, time?: number}} Row
 */

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
const texts = readdirSync(SEEDS)
  .sort()
  .map((file) => readFileSync(SEEDS + file, "utf8"));
before(() => init());

/** The records of a kind. */
const rowsOf = (/** @type {Analysis} */ analysis, /** @type {Kind} */ kind) =>
  /** @type {Row[]} */ (analysis[ARRAYS[kind]]);
/** The mentions of a record. */
const mentionsOf = (/** @type {Row} */ { mentions, entity, definition }) => mentions ?? [entity ?? definition];

/** What records point to. @type {[field: "organization" | "place" | "parent" | "time", kind: Kind][]} */
const POINTERS = [
  ["organization", "organization"],
  ["place", "place"],
  ["parent", "organization"],
  ["time", "time"],
];

/** Everything that points somewhere points at something that is there, and mentions and entities agree. */
function hangsTogether(/** @type {Analysis} */ analysis, /** @type {string} */ text) {
  const { entities } = analysis;
  /** @type {import("../../www/pkg/analysis.js").Entity[]} */
  const open = [];
  entities.forEach((entity, id) => {
    assert.equal(entity.id, id);
    while (open.length && open[open.length - 1].end <= entity.start) open.pop();
    const around = open.at(-1);
    assert.ok(!around || entity.end <= around.end, "nest, never cross");
    assert.equal(entity.parent, around?.id);
    open.push(entity);
    const record = rowsOf(analysis, entity.kind)[entity.record];
    assert.ok(record, `${entity.kind} ${entity.record}`);
    assert.ok(mentionsOf(record).includes(id), `${entity.kind} "${text.slice(entity.start, entity.end)}"`);
  });
  for (const kind of KINDS) {
    rowsOf(analysis, kind).forEach((record, i) => {
      for (const id of mentionsOf(record).filter((each) => each !== undefined))
        assert.deepEqual([entities[id].kind, entities[id].record], [kind, i]);
      for (const [field, other] of POINTERS) {
        const to = record[field];
        if (to !== undefined) assert.ok(rowsOf(analysis, other)[to], `${kind}.${field}`);
      }
    });
  }
  for (const role of analysis.roles) for (const person of role.holders) assert.ok(analysis.people[person]);
  for (const person of analysis.people)
    for (const holding of person.roles)
      assert.ok(analysis.roles[holding.role] && holding.evidence.every((id) => entities[id]));
  for (const { subject, object, evidence } of analysis.relations)
    assert.ok(
      analysis[ARRAYS[subject.kind]][subject.record] &&
        analysis[ARRAYS[object.kind]][object.record] &&
        evidence.every((id) => entities[id]),
    );
}

test("a selection is meant in whole words; an end moves word by word within its line", () => {
  const text = "Ông Trần Văn, nói.\nHết";
  /** @param {import("../../www/pkg/analysis.js").Span|null} span */
  const words = (span) => span && text.slice(span.start, span.end);
  const at = (/** @type {string} */ sought) => ({
    start: text.indexOf(sought),
    end: text.indexOf(sought) + sought.length,
  });
  assert.equal(words(wholeWords(text, at("ần Vă"))), "Trần Văn");
  assert.equal(words(wholeWords(text, at(" Trần "))), "Trần");
  assert.equal(wholeWords(text, at(" ")), null);
  /** @type {[sought: string, side: "start"|"end", by: number, expected: string|null][]} */
  const moves = [
    ["Trần Văn", "start", -1, "Ông Trần Văn"],
    ["Trần Văn", "start", 1, "Văn"],
    ["Trần Văn", "end", -1, "Trần"],
    ["Trần Văn", "end", 1, "Trần Văn,"],
    ["Trần", "end", -1, null],
    ["Ông", "start", -1, null],
    ["nói.", "end", 1, null],
    ["Hết", "start", -1, null],
  ];
  for (const [sought, side, by, expected] of moves) {
    assert.equal(words(moveEnd(text, at(sought), side, by)), expected, `${sought} ${side} ${by}`);
  }
});

/** The same numbers in every run. */
function random(/** @type {number} */ seed) {
  return (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

/**
 * Makes everything within unchangeable.
 * @template T
 * @param {T} value
 * @returns {T}
 */
function freeze(value) {
  if (value && typeof value === "object" && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

test("any corrections give an analysis that hangs together; what was found is not touched; undo leads back", () => {
  texts.forEach((text, n) => {
    const found = freeze(analyze(text));
    const corrections = new Corrections();
    const next = random(n + 1);
    const lists = [corrections.list];
    let shown = found;
    for (let step = 0; step < 60; step += 1) {
      const entity = shown.entities[next(shown.entities.length)];
      const subject = subjectOf(entity);
      const was = typeof subject === "number" ? found.entities[subject] : undefined;
      const start = Math.max(0, entity.start + next(21) - 10);
      const span = { start, end: Math.min(text.length, Math.max(start + 1, entity.end + next(21) - 10)) };
      const kind = KINDS[next(KINDS.length)];
      const act = next(5);
      if (act === 0) corrections.remove(subject);
      else if (act === 1 && corrections.list.length) {
        const { subject: one } = corrections.list[next(corrections.list.length)];
        corrections.restore(one, typeof one === "number" ? crossing(shown, found.entities[one], one) : []);
      } else if (act < 4 && !exists(shown, kind, span, subject))
        corrections.change(subject, { kind, ...span }, was, crossing(shown, span, subject));
      else if (!exists(shown, kind, span)) corrections.add(kind, span, crossing(shown, span));
      if (corrections.list !== lists.at(-1)) lists.push(corrections.list);
      shown = apply(found, text, corrections.list);
      if (shown !== found) hangsTogether(shown, text);
      assert.equal(describe(found, text, corrections.list).length, corrections.list.length);
    }
    for (const list of lists.toReversed().slice(1)) {
      corrections.undo();
      assert.equal(corrections.list, list);
    }
    assert.equal(corrections.canUndo, false);
    assert.equal(apply(found, text, corrections.list), found);
    while (corrections.canRedo) corrections.redo();
    assert.deepEqual(apply(found, text, corrections.list), shown);
  });
});

test("a highlight added joins the record of its words, one removed everywhere takes its record along", () => {
  const text =
    "Ông Trần Văn Huyến, Chủ tịch HĐND tỉnh Hậu Giang, phát biểu. Theo trần văn huyến, việc tốt. Gặp Bá Tước ở đó.";
  const found = analyze(text);
  const corrections = new Corrections();
  const at = (/** @type {string} */ words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  corrections.add("person", at("trần văn huyến"));
  let shown = apply(found, text, corrections.list);
  const huyen = shown.people.find(({ name }) => name === "Trần Văn Huyến");
  assert.deepEqual(
    huyen?.mentions.map((id) => text.slice(shown.entities[id].start, shown.entities[id].end)),
    ["Trần Văn Huyến", "trần văn huyến"],
  );
  assert.notEqual(huyen?.roles.length, 0);
  corrections.add("person", at("Bá Tước"));
  shown = apply(found, text, corrections.list);
  assert.deepEqual(
    shown.people.map(({ name }) => name),
    ["Trần Văn Huyến", "Bá Tước"],
  );
  corrections.change("r2", { kind: "place", ...at("Bá Tước") });
  for (const id of found.people[0].mentions) corrections.remove(id);
  corrections.remove("r1");
  shown = apply(found, text, corrections.list);
  assert.deepEqual(shown.people, []);
  assert.ok(shown.roles.every((role) => role.holders.length === 0));
  assert.ok(shown.places.some((place) => place.name === "Bá Tước" && "byReader" in place));
  assert.deepEqual(
    describe(found, text, corrections.list).map(({ action, kind, text: words }) => [action, kind, words]),
    [
      ["add", "place", "Bá Tước"],
      ["remove", "person", "Trần Văn Huyến"],
    ],
  );
});
