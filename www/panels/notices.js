// What a careful editor would look at again, and what was repaired or assumed in reading.

import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { panel, list, spanRow } from "./parts.js";

export function checks(context) {
  const { checks } = context.analysis;
  return panel("checks", checks.length, list(checks, ({ code, message, spans }) => el("li", {},
    spanRow(context, spans, t(`check.${code}`, {}, message), detail(context.text, spans[0], message)))));
}

export function warnings(context) {
  const { warnings } = context.analysis;
  return panel("warnings", warnings.length, list(warnings, ({ code, message, span }) => el("li", {},
    spanRow(context, span ? [span] : [], t(`warning.${code}`, {}, message)))));
}

/** The place, and the analyzer's own sentence: it holds the figures, dates and names that differ. */
function detail(text, span, message) {
  return [span && el("q", { lang: "vi" }, text.slice(span.start, Math.min(span.end, span.start + 120))), el("span", { class: "fact", lang: "en" }, message)];
}
