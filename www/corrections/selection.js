// Words selected in the article, as a stretch of its text; and the small button that offers to mark them.

import { positionOf } from "../article/ranges.js";
import { button } from "../dom.js";
import { t } from "../i18n/index.js";
import { wholeWords } from "../text/words.js";

/** @import { Span } from "../pkg/analysis.js" */
/** @import { Spot } from "./menu.js" */

/** A longer selection is for copying, not for marking. */
const LONGEST = 500;

/**
 * What is selected in the article, in whole words of one line; nothing where no such thing is selected.
 * @param {string} text
 */
export function selectedSpan(text) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = positionOf(range.startContainer, range.startOffset);
  const end = positionOf(range.endContainer, range.endOffset);
  if (start === undefined || end === undefined || end - start > LONGEST) return null;
  const span = wholeWords(text, { start, end });
  return span && !/\n/.test(text.slice(span.start, span.end)) ? span : null;
}

/** Where the selection ends in the window; there must be one. */
export function selectionPlace() {
  const boxes = /** @type {Selection} */ (getSelection()).getRangeAt(0).getClientRects();
  const { left, bottom } = boxes[boxes.length - 1] ?? { left: 20, bottom: 80 };
  return { left, bottom };
}

/** Offers to mark what was selected by pointer or touch. */
export class SelectionButton {
  /**
   * @param {HTMLElement} root
   * @param {{textOf(): string|undefined, onMark(span: Span, place: Spot): void}} acts `textOf()` is the article's text
   */
  constructor(root, { textOf, onMark }) {
    this.root = root;
    this.textOf = textOf;
    this.onMark = onMark;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
    root.hidden = true;
    document.addEventListener("selectionchange", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), 180);
    });
  }

  look() {
    const text = this.textOf();
    const span = text && selectedSpan(text);
    this.root.hidden = !span;
    if (!span) return;
    const { left, bottom } = selectionPlace();
    // the selection stays while the button is pressed
    const mark = button(t("corrections.mark"), () => this.onMark(span, { left, bottom }), { class: "primary" });
    this.root.replaceChildren(mark);
    mark.addEventListener("pointerdown", (event) => event.preventDefault());
    this.root.style.setProperty("--left", `${Math.min(left, document.documentElement.clientWidth - 140) + scrollX}px`);
    this.root.style.setProperty("--top", `${bottom + 8 + scrollY}px`);
  }
}
