// What leaves the page, made from plain values: no browser needed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toCsv } from "../../www/export/csv.js";
import { fileName } from "../../www/export/save.js";
import { pickedFiles } from "../../www/input/drop.js";
import { citation, citationText } from "../../www/text/citation.js";
import { sentenceText } from "../../www/text/sentence.js";
import { parseCsv } from "./csv.mjs";

test("CSV: byte order mark, quoting, nothing that a spreadsheet would compute", () => {
  const rows = [
    ["a,b", 'nói "thế"', "hai\ndòng"],
    ["=1+1", "+84", "-cmd|x"],
    ["@SUM(A1)", "\t=1", "  =1"],
    [-5, 0.25, undefined],
    ["＝1", Number.NaN, true],
  ];
  const csv = toCsv(["một", "hai", "ba"], rows);
  assert.ok(csv.startsWith("\ufeff"));
  const parsed = parseCsv(csv.slice(1));
  assert.deepEqual(parsed[0], ["một", "hai", "ba"]);
  assert.deepEqual(parsed[1], rows[0]);
  for (const cell of [...parsed[2], ...parsed[3], parsed[5][0]]) assert.ok(cell.startsWith("'"), cell);
  assert.deepEqual(parsed[4], ["-5", "0.25", ""]);
  assert.deepEqual(parsed[5].slice(1), ["", "true"]);
});

/** Where a spreadsheet finds cells: at every separator that it goes by, with an eye for quotes only where a cell begins with one. */
function cellsAsSplit(/** @type {string} */ csv, /** @type {string} */ separator) {
  const cells = [];
  for (let at = 0; at < csv.length; ) {
    let end = at;
    let cell = "";
    if (csv[at] === '"') {
      for (end = at + 1; end < csv.length && (csv[end] !== '"' || csv[end + 1] === '"'); end += 1) {
        cell += csv[end];
        if (csv[end] === '"') end += 1;
      }
      end += 1;
    }
    for (; end < csv.length && csv[end] !== separator && csv[end] !== "\n" && csv[end] !== "\r"; end += 1)
      cell += csv[end];
    cells.push(cell);
    at = end + 1;
  }
  return cells;
}

