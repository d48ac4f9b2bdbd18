// The kinds as chips: what each looks like, how many there are, and a switch.

import { button, el } from "./dom.js";
import { number, t } from "./i18n/index.js";
import { KINDS } from "./kinds.js";

/** @import { Analysis, Kind } from "./pkg/analysis.js" */

/**
 * Draws the chips.
 * @param {HTMLElement} root
 * @param {{analysis: Pick<Analysis, "entities">, hidden: Set<Kind>, plain: boolean}} state
 * @param {{onToggle(kind: Kind): void, onPlain(): void, onFind(): void}} acts
 */
export function drawChips(root, { analysis, hidden, plain }, { onToggle, onPlain, onFind }) {
  const counts = new Map(KINDS.map((kind) => [kind, 0]));
  for (const { kind } of analysis.entities) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const active = /** @type {HTMLElement} */ (document.activeElement);
  const focused = root.contains(active) && active.dataset.chip;
  root.setAttribute("aria-label", t("chips.label"));
  root.replaceChildren(
    el(
      "div",
      { class: "chips", role: "group", aria: { label: t("chips.label") } },
      KINDS.map((kind) =>
        button(
          [
            el("span", { class: "stroke", id: `kind-${kind}` }, t(`kind.${kind}`)),
            el("span", { class: "count" }, number(counts.get(kind) ?? 0)),
          ],
          () => onToggle(kind),
          {
            class: `chip kind-${kind}`,
            disabled: counts.get(kind) === 0,
            data: { chip: kind },
            aria: { pressed: String(!hidden.has(kind)) },
          },
        ),
      ),
    ),
    button([t("find.button"), el("kbd", {}, "/")], onFind, {
      class: "quiet find",
      data: { chip: "find" },
      aria: { keyshortcuts: "/" },
    }),
    button([t(plain ? "chips.show" : "chips.hide"), el("kbd", {}, "M")], onPlain, {
      class: "quiet plain",
      data: { chip: "plain" },
      aria: { pressed: String(plain), keyshortcuts: "m" },
    }),
  );
  if (focused) /** @type {HTMLElement|null} */ (root.querySelector(`[data-chip="${focused}"]`))?.focus();
}
