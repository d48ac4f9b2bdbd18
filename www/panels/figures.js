// Figures, sortable, each with its sentence.

import { figure, timeWording, wordsOf } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { sentenceAt } from "../text/sentence.js";
import { choice, list, panel, row } from "./parts.js";

/** Letters of the sentence shown before and behind a figure. */
const BEFORE = 70;
const BEHIND = 90;

/** @import { Quantity, Span } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */

/** @type {Record<string, (a: Quantity, b: Quantity) => number>} */
const ORDERS = {
  text: (a, b) => a.entity - b.entity,
  value: (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.entity - b.entity,
  unit: (a, b) => a.unit.localeCompare(b.unit, "vi") || (b.value ?? 0) - (a.value ?? 0),
};
let order = "text";

/** @param {Context} context */
export function figures(context) {
  const { quantities } = context.analysis;
  return panel("figures", quantities.length, () => {
    const holder = el("div", {});
    const draw = (/** @type {string} */ key) => {
      order = key;
      holder.replaceChildren(
        list([...quantities].sort(ORDERS[order]), (quantity) => line(quantity, context), { class: "figure-list" }),
      );
    };
    draw(order);
    return [
      quantities.length > 1 &&
        choice(t("figures.order"), Object.keys(ORDERS), order, draw, (key) => t(`figures.by.${key}`)),
      holder,
    ];
  });
}

/**
 * @param {Quantity} quantity
 * @param {Context} context
 */
function line(quantity, context) {
  const { analysis, text } = context;
  const entity = analysis.entities[quantity.entity];
  const value = figure(quantity) || wordsOf(entity, text);
  const when = timeWording(analysis, quantity.time, text);
  return el(
    "li",
    {},
    row(
      context,
      [quantity.entity],
      [
        el(
          "span",
          { class: "number" },
          quantity.comparison && el("small", {}, t(`comparison.${quantity.comparison}`), " "),
          value,
        ),
        el(
          "span",
          { class: "unit" },
          quantity.unit,
          quantity.of && el("small", {}, " ", t("figures.of", { of: quantity.of })),
          when && el("small", {}, ` · ${when}`),
        ),
      ],
      sentence(text, entity),
    ),
  );
}

/**
 * The sentence around the figure, cut where it is long.
 * @param {string} text
 * @param {Span} span
 */
function sentence(text, { start, end }) {
  const whole = sentenceAt(text, { start, end });
  const from = whole.start < start - BEFORE ? text.indexOf(" ", start - BEFORE) + 1 : whole.start;
  const to = whole.end > end + BEHIND ? text.lastIndexOf(" ", end + BEHIND) : whole.end;
  return el(
    "span",
    { class: "sentence", lang: "vi" },
    from > whole.start && "… ",
    text.slice(Math.min(from, start), start),
    el("b", {}, text.slice(start, end)),
    text.slice(end, Math.max(to, end)),
    to < whole.end && " …",
  );
}
