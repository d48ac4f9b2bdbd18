import { el } from "../dom.js";
import { interval } from "../card/values.js";
import { panel, list, row } from "./parts.js";

/** Documents cited, as one would cite them: symbol, date, issuer, and what they are about. */
export function documents(context) {
  const { documents } = context.analysis;
  return panel("documents", documents.length, list(documents, (document) => el("li", {},
    row(context, document.mentions, document.name, note(document)))));
}

function note({ symbol, date, issuer, title, known }) {
  const facts = [symbol ?? known?.symbol, date ? interval(date) : known?.date, issuer ?? known?.issuer].filter(Boolean).join(" · ");
  return [facts, title ?? known?.subject].filter(Boolean).map((line) => el("span", { class: "fact", lang: "vi" }, line));
}
