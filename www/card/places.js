// Where else something stands: each place with the words around it.

import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { shorten } from "./values.js";

/** @import { Analysis, Span } from "../pkg/analysis.js" */

/** How many places are listed before "and n more". */
const LISTED = 12;

/**
 * The other mentions of an entity's record.
 * @param {number[]} ids
 * @param {{analysis: Analysis, text: string, toEntity(id: number): void}} context
 */
export function otherPlaces(ids, { analysis, text, toEntity }) {
  return el(
    "ul",
    {},
    ids.slice(0, LISTED).map((id) => {
      const [before, words, after] = around(text, analysis.entities[id]);
      return el(
        "li",
        {},
        button([before, el("b", {}, words), after], () => toEntity(id), { class: "row", lang: "vi" }),
      );
    }),
    ids.length > LISTED && el("li", { class: "more" }, t("more", { n: number(ids.length - LISTED) })),
  );
}

/**
 * @param {string} text
 * @param {Span} span
 */
function around(text, { start, end }) {
  const before = text.slice(Math.max(0, start - 36), start).replace(/^[^\s]*\s|[\s\S]*\n/g, "");
  const after = text
    .slice(end, end + 36)
    .replace(/\n[\s\S]*/, "")
    .replace(/\s\S*$/, "");
  return [before && `… ${before}`.trimStart(), shorten(text.slice(start, end), 80), after && `${after} …`];
}
