// A citation to look at and to copy: what our tables add is set apart.

import { button, el } from "../dom.js";
import { t } from "../i18n/index.js";
import { citation, citationText } from "../text/citation.js";

/**
 * The citation of a document with its button.
 * @param {import("../pkg/analysis.js").Document} document
 * @param {{copy(text: string, note: string): unknown}} context
 */
export function citationBlock(document, { copy }) {
  const parts = citation(document);
  return el(
    "div",
    { class: "citation" },
    el(
      "p",
      { lang: "vi" },
      parts.map(({ text, ours }) => (ours ? el("span", { class: "ours" }, text) : text)),
    ),
    parts.some(({ ours }) => ours) && el("small", {}, t("citation.ours")),
    button(t("citation.copy"), () => copy(citationText(document), "citation.copied"), {
      class: "copy-citation",
      aria: { label: t("citation.copyOf", { name: document.name }) },
    }),
  );
}
