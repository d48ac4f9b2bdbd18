// Every measure of the article, each with what it means in plain words.

import { el } from "../dom.js";
import { number, percent, t } from "../i18n/index.js";
import { KINDS } from "../kinds.js";
import { panel, timeSpan } from "./parts.js";

/** @import { Metrics } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */

/**
 * The measures as `[key, value]`; `measure.KEY` names and `measure.KEY.means` explains one.
 * @param {Metrics} metrics
 * @returns {[key: string, value: string][]}
 */
export function measureRows(metrics) {
  const { sentence_length: length, lexical_diversity: diversity, readability } = metrics;
  /** @type {[key: string, value: string|number|undefined][]} */
  const rows = [
    ["characters", number(metrics.characters)],
    ["syllables", number(metrics.syllables)],
    ["words", number(metrics.words)],
    ["sentences", number(metrics.sentences)],
    ["paragraphs", number(metrics.paragraphs)],
    ["reading", timeSpan(metrics.reading_seconds)],
    ["mean", number(length.mean)],
    ["median", number(length.median)],
    ["p90", number(length.p90)],
    ["max", number(length.max)],
    ["readability", readability.band && `${t(`band.${readability.band}`)} (${number(readability.score)})`],
    ["ttr", diversity.ttr && number(diversity.ttr, 2)],
    ["mattr", diversity.mattr && number(diversity.mattr, 2)],
    ["mtld", diversity.mtld && number(diversity.mtld)],
    ["quoted", percent(metrics.quoted_share)],
    ["formulaic", percent(metrics.formulaic_share)],
    ["density", number(metrics.entity_density)],
  ];
  return rows.flatMap(([key, value]) => (value ? [[key, String(value)]] : []));
}

/** @param {Context} context */
export function measures({ analysis }) {
  const { metrics } = analysis;
  return panel(
    "measures",
    metrics.syllables,
    () => [
      el(
        "dl",
        { class: "measures" },
        measureRows(metrics).map(([key, value]) =>
          el(
            "div",
            {},
            el("dt", {}, t(`measure.${key}`)),
            el("dd", { class: "value" }, value),
            el("dd", { class: "means" }, t(`measure.${key}.means`)),
          ),
        ),
      ),
      kinds(metrics.entities),
    ],
    { tally: "" },
  );
}

/**
 * How often each kind stands, and how many different ones.
 * @param {Metrics["entities"]} counts
 */
function kinds(counts) {
  const shown = KINDS.filter((kind) => counts[kind]?.mentions);
  if (shown.length === 0) return null;
  const head = ["kind", "mentions", "distinct"].map((key) => el("th", { scope: "col" }, t(`measure.${key}`)));
  return el(
    "table",
    { class: "counts" },
    el("thead", {}, el("tr", {}, head)),
    el(
      "tbody",
      {},
      shown.map((kind) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, t(`kind.${kind}`)),
          el("td", {}, number(counts[kind].mentions)),
          el("td", {}, number(counts[kind].distinct)),
        ),
      ),
    ),
  );
}
