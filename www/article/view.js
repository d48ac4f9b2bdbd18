// The article as read: lines with their marks. A long one is on the page only in part, and all of it can be reached: by scrolling, the
// keyboard, the page's own search, and the buttons in the gaps; printing and copying take what is not there from the text.

import { el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { Chunks } from "./chunks.js";
import { positionOf } from "./ranges.js";
import { tree } from "./segments.js";
import { ChunkWindow } from "./window.js";

/** @import { CorrectedAnalysis, CorrectedEntity } from "../corrections/apply.js" */
/** @import { Kind } from "../pkg/analysis.js" */
/** @import { Turns } from "../turns.js" */
/** @import { Piece } from "./segments.js" */

/** Up to so many blocks and letters an article is on the page as a whole. */
const WHOLE = { blocks: 400, letters: 250_000 };
/** So many chunks are printed at most: some thousand pages. */
const PRINTED = 2000;
const DEEPEST = 4;
/** @type {Record<string, "h2"|"h3"|"p">} */
const TAGS = { title: "h2", kicker: "p", heading: "h3" };

/** Draws one analysis into `root`. `hidden` is the set of kinds switched off. */
export class ArticleView {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Set<Kind>} */
    this.hidden = new Set();
    /** @type {Map<number, HTMLElement[]>} */
    this.marks = new Map();
    /** @type {(() => void)|undefined} is told when something has come onto the page */
    this.onDraw = undefined;
    /** @type {((position: number) => void)|undefined} is told where the reader wants to go through a gap */
    this.onReach = undefined;
    /** @type {Chunks|undefined} of the article, once it is cut */
    this.shown = undefined;
    this.text = "";
    this.window = new ChunkWindow(root, {
      draw: (i) =>
        el("div", { class: "chunk", style: { "--lines": Math.ceil(this.chunks.height(i, i + 1)) } }, this.lines(i)),
      onDrawn: () => this.onDraw?.(),
      onDrop: (node) => this.dropMarks(node),
      isHeld,
      onGap: (i) => this.onReach?.(this.chunks.list[i].start),
      nameGap: (isBefore, from, to) =>
        t(isBefore ? "article.before" : "article.after", {
          letters: number(this.chunks.list[to - 1].end - this.chunks.list[from].start),
        }),
    });
    let back = () => {};
    addEventListener("beforeprint", () => (back = this.print()));
    addEventListener("afterprint", () => back());
    root.addEventListener("copy", (event) => this.copy(event));
  }

  /** The chunks of the article that is shown; nobody asks while there is none. */
  get chunks() {
    return /** @type {Chunks} */ (this.shown);
  }

  get analysis() {
    return this.chunks.analysis;
  }

  /**
   * Shows an article.
   * @param {string} text
   * @param {CorrectedAnalysis} analysis
   * @param {Turns} turns
   */
  async show(text, analysis, turns) {
    this.window.end();
    this.shown = undefined;
    const chunks = await Chunks.of(analysis, text, turns);
    this.text = text;
    this.shown = chunks;
    this.marks = new Map();
    this.root.classList.toggle("windowed", this.isLong);
    this.window.begin(chunks, !this.isLong);
  }

  /** Whether only a part is on the page. */
  get isLong() {
    return Boolean(this.shown && (this.shown.blockCount > WHOLE.blocks || this.text.length > WHOLE.letters));
  }

  /**
   * Takes over a corrected analysis of the same text; what is drawn stays where it is.
   * @param {CorrectedAnalysis} analysis
   * @param {Turns} turns
   */
  async update(analysis, turns) {
    const chunks = await Chunks.of(analysis, this.text, turns);
    if (!chunks.isCutLike(this.chunks)) return this.show(this.text, analysis, turns);
    this.shown = chunks;
    this.window.cut = chunks;
    this.refresh();
  }

  /** Draws again what is on the page, after kinds were switched or the language changed. */
  refresh() {
    if (!this.shown) return;
    this.marks.clear();
    for (const [i, node] of this.window.drawn) node.replaceChildren(...this.lines(i));
    this.onDraw?.();
  }

  /** @param {number} i of the chunk */
  lines(i) {
    const shown = (/** @type {CorrectedEntity} */ entity) => !this.hidden.has(entity.kind);
    let { before } = this.chunks.list[i];
    return this.chunks.blocks(i).map((block) => {
      const isNamed = block.zone !== "body" && before !== block.zone;
      before = block.zone;
      return el(
        "div",
        { class: `line zone-${block.zone}`, data: { start: block.start } },
        isNamed && el("span", { class: "zone" }, t(`zone.${block.zone}`)),
        el(
          TAGS[block.zone] ?? "p",
          { class: "words", lang: "vi" },
          tree(block, this.analysis, this.text, shown).map((node) => this.node(node)),
        ),
      );
    });
  }

  /**
   * @param {Piece} node
   * @returns {HTMLElement|string}
   */
  node(node) {
    if (typeof node === "string") return node;
    const { entity, continued, height } = node;
    const mark = el(
      "mark",
      {
        class: `kind-${entity.kind} level-${Math.min(height, DEEPEST)}`,
        tabIndex: -1,
        data: { id: entity.id },
        aria: { describedby: `kind-${entity.kind}` },
      },
      node.children.map((child) => this.node(child)),
    );
    if (continued) mark.classList.add("continued");
    if (entity.corrected) mark.classList.add("corrected");
    const pieces = this.marks.get(entity.id);
    if (pieces) pieces.push(mark);
    else this.marks.set(entity.id, [mark]);
    return mark;
  }

  /**
   * Forgets the marks of a chunk that leaves the page.
   * @param {HTMLElement} node
   */
  dropMarks(node) {
    for (const mark of node.querySelectorAll("mark")) {
      const id = Number(mark.dataset.id);
      const left = this.piecesOf(id).filter((piece) => piece !== mark);
      if (left.length) this.marks.set(id, left);
      else this.marks.delete(id);
    }
  }

  /**
   * Brings the place onto the page if need be and gives the mark of an entity (its first piece), or nothing if its kind is off.
   * @param {number} id
   * @returns {HTMLElement|undefined}
   */
  markOf(id) {
    this.window.node(this.chunks.at(this.analysis.entities[id].start));
    const pieces = this.piecesOf(id);
    return pieces.find((mark) => !mark.classList.contains("continued")) ?? pieces[0];
  }

  /**
   * Every drawn piece of an entity.
   * @param {number} id
   */
  piecesOf(id) {
    return this.marks.get(id) ?? [];
  }

  /**
   * The line that holds a position of the text, brought onto the page if need be.
   * @param {number} position
   */
  lineAt(position) {
    const i = this.chunks.at(position);
    const node = this.window.node(i);
    const at = this.chunks.blocks(i).findIndex((block) => block.end > position);
    return /** @type {HTMLElement} */ (node.children[at < 0 ? node.children.length - 1 : at]);
  }

  /** The stretches of the text that are on the page, in order. */
  drawnSpans() {
    return [...this.window.drawn.keys()].map((i) => this.chunks.list[i]);
  }

  /** Puts on the page what is to be printed: all of it, or of a very long article as much as one prints, from where the reader is. */
  print() {
    if (!this.isLong) return () => {};
    const from = this.chunks.length <= PRINTED ? 0 : (this.window.anchor()?.i ?? 0);
    const to = Math.min(this.chunks.length, from + PRINTED);
    const back = this.window.whole(from, to);
    const isPart = to - from < this.chunks.length;
    const note =
      isPart &&
      el(
        "p",
        { class: "print-note" },
        t("article.printed", { from: number(from + 1), to: number(to), all: number(this.chunks.length) }),
      );
    if (note) this.root.prepend(note);
    return () => {
      if (note) note.remove();
      back();
    };
  }

  /**
   * A selection may reach over what is not on the page: the text itself is copied.
   * @param {ClipboardEvent} event
   */
  copy(event) {
    const selection = getSelection();
    if (!this.isLong || !selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = positionOf(range.startContainer, range.startOffset) ?? 0;
    const end = positionOf(range.endContainer, range.endOffset) ?? this.text.length;
    event.clipboardData?.setData("text/plain", this.text.slice(start, end));
    event.preventDefault();
  }
}

/**
 * What the reader holds on to: the tab stop, the focus, an end of the selection, what is lit for the open card.
 * @param {HTMLElement} node
 */
function isHeld(node) {
  const { anchorNode = null, focusNode = null, isCollapsed = true } = getSelection() ?? {};
  return (
    node.contains(document.activeElement) ||
    (!isCollapsed && (node.contains(anchorNode) || node.contains(focusNode))) ||
    node.querySelector('mark[tabindex="0"], mark.pointed') !== null
  );
}
