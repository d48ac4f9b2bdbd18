// Marks by the Custom Highlight API: the browser paints them over the page's text, and no node of the page changes.
//
// Static ranges: live ones would cost the host at every change of its page. A static range does not follow changes, so
// whoever watches the page drops those of changed nodes at once (`drop`).

import { KINDS } from "../kinds.js";
import { adopt, HIGHLIGHTS, LEVELS, nameOf, PREFIX } from "./styles.js";
import { textOf } from "./text.js";
import { whyNot } from "./whose.js";

/** @import { Analysis, Entity, Kind } from "../pkg/analysis.js" */
/** @import { PageText, TextRange } from "./text.js" */

/** Whether this browser can paint without touching the page. */
export const canHighlight = () => Boolean(globalThis.Highlight && globalThis.StaticRange && globalThis.CSS?.highlights);

/**
 * Marks an analysis in a page. See the declarations.
 * @param {any} page any: an element, or the text of one, which this or another copy of the package read
 * @param {Analysis} analysis
 * @param {{kinds?: Kind[]}} [options]
 */
export function highlight(page, analysis, { kinds = KINDS } = {}) {
  if (typeof page?.rangesOf !== "function") page = textOf(page);
  const why = whyNot(analysis, page.text);
  if (why) throw new RangeError(`langkinh: ${why}`);
  const shown = new Highlights(page, analysis);
  shown.show(kinds);
  return shown;
}

/**
 * For every entity that is shown, how many levels of shown ones lie inside it.
 * @param {Entity[]} entities
 * @param {Kind[]} kinds
 */
export function levelsOf(entities, kinds) {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const levels = new Map(entities.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => [id, 0]));
  // those inside come after those around them
  for (const entity of entities.toReversed()) {
    if (!levels.has(entity.id)) continue;
    let around = byId.get(/** @type {number} */ (entity.parent));
    while (around && !levels.has(around.id)) around = byId.get(/** @type {number} */ (around.parent));
    if (around)
      levels.set(
        around.id,
        Math.max(
          /** @type {number} */ (levels.get(around.id)),
          Math.min(/** @type {number} */ (levels.get(entity.id)) + 1, LEVELS - 1),
        ),
      );
  }
  return levels;
}

/** What is painted for one article. */
export class Highlights {
  /** @type {Map<Text, [name: string, range: TextRange][]>} for each text node what was painted in it */
  #painted = new Map();
  /** @type {[name: string, entity: Entity][]} */
  #selected = [];
  #forced = globalThis.matchMedia?.("(forced-colors: active)");
  #onForced = () => this.#paint();

  /**
   * @param {PageText} page
   * @param {Analysis} analysis
   */
  constructor(page, analysis) {
    this.page = page;
    this.analysis = analysis;
    /** @type {Kind[]} */
    this.kinds = [];
    /** False where the browser cannot; then nothing is painted and nothing fails. */
    this.supported = canHighlight();
    if (!this.supported) return;
    /** @type {(() => void)|undefined} */
    this.leave = adopt(/** @type {Document|ShadowRoot} */ (page.element.getRootNode()), HIGHLIGHTS);
    this.#forced?.addEventListener?.("change", this.#onForced);
  }

  /**
   * Shows these kinds and no other.
   * @param {Kind[]} kinds
   */
  show(kinds) {
    this.kinds = KINDS.filter((kind) => kinds.includes(kind));
    this.#paint();
  }

  /**
   * Fills one entity, and fainter the other mentions of its record; nothing for none.
   * @param {Entity} [entity]
   * @param {Entity[]} [mentions]
   */
  select(entity, mentions = []) {
    this.#selected = /** @type {[name: string, entity: Entity][]} */ (
      entity ? [["selected", entity], ...mentions.map((each) => ["mention", each])] : []
    );
    this.#paint();
  }

  /**
   * Forgets a text node that changed.
   * @param {Text} node
   */
  drop(node) {
    for (const [name, range] of this.#painted.get(node) ?? []) remove(name, range);
    this.#painted.delete(node);
  }

  /** Takes everything away. */
  remove() {
    this.#clear();
    this.#forced?.removeEventListener?.("change", this.#onForced);
    this.leave?.();
    this.leave = undefined;
  }

  /**
   * The innermost shown entity at a point of the window, or nothing.
   * @param {number} x
   * @param {number} y
   * @param {Element} element the innermost one there
   */
  entityAt(x, y, element) {
    const { page, analysis, kinds } = this;
    const nodes = /** @type {Node[]} */ ([...element.childNodes]);
    /** @type {Entity|undefined} */
    let found;
    // those inside come after those around them
    for (const entity of analysis.entities) {
      if (!kinds.includes(entity.kind)) continue;
      if (
        page
          .rangesOf(entity)
          .some((range) => nodes.includes(range.startContainer) && rectsOf(range).some((rect) => holds(rect, x, y)))
      )
        found = entity;
    }
    return found;
  }

  /**
   * Where an entity stands in the window, line by line.
   * @param {Entity} entity
   */
  rectsOf(entity) {
    return this.page.rangesOf(entity).flatMap(rectsOf);
  }

  /**
   * The element that holds the beginning of an entity.
   * @param {Entity} entity
   */
  placeOf(entity) {
    return this.page.rangesOf(entity)[0]?.startContainer.parentElement;
  }

  #clear() {
    for (const node of [...this.#painted.keys()]) this.drop(node);
  }

  #paint() {
    if (!this.supported) return;
    this.#clear();
    const { analysis, kinds } = this;
    // in forced colors every highlight looks like a selection, whatever its style: only what is selected may
    const levels = this.#forced?.matches ? new Map() : levelsOf(analysis.entities, kinds);
    for (const entity of analysis.entities)
      if (levels.has(entity.id)) this.#add(nameOf(entity.kind, levels.get(entity.id)), entity);
    for (const [name, entity] of this.#forced?.matches ? this.#selected.slice(0, 1) : this.#selected)
      this.#add(PREFIX + name, entity);
  }

  /**
   * @param {string} name
   * @param {Entity} entity
   */
  #add(name, entity) {
    for (const range of this.page.rangesOf(entity)) {
      // a node that the host took away or shortened since it was read
      if (range.endOffset > range.startContainer.length || !range.startContainer.isConnected) continue;
      add(name, range);
      const node = range.startContainer;
      if (!this.#painted.has(node)) this.#painted.set(node, []);
      /** @type {unknown[]} */ (this.#painted.get(node)).push([name, range]);
    }
  }
}

/**
 * Several articles, and several copies of this code, share the one highlight of a name.
 * @param {string} name
 * @param {StaticRange} range
 */
function add(name, range) {
  let shared = CSS.highlights.get(name);
  if (!shared) {
    shared = new Highlight();
    if (name === `${PREFIX}selected`) shared.priority = 2;
    if (name === `${PREFIX}mention`) shared.priority = 1;
    CSS.highlights.set(name, shared);
  }
  shared.add(range);
}

/**
 * @param {string} name
 * @param {StaticRange} range
 */
function remove(name, range) {
  const shared = CSS.highlights.get(name);
  shared?.delete(range);
  if (shared?.size === 0) CSS.highlights.delete(name);
}

/**
 * The boxes of a static range in the window.
 * @param {TextRange} painted
 */
export function rectsOf({ startContainer, startOffset, endContainer, endOffset }) {
  const range = startContainer.ownerDocument.createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    return []; // the text changed since
  }
  return [...range.getClientRects()].filter(({ width, height }) => width && height);
}

/**
 * @param {DOMRect} rect
 * @param {number} x
 * @param {number} y
 */
const holds = ({ left, right, top, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom;
