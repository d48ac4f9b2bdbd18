// Who is who across articles, as pure functions.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyKey, keyOf } from "../../www/many/names.js";
import { joinPeople, postKey } from "../../www/many/people.js";

const province = (/** @type {string} */ name) => ({ name, unit: "tỉnh", province: name });
/** @typedef {Parameters<typeof joinPeople>[0][number]} Holding */
/** @returns {Holding} */
const held = (
  /** @type {number} */ article,
  /** @type {string} */ person,
  /** @type {string} */ head,
  /** @type {string|undefined} */ body = undefined,
  /** @type {Holding["place"]} */ place = undefined,
  who = 0,
) => ({ article, who, person, head, post: head, body, place });
const sameness = (/** @type {Holding[]} */ ...holdings) => joinPeople(holdings).persons;

test("names are compared without case, normal form and the place of the tone", () => {
  for (const [a, b] of [
    ["Nguyễn Văn Hoà", "NGUYỄN VĂN HÒA"],
    ["Uỷ ban", "Ủy ban"],
    ["Đỗ Thuý".normalize("NFD"), "Đỗ Thúy"],
    ["TP. Cần Thơ", "TP Cần Thơ"],
  ])
    assert.equal(keyOf(a), keyOf(b));
  for (const [a, b] of [
    ["Hòa", "Hoa"],
    ["Hòa", "Hóa"],
    ["Đạt", "Dạt"],
  ])
    assert.notEqual(keyOf(a), keyOf(b));
});

test("a body is the same with and without its place behind it", () => {
  const place = province("Hậu Giang");
  assert.equal(bodyKey("Tỉnh ủy Hậu Giang", place), bodyKey("Tỉnh ủy", place));
  assert.equal(bodyKey("HĐND tỉnh", place), bodyKey("HĐND tỉnh Hậu Giang", place));
  assert.notEqual(
    postKey({ head: "Bí thư", body: "Tỉnh ủy", place }),
    postKey({ head: "Bí thư", body: "Tỉnh ủy", place: province("Long An") }),
  );
});

test("one name, one province: one person, whatever the post", () => {
  const [a, b, c] = sameness(
    held(0, "Lê Văn Bền", "Bí thư", "Tỉnh ủy", province("Hậu Giang")),
    held(1, "LÊ VĂN BỀN", "Chủ tịch", "HĐND tỉnh", province("Hậu Giang")),
    held(2, "Lê Văn Bền", "Bí thư", "Tỉnh ủy", province("Lào Cai")),
  );
  assert.equal(a, b);
  assert.notEqual(a, c);
});

test("at the center the post decides; a name alone never does", () => {
  const [a, b, c, d] = sameness(
    held(0, "Mai Văn Chính", "Phó Trưởng ban", "Ban Tổ chức Trung ương"),
    held(1, "Mai Văn Chính", "Phó Trưởng ban", "Ban Tổ chức Trung ương"),
    held(2, "Mai Văn Chính", "Giám đốc"),
    held(3, "Mai Văn Chính", "Giám đốc"),
  );
  assert.equal(a, b);
  assert.equal(new Set([a, c, d]).size, 3);
});

test("what an article joins or keeps apart stays so; posts of one person bridge articles", () => {
  const [a, b, c] = sameness(
    held(0, "Trần Văn Nghĩa", "Bí thư", "Tỉnh ủy", province("Long An"), 0),
    held(0, "Trần Văn Nghĩa", "Ủy viên", "Trung ương Đảng", undefined, 0),
    held(1, "Trần Văn Nghĩa", "Ủy viên", "Trung ương Đảng"),
  );
  assert.deepEqual([a === b, b === c], [true, true]);
  const [d, e] = sameness(
    held(0, "Lê Hùng", "Phóng viên", undefined, undefined, 0),
    held(0, "Lê Hùng", "Đại biểu", undefined, undefined, 1),
  );
  assert.notEqual(d, e);
});

test("people who share a name are numbered", () => {
  const { namesakes, persons } = joinPeople([
    held(0, "Lê Hùng", "Bí thư", "Tỉnh ủy", province("Long An")),
    held(1, "Lê Hùng", "Bí thư", "Tỉnh ủy", province("Lào Cai")),
    held(2, "Lê Nam", "Bí thư", "Tỉnh ủy", province("Lào Cai")),
  ]);
  assert.deepEqual(namesakes.get(persons[0]), { number: 1, of: 2 });
  assert.deepEqual(namesakes.get(persons[1]), { number: 2, of: 2 });
  assert.equal(namesakes.get(persons[2]), undefined);
});
