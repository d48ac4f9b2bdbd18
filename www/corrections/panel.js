// The reader's corrections as a panel: each with the way back, undo and redo, and whether this machine is to keep them.

import { shorten } from "../card/values.js";
import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { list, panel, spanRow } from "../panels/parts.js";
import { describe } from "./apply.js";

/** @param {import("../reading.js").Context} context */
export function corrections(context) {
  const { corrections: kept, isKept, canKeep } = context.desk;
  const { list: all } = kept;
  if (all.length === 0 && !kept.canUndo && !kept.canRedo) return null;
  const described = describe(context.found, context.text, all);
  /** @type {HTMLInputElement} */
  const keep = el("input", {
    type: "checkbox",
    id: "keep-corrections",
    checked: isKept,
    on: { change: () => context.desk.wantKept(keep.checked) },
  });
  return panel(
    "corrections",
    1,
    () => [
      el("p", { class: "legend" }, t("corrections.about")),
      el(
        "p",
        { class: "choices" },
        button(t("corrections.undo"), () => kept.undo(), {
          id: "undo",
          class: "choice",
          disabled: !kept.canUndo,
          aria: { keyshortcuts: "Control+Z" },
        }),
        button(t("corrections.redo"), () => kept.redo(), {
          id: "redo",
          class: "choice",
          disabled: !kept.canRedo,
          aria: { keyshortcuts: "Control+Y" },
        }),
        button(t("corrections.clear"), () => kept.clear(), {
          id: "clear-corrections",
          class: "choice",
          disabled: all.length === 0,
        }),
      ),
      list(
        all.map((correction, i) => ({ correction, said: described[i] })),
        ({ correction, said }) =>
          el(
            "li",
            { class: "correction" },
            spanRow(
              context,
              [{ start: said.start, end: said.end }],
              [el("span", { class: "act" }, t(`corrections.did.${said.action}`)), " ", shorten(said.text, 100)],
              note(said),
            ),
            button("↶", () => context.desk.restore(correction.subject), {
              class: "quiet",
              aria: { label: t("corrections.takeBack", { words: said.text }) },
            }),
          ),
      ),
      canKeep && el("p", { class: "keep" }, keep, el("label", { htmlFor: "keep-corrections" }, t("corrections.keep"))),
    ],
    { tally: number(all.length) },
  );
}

/** @param {import("./apply.js").Description} said */
function note({ action, kind, found }) {
  if (action !== "change" || !found) return t(`kind.${kind}`);
  const kinds = kind === found.kind ? t(`kind.${kind}`) : `${t(`kind.${found.kind}`)} → ${t(`kind.${kind}`)}`;
  return [kinds, el("q", { lang: "vi" }, shorten(found.text, 100))];
}
