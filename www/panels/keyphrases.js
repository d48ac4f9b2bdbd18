import { el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { list, panel, spanRow } from "./parts.js";

/** What the article keeps coming back to. */
export function keyphrases(context) {
  const { keyphrases } = context.analysis.metrics;
  return panel("keyphrases", keyphrases.length, () => phrases(context, keyphrases, "keyphrases.about"));
}

/** The set phrases of the genre. */
export function formulas(context) {
  const { formulas } = context.analysis.metrics;
  return panel("formulas", formulas.length, () => phrases(context, formulas, "formulas.about"));
}

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
