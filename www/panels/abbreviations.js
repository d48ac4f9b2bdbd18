import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { list, panel, spanRow } from "./parts.js";

/**
 * Short forms with their long ones, and whether this text explains them.
 * @param {import("../reading.js").Context} context
 */
export function abbreviations(context) {
  const { abbreviations } = context.analysis;
  return panel("abbreviations", abbreviations.length, () =>
    list(abbreviations, ({ short, long, defined, uses }) =>
      el(
        "li",
        {},
        spanRow(
          context,
          uses,
          [el("b", { lang: "vi" }, short), " ", el("span", { lang: "vi" }, long)],
          t(defined ? "defined.here" : "defined.known"),
        ),
      ),
    ),
  );
}
