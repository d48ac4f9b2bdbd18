// Which kind is it? Ten buttons beside the words that are to be marked.

import { button, el } from "../dom.js";
import { t } from "../i18n/index.js";
import { KINDS } from "../kinds.js";

export class KindMenu {
  /** `onChoose(kind, span)`; `onClose()` when the reader leaves without choosing. */
  constructor(root, { onChoose, onClose }) {
    Object.assign(this, { root, onChoose, onClose });
    root.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointerdown", (event) => !root.contains(event.target) && this.hide());
  }

  /** Opens beside a place of the window. */
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
    this.root.querySelector("button").focus({ preventScroll: true });
  }

  choose(kind) {
    this.hide();
    this.onChoose(kind, this.span);
  }

  hide() {
    this.root.hidden = true;
  }

  key(event) {
    const buttons = [...this.root.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 2,
      ArrowLeft: at - 1,
      ArrowUp: at - 2,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
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
