// Which kind is it? Ten buttons beside the words that are to be marked.

import { button, el, one } from "../dom.js";
import { t } from "../i18n/index.js";
import { KINDS } from "../kinds.js";

/** @import { Kind, Span } from "../pkg/analysis.js" */
/** @typedef {{left: number, bottom: number}} Spot of the window, in pixels */

export class KindMenu {
  /**
   * @param {HTMLElement} root
   * @param {{onChoose(kind: Kind, span: Span): void, onClose(): void}} acts `onClose()` when the reader leaves without choosing
   */
  constructor(root, { onChoose, onClose }) {
    this.root = root;
    this.onChoose = onChoose;
    this.onClose = onClose;
    /** @type {Span|undefined} that is to be marked, once it was opened */
    this.span = undefined;
    root.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointerdown", (event) => {
      if (!root.contains(/** @type {Node} */ (event.target))) this.hide();
    });
  }

  /**
   * Opens beside a place of the window.
   * @param {Span} span
   * @param {string} words
   * @param {Spot} spot
   */
  open(span, words, { left, bottom }) {
    this.span = span;
    this.root.replaceChildren(
      el(
        "p",
        { id: "kinds-title" },
        t("corrections.markAs"),
        " ",
        el("q", { lang: "vi" }, words.length > 60 ? `${words.slice(0, 60)}…` : words),
      ),
      el(
        "div",
        { class: "kinds" },
        KINDS.map((kind, i) =>
          button(
            [el("span", { class: "stroke" }, t(`kind.${kind}`)), el("kbd", {}, String((i + 1) % 10))],
            () => this.choose(kind),
            { class: `choice kind-${kind}`, data: { kind }, aria: { keyshortcuts: String((i + 1) % 10) } },
          ),
        ),
      ),
    );
    this.root.hidden = false;
    const room = document.documentElement.clientWidth - this.root.offsetWidth - 12;
    this.root.style.setProperty("--left", `${Math.max(12, Math.min(left, room)) + scrollX}px`);
    const below = bottom + 10 + this.root.offsetHeight < innerHeight;
    this.root.style.setProperty(
      "--top",
      `${(below ? bottom + 10 : Math.max(10, bottom - this.root.offsetHeight - 40)) + scrollY}px`,
    );
    one("button", this.root).focus({ preventScroll: true });
  }

  /** @param {Kind} kind */
  choose(kind) {
    this.hide();
    if (this.span) this.onChoose(kind, this.span);
  }

  hide() {
    this.root.hidden = true;
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const buttons = [...this.root.querySelectorAll("button")];
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const steps = {
      ArrowRight: at + 1,
      ArrowDown: at + 2,
      ArrowLeft: at - 1,
      ArrowUp: at - 2,
      Home: 0,
      End: buttons.length - 1,
    };
    const to = steps[event.key];
    if (event.key === "Escape") {
      this.hide();
      this.onClose();
    } else if (/^\d$/.test(event.key)) this.choose(KINDS[(Number(event.key) + 9) % 10]);
    else if (to !== undefined) buttons[(to + buttons.length) % buttons.length].focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
