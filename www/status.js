// The one line that says what is going on: reading, done, or what failed, why, and what to do.

import { button, el } from "./dom.js";
import { number, t } from "./i18n/index.js";

/** Shorter work than this is done before a bar would be seen. */
const PATIENCE = 250;

/** @import { Child } from "./dom.js" */
/** @import { Values } from "./i18n/index.js" */
/** @typedef {{key: string, values?: Values, step?: string}} Note of what was done to a text; `step` names what can be left out */

const written = (/** @type {Values} */ values = {}) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? number(value) : value]),
  );

export class Status {
  /**
   * @param {HTMLElement} root
   * @param {{onCancel(): void, whatFor(): string}} acts `onCancel()` when the reader stops what is going on; `whatFor()` is the
   * wording of what is waited for
   */
  constructor(root, { onCancel, whatFor }) {
    this.root = root;
    this.onCancel = onCancel;
    this.whatFor = whatFor;
    /** @type {() => (Node|string)[]} */
    this.current = () => [];
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.waiting = undefined;
  }

  clear() {
    this.set("", () => []);
  }

  /** Says that work is going on, if it goes on for long; asked again by the next step of the same work it only goes on. */
  busy() {
    if (this.waiting || this.root.className === "busy") return;
    this.waiting = setTimeout(
      () =>
        this.set("busy", () => [
          el("span", { class: "progress", aria: { hidden: "true" } }),
          t(this.whatFor()),
          " ",
          button(t("status.cancel"), this.onCancel, { id: "cancel" }),
        ]),
      PATIENCE,
    );
  }

  /**
   * @param {number} milliseconds
   * @param {number} letters
   */
  done(milliseconds, letters) {
    this.set("done", () => [
      t("took", { ms: number(milliseconds, milliseconds < 10 ? 1 : 0), letters: number(letters) }),
    ]);
  }

  /**
   * What was done to a text on its way in, a sentence each, with a button where it can be undone.
   * @param {Note[]} notes
   * @param {(step: string) => void} onToggle
   */
  tell(notes, onToggle) {
    this.set("note", () =>
      notes.map(({ key, values, step }) =>
        el(
          "span",
          { class: "noted" },
          t(key, written(values)),
          " ",
          step && button(t(`${key}.act`), () => onToggle(step), { class: "undo", data: { step } }),
        ),
      ),
    );
  }

  /**
   * @param {string} key
   * @param {Values} [values]
   */
  say(key, values) {
    this.set("note", () => [t(key, values)]);
  }

  /**
   * @param {string} key
   * @param {Values} [values]
   */
  fail(key, values) {
    this.set("failed", () => [t(key, values)]);
  }

  refresh() {
    this.root.replaceChildren(...this.current());
  }

  /**
   * @param {string} state
   * @param {() => (Node|string)[]} draw
   */
  set(state, draw) {
    this.stop();
    this.root.className = state;
    this.current = draw;
    this.refresh();
  }

  stop() {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }
}
