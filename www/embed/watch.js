// Watches an article for changes of the host: tells at once which text nodes are no longer what was read, and once the page is at
// rest that it should be read again.

/** Milliseconds without a change before it is read again, and the longest wait while changes go on. */
const REST = 300;
const LONGEST = 2000;
/** A page that answers every reading with a change is read less and less often: each reading within this time doubles the rest. */
const MEMORY = 60_000;
const SLOWEST = 30_000;

/**
 * How long a page must be at rest that was read so many times lately.
 * @param {number} times
 * @returns {number} milliseconds
 */
export const restAfter = (times) => Math.min(SLOWEST, REST * 2 ** Math.max(0, times - 3));

export class Watch {
  #observer;
  #life = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {number | undefined} */
  #since;
  /** @type {number[]} */
  #times = [];

  /**
   * The article, and what holds it.
   * @type {Node[]}
   */
  #around = [];

  /**
   * @param {Element} article
   * @param {Element} tag the element, whose analysis may stand in it
   * @param {{changed(node: Text): void, rested(): void, clicked(event: Event): void}} acts `changed` is called before the browser
   * paints again, `clicked` for every click in the article's document or shadow root
   */
  constructor(article, tag, { changed, rested, clicked }) {
    this.article = article;
    this.tag = tag;
    this.changed = changed;
    this.rested = rested;
    article.getRootNode().addEventListener("click", clicked, { signal: this.#life.signal });
    this.#observer = new MutationObserver((records) => this.#take(records));
    this.#observe();
  }

  #observe() {
    for (const node of new Set([this.article, this.tag]))
      this.#observer.observe(node, { childList: true, characterData: true, subtree: true });
    // a page that goes to its next article may put another element in the place of this one, or of what holds it
    this.#around = [this.article];
    for (let up = this.article.parentNode; up; up = up.parentNode ?? /** @type {ShadowRoot} */ (up).host) {
      this.#around.push(up);
      this.#observer.observe(up, { childList: true });
    }
  }

  /**
   * Does something to the article that is no change of the host's.
   * @param {() => void} act
   */
  quietly(act) {
    this.#take(this.#observer.takeRecords());
    act();
    this.#observer.takeRecords();
  }

  end() {
    this.#observer.disconnect();
    this.#life.abort();
    clearTimeout(this.#timer);
  }

  /** @param {MutationRecord[]} records */
  #take(records) {
    if (!records.length) return;
    const { article, tag } = this;
    const isMoved = (/** @type {MutationRecord} */ { removedNodes }) =>
      this.#around.some((node) => [...removedNodes].includes(node));
    if (article.isConnected && records.some(isMoved)) {
      this.#observer.disconnect();
      this.#observe();
    }
    // around the article only its going away matters
    if (!records.some(({ target }) => article.contains(target) || tag.contains(target)) && article.isConnected) return;
    for (const { type, target, removedNodes } of records) {
      if (type === "characterData") this.changed(/** @type {Text} */ (target));
      else for (const node of removedNodes) for (const text of textsIn(node)) this.changed(text);
    }
    const now = Date.now();
    this.#since ??= now;
    this.#times = this.#times.filter((time) => now - time < MEMORY);
    const rest = restAfter(this.#times.length);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => whenIdle(() => this.#rested()),
      Math.max(0, Math.min(rest, this.#since + Math.max(LONGEST, rest) - now)),
    );
  }

  #rested() {
    this.#since = undefined;
    this.#times.push(Date.now());
    this.rested();
  }
}

/**
 * The text nodes of a subtree, itself included.
 * @param {Node} node
 * @returns {Generator<Text>}
 */
function* textsIn(node) {
  const walk = /** @type {Document} */ (node.ownerDocument).createTreeWalker(node, NodeFilter.SHOW_TEXT);
  if (node.nodeType === Node.TEXT_NODE) yield/** @type {Text} */ (node);
  while (walk.nextNode()) yield/** @type {Text} */ (walk.currentNode);
}

/**
 * When the browser has nothing else to do; Safari cannot tell.
 * @param {() => void} act
 */
export function whenIdle(act) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 1);
}
