// The article at a glance: what it says about itself, and its figures.

import { el } from "./dom.js";
import { number, percent, t } from "./i18n/index.js";
import { timeSpan } from "./panels/parts.js";

/**
 * Draws meta and metrics of an analysis.
 * @param {HTMLElement} root
 * @param {{analysis: Pick<import("./pkg/analysis.js").Analysis, "meta"|"metrics">, milliseconds: number, letters: number}} article
 */
export function drawOverview(root, { analysis, milliseconds, letters }) {
  const { meta, metrics } = analysis;
  root.setAttribute("aria-label", t("overview.label"));
  const figures = [
    [t("metric.words"), number(metrics.words)],
    [
      t("metric.sentences"),
      number(metrics.sentences),
      t("metric.sentencesNote", {
        mean: number(metrics.sentence_length.mean),
        max: number(metrics.sentence_length.max),
      }),
    ],
    [t("metric.reading"), timeSpan(metrics.reading_seconds)],
    [
      t("metric.readability"),
      metrics.readability.band && t(`band.${metrics.readability.band}`, {}, metrics.readability.band),
      t("metric.readabilityNote", { score: number(metrics.readability.score) }),
    ],
    [
      t("metric.diversity"),
      metrics.lexical_diversity.mattr ? number(metrics.lexical_diversity.mattr, 2) : undefined,
      t("metric.diversityNote"),
    ],
    [t("metric.density"), number(metrics.entity_density), t("metric.densityNote")],
    [t("metric.quoted"), percent(metrics.quoted_share)],
    [t("metric.formulaic"), percent(metrics.formulaic_share), t("metric.formulaicNote")],
  ].filter(([, value]) => value);
  root.replaceChildren(
    el(
      "div",
      { class: "about" },
      el(
        "p",
        { class: "facts" },
        [
          t(`genre.${meta.genre}`),
          meta.outlet,
          meta.published?.replace("T", " "),
          meta.authors.join(", "),
          meta.source && t("meta.source", { source: meta.source }),
          meta.views !== undefined && t("meta.views", { n: number(meta.views) }),
        ]
          .filter(Boolean)
          .map((fact) => el("span", {}, fact)),
      ),
      el(
        "p",
        { class: "took" },
        t("took", { ms: number(milliseconds, milliseconds < 10 ? 1 : 0), letters: number(letters) }),
      ),
    ),
    el(
      "dl",
      { class: "figures" },
      figures.map(([label, value, note]) =>
        el("div", {}, el("dt", {}, label), el("dd", {}, value, note && el("small", {}, note))),
      ),
    ),
  );
}
