// A short message at the foot of the window, said aloud too: what was just done, and the way back where there is one.

import { button, el } from "./dom.js";
import { t } from "./i18n/index.js";

/**
 * Says a wording of the dictionaries to the reader; an action is a button after it.
 * @typedef {(key: string, values?: import("./i18n/index.js").Values, action?: [wording: string, act: () => void]) => void} Say
 */

/** Milliseconds a message stays; longer while the pointer or the focus is on it. */
const STAY = 7000;

export class Toast {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
    root.addEventListener("pointerenter", () => clearTimeout(this.timer));
    root.addEventListener("pointerleave", () => this.wait());
    root.addEventListener("focusin", () => clearTimeout(this.timer));
    root.addEventListener("focusout", () => this.wait());
  }

  /**
   * Says a wording of the dictionaries.
   * @type {Say}
   */
  say(key, values, action) {
    this.root.replaceChildren(
      el("span", {}, t(key, values)),
      ...(action
        ? [
            button(
              t(action[0]),
              () => {
                this.hide();
                action[1]();
              },
              { class: "quiet" },
            ),
          ]
        : []),
    );
    this.root.classList.add("shown");
    this.wait();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.hide(), STAY);
  }

  hide() {
    this.root.classList.remove("shown");
    this.root.replaceChildren();
  }
}
