// What leaves the page, made from plain values: no browser needed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv } from "../../www/export/csv.js";
import { fileName } from "../../www/export/save.js";
import { sentenceText } from "../../www/text/sentence.js";

/** RFC 4180, read by the letter. */
export function parseCsv(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[(i += 1)];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\r") {
      rows.at(-1).push(cell);
      cell = "";
      if (c === "\r") {
        assert.equal(text[(i += 1)], "\n");
        rows.push([]);
      }
    } else cell += c;
  }
  assert.equal(quoted, false);
  assert.deepEqual(rows.pop(), []);
  return rows;
}

test("CSV: byte order mark, quoting, nothing that a spreadsheet would compute", () => {
  const rows = [["a,b", 'nói "thế"', "hai\ndòng"], ["=1+1", "+84", "-cmd|x"], ["@SUM(A1)", "\t=1", "  =1"], [-5, 0.25, undefined], ["＝1", Number.NaN, true]];
  const csv = toCsv(["một", "hai", "ba"], rows);
  assert.ok(csv.startsWith("\ufeff"));
  const parsed = parseCsv(csv.slice(1));
  assert.deepEqual(parsed[0], ["một", "hai", "ba"]);
  assert.deepEqual(parsed[1], rows[0]);
  for (const cell of [...parsed[2], ...parsed[3], parsed[5][0]]) assert.ok(cell.startsWith("'"), cell);
  assert.deepEqual(parsed[4], ["-5", "0.25", ""]);
  assert.deepEqual(parsed[5].slice(1), ["", "true"]);
});

test("file names that every system takes", () => {
  for (const [name, expected] of [["Nghị quyết 18-NQ/TW.csv", "Nghị quyết 18-NQ TW.csv"], ["../../x.json", "x.json"], ["\u202egpj.csv", "gpj.csv"], ["a".repeat(300) + ".md", `${"a".repeat(80)}.md`], ["///.html", "lang-kinh.html"]]) {
    assert.equal(fileName(name), expected);
  }
});

test("the sentence around a place", () => {
  const text = "Tít\nÔng A nói. Năm 2020, TP. Hồ Chí Minh có 25 dự án (xem PGS.TS B). “Tốt.” Hết";
  const at = (words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  for (const [words, expected] of [
    ["25 dự án", "Năm 2020, TP. Hồ Chí Minh có 25 dự án (xem PGS.TS B)."],
    ["Ông A", "Ông A nói."],
    ["Tít", "Tít"],
    ["Hết", "Hết"],
  ]) assert.equal(sentenceText(text, at(words)), expected, words);
});
