// A long article in chunks, each drawn at once: a table small enough for a million lines. Pure; nothing here touches the page.

import { blocks } from "./segments.js";

/** @import { CorrectedAnalysis } from "../corrections/apply.js" */

/** A chunk holds so many blocks or letters at most. */
const BLOCKS = 24;
const LETTERS = 6000;
/** About so many letters stand in a row of the page; the space below a block is half a row. */
const ROW = 70;

/**
 * @typedef {object} Chunk
 * @property {number} start of its first block in the text
 * @property {number} end of its last block
 * @property {import("./segments.js").From} from where its blocks begin, for `blocks()`
 * @property {number} count of its blocks
 * @property {string|undefined} before zone of the block before it
 */

/** The chunks of one analysis. */
export class Chunks {
  /**
   * @param {CorrectedAnalysis} analysis
   * @param {string} text
   */
  constructor(analysis, text) {
    this.analysis = analysis;
    this.text = text;
    /** @type {Chunk[]} */
    this.list = [];
    this.blockCount = 0;
    /** About how many rows stand before each chunk, and before the end. */
    this.rows = [0];
  }

  /**
   * Cuts an article, in turns.
   * @param {CorrectedAnalysis} analysis
   * @param {string} text
   * @param {import("../turns.js").Turns} turns
   */
  static async of(analysis, text, turns) {
    const chunks = new Chunks(analysis, text);
    /** @type {Chunk|undefined} */
    let chunk;
    let rows = 0;
    /** @type {string|undefined} */
    let before;
    for (const { start, end, zone, index, next } of blocks(analysis, text)) {
      if (!chunk || chunk.count === BLOCKS || end - chunk.start > LETTERS) {
        if (chunk) chunks.rows.push(rows);
        chunk = { start, end, from: { index, at: start, next }, count: 0, before };
        chunks.list.push(chunk);
        if (turns.over) await turns.pass();
      }
      chunk.end = end;
      chunk.count += 1;
      chunks.blockCount += 1;
      rows += Math.ceil((end - start) / ROW) + 0.5;
      before = zone;
    }
    if (chunk) chunks.rows.push(rows);
    return chunks;
  }

  get length() {
    return this.list.length;
  }

  /**
   * The blocks of a chunk.
   * @param {number} i
   */
  blocks(i) {
    const { from, count } = this.list[i];
    const out = [];
    if (count) for (const block of blocks(this.analysis, this.text, from)) if (out.push(block) === count) break;
    return out;
  }

  /**
   * The chunk that holds a position of the text.
   * @param {number} position
   */
  at(position) {
    return search(this.length - 1, (i) => this.list[i].end > position);
  }

  /**
   * The chunk that holds a row.
   * @param {number} row
   */
  atRow(row) {
    return search(this.length - 1, (i) => this.rows[i + 1] > row);
  }

  /**
   * About how many rows the chunks from one up to another take.
   * @param {number} from
   * @param {number} to
   */
  height(from, to) {
    return this.rows[to] - this.rows[from];
  }

  /**
   * Whether both are cut at the same places, so that what is drawn can stay.
   * @param {Chunks} other
   */
  isCutLike(other) {
    return (
      this.length === other.length &&
      this.list.every(({ end, count }, i) => end === other.list[i].end && count === other.list[i].count)
    );
  }
}

/**
 * The first number up to `last` for which something holds that holds for all behind it; `last` if for none.
 * @param {number} last
 * @param {(i: number) => boolean} holds
 */
function search(last, holds) {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
