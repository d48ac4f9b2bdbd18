// When two wordings are the same: letter case, normal form, where the tone stands (`hoà`, `hòa`), dots and spaces do not count.

import { fold } from "../find/fold.js";

/** A name as a key to compare by. */
export function keyOf(name = "") {
  return fold(name.trim().replace(/[\s.,–-]+/g, " "), true).folded;
}

const UNIT = new RegExp(` (?:${["tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường"].map(keyOf).join("|")})$`);

/** A body without the place that its name ends with: `Tỉnh ủy Hậu Giang` and `Tỉnh ủy` of Hậu Giang are one. */
export function bodyKey(body, place) {
  const key = keyOf(body);
  const where = keyOf(place?.name);
  const bare = where && key.endsWith(` ${where}`) ? key.slice(0, -where.length - 1) : key;
  return bare.replace(UNIT, "");
}
