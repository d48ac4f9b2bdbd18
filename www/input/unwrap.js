// Hard-wrapped text (from PDF, e-mail, a terminal) as paragraphs again: lines joined, words divided at a line's end
// put together, running heads and page numbers removed. A text in which every paragraph is a line of its own is left
// as it is. A form feed, where there is one, ends a page.

import { isSyllable } from "./encodings/syllables.js";

/** Narrower than this no column of text is set; wider lines are paragraphs. */
const NARROWEST = 30;
const WIDEST = 160;
/** Letters of one width fill lines to the same length: the widest then is the margin. */
const EVEN = 1.04;
/**
 * A line was ended by the margin and not by the writer if the next word found no room in it. The margin may be ragged
 * and letters differ in width: so full is enough where no sentence ends, and the second where one plainly runs on.
 */
const FULL = 0.82;
const HALF = 0.45;

const ENDS_SENTENCE = /[.!?…:;]["”’)\]]*$/;
const STARTS_SMALL = /^["“‘(]?\p{Ll}/u;
const STARTS_ITEM =
  /^(?:[-–—•*+▪●○·✓]\s+\S|\(?\d{1,3}[.)]\s+\S|\(?\p{Ll}[.)]\s+\S|[IVXL]{1,5}[.)]\s+\S|(?:Điều|Chương|Mục|Phần)\s+[\dIVXL]+[.:\s])/u;
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:trang|page)?\s*(\d{1,4})(?:\s*(?:\/|trên|of)\s*\d{1,4})?(?:\s*[-–—])?$/iu;
const QUOTED = /^(?:> ?)+/;

/**
 * Joins what was wrapped.
 * @param {string} text
 * @returns {{text: string, joined: number, hyphens: number, heads: number, numbers: number}|undefined} Nothing where the text
 *   is not wrapped. `joined` counts the line ends removed, `heads` and `numbers` the lines.
 */
export function unwrap(text) {
  const lines = unquote(text.split(/\r\n?|\n|(?=\f)/));
  const { kept, heads, numbers } = withoutPageFurniture(lines);
  const width = columnOf(kept);
  // numbers on lines of their own are a table's where nothing shows pages
  if (!width)
    return heads + numbers && text.includes("\f")
      ? { text: written(kept), joined: 0, hyphens: 0, heads, numbers }
      : undefined;
  const { paragraphs, joined, hyphens } = join(kept, width);
  return joined + heads + numbers ? { text: written(paragraphs), joined, hyphens, heads, numbers } : undefined;
}

