// Places then and now: the province at the time of the article, the unit since 1 July 2025.

import { placeName, today } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { list, panel, row } from "./parts.js";

/** @import { Place } from "../pkg/analysis.js" */

/**
 * Provinces with what lies in them; other places behind.
 * @param {import("../reading.js").Context} context
 */
export function places(context) {
  const { places } = context.analysis;
  return panel("places", places.length, () =>
    list(order(places), (place) => el("li", {}, row(context, place.mentions, placeName(place), note(place)))),
  );
}

/**
 * By province, the province itself first; places of no province keep the order of the text at the end.
 * @param {Place[]} places
 */
function order(places) {
  /** @type {Map<string|undefined, number>} */
  const seen = new Map();
  for (const { province } of places) if (province && !seen.has(province)) seen.set(province, seen.size);
  const rank = (/** @type {Place} */ place) =>
    (seen.get(place.province) ?? seen.size) * 2 + (place.name === place.province ? 0 : 1);
  return [...places].sort((a, b) => rank(a) - rank(b));
}

/** @param {Place} place */
function note(place) {
  const then = place.province && place.province !== place.name ? place.province : undefined;
  const since = today(place)?.map((unit, i) => `${unit} · ${t("place.code", { code: place.today?.[i].code })}`);
  const lines = [];
  if (then || place.code) {
    const code = place.code && t("place.code", { code: place.code });
    lines.push([t("place.then"), [then, code].filter(Boolean).join(" · ")]);
  }
  if (since?.length) lines.push([t("place.since"), since.join("; ")]);
  if (place.basis) lines.push([t("place.basis"), t(`basis.${place.basis}`)]);
  return (
    lines.length > 0 &&
    el(
      "span",
      { class: "then-now" },
      lines.flatMap(([label, value]) => [el("span", { class: "label" }, label), " ", el("span", {}, value), " "]),
    )
  );
}
