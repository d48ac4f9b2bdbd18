import { el } from "../dom.js";
import { percent, t } from "../i18n/index.js";
import { bar, list, panel, spanRow } from "./parts.js";

/** @import { Span } from "../pkg/analysis.js" */

/** Words of evidence shown for a topic. */
const WORDS = 5;

/**
 * Topics as bars of their share, each with the words that tell of it.
 * @param {import("../reading.js").Context} context
 */
export function topics(context) {
  const { topics } = context.analysis.metrics;
  return panel("topics", topics.length, () => {
    const most = Math.max(...topics.map((topic) => topic.share), 0.01);
    return list(
      topics,
      ({ topic, share, evidence }) =>
        el(
          "li",
          {},
          spanRow(
            context,
            evidence,
            [
              el(
                "span",
                { class: "bar-label" },
                t(`topic.${topic}`, {}, topic.replaceAll("_", " ")),
                el("span", { class: "share" }, percent(share)),
              ),
              bar(share / most),
            ],
            el("span", { lang: "vi" }, words(evidence, context.text)),
          ),
        ),
      { class: "bars" },
    );
  });
}

/**
 * The different words of the evidence, as they first stand.
 * @param {Span[]} evidence
 * @param {string} text
 */
function words(evidence, text) {
  const seen = new Map();
  for (const { start, end } of evidence) {
    const said = text.slice(start, end).replace(/\s+/g, " ");
    const key = said.toLocaleLowerCase("vi");
    if (!seen.has(key)) seen.set(key, said);
    if (seen.size > WORDS) break;
  }
  const all = [...seen.values()];
  return all.slice(0, WORDS).join(", ") + (all.length > WORDS ? " …" : "");
}
