// The card of one entity, above everything else on the page, beside the words it is about; at the foot of a narrow window. And
// the boxes around these words, where the browser cannot paint them.

import { button, el } from "../dom.js";
import { lined, shorten } from "./panel.js";
import { nameOf, rowsOf } from "./rows.js";

/** @import { Analysis, Entity } from "../pkg/analysis.js" */
/** @import { Words } from "./words.js" */

/** Below this width the style sheet puts the card at the foot. */
const NARROW = "(max-width: 40rem)";

export class Card {
  /** @param {{step(by: number): void, close(): void}} acts */
  constructor({ step, close }) {
    this.acts = { step, close };
    this.node = el("div", {
      class: "card",
      part: "card",
      role: "dialog",
      tabIndex: -1,
      aria: { labelledby: "name" },
      on: {
        keydown: (event) => {
          const by = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1 })[event.key];
          if (event.key === "Escape") close();
          else if (by) step(by);
          else return;
          // a dialog of the host's that holds the article stays open
          event.preventDefault();
          event.stopPropagation();
        },
      },
    });
    this.layer = el("div", { class: "layer", aria: { hidden: "true" } });
    for (const node of [this.node, this.layer]) if ("popover" in node) node.popover = "manual";
  }

  get isOpen() {
    return this.node.classList.contains("open");
  }

  /**
   * Fills and shows the card.
   * @param {Entity} entity
   * @param {Entity[]} mentions the entities of its record
   * @param {{analysis: Analysis, text: string, words: Words}} context
   * @param {boolean} [isAgain] whether it shows this already: then the focus stays where it is
   */
  open(entity, mentions, { analysis, text, words }, isAgain) {
    const { t, language } = words;
    const rows = rowsOf(entity, { analysis, text, ...words });
    const hadFocus = this.isOpen && /** @type {ShadowRoot} */ (this.node.getRootNode()).activeElement?.className;
    const { acts } = this;
    /**
     * @param {string} label
     * @param {number} by
     * @param {string} name
     */
    const step = (label, by, name) =>
      button(label, () => acts.step(by), { class: name, aria: { label: t(`card.${name}`) } });
    this.node.lang = language;
    this.node.replaceChildren(
      .../** @type {Node[]} */ (
        [
          el("p", { class: "kind" }, lined(entity.kind, t(`kind.${entity.kind}`))),
          el("h2", { id: "name", lang: "vi" }, shorten(nameOf(entity, analysis, text), 160)),
          button("×", acts.close, { class: "close", aria: { label: t("card.close") } }),
          rows.length > 0 &&
            el(
              "dl",
              {},
              rows.map(([label, values]) => [
                el("dt", {}, label),
                values.map((value) => el("dd", { lang: "vi" }, value)),
              ]),
            ),
          mentions.length > 1 &&
            el(
              "div",
              { class: "steps" },
              step("‹", -1, "previous"),
              el("span", {}, t("card.position", { here: mentions.indexOf(entity) + 1, all: mentions.length })),
              step("›", 1, "next"),
            ),
        ].filter(Boolean)
      ),
    );
    show(this.node);
    if (hadFocus || !isAgain)
      /** @type {HTMLElement} */ (this.node.querySelector(`.${hadFocus || "none"}`) ?? this.node).focus({
        preventScroll: true,
      });
  }

  /**
   * Puts the card below its words or above them, wherever there is more room; a word out of sight takes it along.
   * @param {DOMRect[]} rects
   */
  place(rects) {
    const at = rects[0];
    if (!this.isOpen || !at || matchMedia(NARROW).matches) return;
    const { node } = this;
    const { width, height } = node.getBoundingClientRect();
    const last = /** @type {DOMRect} */ (rects.at(-1));
    const isBelow = innerHeight - last.bottom >= Math.min(height + 16, at.top) || last.bottom < 0;
    node.style.left = `${Math.max(12, Math.min(at.left, document.documentElement.clientWidth - width - 12))}px`;
    node.style.top = `${isBelow ? last.bottom + 10 : at.top - height - 10}px`;
  }

  /**
   * Draws boxes around words, none for none.
   * @param {DOMRect[]} rects
   */
  box(rects) {
    this.layer.replaceChildren(
      ...rects.map(({ left, top, width, height }) =>
        el("i", { style: { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` } }),
      ),
    );
    if (rects.length) show(this.layer);
    else hide(this.layer);
  }

  close() {
    hide(this.node);
    this.box([]);
  }
}

/**
 * Into the top layer, where there is one: over any stacking, out of any clipping of the host.
 * @param {HTMLElement} node
 */
function show(node) {
  node.classList.add("open");
  if (node.isConnected && node.popover && !node.matches(":popover-open")) node.showPopover();
}

/** @param {HTMLElement} node */
function hide(node) {
  node.classList.remove("open");
  if (node.isConnected && node.popover && node.matches(":popover-open")) node.hidePopover();
}
