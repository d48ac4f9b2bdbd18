// Single keys for the article, wherever nothing is being typed.

import { subjectOf } from "./corrections/apply.js";

/**
 * @param {import("./reading.js").Reading} reading
 * @param {import("./corrections/desk.js").Desk} desk
 * @param {(key: string) => void} say
 */
export function listenForKeys(reading, desk, say) {
  const openFind = () =>
    reading.find.open(
      String(getSelection() ?? "")
        .trim()
        .slice(0, 200),
    );
  const markWithFocus = () =>
    /** @type {HTMLElement|null|undefined} */ (document.activeElement?.closest("#article mark"));
  /** @type {Record<string, () => void>} */
  const keys = {
    m: () => reading.togglePlain(),
    "/": openFind,
    /** Marks what is selected, or opens the tools for the mark with the focus. */
    e() {
      if (desk.offerSelected()) return;
      const mark = markWithFocus();
      if (!mark) return say("corrections.select");
      desk.isEditing = true;
      reading.openCard(Number(mark.dataset.id), mark);
      document.getElementById("edit-kind")?.focus({ preventScroll: true });
    },
    delete() {
      const mark = markWithFocus();
      if (mark && reading.article) desk.remove(subjectOf(reading.article.analysis.entities[Number(mark.dataset.id)]));
    },
  };
  /**
   * With Control or Command. The browser's own undo would take the text out of the box, which is not even in use.
   * @type {Record<string, (event: KeyboardEvent) => void>}
   */
  const chords = {
    z(event) {
      event.preventDefault();
      if (event.shiftKey) desk.redo();
      else desk.undo();
    },
    y(event) {
      event.preventDefault();
      desk.redo();
    },
    /** The browser's own search sees only what is on the page. */
    f(event) {
      if (!reading.view.isLong) return;
      event.preventDefault();
      openFind();
    },
  };

  addEventListener("keydown", (event) => {
    if (
      !reading.article ||
      /** @type {Element | null} */ (event.target)?.closest("textarea, input, select") ||
      event.altKey
    )
      return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) chords[key]?.(event);
    else if (keys[key]) {
      event.preventDefault();
      keys[key]();
    }
  });
}
