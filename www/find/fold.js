// Text as it is compared when searching: without case, in one form whatever its encoding (`ế` of one, two or three
// characters), `hoà` like `hòa`; without Vietnamese diacritics where the reader wants it so.

const MARK = /\p{M}/u;
const MARKS = /\p{M}/gu;
const TONES = "\u0300\u0301\u0303\u0309\u0323";
/** `òa`, `òe`, `ủy`: the tone moves to the second vowel, where the other spelling has it. */
const OLD_TONES = new RegExp(`(o)([${TONES}])([ae])|(u)([${TONES}])(y)`, "g");

/** @type {Map<string, string>[]} what was folded already, without and with marks */
const known = [new Map(), new Map()];

/**
 * A letter with its marks, folded.
 * @param {string} cluster
 * @param {boolean} marks
 */
function letter(cluster, marks) {
  const cache = known[Number(marks)];
  let folded = cache.get(cluster);
  if (folded === undefined) {
    folded = cluster.normalize("NFD").toLowerCase();
    if (!marks) folded = folded.replace(MARKS, "").replaceAll("đ", "d");
    if (/^\s$/.test(folded)) folded = " ";
    if (cache.size < 5000) cache.set(cluster, folded);
  }
  return folded;
}

/**
 * Folds a text.
 * @param {string} text
 * @param {boolean} marks whether diacritics count
 * @returns {{folded: string, at: number[]}} `at[i]` is where the letter behind `folded[i]` begins; one more at the end
 */
export function fold(text, marks) {
  const pieces = [];
  /** @type {number[]} */
  const at = [];
  for (let start = 0; start < text.length; ) {
    let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    // below U+0300 nothing is a mark: most letters are done without asking
    while (end < text.length && text.charCodeAt(end) >= 0x300 && MARK.test(text[end])) end += 1;
    const folded = letter(text.slice(start, end), marks);
    pieces.push(folded);
    for (let i = 0; i < folded.length; i += 1) at.push(start);
    start = end;
  }
  at.push(text.length);
  const joined = pieces.join("");
  return { folded: marks ? newTones(joined, at) : joined, at };
}

/**
 * @param {string} folded
 * @param {number[]} at
 */
function newTones(folded, at) {
  return folded.replace(OLD_TONES, (_, o, oTone, a, u, uTone, y, from) => {
    at[from + 1] = at[from + 2];
    return o ? o + a + oTone : u + y + uTone;
  });
}