/** @param {string[]} lines */
const written = (lines) =>
  `${lines
    .map((line) => line.replace(/^\f/, "").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;

/**
 * Takes away the `>` of an answered letter where every line has it.
 * @param {string[]} lines
 */
function unquote(lines) {
  const filled = lines.filter((line) => line.trim());
  return filled.length > 2 && filled.every((line) => QUOTED.test(line))
    ? lines.map((line) => line.replace(QUOTED, ""))
    : lines;
}

/**
 * Leaves out the numbers of pages and what stands at the head or foot of page after page.
 * @param {string[]} lines
 */
function withoutPageFurniture(lines) {
  /** @type {Set<number>} */
  const drop = new Set();
  const numbers = pageNumbers(lines);
  for (const at of numbers) drop.add(at);
  const edges = edgesOf(lines, numbers);
  /** @type {Map<string, number[]>} */
  const seen = new Map();
  for (const at of edges) {
    const key = lines[at].trim().replace(/\d+/g, "#");
    if (key.length > 2) seen.set(key, [...(seen.get(key) ?? []), at]);
  }
  let heads = 0;
  for (const places of seen.values()) {
    if (places.length < 2) continue;
    heads += places.length;
    for (const at of places) drop.add(at);
  }
  if (!drop.size) return { kept: lines, heads, numbers: 0 };
  return { kept: withoutGaps(lines, drop), heads, numbers: numbers.length };
}

/**
 * Lines that are a number alone, at the edge of a page or counting up by one.
 * @param {string[]} lines
 */
function pageNumbers(lines) {
  /** @type {{at: number, value: number, atEdge: boolean}[]} */
  const found = [];
  for (const [at, line] of lines.entries()) {
    const number = PAGE_NUMBER.exec(line.trim());
    if (number) found.push({ at, value: Number(number[1]), atEdge: isEdge(lines, at) });
  }
  return found
    .filter(({ value, atEdge }, i) => atEdge || found[i - 1]?.value === value - 1 || found[i + 1]?.value === value + 1)
    .map(({ at }) => at);
}

/**
 * Whether only blank lines stand between a line and a form feed.
 * @param {string[]} lines
 * @param {number} at
 */
function isEdge(lines, at) {
  let next = at + 1;
  while (next < lines.length && !lines[next].trim() && !lines[next].startsWith("\f")) next += 1;
  if (lines[next]?.startsWith("\f")) return true;
  let first = at;
  while (first > 0 && !lines[first].startsWith("\f") && !lines[first - 1].trim()) first -= 1;
  return lines[first].startsWith("\f");
}

/**
 * The first and last line of each page, page numbers aside: around form feeds, else around page numbers.
 * @param {string[]} lines
 * @param {number[]} numbers
 */
function edgesOf(lines, numbers) {
  const breaks = lines.flatMap((line, at) => (line.startsWith("\f") ? [at] : []));
  const isNumber = new Set(numbers);
  const skip = (/** @type {number} */ at) => at >= 0 && at < lines.length && (!lines[at].trim() || isNumber.has(at));
  /** @type {Set<number>} */
  const edges = new Set();
  /**
   * @param {number} at
   * @param {1|-1} step
   */
  const from = (at, step) => {
    while (skip(at)) at += step;
    if (at >= 0 && at < lines.length) edges.add(at);
  };
  from(0, 1);
  from(lines.length - 1, -1);
  for (const at of breaks) {
    from(at - 1, -1);
    from(at, 1);
  }
  if (!breaks.length) {
    for (const at of numbers) {
      from(at - 1, -1);
      from(at + 1, 1);
    }
  }
  return edges;
}

/**
 * The lines that stay. The text runs on across a page's end, so the blanks around what is left out go too.
 * @param {string[]} lines
 * @param {Set<number>} drop
 */
function withoutGaps(lines, drop) {
  /** @type {string[]} */
  const kept = [];
  let gap = false;
  for (const [at, line] of lines.entries()) {
    if (drop.has(at)) {
      while (kept.length && !kept[kept.length - 1].trim()) kept.pop();
      gap = true;
    } else if (!gap || line.trim()) {
      kept.push(line);
      gap = false;
    }
  }
  return kept;
}

/**
 * The width the text was wrapped at, in letters; nothing where it was not wrapped.
 * @param {string[]} lines
 */
function columnOf(lines) {
  const lengths = lines
    .map((line) => line.trim().length)
    .filter(Boolean)
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)];
  const widest = lengths[lengths.length - 1];
  if (lengths.length < 4 || usual < NARROWEST || widest > Math.max(WIDEST, usual * 1.5)) return undefined;
  const width = widest <= usual * EVEN ? widest : usual;
  let breaks = 0;
  let within = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const [before, after] = [lines[i - 1].trim(), lines[i].trim()];
    if (!before || !after) continue;
    breaks += 1;
    const isFull = before.length + firstWord(after) >= width * FULL;
    if (isFull && !ENDS_SENTENCE.test(before) && STARTS_SMALL.test(after) && !STARTS_ITEM.test(after)) within += 1;
  }
  return within >= 2 && within >= breaks * 0.25 ? width : undefined;
}

/**
 * @param {string[]} lines
 * @param {number} width
 */
function join(lines, width) {
  const indents = lines.filter((line) => line.trim() && /^\s{2,}/.test(line)).length;
  // a few indented lines begin paragraphs; many are a margin
  const indentBegins = indents > 0 && indents < lines.filter((line) => line.trim()).length * 0.5;
  const isSpaced = spacing(lines, width);
  /** @type {string[]} */
  const paragraphs = [];
  let joined = 0;
  let hyphens = 0;
  /** @type {string|undefined} */
  let before;
  for (const raw of lines) {
    const line = raw.trim();
    const begins =
      !line ||
      before === undefined ||
      !before ||
      (indentBegins && /^\f?\s{2,}/.test(raw)) ||
      !runsOn(before, line, width, isSpaced);
    if (begins) paragraphs.push(line);
    else {
      joined += 1;
      const glued = glue(paragraphs[paragraphs.length - 1], line);
      if (glued.hyphen) hyphens += 1;
      paragraphs[paragraphs.length - 1] = glued.text;
    }
    before = line;
  }
  return { paragraphs, joined, hyphens };
}

/**
 * Whether blank lines stand between the paragraphs: then a sentence that ends with its line ends no paragraph.
 * @param {string[]} lines
 * @param {number} width
 */
function spacing(lines, width) {
  let blanks = 0;
  let ends = 0;
  for (let i = 1; i < lines.length; i += 1) {
    const [before, after] = [lines[i - 1].trim(), lines[i].trim()];
    if (before && !after) blanks += 1;
    else if (before && ENDS_SENTENCE.test(before) && before.length + firstWord(after) < width * FULL) ends += 1;
  }
  return blanks > 1 && ends * 4 <= blanks;
}

/**
 * Whether the sentence or paragraph of one line goes on in the next.
 * @param {string} before
 * @param {string} after
 * @param {number} width
 * @param {boolean} isSpaced
 */
function runsOn(before, after, width, isSpaced) {
  const reach = before.length + firstWord(after);
  const ends = ENDS_SENTENCE.test(before);
  if (STARTS_ITEM.test(after)) return !ends && reach > width;
  if (STARTS_SMALL.test(after) || /[,(“–-]$/.test(before)) return before.length >= width * HALF;
  return ends && !isSpaced ? reach > width : reach >= width * FULL;
}

/** @param {string} line */
const firstWord = (line) => line.search(/\s|$/) + 1;

/**
 * Puts two lines together. A hyphen between two syllables or beside a figure belongs there, one inside a word does not.
 * @param {string} before
 * @param {string} after
 * @returns {{text: string, hyphen?: boolean}}
 */
function glue(before, after) {
  if (before.endsWith("\u00ad")) return { text: before.slice(0, -1) + after, hyphen: true };
  const left = /([\p{L}\p{M}\d]+)-$/u.exec(before)?.[1];
  if (!left) return { text: `${before} ${after}` };
  const right = /^[\p{L}\p{M}\d]+/u.exec(after)?.[0];
  if (!right) return { text: `${before} ${after}` };
  const divided = /^\p{Ll}/u.test(right) && /\p{L}$/u.test(left) && !(isSyllable(left) && isSyllable(right));
  return divided ? { text: before.slice(0, -1) + after, hyphen: true } : { text: before + after };
}
