// The sentence that the list of `<lang-kinh>` tells of each entity.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sentencesOf } from "../../www/embed/sentence.js";
import init, { analyze } from "../../www/langkinh.node.js";

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
/** Name, text, the words asked for, their sentence. */
const CASES = [
  ["the first of two", "Tỉnh ủy họp. Ông Bình dự.", "Tỉnh ủy", "Tỉnh ủy họp."],
  ["the last of two", "Tỉnh ủy họp. Ông Bình dự.", "Bình", "Ông Bình dự."],
  ["a line without a mark at its end", "Tít bài\nÔng Bình dự.", "Tít", "Tít bài"],
  ["a short form ends none", "Ông Bình, Bí thư TP. Cần Thơ, dự. Hết.", "Bình", "Ông Bình, Bí thư TP. Cần Thơ, dự."],
  ["a stretch over several", "Ông nói: “Tốt. Làm đi.” Hết.", "Tốt. Làm đi", "Ông nói: “Tốt. Làm đi.”"],
  ["a mark inside a number or an address", "Chi 1.500 đồng ở vnexpress.net. Hết.", "đồng", "Chi 1.500 đồng ở vnexpress.net."],
  ["a question in quotation marks", "“Ai dự?” Ông Bình đáp.", "Bình", "Ông Bình đáp."],
];
for (const [name, text, words, sentence] of CASES) {
  test(name, () => {
    const start = text.indexOf(words);
    assert.equal(sentencesOf(text)({ start, end: start + words.length }), sentence);
  });
}

test("every entity of every sample is whole in its own sentence, which is no more than its line", async () => {
  await init();
  for (const file of readdirSync(SEEDS)) {
    const text = readFileSync(SEEDS + file, "utf8");
    const sentenceOf = sentencesOf(text);
    for (const entity of analyze(text).entities) {
      const words = text.slice(entity.start, entity.end);
      const sentence = sentenceOf(entity);
      assert.ok(sentence.includes(words), `${file}: ${words}`);
      if (!words.includes("\n")) assert.ok(!sentence.includes("\n"), `${file}: ${sentence}`);
    }
  }
});
