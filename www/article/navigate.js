// Moving among the marks: one tab stop for the article, arrow keys from mark to mark, Enter or a click for the
// card, and jumping to a place from the panels.

import { highlight, rangeOf, unhighlight } from "./ranges.js";

const MARK = "mark:not(.continued)";

/** Wires an `ArticleView`; `onOpen(entity id, mark)` opens the card, `onPoint(id or undefined)` lights the mentions. */
export class Navigator {
  constructor(view, { onOpen, onPoint }) {
    this.view = view;
    this.onOpen = onOpen;
    const root = view.root;
    root.addEventListener("click", (event) => {
      const mark = event.target.closest("mark");
      if (mark && getSelection()?.isCollapsed) this.open(mark);
    });
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("pointerover", (event) => onPoint(idOf(event.target.closest("mark"))));
    root.addEventListener("pointerleave", () => onPoint(idOf(document.activeElement?.closest("#article mark"))));
    root.addEventListener("focusin", (event) => onPoint(idOf(event.target.closest("mark"))));
  }

  /** Makes the first mark the tab stop. */
  reset() {
    this.stop = null;
    const first = this.neighbor(-1, 1);
    if (first) this.moveStop(first);
  }

  moveStop(mark) {
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = mark;
    mark.tabIndex = 0;
  }

  open(mark) {
    this.moveStop(mark);
    this.onOpen(idOf(mark), mark);
  }

  focus(mark) {
    this.moveStop(mark);
    mark.focus({ preventScroll: true });
    bring(mark);
  }

  key(event) {
    const mark = event.target.closest("mark");
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = this.target(event.key, mark);
    if (event.key === "Enter" || event.key === " ") this.open(mark);
    else if (to) this.focus(to);
    else return;
    event.preventDefault();
  }

  target(key, mark) {
    const id = idOf(mark);
    if (key === "ArrowRight") return this.neighbor(id, 1);
    if (key === "ArrowLeft") return this.neighbor(id, -1);
    if (key === "Home") return this.neighbor(-1, 1);
    if (key === "End") return this.neighbor(this.view.analysis.entities.length, -1);
    if (key === "ArrowUp") return mark.parentElement.closest("#article mark");
    if (key === "ArrowDown") return mark.querySelector(MARK);
    return null;
  }

  /** The next shown mark before or after an entity. */
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

  /** Scrolls to an entity and gives it the focus; to its line if its kind is switched off. */
  toEntity(id) {
    const mark = this.view.markOf(id);
    if (mark) this.focus(mark);
    else this.toPosition(this.view.analysis.entities[id].start);
    return mark;
  }

  /** Scrolls to a stretch of the text and fills it until something else is looked for; the focus may stay where it is. */
  toSpan({ start, end }, { focus = true } = {}) {
    this.toPosition(start, focus);
    const range = rangeOf(this.view, { start, end });
    if (!range) return;
    highlight("langkinh-sought", [range]);
    // in a paragraph longer than the window the words may still be outside it
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 40) scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
  }

  toPosition(position, focus = true) {
    const line = this.view.lineAt(position);
    line.tabIndex = -1;
    if (focus) line.focus({ preventScroll: true });
    bring(line);
  }
}

const idOf = (mark) => (mark ? Number(mark.dataset.id) : undefined);

function bring(node) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const far = Math.abs(node.getBoundingClientRect().top) > 3 * innerHeight;
  node.scrollIntoView({ block: "center", behavior: calm || far ? "instant" : "smooth" });
  if (far) requestAnimationFrame(() => requestAnimationFrame(() => settle(node)));
}

/** What is far away is laid out only once it is near, and may then have moved. */
function settle(node) {
  const { top, bottom } = node.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) node.scrollIntoView({ block: "center", behavior: "instant" });
}

/** Ends what `toSpan` shows. */
export function endFlash() {
  unhighlight("langkinh-sought");
}
