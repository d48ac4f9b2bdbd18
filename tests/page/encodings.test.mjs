// The legacy encodings and the joining of wrapped lines, as pure functions (the page's own modules, run in Node).

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { decode, recode } from "../../www/input/encodings/index.js";
import { isSyllable } from "../../www/input/encodings/syllables.js";
import { unwrap } from "../../www/input/unwrap.js";

const SEEDS = new URL("../../seeds/", import.meta.url);
const seeds = readdirSync(SEEDS)
  .sort()
  .map((name) => readFileSync(new URL(name, SEEDS), "utf8"));
const bytes = (/** @type {number[]} */ ...values) => Uint8Array.from(values);
const latin = (/** @type {string} */ text) => Uint8Array.from(text, (letter) => Number(letter.codePointAt(0)));

test("syllables: what Vietnamese has and what it cannot have", () => {
  for (const word of [
    "Nghiêng",
    "quyết",
    "ủy",
    "uỷ",
    "giếng",
    "gì",
    "khuỷu",
    "quỳnh",
    "Đắk",
    "xoong",
    "ĐƯỜNG",
    "thuở",
    "yếu",
    "nghị".normalize("NFD"),
  ]) {
    assert.equal(isSyllable(word), word !== "Đắk", word);
  }
  for (const word of ["b¸o", "baùo", "crème", "ção", "tìmm", "quyềt", "ngáà", "Größe", ""])
    assert.equal(isSyllable(word), false, word);
});

test("pasted from a document in a legacy font", () => {
  assert.deepEqual(recode("Th«ng b¸o"), { text: "Thông báo", encoding: "TCVN3" });
  assert.deepEqual(recode("Thoâng baùo cuûa UÛy ban"), { text: "Thông báo của Ủy ban", encoding: "VNI" });
  assert.deepEqual(recode("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM"), {
    text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    encoding: "TCVN3",
  });
  assert.equal(recode("TP Hå ChÝ Minh vµ UBND x·")?.text, "TP Hồ Chí Minh và UBND xã");
});

test("text that is what it seems stays as it is", () => {
  for (const text of [
    "Thông báo",
    "Déjà vu à la crème brûlée",
    "Größe über Straße schön",
    "São Paulo não é só uma cidade",
    "Plain English.",
    "",
    "«»",
    "Cá là gì? Ở đâu có cá?",
  ])
    assert.equal(recode(text), undefined, text);
  for (const seed of seeds) assert.equal(recode(seed), undefined);
});

test("bytes: Unicode at its word, legacy by what comes out, anything else refused", () => {
  const sentence = "Ngày 12/5/2022, Ủy ban nhân dân tỉnh ban hành Quyết định số 15.";
  const utf16 = Buffer.from(sentence, "utf16le");
  assert.deepEqual(decode(new TextEncoder().encode(sentence)), { text: sentence, encoding: "utf-8" });
  assert.deepEqual(decode(new Uint8Array(utf16)), { text: sentence, encoding: "utf-16le" });
  assert.deepEqual(decode(new Uint8Array(utf16.swap16())), { text: sentence, encoding: "utf-16be" });
  assert.equal(
    decode(latin("Ngµy 12/5, Héi ®ång nh©n d©n tØnh häp kú häp thø 15."))?.text,
    "Ngày 12/5, Hội đồng nhân dân tỉnh họp kỳ họp thứ 15.",
  );
  // combining tones after letters, as windows-1258 has them
  assert.deepEqual(
    decode(latin("H\u00f4\u00f2i \u00f0\u00f4\u00ccng nh\u00e2n d\u00e2n ti\u00d2nh ho\u00f2p"))?.text,
    "Hội đồng nhân dân tỉnh họp",
  );
  assert.equal(decode(bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3)), undefined);
  assert.equal(decode(bytes(0x43, 0xe1, 0xe9, 0x20, 0xf0, 0xff, 0x41)), undefined);
});

test("every letter of VPS, its capitals among the controls too", () => {
  const shown = decode(
    bytes(
      ...latin("H"),
      0xb6,
      ...latin("i "),
      0xc7,
      0xd2,
      ...latin("ng nh"),
      0xe2,
      ...latin("n d"),
      0xe2,
      ...latin("n t"),
      0xcc,
      ...latin("nh, C"),
      0x12,
      ...latin("NG H"),
      0xbc,
      ...latin("A"),
    ),
  );
  assert.deepEqual([shown?.text, shown?.encoding], ["Hội đồng nhân dân tỉnh, CỘNG HÒA", "VPS"]);
});

