// From flat, nested entities to what is drawn: blocks (lines of the article, long ones in pieces) that hold a
// tree of plain text and marks. Pure functions; nothing here touches the page.

/** @import { Analysis, Entity, ZoneKind } from "../pkg/analysis.js" */
/** @import { CorrectedAnalysis, CorrectedEntity } from "../corrections/apply.js" */

/**
 * @typedef {object} Block
 * @property {number} start
 * @property {number} end
 * @property {ZoneKind} zone
 * @property {number} first number of the first entity that may reach into the block
 * @property {boolean} continued whether it goes on with the line of the block before
 * @property {number} index of its zone, which with `next` says where to go on, as `from` of a later call
 * @property {number} next
 *
 * @typedef {{index: number, at: number, next: number}} From where a block begins
 *
 * @typedef {Mark|string} Piece of a block
 * @typedef {{entity: CorrectedEntity, continued: boolean, height: number, children: Piece[]}} Mark one that reaches over the block's
 * edge is clipped, and `continued` where it begins before; `height` is how many levels of shown marks lie inside it
 */

/** A line longer than this is drawn in pieces, so that one endless line cannot stop the page. */
const LONGEST = 4000;

/**
 * The blocks of an article, in order.
 * @param {Pick<Analysis, "zones"|"entities">} analysis
 * @param {string} text
 * @param {From} [from] to leave out what stands before
 * @returns {Generator<Block>}
 */
export function* blocks(analysis, text, from) {
  const { zones, entities } = analysis;
  let next = from?.next ?? 0;
  for (let index = from?.index ?? 0; index < zones.length; index += 1) {
    const { start, end, zone } = zones[index];
    let at = index === from?.index ? from.at : start;
    while (at < end) {
      const to = end - at <= LONGEST ? end : cut(text, entities, at, end);
      while (next < entities.length && entities[next].end <= at) next += 1;
      yield { start: at, end: to, zone, first: outermost(entities, next), continued: at > start, index, next };
      at = to;
    }
  }
}

/**
 * Where to end a piece: at a space, outside every entity when that is near; never between surrogates.
 * @param {string} text
 * @param {Entity[]} entities
 * @param {number} from
 * @param {number} end
 */
function cut(text, entities, from, end) {
  let at = from + LONGEST;
  const space = text.lastIndexOf(" ", at);
  if (space > from) at = space + 1;
  else if (isLow(text.charCodeAt(at))) at += 1;
  const around = entityAround(entities, at);
  if (around && around.start > from) at = around.start;
  return Math.min(at, end);
}

/** @param {number} unit */
const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * The outermost entity that holds the position inside it.
 * @param {Entity[]} entities
 * @param {number} at
 */
function entityAround(entities, at) {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entities[middle].start < at) low = middle + 1;
    else high = middle;
  }
  let found = null;
  for (let id = low - 1; id >= 0 && id !== undefined; id = entities[id].parent ?? -1)
    if (entities[id].end > at) found = entities[id];
  return found;
}

/**
 * @param {Entity[]} entities
 * @param {number} id
 */
function outermost(entities, id) {
  for (let above; (above = entities[id]?.parent) !== undefined; ) id = above;
  return id;
}

/**
 * The content of a block.
 * @param {Block} block
 * @param {CorrectedAnalysis} analysis
 * @param {string} text
 * @param {(entity: CorrectedEntity) => boolean} isShown
 * @returns {Piece[]}
 */
export function tree(block, analysis, text, isShown) {
  const { entities } = analysis;
  /** @typedef {{children: Piece[], at: number, end: number, height: number}} Open what is not ended yet; `at` is how far it has come */
  /** @type {Open} */
  const root = { children: [], end: block.end, at: block.start, height: 0 };
  const open = [root];
  /** Ends the innermost. */
  const close = () => {
    const node = innermost();
    if (node.at < node.end) node.children.push(text.slice(node.at, node.end));
    open.pop();
    if (!open.length) return;
    const above = innermost();
    above.at = node.end;
    above.height = Math.max(above.height, node.height + 1);
  };
  const innermost = () => open[open.length - 1];
  for (let id = block.first; id < entities.length && entities[id].start < block.end; id += 1) {
    const entity = entities[id];
    if (entity.end <= block.start || !isShown(entity)) continue;
    const start = Math.max(entity.start, block.start);
    while (open.length > 1 && innermost().end <= start) close();
    const above = innermost();
    if (above.at < start) above.children.push(text.slice(above.at, start));
    const node = {
      entity,
      continued: entity.start < block.start,
      children: /** @type {Piece[]} */ ([]),
      at: start,
      end: Math.min(entity.end, above.end),
      height: 0,
    };
    above.children.push(node);
    above.at = start;
    open.push(node);
  }
  while (open.length) close();
  return root.children;
}
