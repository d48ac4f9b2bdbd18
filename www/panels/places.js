import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { placeName, today } from "../card/values.js";
import { panel, list, row } from "./parts.js";

/** Places, with their province then and their unit of today where that differs. */
export function places(context) {
  const { places } = context.analysis;
  return panel("places", places.length, list(places, (place) => el("li", {}, row(context, place.mentions, placeName(place), note(place)))));
}

function note(place) {
  const now = today(place)?.join(", ");
  const province = place.province && place.province !== place.name ? place.province : undefined;
  const moved = now && now !== placeName(place);
  return [province, moved && t("place.now", { unit: now }), place.basis && t(`basis.${place.basis}`)].filter(Boolean).join(" · ");
}
