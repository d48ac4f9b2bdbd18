// The article as read. Lines are drawn a chunk at a time; of a very long article only what comes near the window.

import { el } from "../dom.js";
import { t } from "../i18n/index.js";
import { blocks, tree } from "./segments.js";

const CHUNK = 40;
/** Up to this many blocks an article is drawn at once, so that searching and printing need no help. */
const AT_ONCE = 400;
const DEEPEST = 4;
const TAGS = { title: "h2", kicker: "p", heading: "h3" };

/** Draws one analysis into `root`. `hidden` is the set of kinds switched off. */
export class ArticleView {
  constructor(root) {
    this.root = root;
    this.hidden = new Set();
    this.observer = new IntersectionObserver((seen) => {
      for (const entry of seen) if (entry.isIntersecting) this.draw(this.chunks[entry.target.dataset.chunk]);
    }, { rootMargin: "1500px 0px" });
    addEventListener("beforeprint", () => this.drawAll());
  }

  show(text, analysis) {
    this.text = text;
    this.analysis = analysis;
    this.blocks = blocks(analysis, text);
    this.observer.disconnect();
    this.chunks = [];
    this.marks = new Map();
    for (let from = 0; from < this.blocks.length; from += CHUNK) {
      const lines = this.blocks.slice(from, from + CHUNK);
      const letters = lines.at(-1).end - lines[0].start;
      const node = el("div", { class: "chunk", data: { chunk: this.chunks.length }, style: { "--lines": Math.ceil(letters / 70) + lines.length } });
      this.chunks.push({ node, from, lines, drawn: false });
    }
    this.root.replaceChildren(...this.chunks.map((chunk) => chunk.node));
    if (this.blocks.length <= AT_ONCE) return this.drawAll();
    this.draw(this.chunks[0]);
    for (const { node } of this.chunks.slice(1)) this.observer.observe(node);
  }

  /** Draws again what is drawn, after kinds were switched or the language changed. */
  refresh() {
    if (!this.analysis) return;
    this.marks.clear();
    for (const chunk of this.chunks.filter((chunk) => chunk.drawn)) this.draw(chunk, true);
  }

  drawAll() {
    for (const chunk of this.chunks ?? []) this.draw(chunk);
  }

  draw(chunk, again = false) {
    if (chunk.drawn && !again) return;
    chunk.drawn = true;
    this.observer.unobserve(chunk.node);
    chunk.node.classList.add("drawn");
    chunk.node.replaceChildren(...chunk.lines.map((block, i) => this.line(block, this.blocks[chunk.from + i - 1])));
  }

  line(block, before) {
    const named = block.zone !== "body" && (before?.zone !== block.zone);
    const content = tree(block, this.analysis, this.text, (entity) => !this.hidden.has(entity.kind));
    return el("div", { class: `line zone-${block.zone}`, data: { start: block.start } },
      named && el("span", { class: "zone" }, t(`zone.${block.zone}`)),
      el(TAGS[block.zone] ?? "p", { class: "words", lang: "vi" }, content.map((node) => this.node(node))));
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
