// The card of one entity: what it is, its value, why it was marked, where else it stands. Beside the mark on a
// wide window, at the foot on a narrow one.

import { READER } from "../corrections/apply.js";
import { button, byId, el, focusWithin, one } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { at, recordOf } from "../kinds.js";
import { citationText } from "../text/citation.js";
import { citationBlock } from "./citation.js";
import { otherPlaces } from "./places.js";
import { rows } from "./rows.js";
import { nameOf, shorten, wordsOf } from "./values.js";

/** @import { Document } from "../pkg/analysis.js" */
/** @import { Context } from "../reading.js" */

/** @typedef {Context & {mentions: number[]}} CardContext with the ids of the entity's record in text order */

/** A card is given at least this height, in pixels, even where it then reaches beyond the window. */
const LEAST = 260;

export class Card {
  /**
   * @param {HTMLElement} root
   * @param {{onJump(id: number): void, onClose(id: number): void}} acts `onJump(id)` goes to another mention; `onClose(id)` gives
   * the focus back
   */
  constructor(root, { onJump, onClose }) {
    this.root = root;
    this.onJump = onJump;
    this.onClose = onClose;
    /** @type {{id: number, mark: HTMLElement, context: CardContext}|undefined} what it was opened for last */
    this.opened = undefined;
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      if (/** @type {Element} */ (event.target).closest("input, select")) return;
      if (event.key === "ArrowLeft") this.step(-1);
      if (event.key === "ArrowRight") this.step(1);
    });
    document.addEventListener("pointerdown", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (!root.hidden && !root.contains(target) && !target.closest("#article mark, #panels")) this.hide();
    });
    addEventListener("resize", () => this.place());
  }

  /**
   * Opens the card of an entity.
   * @param {number} id
   * @param {HTMLElement} mark
   * @param {CardContext} context
   */
  open(id, mark, context) {
    this.opened = { id, mark, context };
    const focused = !this.root.hidden && focusWithin(this.root)?.id;
    this.draw(this.opened);
    this.root.hidden = false;
    this.place();
    const again = focused && byId(this.root, `${focused}:not(:disabled)`);
    (again || one(".close", this.root)).focus({ preventScroll: true });
  }

  /** The entity whose card is open. */
  get openId() {
    return this.root.hidden ? undefined : this.opened?.id;
  }

  /** Draws again, in the language of now. */
  refresh() {
    if (this.root.hidden || !this.opened) return;
    const focused = focusWithin(this.root)?.id;
    this.draw(this.opened);
    if (focused) byId(this.root, focused)?.focus({ preventScroll: true });
  }

  /** @param {{id: number, context: CardContext}} opened */
  draw({ id, context }) {
    const { analysis, text, mentions } = context;
    const entity = analysis.entities[id];
    const record = recordOf(analysis, entity);
    const values = rows(record, entity, context);
    const parent = at(analysis.entities, entity.parent);
    this.root.className = `card kind-${entity.kind}`;
    this.root.replaceChildren(
      ...[
        el("p", { class: "card-kind" }, el("span", { class: "stroke" }, t(`kind.${entity.kind}`))),
        el("h2", { id: "card-title", lang: "vi" }, shorten(nameOf(record, entity, text), 160)),
        button("×", () => this.close(), { class: "close quiet", aria: { label: t("card.close") } }),
        entity.kind === "document" && cited(/** @type {Document} */ (record), context),
        values.length > 0 &&
          el(
            "dl",
            {},
            values.map(([label, each]) => [el("dt", {}, label), each.map((value) => el("dd", {}, value))]),
          ),
        el(
          "div",
          { class: "why" },
          el("p", {}, el("strong", {}, t("card.why")), " ", because(entity)),
          parent &&
            el(
              "p",
              {},
              t("card.inside"),
              " ",
              button(shorten(wordsOf(parent, text), 80), () => this.onJump(parent.id), { class: "link", lang: "vi" }),
            ),
          context.editor?.(entity),
        ),
        mentions.length > 1 &&
          el(
            "div",
            { class: "mentions" },
            el(
              "div",
              { class: "steps" },
              button("‹", () => this.step(-1), { class: "previous", aria: { label: t("card.previous") } }),
              el(
                "span",
                {},
                t("card.position", { here: number(mentions.indexOf(id) + 1), all: number(mentions.length) }),
              ),
              button("›", () => this.step(1), { class: "next", aria: { label: t("card.next") } }),
            ),
            otherPlaces(
              mentions.filter((other) => other !== id),
              { ...context, toEntity: this.onJump },
            ),
          ),
      ].filter((part) => part instanceof Node),
    );
  }

  /**
   * To another mention.
   * @param {1|-1} by
   */
  step(by) {
    if (!this.opened) return;
    const {
      id,
      context: { mentions },
    } = this.opened;
    if (mentions.length > 1) this.onJump(mentions[(mentions.indexOf(id) + by + mentions.length) % mentions.length]);
  }

  /** Below or above the mark, where there is more room; the style sheet has the narrow form. */
  place() {
    const { root } = this;
    const mark = this.opened?.mark;
    if (root.hidden || !mark?.isConnected) return;
    const seen = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    if (getComputedStyle(root).position === "fixed") {
      const covered = seen.bottom + 24 - root.getBoundingClientRect().top;
      if (covered > 0) scrollBy({ top: covered, behavior: "instant" });
      return;
    }
    const below = innerHeight - seen.bottom - 24;
    const above = seen.top - 24;
    const isBelow = below >= Math.min(root.scrollHeight, LEAST) || below >= above;
    root.style.setProperty("--room", `${Math.max(LEAST, isBelow ? below : above)}px`);
    const left = Math.max(12, Math.min(seen.left, document.documentElement.clientWidth - root.offsetWidth - 12));
    const top = isBelow ? seen.bottom + 14 : seen.top - root.offsetHeight - 10;
    root.style.setProperty("--left", `${left + scrollX}px`);
    root.style.setProperty("--top", `${top + scrollY}px`);
  }

  /** Closes and gives the focus back to the mark. */
  close() {
    this.hide();
    if (this.opened) this.onClose(this.opened.id);
  }

  hide() {
    this.root.hidden = true;
  }
}

/**
 * How offices cite a document, where that is not how it is named here.
 * @param {Document} document
 * @param {CardContext} context
 */
const cited = (document, context) => citationText(document) !== document.name && citationBlock(document, context);

/**
 * Why an entity was marked, in plain words; the rule's own name stays for whoever wants to report it.
 * @param {{rule: string}} entity
 */
function because({ rule }) {
  return rule === READER ? t("corrections.why") : [t(`rule.${rule}`, {}, ""), " ", el("code", {}, rule)];
}
