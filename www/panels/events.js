import { interval, placeName } from "../card/values.js";
import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { at } from "../kinds.js";
import { list, panel, row } from "./parts.js";

/**
 * Congresses, plenums, anniversaries …, with term, date and place; those with a date first, by date.
 * @param {import("../reading.js").Context} context
 */
export function events(context) {
  const { events, organizations, places } = context.analysis;
  return panel("events", events.length, () => {
    const sorted = [...events].sort(
      (a, b) =>
        (a.date ?? "9").localeCompare(b.date ?? "9") || (a.mentions[0] ?? Infinity) - (b.mentions[0] ?? Infinity),
    );
    return list(sorted, (event) =>
      el(
        "li",
        {},
        row(
          context,
          event.mentions,
          event.name,
          [
            event.date && interval(event.date),
            event.term && t("event.term", { term: interval(event.term) }),
            t(`event.${event.kind}`),
            unless(event.name, at(organizations, event.organization)?.name),
            event.place !== undefined && unless(event.name, placeName(places[event.place])),
          ]
            .filter(Boolean)
            .join(" · "),
        ),
      ),
    );
  });
}

/**
 * A name that the wording of the event does not say already.
 * @param {string} wording
 * @param {string|undefined} name
 */
const unless = (wording, name) => (name && !wording.includes(name) ? name : undefined);
