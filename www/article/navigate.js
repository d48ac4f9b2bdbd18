// Moving among the marks: one tab stop for the article, arrow keys from mark to mark, Enter or a click for the
// card, and jumping to a place from the panels.

import { highlight, rangeOf, unhighlight } from "./ranges.js";

/** @import { Span } from "../pkg/analysis.js" */

const MARK = "mark:not(.continued)";

/** Wires an `ArticleView`. */
export class Navigator {
  /**
   * @param {import("./view.js").ArticleView} view
   * @param {{onOpen(id: number, mark: HTMLElement): void, onPoint(id: number|undefined): void}} acts `onOpen` opens the card,
   * `onPoint` lights the mentions
   */
  constructor(view, { onOpen, onPoint }) {
    this.view = view;
    this.onOpen = onOpen;
    const root = view.root;
    root.addEventListener("click", (event) => {
      const mark = markOf(event.target);
      if (mark && getSelection()?.isCollapsed) this.open(mark);
    });
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("pointerover", (event) => onPoint(idOf(markOf(event.target))));
    root.addEventListener("pointerleave", () => onPoint(idOf(markOf(document.activeElement, "#article mark"))));
    root.addEventListener("focusin", (event) => onPoint(idOf(markOf(event.target))));
  }

  /** Makes the first mark the tab stop. */
  reset() {
    /** @type {HTMLElement|null} */
    this.stop = null;
    const first = this.neighbor(-1, 1);
    if (first) this.moveStop(first);
  }

  /** @param {HTMLElement} mark */
  moveStop(mark) {
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = mark;
    mark.tabIndex = 0;
  }

  /** @param {HTMLElement} mark */
  open(mark) {
    this.moveStop(mark);
    this.onOpen(Number(mark.dataset.id), mark);
  }

  /** @param {HTMLElement} mark */
  focus(mark) {
    this.moveStop(mark);
    mark.focus({ preventScroll: true });
    bring(mark);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const mark = markOf(event.target);
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = this.target(event.key, mark);
    if (event.key === "Enter" || event.key === " ") this.open(mark);
    else if (to) this.focus(to);
    else return;
    event.preventDefault();
  }

  /**
   * Where a key leads from a mark.
   * @param {string} key
   * @param {HTMLElement} mark
   */
  target(key, mark) {
    const id = Number(mark.dataset.id);
    if (key === "ArrowRight") return this.neighbor(id, 1);
    if (key === "ArrowLeft") return this.neighbor(id, -1);
    if (key === "Home") return this.neighbor(-1, 1);
    if (key === "End") return this.neighbor(this.view.analysis.entities.length, -1);
    if (key === "ArrowUp") return markOf(mark.parentElement, "#article mark");
    if (key === "ArrowDown") return /** @type {HTMLElement|null} */ (mark.querySelector(MARK));
    return null;
  }

  /**
   * The next shown mark before or after an entity.
   * @param {number} id
   * @param {1|-1} step
   */
  neighbor(id, step) {
    const { entities } = this.view.analysis;
    for (let next = id + step; next >= 0 && next < entities.length; next += step) {
      if (!this.view.hidden.has(entities[next].kind)) {
        const mark = this.view.markOf(next);
        if (mark) return mark;
      }
    }
    return null;
  }

  /**
   * Scrolls to an entity and gives it the focus; to its line if its kind is switched off.
   * @param {number} id
   */
  toEntity(id) {
    const mark = this.view.markOf(id);
    if (mark) this.focus(mark);
    else this.toPosition(this.view.analysis.entities[id].start);
    return mark;
  }

  /**
   * Scrolls to a stretch of the text and fills it until something else is looked for; the focus may stay where it is.
   * @param {Span} span
   * @param {{focus?: boolean}} [options]
   */
  toSpan({ start, end }, { focus = true } = {}) {
    this.toPosition(start, focus);
    const range = rangeOf(this.view, { start, end });
    if (!range) return;
    highlight("langkinh-sought", [range]);
    // in a paragraph longer than the window the words may still be outside it
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 40) scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
  }

  /**
   * @param {number} position
   * @param {boolean} [focus]
   */
  toPosition(position, focus = true) {
    const line = this.view.lineAt(position);
    line.tabIndex = -1;
    if (focus) line.focus({ preventScroll: true });
    bring(line);
  }
}

/**
 * The mark that something lies in.
 * @param {EventTarget|null} target
 * @param {string} [selector]
 */
const markOf = (target, selector = "mark") =>
  /** @type {HTMLElement|null} */ (/** @type {Element|null} */ (target)?.closest(selector) ?? null);

/** @param {HTMLElement|null} mark */
const idOf = (mark) => (mark ? Number(mark.dataset.id) : undefined);

/** @param {HTMLElement} node */
function bring(node) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const far = Math.abs(node.getBoundingClientRect().top) > 3 * innerHeight;
  node.scrollIntoView({ block: "center", behavior: calm || far ? "instant" : "smooth" });
  if (far) requestAnimationFrame(() => requestAnimationFrame(() => settle(node)));
}

/**
 * What is far away is laid out only once it is near, and may then have moved.
 * @param {HTMLElement} node
 */
function settle(node) {
  const { top, bottom } = node.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) node.scrollIntoView({ block: "center", behavior: "instant" });
}

/** Ends what `toSpan` shows. */
export function endFlash() {
  unhighlight("langkinh-sought");
}