test("CSV: whatever stands in a cell, it reads back, and no way of splitting finds a formula", () => {
  const SIGNS = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];
  const SEPARATORS = [",", ";", "\t", "|", "\n", "\r", "\r\n"];
  const texts = ["", "Tỉnh ủy", '"', "''", " ", "a;b", "a\tb", "a|b", "5%, -3%", "“Cảm ơn”, - ông nói"];
  for (const sign of SIGNS) {
    for (const before of ["", " ", "\u00a0", '"', "'", '" ']) {
      texts.push(`${before}${sign}1+1`);
      for (const separator of SEPARATORS)
        texts.push(
          `a${separator}${before}${sign}cmd|'/c calc'!A0`,
          `"${separator}${before}${sign}1"`,
          `${separator}${before}${sign}1${separator}${separator}${sign}2`,
        );
    }
  }
  // and whatever a generator makes of the same pieces
  let seed = 1;
  const pick = (/** @type {string[]} */ from) => from[(seed = (seed * 1103515245 + 12345) % 2 ** 31) % from.length];
  const pieces = [...SIGNS, ...SEPARATORS, '"', "'", " ", "a", "1", "ủy"];
  for (let i = 0; i < 3000; i += 1) texts.push(Array.from({ length: 1 + (i % 9) }, () => pick(pieces)).join(""));

  const rows = texts.map((text, i) => [`x${i}`, text, "cuối"]);
  const csv = toCsv(["một", "hai", "ba"], rows).slice(1);
  const parsed = parseCsv(csv).slice(1);
  assert.equal(parsed.length, rows.length);
  for (const [i, [name, cell, last]] of parsed.entries()) {
    assert.equal(name, `x${i}`);
    assert.equal(last, "cuối");
    // nothing but apostrophes was added
    let at = 0;
    for (const letter of cell)
      if (letter === texts[i][at]) at += 1;
      else assert.equal(letter, "'", texts[i]);
    assert.equal(at, texts[i].length, texts[i]);
  }
  for (const separator of [",", ";", "\t", "|"]) {
    for (const cell of cellsAsSplit(csv, separator))
      assert.doesNotMatch(cell.replace(/^[\s"]+/, ""), /^[=+\-@＝＋－＠]/, JSON.stringify(cell));
  }
  for (const [text, written] of [
    ["a;b", '"a;b"'],
    ["a\tb", '"a\tb"'],
    ["a|b", '"a|b"'],
    ["a;=1", '"a;\'=1"'],
    ["a b", "a b"],
  ])
    assert.equal(toCsv([text], []).slice(1), `${written}\r\n`);
});

test("files chosen one by one are read whatever their names; of a folder, what systems leave there is not", () => {
  const names = [".txt", "bai.txt", "~$bai.docx", "Thumbs.db"];
  const files = names.map((name) => new File([], name));
  assert.deepEqual(
    pickedFiles(files, false)
      .map(({ name }) => name)
      .sort(),
    [...names].sort(),
  );
  assert.deepEqual(
    pickedFiles(files, true).map(({ name }) => name),
    ["bai.txt"],
  );
});

test("file names that every system takes", () => {
  for (const [name, expected] of [
    ["Nghị quyết 18-NQ/TW.csv", "Nghị quyết 18-NQ TW.csv"],
    ["../../x.json", "x.json"],
    ["\u202egpj.csv", "gpj.csv"],
    [`${"a".repeat(300)}.md`, `${"a".repeat(80)}.md`],
    ["///.html", "lang-kinh.html"],
  ]) {
    assert.equal(fileName(name), expected);
  }
});

test("the sentence around a place", () => {
  const text = "Tít\nÔng A nói. Năm 2020, TP. Hồ Chí Minh có 25 dự án (xem PGS.TS B). “Tốt.” Hết";
  const at = (/** @type {string} */ words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  for (const [words, expected] of [
    ["25 dự án", "Năm 2020, TP. Hồ Chí Minh có 25 dự án (xem PGS.TS B)."],
    ["Ông A", "Ông A nói."],
    ["Tít", "Tít"],
    ["Hết", "Hết"],
  ])
    assert.equal(sentenceText(text, at(words)), expected, words);
});

test("documents are cited as offices do; what our tables add is told apart", () => {
  const known = {
    symbol: "27-NQ/TW",
    date: "2018-05-21",
    issuer: "Ban Chấp hành Trung ương",
    subject: "cải cách chính sách tiền lương",
  };
  /** @type {[document: Omit<import("../../www/pkg/analysis.js").Document, "mentions">, expected: string][]} */
  const cited = [
    [
      {
        name: "Nghị quyết số 27-NQ/TW",
        type: "Nghị quyết",
        number: "27",
        symbol: "27-NQ/TW",
        date: "2018-05-21",
        issuer: "Ban Chấp hành Trung ương",
      },
      "Nghị quyết số 27-NQ/TW ngày 21/5/2018 của Ban Chấp hành Trung ương",
    ],
    [
      { name: "Nghị quyết 27", type: "Nghị quyết", number: "27", known },
      "Nghị quyết số 27[-NQ/TW ngày 21/5/2018 của Ban Chấp hành Trung ương về cải cách chính sách tiền lương]",
    ],
    [
      {
        name: "Nghị quyết số 27-NQ/TW",
        type: "Nghị quyết",
        number: "27",
        symbol: "27-NQ/TW",
        issuer: "Trung ương",
        known,
      },
      "Nghị quyết số 27-NQ/TW [ngày 21/5/2018] của Trung ương [về cải cách chính sách tiền lương]",
    ],
    [
      { name: "Quy định 205", type: "Quy định", number: "205", title: "Kiểm soát quyền lực" },
      "Quy định số 205 “Kiểm soát quyền lực”",
    ],
    [
      { name: "Nghị quyết của Tỉnh ủy năm 2021", type: "Nghị quyết", issuer: "Tỉnh ủy" },
      "Nghị quyết của Tỉnh ủy năm 2021",
    ],
    [
      { name: "Nghị quyết Trung ương 7 khóa XII", type: "Nghị quyết", known },
      "Nghị quyết Trung ương 7 khóa XII [số 27-NQ/TW ngày 21/5/2018 của Ban Chấp hành Trung ương về cải cách chính sách tiền lương]",
    ],
  ];
  for (const [document, expected] of cited) assert.equal(citationText({ mentions: [], ...document }), expected);
  assert.ok(
    citation({ name: "Nghị quyết 27", type: "Nghị quyết", number: "27", known, mentions: [] })
      .slice(1)
      .every(({ ours }) => ours),
  );
});
