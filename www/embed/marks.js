// Marks as elements in the page, only where the host asks for them (`marks`): for static pages whose host wants to style or
// print them. A framework that owns these nodes would stumble over them. Taken away, every node of the host is back.

import { KINDS } from "../kinds.js";
import { levelsOf } from "./highlight.js";
import { adopt, MENTION, nameOf, rules, SELECTED } from "./styles.js";

/** @import { Analysis, Entity, Kind } from "../pkg/analysis.js" */
/** @import { PageText } from "./text.js" */
/** @typedef {{entity: Entity, from: number, to: number, level: number}} Piece of a text node that is marked */

const MARKS = () => `mark.langkinh { background: none; color: inherit; }
@media screen {
${rules((kind, level) => `mark.${nameOf(kind, level)}`)}
mark.langkinh-is-mention { ${MENTION} }
mark.langkinh-is-selected { ${SELECTED} }
}
@media (forced-colors: active) { mark.langkinh { text-decoration: none; } mark.langkinh-is-selected { outline: 2px solid Highlight; } }`;

/** The same surface as `Highlights`. */
export class Marks {
  supported = true;
  /** @type {Kind[]} */
  kinds = [];
  /** @type {Map<Text, (Text|HTMLElement)[]>} the host's own text nodes, and what stands in the place of each */
  #replaced = new Map();
  /** @type {[name: string, entity: Entity][]} */
  #selected = [];

  /**
   * @param {PageText} page
   * @param {Analysis} analysis
   */
  constructor(page, analysis) {
    this.page = page;
    this.analysis = analysis;
    /** @type {(() => void) | undefined} */
    this.leave = adopt(/** @type {Document|ShadowRoot} */ (page.element.getRootNode()), MARKS);
  }

  /** @param {Kind[]} kinds */
  show(kinds) {
    this.kinds = KINDS.filter((kind) => kinds.includes(kind));
    this.#restore();
    const { entities } = this.analysis;
    const levels = levelsOf(entities, this.kinds);
    /** @type {Map<Text, Piece[]>} */
    const inNode = new Map();
    for (const entity of entities.filter(({ id }) => levels.has(id))) {
      for (const { startContainer: node, startOffset: from, endOffset: to } of this.page.rangesOf(entity)) {
        if (!node.isConnected || to > node.length) continue;
        if (!inNode.has(node)) inNode.set(node, []);
        /** @type {object[]} */ (inNode.get(node)).push({ entity, from, to, level: levels.get(entity.id) });
      }
    }
    for (const [node, pieces] of inNode) {
      const nodes = build(node.ownerDocument, node.data, pieces, 0, node.length);
      node.replaceWith(...nodes);
      this.#replaced.set(node, nodes);
    }
    this.#light();
  }

  /**
   * @param {Entity} [entity]
   * @param {Entity[]} [mentions]
   */
  select(entity, mentions = []) {
    this.#selected = /** @type {[name: string, entity: Entity][]} */ (
      entity ? [["is-selected", entity], ...mentions.map((each) => ["is-mention", each])] : []
    );
    this.#light();
  }

  /** Something changed: the nodes of the host come back before anybody looks. */
  drop() {
    this.#restore();
  }

  remove() {
    this.#restore();
    this.leave?.();
    this.leave = undefined;
  }

  /**
   * @param {number} _x
   * @param {number} _y
   * @param {Element} element
   */
  entityAt(_x, _y, element) {
    const mark = /** @type {HTMLElement|null} */ (element.closest("mark.langkinh"));
    return mark && this.analysis.entities.find(({ id }) => String(id) === mark.dataset.langkinh);
  }

  /** @param {Entity} entity */
  rectsOf(entity) {
    return this.#marksOf(entity).flatMap((mark) => [...mark.getClientRects()]);
  }

  /** @param {Entity} entity */
  placeOf(entity) {
    return this.#marksOf(entity)[0];
  }

  /** @param {Entity} entity */
  #marksOf({ id }) {
    return [...this.page.element.querySelectorAll(`mark.langkinh[data-langkinh="${id}"]`)];
  }

  #light() {
    for (const mark of this.page.element.querySelectorAll(".langkinh-is-selected, .langkinh-is-mention"))
      mark.classList.remove("langkinh-is-selected", "langkinh-is-mention");
    for (const [name, entity] of this.#selected)
      for (const mark of this.#marksOf(entity)) mark.classList.add(`langkinh-${name}`);
  }

  #restore() {
    for (const [node, [first, ...rest]] of this.#replaced) {
      // what the host took away meanwhile stays away
      if (first.isConnected) first.replaceWith(node);
      for (const each of rest) each.remove();
    }
    this.#replaced.clear();
  }
}

/**
 * The nodes for a stretch of one text node: text, and marks that nest as the entities do.
 * @param {Document} document
 * @param {string} data
 * @param {Piece[]} pieces
 * @param {number} from
 * @param {number} to
 */
function build(document, data, pieces, from, to) {
  /** @type {(Text|HTMLElement)[]} */
  const out = [];
  let at = from;
  for (let i = 0; i < pieces.length; ) {
    const { entity, from: start, to: end, level } = pieces[i];
    let next = i + 1;
    while (next < pieces.length && pieces[next].from < end) next += 1;
    if (start > at) out.push(document.createTextNode(data.slice(at, start)));
    const mark = document.createElement("mark");
    mark.className = `langkinh ${nameOf(entity.kind, level)}`;
    mark.dataset.langkinh = /** @type {any} any: becomes a string by itself */ (entity.id);
    mark.append(...build(document, data, pieces.slice(i + 1, next), start, end));
    out.push(mark);
    at = end;
    i = next;
  }
  if (at < to) out.push(document.createTextNode(data.slice(at, to)));
  return out;
}
