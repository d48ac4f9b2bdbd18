// From flat, nested entities to what is drawn: blocks (lines of the article, long ones in pieces) that hold a
// tree of plain text and marks. Pure functions; nothing here touches the page.

/** A line longer than this is drawn in pieces, so that one endless line cannot stop the page. */
const LONGEST = 4000;

/**
 * The blocks of an article, in order: `{start, end, zone, first, continued, index, next}`. `first` is the number of the first
 * entity that may reach into the block; `index` of its zone and `next` say where to go on, as `from` of a later call.
 * @param {object} analysis
 * @param {string} text
 * @param {{index: number, at: number, next: number}} [from] where a block begins, to leave out what stands before
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

/** Where to end a piece: at a space, outside every entity when that is near; never between surrogates. */
function cut(text, entities, from, end) {
  let at = from + LONGEST;
  const space = text.lastIndexOf(" ", at);
  if (space > from) at = space + 1;
  else if (isLow(text.charCodeAt(at))) at += 1;
  const around = entityAround(entities, at);
  if (around && around.start > from) at = around.start;
  return Math.min(at, end);
}

const isLow = (unit) => unit >= 0xdc00 && unit <= 0xdfff;

/** The outermost entity that holds the position inside it. */
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

function outermost(entities, id) {
  while (entities[id]?.parent !== undefined) id = entities[id].parent;
  return id;
}

/**
 * The content of a block: an array of strings and `{entity, continued, height, children}`. An entity that reaches
 * over the block's edge is clipped; `height` is how many levels of shown marks lie inside it.
 */
export function tree(block, analysis, text, isShown) {
  const { entities } = analysis;
  const root = { children: [], end: block.end, at: block.start };
  const open = [root];
  const close = (node) => {
    if (node.at < node.end) node.children.push(text.slice(node.at, node.end));
    open.pop();
    const above = open.at(-1);
    if (above) {
      above.at = node.end;
      if (node.entity) above.height = Math.max(above.height ?? 0, node.height + 1);
    }
  };
  for (let id = block.first; id < entities.length && entities[id].start < block.end; id += 1) {
    const entity = entities[id];
    if (entity.end <= block.start || !isShown(entity)) continue;
    const start = Math.max(entity.start, block.start);
    while (open.length > 1 && open.at(-1).end <= start) close(open.at(-1));
    const above = open.at(-1);
    if (above.at < start) above.children.push(text.slice(above.at, start));
    const node = {
      entity,
      continued: entity.start < block.start,
      children: [],
      at: start,
      end: Math.min(entity.end, above.end),
      height: 0,
    };
    above.children.push(node);
    above.at = start;
    open.push(node);
  }
  while (open.length) close(open.at(-1));
  return root.children;
}
