// Waits for an article that the page does not have yet; comes only where there is none.

import { whenIdle } from "./watch.js";

/**
 * Asks whether something has come, now and after changes of the tree that an element stands in, until it has.
 * @param {Element} element
 * @param {() => boolean} hasCome
 */
export function waitFor(element, hasCome) {
  if (hasCome()) return;
  let isAsking = false;
  const observer = new MutationObserver(() => {
    if (isAsking) return;
    isAsking = true;
    whenIdle(() => {
      isAsking = false;
      if (hasCome()) observer.disconnect();
    });
  });
  for (const root of new Set([element.getRootNode(), element.ownerDocument]))
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ["id"] });
}
