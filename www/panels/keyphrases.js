import { el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { list, panel, spanRow } from "./parts.js";

/** @import { Span } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */

/**
 * What the article keeps coming back to.
 * @param {Context} context
 */
export function keyphrases(context) {
  const { keyphrases } = context.analysis.metrics;
  return panel("keyphrases", keyphrases.length, () => phrases(context, keyphrases, "keyphrases.about"));
}

/**
 * The set phrases of the genre.
 * @param {Context} context
 */
export function formulas(context) {
  const { formulas } = context.analysis.metrics;
  return panel("formulas", formulas.length, () => phrases(context, formulas, "formulas.about"));
}

/**
 * @param {Context} context
 * @param {{text: string, spans: Span[]}[]} all
 * @param {string} about wording of what they are
 */
function phrases(context, all, about) {
  return [
    el("p", { class: "legend" }, t(about)),
    list(
      all,
      ({ text, spans }) =>
        el(
          "li",
          {},
          spanRow(context, spans, el("span", { lang: "vi" }, text), spans.length > 1 && `×${number(spans.length)}`),
        ),
      { class: "phrases" },
    ),
  ];
}
