// Places then and now: the province at the time of the article, the unit since 1 July 2025.

import { placeName, today } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { list, panel, row } from "./parts.js";

/** Provinces with what lies in them; other places behind. */
export function places(context) {
  const { places } = context.analysis;
  return panel("places", places.length, () =>
    list(order(places), (place) => el("li", {}, row(context, place.mentions, placeName(place), note(place)))),
  );
}

/** By province, the province itself first; places of no province keep the order of the text at the end. */
function order(places) {
  const seen = new Map();
  for (const { province } of places) if (province && !seen.has(province)) seen.set(province, seen.size);
  const rank = (place) =>
    (place.province ? seen.get(place.province) : seen.size) * 2 + (place.name === place.province ? 0 : 1);
  return [...places].sort((a, b) => rank(a) - rank(b));
}

function note(place) {
  const then = place.province && place.province !== place.name ? place.province : undefined;
  const lines = [
    (then || place.code) && [
      t("place.then"),
      [then, place.code && t("place.code", { code: place.code })].filter(Boolean).join(" · "),
    ],
    place.today?.length && [
      t("place.since"),
      place.today.map((unit, i) => `${today(place)[i]} · ${t("place.code", { code: unit.code })}`).join("; "),
    ],
    place.basis && [t("place.basis"), t(`basis.${place.basis}`)],
  ].filter(Boolean);
  return (
    lines.length > 0 &&
    el(
      "span",
      { class: "then-now" },
      lines.flatMap(([label, value]) => [el("span", { class: "label" }, label), " ", el("span", {}, value), " "]),
    )
  );
}
