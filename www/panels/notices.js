// What a careful editor would look at again, and what was repaired or assumed in reading.

import { el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { dateWording } from "../text/dates.js";
import { list, panel, spanRow } from "./parts.js";

/** @import { Span } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */

/**
 * "Nên xem lại": a heading, the sentence in the reader's language, and every place it speaks of.
 * @param {Context} context
 */
export function checks(context) {
  const { checks } = context.analysis;
  return panel("checks", checks.length, () =>
    list(checks, (check) =>
      el(
        "li",
        {},
        spanRow(context, check.spans, t(`check.${check.code}`, {}, check.message), [
          el("span", { class: "fact" }, checkSentence(check)),
          check.spans[0] && el("q", { lang: "vi" }, excerpt(context.text, check.spans[0])),
        ]),
      ),
    ),
  );
}

/** @param {Context} context */
export function warnings(context) {
  const { warnings } = context.analysis;
  return panel("warnings", warnings.length, () =>
    list(warnings, ({ code, message, span }) =>
      el("li", {}, spanRow(context, span ? [span] : [], t(`warning.${code}`, {}, message))),
    ),
  );
}

/**
 * The sentence of a check, filled from its values.
 * @param {{code: string, message: string, values?: Record<string, string>}} check
 */
export function checkSentence({ code, message, values = {} }) {
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wording(value)]));
  const key = values.successor ? `check.${code}.successor` : `check.${code}.says`;
  return t(key, said, message);
}

/**
 * Days and plain numbers as the language writes them.
 * @param {string} value
 */
function wording(value) {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateWording(value);
  return /^\d+(\.\d+)?$/.test(value) ? number(Number(value)) : value;
}

/**
 * @param {string} text
 * @param {Span} span
 */
function excerpt(text, { start, end }) {
  return text.slice(start, Math.min(end, start + 120));
}
