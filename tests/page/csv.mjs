import assert from "node:assert/strict";

/**
 * RFC 4180, read by the letter.
 * @param {string} text
 */
export function parseCsv(text) {
  /** @type {string[][]} */
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
      rows[rows.length - 1].push(cell);
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
