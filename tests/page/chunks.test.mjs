// A long article as a table of chunks: together they are the article, whatever its lines are like.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Chunks } from "../../www/article/chunks.js";
import { blocks } from "../../www/article/segments.js";
import { Turns } from "../../www/turns.js";

/**
 * An analysis of lines alone, with an entity for every word `X` and one around each pair of them.
 * @param {string} text
 * @returns {import("../../www/pkg/analysis.js").Analysis}
 */
function analyzed(text) {
  const zones = [];
  for (const line of text.matchAll(/[^\n]+/g))
    zones.push({ start: line.index, end: line.index + line[0].length, zone: zones.length % 7 ? "body" : "title" });
  const entities = [...text.matchAll(/X+/g)].map((found, id) => ({
    id,
    kind: "person",
    start: found.index,
    end: found.index + found[0].length,
  }));
  // nothing else is read of it
  return /** @type {any} */ ({ zones, entities });
}

const TEXTS = {
  nothing: "",
  "one line": "Hội nghị X họp",
  "short lines": "a\n".repeat(5000),
  "lines of every length": Array.from({ length: 900 }, (_, i) => `${"từ X ".repeat(i % 37)}.`).join("\n"),
  "one endless line": "từ XX ".repeat(30_000),
  "one endless word": "a".repeat(50_000),
  "letters of two units": "😀".repeat(20_000),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`chunks of ${name}`, async () => {
    const analysis = analyzed(text);
    const chunks = await Chunks.of(analysis, text, new Turns());
    const all = [...blocks(analysis, text)];
    assert.equal(chunks.blockCount, all.length);
    const drawn = Array.from({ length: chunks.length }, (_, i) => chunks.blocks(i)).flat();
    assert.deepEqual(drawn, all);
    for (const [i, { start, end, count, before }] of chunks.list.entries()) {
      const inside = chunks.blocks(i);
      assert.equal(inside.length, count);
      assert.equal(inside[0].start, start);
      assert.equal(inside.at(-1)?.end, end);
      assert.equal(before, i ? chunks.blocks(i - 1).at(-1)?.zone : undefined);
      assert.ok(count <= 24 && (count === 1 || end - start <= 6000), `${count} blocks, ${end - start} letters`);
      for (const position of [start, (start + end) >> 1, end - 1]) assert.equal(chunks.at(position), i);
      assert.equal(chunks.atRow(chunks.rows[i]), i);
      assert.ok(chunks.height(i, i + 1) > 0);
    }
    assert.ok(chunks.isCutLike(await Chunks.of(analysis, text, new Turns())));
    if (chunks.length)
      assert.equal(chunks.isCutLike(await Chunks.of(analyzed(`${text}\nx`), `${text}\nx`, new Turns())), false);
  });
}

test("a line is cut outside of entities, and never between the halves of a letter", () => {
  const text = `${"từ ".repeat(1330)}${"X".repeat(60)} ${"😀".repeat(9000)}`;
  const analysis = analyzed(text);
  for (const { start, end } of blocks(analysis, text)) {
    for (const entity of analysis.entities)
      assert.ok(entity.end <= start || entity.start >= end || (start <= entity.start && entity.end <= end));
    assert.ok(!/^[\udc00-\udfff]/.test(text.slice(start, end)));
  }
});
