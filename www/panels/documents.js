import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { citation, citationText } from "../text/citation.js";
import { list, panel, row } from "./parts.js";

/**
 * Documents cited, each as offices cite it, ready to copy; what our tables add is set apart.
 * @param {import("../reading.js").Context} context
 */
export function documents(context) {
  const { documents } = context.analysis;
  return panel("documents", documents.length, () => [
    documents.some((document) => citation(document).some(({ ours }) => ours)) &&
      el("p", { class: "legend" }, t("citation.ours")),
    list(documents, (document) =>
      el(
        "li",
        { class: "cited" },
        row(
          context,
          document.mentions,
          citation(document).map(({ text, ours }) => (ours ? el("span", { class: "ours" }, text) : text)),
        ),
        button(t("citation.copy"), () => context.copy(citationText(document), "citation.copied"), {
          class: "quiet copy-citation",
          aria: { label: t("citation.copyOf", { name: document.name }) },
        }),
      ),
    ),
    documents.length > 1 &&
      button(
        t("citation.copyAll", { n: number(documents.length) }),
        () => context.copy(documents.map(citationText).join("\n"), "citation.copied"),
        { class: "quiet copy-all" },
      ),
  ]);
}
