// The text of an article as its readers see it, read from the host's DOM without touching it, and the way back.
//
// White space is what CSS makes of it: runs of it are one space, blocks and <br> begin a new line, no line is empty. So
// the text of a page is the text that a server has of the same article, whatever its source looks like, and the
// analyzer's offsets hold in both. Everything else (no-break spaces, soft hyphens, composed or not) stays as it is.

/** @import { Span } from "../pkg/analysis.js" */
/**
 * @typedef {{at: number, node: Text, from: number, length: number}} Run of the text, `at` in it, `from` in its node
 * @typedef {StaticRange & {startContainer: Text, endContainer: Text}} TextRange
 * @typedef {""|" "|"\t"|"\n"} Gap
 * @typedef {{isNone: boolean, isHidden: boolean, keepsLines: boolean, around: Gap}} Look
 */

/** What holds no text of the article. */
const SKIPPED =
  "script,style,noscript,template,iframe,object,embed,audio,video,canvas,svg,math,textarea,select,option,button,input,rt,rp,[hidden]:not([hidden=until-found]),[aria-hidden=true],[data-langkinh=off],[role=doc-noteref]";
/** Elements that are blocks where nobody computes styles (a server's DOM). */
const BLOCKS =
  /^(?:address|article|aside|blockquote|body|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|p|pre|search|section|summary|table|tbody|tfoot|thead|tr|ul)$/;
const CELLS = /^t[dh]$/;
/** What CSS collapses: no-break and other wide spaces stay. */
const SPACE = /[ \t\n\r\f]/;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/**
 * Reads an element.
 * @param {Element} element
 * @param {{ignore?: string}} [options] `ignore`: a selector of what is left out
 * @returns {PageText}
 */
export function textOf(element, { ignore = "" } = {}) {
  const reader = new Reader(ignore ? `${SKIPPED},${ignore}` : SKIPPED);
  reader.children(element, reader.look(element));
  return new PageText(element, reader.text, reader.runs);
}

/** The text of an element; see the declarations. */
export class PageText {
  /**
   * @param {Element} element
   * @param {string} text
   * @param {Run[]} runs
   */
  constructor(element, text, runs) {
    this.element = element;
    this.text = text;
    this.runs = runs;
    /**
     * For each node its runs, in order.
     * @type {Map<Node, Run[]>}
     */
    this.nodes = new Map(runs.map(({ node }) => [node, []]));
    for (const run of runs) /** @type {Run[]} */ (this.nodes.get(run.node)).push(run);
  }

  /**
   * Where a stretch stands: one range a text node, without what was left out between them.
   * @param {Span} span
   * @returns {TextRange[]}
   */
  rangesOf({ start, end }) {
    const { runs } = this;
    /** @type {{node: Text, from: number, to: number}[]} */
    const out = [];
    for (let i = this.#runAt(start); i < runs.length && runs[i].at < end; i += 1) {
      const { at, node, from, length } = runs[i];
      if (at + length <= start) continue;
      const last = out.at(-1);
      const range = { node, from: from + Math.max(0, start - at), to: from + Math.min(length, end - at) };
      if (last && last.node === node) last.to = range.to;
      else out.push(range);
    }
    return out.map(
      ({ node, from, to }) =>
        /** @type {TextRange} */ (
          new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to })
        ),
    );
  }

  /**
   * The offset in the text of a place in the page; nothing where that is no part of the text.
   * @param {Node} node
   * @param {number} offset
   */
  offsetOf(node, offset) {
    const runs = this.nodes.get(node);
    if (!runs) return undefined;
    for (const { at, from, length } of runs) if (offset <= from + length) return at + Math.max(0, offset - from);
    const { at, length } = /** @type {Run} */ (runs.at(-1));
    return at + length;
  }

  /**
   * Position of the last run that begins at or before an offset.
   * @param {number} offset
   */
  #runAt(offset) {
    let low = 0;
    let high = this.runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.runs[middle].at <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * Walks once over an element, styles read once an element, and gathers the text and its runs: `text.slice(at, at + length)`
 * is what stands in `node` from `from` on.
 */
class Reader {
  /** @type {string[]} */
  parts = [];
  /** @type {Run[]} */
  runs = [];
  length = 0;
  /** What stands between what was read and what comes; "\t" is between cells, and the greater wins. */
  gap = /** @type {Gap} */ ("");
  /** Where a space that is still a gap stands. */
  space = /** @type {{node: Text, from: number} | null} */ (null);

