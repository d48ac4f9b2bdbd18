// When two wordings are the same: letter case, normal form, where the tone stands (`hoà`, `hòa`), dots and spaces do not count.

/** @type {Map<string, string>} */
const known = new Map();

/**
 * A name as a key to compare by. The same names come again and again: each is folded once.
 * @param {string} [name]
 */
export function keyOf(name = "") {
  let key = known.get(name);
  if (key === undefined) {
    key = name
      .trim()
      .replace(/[\s.,–-]+/g, " ")
      .normalize("NFD")
      .toLowerCase()
      .replace(
        /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])([ye])/g,
        "$1$3$2$4$6$5",
      );
    known.set(name, key);
  }
  return key;
}

const UNIT = new RegExp(
  ` (?:${["tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường"].map(keyOf).join("|")})$`,
);

/**
 * A body without the place that its name ends with: `Tỉnh ủy Hậu Giang` and `Tỉnh ủy` of Hậu Giang are one.
 * @param {string|undefined} body
 * @param {{name?: string}|undefined} place
 */
export function bodyKey(body, place) {
  const key = keyOf(body);
  const where = keyOf(place?.name);
  const bare = where && key.endsWith(` ${where}`) ? key.slice(0, -where.length - 1) : key;
  return bare.replace(UNIT, "");
}
