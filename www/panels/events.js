import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { interval } from "../card/values.js";
import { panel, list, row } from "./parts.js";

/** Congresses, plenums, anniversaries …, with term and date. */
export function events(context) {
  const { events, organizations } = context.analysis;
  return panel("events", events.length, list(events, (event) => el("li", {}, row(context, event.mentions, event.name,
    [t(`event.${event.kind}`), organizations[event.organization]?.name, event.term && interval(event.term), event.date && interval(event.date)].filter(Boolean).join(" · ")))));
}
