// The box in which a text is typed or pasted. One too long for it (laying it out would stop the page for seconds) is
// kept beside the box, and the box says so.

import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";

/** The longest text the box itself holds, in letters: what is laid out without a pause that one feels. */
const LONGEST = 50_000;

export class Editor {
  /**
   * @param {{onInput(pasted: boolean): void, onAgain(): void}} acts `onInput(pasted)` when the reader has changed the text,
   * `onAgain()` to read a long one again
   */
  constructor({ onInput, onAgain }) {
    this.onInput = onInput;
    this.onAgain = onAgain;
    /** @type {string|null} a text that the box itself does not hold */
    this.long = null;
    this.pasted = false;
    this.area = el("textarea", {
      id: "editor",
      spellcheck: false,
      rows: 9,
      lang: "vi",
      on: { input: () => this.typed(), paste: (event) => this.paste(event) },
    });
    this.note = el("p", { class: "long", hidden: true });
    this.nodes = [this.area, this.note];
  }

  get text() {
    return this.long ?? this.area.value;
  }

  set text(text) {
    this.long = text.length > LONGEST ? text : null;
    this.area.value = this.long ? "" : text;
    this.draw();
  }

  /** Draws in the language of now. */
  draw() {
    this.area.placeholder = t("input.placeholder");
    this.area.hidden = this.long !== null;
    this.note.hidden = this.long === null;
    this.note.replaceChildren(
      ...(this.long === null
        ? []
        : [
            t("input.long", { letters: number(this.long.length) }),
            " ",
            button(t("input.again"), this.onAgain, { id: "again" }),
          ]),
    );
  }

  focus() {
    this.area.focus();
  }

  typed() {
    const { pasted } = this;
    this.pasted = false;
    this.onInput(pasted);
  }

  /**
   * A long paste never reaches the box.
   * @param {ClipboardEvent} event
   */
  paste(event) {
    this.pasted = true;
    const { value, selectionStart, selectionEnd } = this.area;
    const coming = event.clipboardData?.getData("text/plain") ?? "";
    if (value.length - (selectionEnd - selectionStart) + coming.length <= LONGEST) return;
    event.preventDefault();
    this.text = value.slice(0, selectionStart) + coming.replace(/\r\n?/g, "\n") + value.slice(selectionEnd);
    this.typed();
  }
}
