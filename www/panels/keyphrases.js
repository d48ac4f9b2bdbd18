import { el } from "../dom.js";
import { panel, list, spanRow } from "./parts.js";

/** Keyphrases and the set phrases of the genre. */
export function keyphrases(context) {
  const { keyphrases } = context.analysis.metrics;
  return panel("keyphrases", keyphrases.length, list(keyphrases, ({ text, spans }) => phrase(context, text, spans), { class: "phrases", lang: "vi" }));
}

export function formulas(context) {
  const { formulas } = context.analysis.metrics;
  return panel("formulas", formulas.length, list(formulas, ({ text, spans }) => phrase(context, text, spans), { class: "phrases", lang: "vi" }));
}

function phrase(context, text, spans) {
  return el("li", {}, spanRow(context, spans.slice(0, 1), text, spans.length > 1 && `×${spans.length}`));
}
