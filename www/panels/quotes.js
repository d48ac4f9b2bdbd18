// What was said, by whom; then mottos, titles and terms between quotation marks.

import { shorten, wordsOf } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { groupBy, list, panel, row } from "./parts.js";

/** @import { Quote } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */

const OTHERS = ["motto", "title", "term"];

/** @param {Context} context */
export function quotes(context) {
  const { quotes } = context.analysis;
  return panel("quotes", quotes.length, () =>
    list(
      groups(quotes),
      ({ heading, isName, members }) =>
        el(
          "li",
          { class: "group" },
          el("h3", { lang: isName && "vi" }, heading),
          el(
            "ul",
            { class: "posts" },
            members.map((quote) => el("li", {}, row(context, [quote.entity], words(quote, context)))),
          ),
        ),
      {},
    ),
  );
}

/**
 * Speakers in the order in which they speak, speech of nobody named, then the other kinds.
 * @param {Quote[]} quotes
 * @returns {{heading: string, isName?: boolean, members: Quote[]}[]}
 */
function groups(quotes) {
  const speech = quotes.filter(({ kind }) => kind === "speech");
  const speakers = groupBy(speech, (quote) => quote.speaker ?? "");
  const said = [...speakers]
    .sort(([a], [b]) => Number(a === "") - Number(b === ""))
    .map(([name, members]) => ({ heading: name || t("quotes.unnamed"), isName: Boolean(name), members }));
  const others = OTHERS.map((kind) => ({
    heading: t(`quotes.${kind}`),
    members: quotes.filter((quote) => quote.kind === kind),
  }));
  return [...said, ...others.filter(({ members }) => members.length)];
}

/**
 * @param {Quote} quote
 * @param {Context} context
 */
function words(quote, { analysis, text }) {
  const said = `“${shorten(wordsOf(analysis.entities[quote.entity], text), 220)}”`;
  return quote.parts ? [said, el("small", { class: "fact" }, quote.parts.join(" · "))] : said;
}
