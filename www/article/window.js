// The part of a long article that is on the page: the chunks near the window, and those that the reader holds on to (by the focus, a
// selection, the open card). In the place of the others stand gaps of about their height, so that the scroll bar tells the truth.
// Nothing that is seen moves when chunks come and go: the gap before it takes up the difference.

import { button, el, one } from "../dom.js";

/** So far beyond the window chunks are drawn, in heights of the window; twice as far they are dropped. */
const AHEAD = 1;
/** Browsers end what is higher (Firefox at 17.9 million pixels): the gaps of a longer article are lower than what they stand for. */
const HIGHEST = 8_000_000;
/** The height of a row of text in pixels, until some have been measured. */
const ROW = 36;
/** Drawing nearer to what is measured takes some rounds: so many at most. */
const ROUNDS = 4;

/** @import { Chunks } from "./chunks.js" */
/** @typedef {{i: number, top: number}} Anchor a chunk and where it begins in the window, in pixels */

export class ChunkWindow {
  /**
   * @param {HTMLElement} root
   * @param {{draw(i: number): HTMLElement, onDrawn(): void, onDrop(node: HTMLElement): void, isHeld(node: HTMLElement): boolean, onGap(i: number): void, nameGap(isBefore: boolean, from: number, to: number): string}} acts
   */
  constructor(root, acts) {
    this.root = root;
    this.acts = acts;
    /** @type {Chunks|undefined} of the article, while there is one */
    this.cut = undefined;
    this.isWhole = false;
    /**
     * What is on the page: number of a chunk and its node, in order.
     * @type {Map<number, HTMLElement>}
     */
    this.drawn = new Map();
    /** @type {number|undefined} height of a row of text in pixels, once it is measured */
    this.row = undefined;
    /** The chunk that stays where it is. */
    this.pivot = 0;
    /** @type {number|undefined} */
    this.waiting = undefined;
    const soon = () => {
      this.waiting ??= requestAnimationFrame(() => {
        this.waiting = undefined;
        this.update();
      });
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", () => {
      this.row = undefined;
      soon();
    });
  }

  /** The chunks of the article; nobody asks while there is none. */
  get chunks() {
    return /** @type {Chunks} */ (this.cut);
  }

  /**
   * Begins with another article; one that is short is on the page as a whole.
   * @param {Chunks} chunks
   * @param {boolean} isWhole
   */
  begin(chunks, isWhole) {
    this.end();
    if (!chunks.length) return;
    this.cut = chunks;
    this.isWhole = isWhole;
    this.sync(isWhole ? range([0, chunks.length]) : [0]);
    this.update();
  }

  /** Nothing is on the page any more. */
  end() {
    this.cut = undefined;
    this.drawn.clear();
    this.root.replaceChildren();
  }

  /**
   * The node of a chunk, brought onto the page if need be.
   * @param {number} i
   */
  node(i) {
    if (!this.drawn.has(i)) this.sync([...this.drawn.keys(), i]);
    return /** @type {HTMLElement} */ (this.drawn.get(i));
  }

  /** Draws what has come near and drops what is far. */
  update() {
    if (!this.cut?.length || this.isWhole || !this.root.checkVisibility()) return;
    for (let round = 0; round < ROUNDS; round += 1) {
      const anchor = this.anchor() ?? this.landing();
      const near = this.near(anchor);
      if (this.isCovered(near)) return;
      this.sync([...range(near), ...this.held()], anchor);
    }
  }

  /**
   * Puts chunks on the page one after another in a range, all of them: for printing. Gives the way back.
   * @param {number} from
   * @param {number} to
   */
  whole(from, to) {
    this.isWhole = true;
    this.sync(range([from, to]));
    return () => {
      this.isWhole = false;
      this.update();
    };
  }

  /**
   * The first chunk on the page that is seen, and where it begins.
   * @returns {Anchor|undefined}
   */
  anchor() {
    for (const [i, node] of this.drawn) {
      const { top, bottom } = node.getBoundingClientRect();
      if (bottom > 0 && top < innerHeight) return { i, top };
    }
    return undefined;
  }

  /**
   * Where only a gap is seen: the chunk that would stand at the top of the window.
   * @returns {Anchor}
   */
  landing() {
    for (const gap of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll(".gap"))) {
      const { top, bottom } = gap.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) continue;
      const share = Math.min(1, Math.max(0, -top) / Math.max(1, bottom - top - innerHeight));
      const [from, to] = [Number(gap.dataset.from), Number(gap.dataset.to)];
      const i = Math.min(to - 1, this.chunks.atRow(this.chunks.rows[from] + share * this.chunks.height(from, to)));
      return { i, top: Math.max(top, 0) };
    }
    // the article is not in the window at all
    const { top, bottom } = this.root.getBoundingClientRect();
    const last = this.chunks.length - 1;
    return top > 0 ? { i: 0, top } : { i: last, top: bottom - this.heightOf(last) };
  }

  /**
   * The chunks to be on the page around one whose place is known.
   * @param {Anchor} anchor
   * @returns {[from: number, to: number]}
   */
  near({ i, top }) {
    const far = AHEAD * innerHeight;
    let [from, to] = [i, i + 1];
    for (let y = top; from > 0 && y > -far; y -= this.heightOf(from)) from -= 1;
    for (let y = top + this.heightOf(i); to < this.chunks.length && y < innerHeight + far; y += this.heightOf(to - 1))
      to += 1;
    return [from, to];
  }

  /** @param {[from: number, to: number]} chunks */
  isCovered([from, to]) {
    for (let i = from; i < to; i += 1) if (!this.drawn.has(i)) return false;
    const far = 2 * AHEAD * innerHeight;
    for (const [i, node] of this.drawn) {
      if (i >= from && i < to) continue;
      const { top, bottom } = node.getBoundingClientRect();
      if ((bottom < -far || top > innerHeight + far) && !this.acts.isHeld(node)) return false;
    }
    return true;
  }

  held() {
    return [...this.drawn].filter(([, node]) => this.acts.isHeld(node)).map(([i]) => i);
  }

  /** @param {number} i */
  heightOf(i) {
    return this.drawn.get(i)?.offsetHeight ?? this.chunks.height(i, i + 1) * (this.row ?? ROW);
  }

  /** The height of a row as drawn so far. */
  measure() {
    if (this.row) return;
    let [pixels, rows] = [0, 0];
    for (const [i, node] of this.drawn) {
      pixels += node.offsetHeight;
      rows += this.chunks.height(i, i + 1);
    }
    if (pixels) this.row = pixels / rows;
  }

  /**
   * Makes the page hold these chunks and no others; what is seen stays where it is.
   * @param {number[]} some
   * @param {Anchor} [anchor]
   */
  sync(some, anchor = this.anchor()) {
    const wanted = [...new Set(some)].sort((a, b) => a - b);
    const isWanted = new Set(wanted);
    const isMore = wanted.some((i) => !this.drawn.has(i));
    this.pivot = anchor?.i ?? wanted[0];
    for (const [i, node] of this.drawn) {
      if (isWanted.has(i)) continue;
      node.remove();
      this.drawn.delete(i);
      this.acts.onDrop(node);
    }
    this.measure();
    /** @type {Map<number, HTMLElement>} */
    const drawn = new Map();
    let before = 0; // the first chunk that is not on the page yet
    let place = this.root.firstElementChild;
    /**
     * A gap that is there goes on as the one needed in its place: its button may have the focus.
     * @param {number} from
     * @param {number} to
     */
    const gap = (from, to) => {
      if (from === to) return;
      if (isGap(place)) {
        this.span(place, from, to);
        place = place.nextElementSibling;
      } else this.root.insertBefore(this.span(this.gap(), from, to), place);
    };
    const pass = () => {
      while (isGap(place)) {
        const next = place.nextElementSibling;
        place.remove();
        place = next;
      }
    };
    for (const i of wanted) {
      gap(before, i);
      const node = this.drawn.get(i) ?? this.acts.draw(i);
      if (this.drawn.has(i)) {
        pass();
        place = node.nextElementSibling;
      } else this.root.insertBefore(node, place);
      drawn.set(i, node);
      before = i + 1;
    }
    gap(before, this.chunks.length);
    pass();
    this.drawn = drawn;
    if (isMore) this.acts.onDrawn();
    if (anchor && drawn.has(anchor.i)) this.hold(anchor);
  }

  /**
   * Takes up in the gap before it what would move a chunk; where there is none, or too little of it, the window moves along.
   * @param {Anchor} anchor whose chunk is on the page
   */
  hold({ i, top }) {
    const chunk = this.node(i);
    const moved = chunk.getBoundingClientRect().top - top;
    if (Math.abs(moved) < 1) return;
    let node = /** @type {HTMLElement|null} */ (chunk);
    while (node && !node.classList.contains("gap"))
      node = /** @type {HTMLElement|null} */ (node.previousElementSibling);
    const height = node ? node.offsetHeight - moved : -1;
    if (node && height >= 0) node.style.setProperty("--height", `${height}px`);
    else scrollBy({ top: moved, behavior: "instant" });
  }

  gap() {
    /** @type {HTMLElement} */
    const node = el(
      "div",
      { class: "gap" },
      button("", () => this.acts.onGap(Number(node.dataset.near))),
    );
    return node;
  }

  /**
   * Makes a gap stand for the chunks from one up to another.
   * @param {HTMLElement} gap
   * @param {number} from
   * @param {number} to
   */
  span(gap, from, to) {
    const row = this.row ?? ROW;
    const scale = Math.min(1, HIGHEST / (this.chunks.height(0, this.chunks.length) * row));
    const isBefore = to <= this.pivot;
    Object.assign(gap.dataset, { from, to, near: isBefore ? to - 1 : from });
    gap.style.setProperty("--height", `${this.chunks.height(from, to) * row * scale}px`);
    one("button", gap).textContent = this.acts.nameGap(isBefore, from, to);
    return gap;
  }
}

/** @param {[from: number, to: number]} chunks */
const range = ([from, to]) => Array.from({ length: to - from }, (_, n) => from + n);

/**
 * @param {Element|null} node
 * @returns {node is HTMLElement}
 */
const isGap = (node) => node?.classList.contains("gap") ?? false;