  /** @param {string} skipped a selector */
  constructor(skipped) {
    this.skipped = skipped;
  }

  get text() {
    return this.parts.join("");
  }

  /**
   * How an element is laid out, as far as the text shows it.
   * @param {Element} element
   * @returns {Look}
   */
  look(element) {
    const view = element.ownerDocument.defaultView;
    const style = view?.getComputedStyle?.(element);
    const tag = element.localName;
    const display = style?.display || (CELLS.test(tag) ? "table-cell" : BLOCKS.test(tag) ? "block" : "inline");
    const isInline = /^(?:inline|ruby|contents)/.test(display) || isDropCap(element, style);
    return {
      isNone: display === "none",
      // invisible itself, though what is in it may be shown again
      isHidden: style?.visibility === "hidden" || style?.visibility === "collapse",
      keepsLines: style?.whiteSpace ? /^(?:pre|break-spaces)/.test(style.whiteSpace) : tag === "pre",
      around: isInline ? "" : display === "table-cell" ? "\t" : "\n",
    };
  }

  /**
   * @param {Element} parent
   * @param {Look} look
   */
  children(parent, look) {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === TEXT_NODE) {
        if (!look.isHidden) this.read(/** @type {Text} */ (node), look.keepsLines);
      } else if (node.nodeType === ELEMENT_NODE) this.element(/** @type {Element} */ (node));
    }
  }

  /** @param {Element} element */
  element(element) {
    if (element.localName === "br") return this.leave("\n");
    const isSkipped = element.matches(this.skipped) || isNoteMark(element);
    if (isSkipped && !BLOCKS.test(element.localName)) return;
    const look = this.look(element);
    if (look.isNone) return;
    this.leave(look.around);
    if (!isSkipped) this.children(element, look);
    this.leave(look.around);
  }

  /** @param {Gap} gap */
  leave(gap) {
    if (" \t\n".indexOf(gap) > " \t\n".indexOf(this.gap) || !this.gap) this.gap = gap;
  }

  /**
   * @param {Text} node
   * @param {boolean} keepsLines
   */
  read(node, keepsLines) {
    const { data } = node;
    for (let i = 0; i < data.length; ) {
      let from = i;
      while (i < data.length && !SPACE.test(data[i])) i += 1;
      if (i > from) this.put(node, data, from, i);
      from = i;
      while (i < data.length && SPACE.test(data[i])) i += 1;
      if (i === from) continue;
      this.leave(keepsLines && data.slice(from, i).includes("\n") ? "\n" : " ");
      this.space ??= { node, from };
    }
  }

  /**
   * Adds a word, and before it what separates it from the one before.
   * @param {Text} node
   * @param {string} data
   * @param {number} from
   * @param {number} to
   */
  put(node, data, from, to) {
    if (this.gap && this.length) {
      if (this.gap === " " && this.space) this.run(this.space.node, this.space.from, 1);
      this.parts.push(this.gap);
      this.length += 1;
    }
    this.gap = "";
    this.space = null;
    this.run(node, from, to - from);
    this.parts.push(data.slice(from, to));
    this.length += to - from;
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {number} length
   */
  run(node, from, length) {
    const last = this.runs.at(-1);
    if (last?.node === node && last.from + last.length === from && last.at + last.length === this.length)
      last.length += length;
    else this.runs.push({ at: this.length, node, from, length });
  }
}

/**
 * A letter that floats at the head of a paragraph belongs to its word, though floating makes it a block.
 * @param {Element} element
 * @param {CSSStyleDeclaration|undefined} style
 */
function isDropCap(element, style) {
  return (
    style &&
    style.cssFloat !== "none" &&
    style.cssFloat !== "" &&
    /^\s*\S{1,2}\s*$/u.test(/** @type {string} */ (element.textContent))
  );
}

/**
 * `[1]` set high, or a figure that leads to a note: no part of the sentence; `m²` is.
 * @param {Element} element
 */
function isNoteMark(element) {
  if (element.localName !== "sup") return false;
  const words = /** @type {string} */ (element.textContent).trim();
  return (
    /^(?:\[.{1,4}\]|\(.{1,3}\))$/.test(words) ||
    (words.length <= 4 && Boolean(element.querySelector("a[href*='#']") ?? element.closest("a[href*='#']")))
  );
}