/** Wraps as a mail program does. */
function wrap(/** @type {string} */ text, /** @type {number} */ width) {
  return text
    .split("\n")
    .map((/** @type {string} */ line) => {
      const out = [""];
      for (const word of line.split(" ")) {
        const last = out[out.length - 1];
        if (last && last.length + word.length >= width) out.push(word);
        else out[out.length - 1] += (last && " ") + word;
      }
      return out.join("\n");
    })
    .join("\n");
}

const story = [
  "Xã Tân Hòa khánh thành cầu mới",
  "Sáng nay, Ủy ban nhân dân xã Tân Hòa khánh thành cây cầu bắc qua rạch Cái Sơn, dài 42 m, rộng 5 m, do người dân trong xã góp tiền và góp công xây dựng trong bảy tháng.",
  "Chủ tịch Ủy ban nhân dân xã Lê Văn Bền cho biết, cầu giúp học sinh ở ba ấp không còn phải qua đò. Theo Quyết định số 15/QĐ-UBND, tải trọng của cầu là 8 tấn.",
  "Dịp này, xã trao 20 suất học bổng cho học sinh nghèo hiếu học của hai trường tiểu học.",
];

test("wrapped lines are joined, at any width, whether blank lines stand between paragraphs or not", () => {
  for (const width of [50, 60, 72, 90]) {
    assert.equal(unwrap(wrap(story.join("\n\n"), width))?.text, `${story.join("\n\n")}\n`, String(width));
    assert.equal(unwrap(wrap(story.join("\n"), width))?.text, `${story.join("\n")}\n`, String(width));
  }
});

test("text that is not wrapped is left alone", () => {
  for (const seed of seeds) assert.equal(unwrap(seed), undefined);
  for (const text of ["", "Một dòng.", story.join("\n"), story.join("\n\n"), "Cao su\ncà phê\nhồ tiêu\nđiều\nsắn"])
    assert.equal(unwrap(text), undefined, text);
});

/** What has to be joined. */
function joined(/** @type {string} */ text) {
  const unwrapped = unwrap(text);
  assert.ok(unwrapped, text);
  return unwrapped;
}

test("running heads and page numbers go, and the sentence runs on across the page", () => {
  const page = (/** @type {number} */ number, /** @type {string[]} */ lines) =>
    `Bản tin xã Tân Hòa – số 7\n\n${lines.join("\n")}\n\n${number}\n`;
  const lines = wrap(story.join("\n\n"), 60).split("\n");
  const paged = [page(1, lines.slice(0, 4)), page(2, lines.slice(4, 7)), page(3, lines.slice(7))];
  for (const mark of ["\f", ""]) {
    const { text, heads, numbers } = joined(paged.join(mark));
    assert.deepEqual([heads, numbers], [3, 3]);
    assert.ok(text.includes(story[1]) && text.includes(story[2]), text);
    assert.ok(!text.includes("Bản tin") && !/^\d$/m.test(text), text);
  }
});

test("a figure alone on its line is no page number", () => {
  const text = `${wrap(story.join("\n\n"), 60)}\n\n2024\n`;
  assert.ok(unwrap(text)?.text.includes("\n2024"));
});

test("hyphens: out of a divided word, kept between syllables and in a document's number", () => {
  const lines = (/** @type {string} */ left, /** @type {string} */ right) =>
    joined(
      `Trong buổi làm việc về kế hoạch phát triển kinh tế của ${left}\n${right} được nêu trong báo cáo của Ủy ban nhân dân xã và\nđược các đại biểu thảo luận kỹ trước khi biểu quyết thông\nqua tại kỳ họp.\n`,
    ).text;
  assert.ok(lines("Goog-", "le đã").includes("Google đã"));
  assert.ok(lines("xã-", "hội đã").includes("xã-hội đã"));
  assert.ok(lines("số 27-", "NQ/TW đã").includes("27-NQ/TW đã"));
  assert.ok(lines("Bà Rịa -", "Vũng Tàu đã").includes("Bà Rịa - Vũng Tàu đã"));
});

test("lists keep their items; an answered letter loses its marks", () => {
  const list = [
    "Hội nghị thống nhất ba nhiệm vụ trọng tâm của sáu tháng cuối năm nay như sau:",
    "- Hoàn thành việc sắp xếp các cơ quan chuyên môn của huyện trước ngày 30 tháng 9;",
    "- Tổ chức đại hội ở các chi bộ cơ sở, chuẩn bị tốt nhân sự cho nhiệm kỳ tới;",
    "- Kiểm tra việc thực hiện nghị quyết ở những nơi còn chậm, còn lúng túng.",
  ];
  const wrapped = wrap(list.join("\n"), 48);
  assert.deepEqual(unwrap(wrapped)?.text.trim().split("\n"), list);
  assert.deepEqual(unwrap(wrapped.replace(/^/gm, "> "))?.text.trim().split("\n"), list);
});
