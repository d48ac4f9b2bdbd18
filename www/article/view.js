// The article as read. All of its text stands on the page, so that finding and printing need no help; of a long article
// only what comes near the window is marked.

import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { blocks, tree } from "./segments.js";

/** A chunk is what is marked at once: so many blocks or letters at most. */
const BLOCKS = 24;
const LETTERS = 6000;
/** Up to this many blocks an article is marked at once. */
const AT_ONCE = 400;
const DEEPEST = 4;
const TAGS = { title: "h2", kicker: "p", heading: "h3" };

/** Draws one analysis into `root`. `hidden` is the set of kinds switched off. */
export class ArticleView {
  constructor(root) {
    this.root = root;
    this.hidden = new Set();
    this.observer = new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        const chunk = this.chunks[target.dataset.chunk];
        chunk.near = isIntersecting;
        if (chunk.near) this.draw(chunk);
      }
    }, { rootMargin: "800px 0px" });
    addEventListener("beforeprint", () => this.drawAll());
  }

  /** Shows an article: its text in turns, then marks where the reader looks. */
  async show(text, analysis, turns) {
    Object.assign(this, { text, analysis, blocks: [], chunks: [], marks: new Map() });
    this.observer.disconnect();
    this.root.replaceChildren();
    let lines = [];
    for (const block of blocks(analysis, text)) {
      if (lines.length === BLOCKS || block.end - (lines[0] ?? block).start > LETTERS) {
        this.put(lines);
        lines = [];
        if (turns.over) await turns.pass();
      }
      lines.push(block);
    }
    if (lines.length) this.put(lines);
    if (!this.isLong) this.drawAll();
    else for (const { node } of this.chunks) this.observer.observe(node);
  }

  /** Whether only what is near is marked. */
  get isLong() {
    return this.blocks.length > AT_ONCE;
  }

  /** Puts lines on the page, as plain text; only where the reader begins they are marked already. */
  put(lines) {
    const letters = lines.at(-1).end - lines[0].start;
    const chunk = { lines, from: this.blocks.length, drawn: false };
    this.blocks.push(...lines);
    chunk.node = el("div", { class: "chunk", data: { chunk: this.chunks.length }, style: { "--lines": Math.ceil(letters / 70) + lines.length } },
      lines.map((block, i) => this.line(block, [this.text.slice(block.start, block.end)], this.blocks[chunk.from + i - 1])));
    this.chunks.push(chunk);
    this.root.append(chunk.node);
    if (this.chunks.length === 1) this.draw(chunk);
  }

  /** Takes over a corrected analysis of the same text; what is drawn stays where it is. */
  async update(analysis, turns) {
    const cut = [...blocks(analysis, this.text)];
    if (cut.length !== this.blocks.length || cut.some(({ end }, i) => end !== this.blocks[i].end)) return this.show(this.text, analysis, turns);
    Object.assign(this, { analysis, blocks: cut });
    for (const chunk of this.chunks) chunk.lines = cut.slice(chunk.from, chunk.from + chunk.lines.length);
    this.refresh();
  }

  /** Draws again what is marked, after kinds were switched or the language changed: at once where the reader looks. */
  refresh() {
    if (!this.analysis) return;
    this.marks.clear();
    for (const chunk of this.chunks) chunk.drawn = false;
    if (!this.isLong) return this.drawAll();
    for (const chunk of this.chunks) if (chunk.near) this.draw(chunk);
  }

  drawAll() {
    for (const chunk of this.chunks ?? []) this.draw(chunk);
  }

  draw(chunk) {
    if (chunk.drawn) return;
    chunk.drawn = true;
    const shown = (entity) => !this.hidden.has(entity.kind);
    chunk.node.replaceChildren(...chunk.lines.map((block, i) =>
      this.line(block, tree(block, this.analysis, this.text, shown).map((node) => this.node(node)), this.blocks[chunk.from + i - 1])));
    this.onDraw?.();
  }

  /** Whether the place is drawn with its marks. */
  isDrawnAt(position) {
    return this.chunkAt(position).drawn;
  }

  line(block, content, before) {
    const named = block.zone !== "body" && (before?.zone !== block.zone);
    return el("div", { class: `line zone-${block.zone}`, data: { start: block.start } },
      named && el("span", { class: "zone" }, t(`zone.${block.zone}`)),
      el(TAGS[block.zone] ?? "p", { class: "words", lang: "vi" }, content));
  }

  node(node) {
    if (typeof node === "string") return node;
    const { entity, continued, height } = node;
    const mark = el("mark", {
      class: `kind-${entity.kind} level-${Math.min(height, DEEPEST)}`,
      tabIndex: -1,
      data: { id: entity.id },
      aria: { describedby: `kind-${entity.kind}` },
    }, node.children.map((child) => this.node(child)));
    if (continued) mark.classList.add("continued");
    if (entity.corrected) mark.classList.add("corrected");
    if (!this.marks.has(entity.id)) this.marks.set(entity.id, []);
    this.marks.get(entity.id).push(mark);
    return mark;
  }

  /** Draws the place if need be and gives the mark of an entity (its first piece), or nothing if its kind is off. */
  markOf(id) {
    this.draw(this.chunkAt(this.analysis.entities[id].start));
    return this.marks.get(id)?.[0];
  }

  /** Every drawn piece of an entity. */
  piecesOf(id) {
    return this.marks?.get(id) ?? [];
  }

  /** The drawn line that holds a position of the text. */
  lineAt(position) {
    const chunk = this.chunkAt(position);
    this.draw(chunk);
    let i = chunk.lines.findIndex((block) => block.end > position);
    if (i < 0) i = chunk.lines.length - 1;
    return chunk.node.children[i];
  }

  chunkAt(position) {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.chunks[middle].lines.at(-1).end > position) high = middle;
      else low = middle + 1;
    }
    return this.chunks[low];
  }
}
