import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { shorten } from "../card/card.js";
import { panel, list, row } from "./parts.js";

/** What was said, by whom; then mottos, titles and terms between quotation marks. */
export function quotes(context) {
  const { analysis, text } = context;
  const order = ["speech", "motto", "title", "term"];
  const sorted = [...analysis.quotes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.entity - b.entity);
  return panel("quotes", sorted.length, list(sorted, (quote) => {
    const { start, end } = analysis.entities[quote.entity];
    return el("li", {}, row(context, [quote.entity], shorten(text.slice(start, end).replace(/\s+/g, " "), 180), [t(`quote.${quote.kind}`), quote.speaker].filter(Boolean).join(" · ")));
  }));
}
