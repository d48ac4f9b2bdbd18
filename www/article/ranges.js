// Stretches of the article as DOM ranges, to be shown by the Custom Highlight API: no node is added.

/** The range of a stretch in the drawn lines, or nothing where it is not on the page. Both ends lie in one block or two. */
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

/** Position in the article of a point of the DOM, or nothing outside the article's words. */
export function positionOf(node, offset) {
  const words = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("#article .words");
  if (!words) return undefined;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(node, offset);
  return Number(words.parentElement.dataset.start) + before.toString().length;
}

/** Shows ranges under a name of `::highlight()`. */
export function highlight(name, ranges) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  CSS.highlights.set(name, new Highlight(...ranges));
}

export function unhighlight(name) {
  globalThis.CSS?.highlights?.delete(name);
}
