import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { figure, timeWording } from "../card/values.js";
import { panel, list, row } from "./parts.js";

/** Figures, numbers in line, with their unit, what they are part of, and when. */
export function figures(context) {
  const { analysis, text } = context;
  return panel("figures", analysis.quantities.length, list(analysis.quantities, (quantity) => el("li", {},
    row(context, [quantity.entity], [
      el("span", { class: "number" }, quantity.comparison && el("small", {}, t(`comparison.${quantity.comparison}`), " "), figure(quantity)),
      el("span", { class: "unit" }, quantity.unit),
    ], [quantity.of, timeWording(analysis, quantity.time, text)].filter(Boolean).join(" · "))), { class: "figure-list" }));
}
