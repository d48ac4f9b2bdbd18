// Finding in a text: case, forms of encoding, old and new places of tones, diacritics or none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../../www/find/search.js";

const found = async (/** @type {string} */ text, /** @type {string} */ query, /** @type {boolean} */ marks) =>
  (await search(text, query, { marks })).map(({ start, end }) => text.slice(start, end));

test("words are found whatever their case and encoding, and where they stand", async () => {
  /** @type {[text: string, query: string, marks: boolean, expected: string[]][]} */
  const cases = [
    ["Ủy ban, ỦY BAN, Uỷ ban, uy ban", "ủy ban", true, ["Ủy ban", "ỦY BAN", "Uỷ ban"]],
    ["Ủy ban, Uy ban", "uỷ ban", true, ["Ủy ban"]],
    ["Ủy ban, ỦY BAN, uy ban", "uy ban", false, ["Ủy ban", "ỦY BAN", "uy ban"]],
    ["hoà bình, hòa bình, hoàn", "hòa", true, ["hoà", "hòa", "hoà"]],
    ["Đảng và dang", "đảng", true, ["Đảng"]],
    ["Đảng và dang", "DANG", false, ["Đảng", "dang"]],
    ["Hoa, Hoá", "hoa", true, ["Hoa"]],
    ["viê\u0323t, việt, vie\u0323\u0302t, viet", "việt", true, ["viê\u0323t", "việt", "vie\u0323\u0302t"]],
    ["😀 Hà Nội 😀 HÀ\u00a0NỘI", "ha noi", false, ["Hà Nội", "HÀ\u00a0NỘI"]],
    ["aaaa", "aa", true, ["aa", "aa"]],
    ["abc", " ", true, []],
    ["abc", "", false, []],
    ["a.c abc", "a.c", false, ["a.c"]],
  ];
  for (const [text, query, marks, expected] of cases)
    assert.deepEqual(await found(text, query, marks), expected, `${query} in ${text}`);
});

test("a long text and one endless line are searched whole", async () => {
  const line = `${"Đoạn văn nói chuyện khác. ".repeat(40)}Nghị quyết số 18\n`;
  assert.equal((await found(line.repeat(300), "nghi quyet", false)).length, 300);
  const endless = `${"chữ ".repeat(30_000)}đích`.repeat(8);
  assert.deepEqual(await found(endless, "đích", true), Array(8).fill("đích"));
});
