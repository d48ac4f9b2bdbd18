// The sentence that the list of `<lang-kinh>` tells of each entity, as the page and its tables tell it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import init, { analyze } from "../../www/langkinh.node.js";
import { sentenceText } from "../../www/text/sentence.js";

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
/** Name, text, the words asked for, their sentence. */
const CASES = [
  ["the first of two", "Tỉnh ủy họp. Ông Bình dự.", "Tỉnh ủy", "Tỉnh ủy họp."],
  ["the last of two", "Tỉnh ủy họp. Ông Bình dự.", "Bình", "Ông Bình dự."],
  ["a line without a mark at its end", "Tít bài\nÔng Bình dự.", "Tít", "Tít bài"],
  ["a line after an empty one", "\nÔng Bình dự.", "Ông", "Ông Bình dự."],
  ["a short form ends none", "Ông Bình, Bí thư TP. Cần Thơ, dự. Hết.", "Bình", "Ông Bình, Bí thư TP. Cần Thơ, dự."],
  ["a degree ends none", "Theo PGS. TS. Lê Văn An, ThS. Mai và ông B. Nam dự. Hết.", "Mai", "Theo PGS. TS. Lê Văn An, ThS. Mai và ông B. Nam dự."],
  ["a stretch over several", "Ông nói: “Tốt. Làm đi.” Hết.", "Tốt. Làm đi", "Ông nói: “Tốt. Làm đi.”"],
  ["a mark inside a number or an address", "Chi 1.500 đồng ở vnexpress.net. Hết.", "đồng", "Chi 1.500 đồng ở vnexpress.net."],
  ["a question in quotation marks", "“Ai dự?” Ông Bình đáp.", "Bình", "Ông Bình đáp."],
  ["quotation marks that point", "Ông nói: «Tốt.» «Làm đi.» Hết.", "Làm", "«Làm đi.»"],
];
for (const [name, text, words, sentence] of CASES) {
  test(name, () => {
    const start = text.indexOf(words);
    assert.equal(sentenceText(text, { start, end: start + words.length }), sentence);
  });
}

test("every entity of every sample is whole in its own sentence, which is no more than its line", async () => {
  await init();
  for (const file of readdirSync(SEEDS)) {
    const text = readFileSync(SEEDS + file, "utf8");
    for (const entity of analyze(text).entities) {
      const words = text.slice(entity.start, entity.end);
      const sentence = sentenceText(text, entity);
      assert.ok(sentence.includes(words.replace(/\s+/g, " ")), `${file}: ${words}`);
      if (words.includes("\n")) continue;
      const lines = text.slice(text.lastIndexOf("\n", entity.start) + 1).split("\n");
      assert.ok(lines[0].replace(/\s+/g, " ").includes(sentence), `${file}: ${sentence}`);
    }
  }
});

test("a sentence without an end is cut on both sides: what a place costs does not grow with its line", () => {
  const text = "xin ".repeat(1e5);
  let read = 0;
  const get = (_, key) => {
    assert.match(key, /^(?:slice|\d+)$/, "nothing reads on without a bound");
    if (key !== "slice") return ((read += 1), text[key]);
    return (from, to) => ((read += to - from), text.slice(from, to));
  };
  const { length } = sentenceText(new Proxy({}, { get }), { start: 2e5, end: 2e5 + 3 });
  assert.ok(length > 1000 && length < 1300, `${length}`);
  assert.ok(read < 5000, `${read}`);
});
