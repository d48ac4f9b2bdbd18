import { el } from "../dom.js";
import { t, percent } from "../i18n/index.js";
import { panel, list, spanRow, bar } from "./parts.js";

/** Topics as bars of their share. */
export function topics(context) {
  const { topics } = context.analysis.metrics;
  const most = Math.max(...topics.map((topic) => topic.share), 0.01);
  return panel("topics", topics.length, list(topics, ({ topic, share, evidence }) => el("li", {},
    spanRow(context, evidence, [t(`topic.${topic}`, {}, topic.replaceAll("_", " ")), bar(share / most)], percent(share))), { class: "bars" }));
}
