// Where a page keeps its article.

/**
 * The article that an element speaks of: by id (first in its own root, then in the document), else what stands inside it, else
 * the page's own.
 * @param {HTMLElement} element
 * @param {string | null} id
 * @returns {Element | null}
 */
export function articleOf(element, id) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const { ownerDocument } = element;
  if (id) return root.getElementById?.(id) ?? ownerDocument.getElementById(id);
  if (hasContent(element)) return element;
  for (const scope of [element.closest("article"), root, ownerDocument]) {
    const found =
      scope?.querySelector("[itemprop~=articleBody]") ??
      (scope && "localName" in scope ? scope : (scope?.querySelector("article") ?? scope?.querySelector("main")));
    if (found) return found;
  }
  return null;
}

/**
 * Whether a tag has an article inside: more than white space and an analysis.
 * @param {Element} element
 */
function hasContent(element) {
  return [...element.childNodes].some((node) =>
    node.nodeType === 3
      ? /\S/.test(/** @type {Text} */ (node).data)
      : node.nodeType === 1 && /** @type {Element} */ (node).localName !== "script",
  );
}
