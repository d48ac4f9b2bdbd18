// In the card: another kind, other ends, away with it, or back as it was found.

import { button, el } from "../dom.js";
import { t } from "../i18n/index.js";
import { KINDS } from "../kinds.js";
import { moveEnd } from "../text/words.js";
import { subjectOf } from "./apply.js";

/** @import { CorrectedEntity } from "./apply.js" */
/** @import { Highlight, Subject } from "./corrections.js" */

/** @type {[side: "start"|"end", by: number][]} */
const ENDS = [
  ["start", -1],
  ["start", 1],
  ["end", -1],
  ["end", 1],
];

/**
 * The correction tools of an entity.
 * @param {CorrectedEntity} entity of the shown analysis
 * @param {string} text
 * @param {boolean} isOpen
 * @param {{onChange(subject: Subject, next: Highlight): void, onRemove(subject: Subject): void, onRestore(subject: Subject): void, onToggle(isOpen: boolean): void}} acts
 */
export function editor(entity, text, isOpen, { onChange, onRemove, onRestore, onToggle }) {
  const { kind, start, end } = entity;
  const subject = subjectOf(entity);
  /** @type {HTMLSelectElement} */
  const select = el(
    "select",
    {
      id: "edit-kind",
      on: { change: () => onChange(subject, { kind: /** @type {typeof kind} */ (select.value), start, end }) },
    },
    KINDS.map((each) => el("option", { value: each, selected: each === kind }, t(`kind.${each}`))),
  );
  /** @type {HTMLDetailsElement} */
  const details = el(
    "details",
    { class: "edit", open: isOpen, on: { toggle: () => onToggle(details.open) } },
    el(
      "summary",
      {},
      t("corrections.edit"),
      entity.corrected && el("span", { class: "corrected" }, t("corrections.byHand")),
    ),
    el("p", { class: "edit-kind" }, el("label", { htmlFor: "edit-kind" }, t("corrections.kind")), select),
    el(
      "p",
      { class: "edit-ends", role: "group", aria: { label: t("corrections.ends") } },
      ENDS.map(([side, by]) => {
        const moved = moveEnd(text, entity, side, by);
        return button(
          t(`corrections.${side}.${by < 0 ? "left" : "right"}`),
          () => moved && onChange(subject, { kind, ...moved }),
          {
            id: `edit-${side}-${by < 0 ? "left" : "right"}`,
            class: "quiet",
            disabled: !moved,
            aria: { label: t(`corrections.${side}.${by < 0 ? "leftAbout" : "rightAbout"}`) },
          },
        );
      }),
    ),
    el(
      "p",
      { class: "edit-acts" },
      button(t("corrections.remove"), () => onRemove(subject), { id: "edit-remove" }),
      entity.corrected &&
        typeof subject === "number" &&
        button(t("corrections.restore"), () => onRestore(subject), { id: "edit-restore", class: "quiet" }),
    ),
  );
  return details;
}
