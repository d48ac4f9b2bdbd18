// Stretches of the article as DOM ranges, to be shown by the Custom Highlight API: no node is added.

/** @import { Span } from "../pkg/analysis.js" */

/**
 * The range of a stretch in the drawn lines, or nothing where it is not on the page. Both ends lie in one block or two.
 * @param {import("./view.js").ArticleView} view
 * @param {Span} span
 */
export function rangeOf(view, { start, end }) {
  const from = point(view.lineAt(start), start);
  const to = point(view.lineAt(Math.max(start, end - 1)), end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * The text node and the offset in it of a position inside a line.
 * @param {HTMLElement} line
 * @param {number} position
 */
function point(line, position) {
  const words = /** @type {Element} */ (line.querySelector(".words"));
  const walk = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let at = Number(line.dataset.start);
  /** @type {Text | null} */
  let last = null;
  for (
    let node = /** @type {Text | null} */ (walk.nextNode());
    node;
    node = /** @type {Text | null} */ (walk.nextNode())
  ) {
    if (position <= at + node.length) return { node, offset: Math.max(0, position - at) };
    at += node.length;
    last = node;
  }
  return last && { node: last, offset: last.length };
}

/**
 * Position in the article of a point of the DOM, or nothing outside the article's words.
 * @param {Node} node
 * @param {number} offset
 */
export function positionOf(node, offset) {
  const element = /** @type {Element} */ (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
  const words = element.closest("#article .words");
  if (!words) return undefined;
  const line = /** @type {HTMLElement} */ (words.parentElement);
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + before.toString().length;
}

/**
 * Shows ranges under a name of `::highlight()`.
 * @param {string} name
 * @param {Range[]} ranges
 */
export function highlight(name, ranges) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  CSS.highlights.set(name, new Highlight(...ranges));
}

/** @param {string} name */
export function unhighlight(name) {
  globalThis.CSS?.highlights?.delete(name);
}
