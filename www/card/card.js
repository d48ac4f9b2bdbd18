// The card of one entity: what it is, its value, why it was marked, where else it stands. Beside the mark on a
// wide window, at the foot on a narrow one.

import { READER } from "../corrections/apply.js";
import { button, el } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { recordOf } from "../kinds.js";
import { citationText } from "../text/citation.js";
import { citationBlock } from "./citation.js";
import { otherPlaces } from "./places.js";
import { rows } from "./rows.js";
import { nameOf, shorten, wordsOf } from "./values.js";

/** A card is given at least this height, in pixels, even where it then reaches beyond the window. */
const LEAST = 260;

export class Card {
  /** `onJump(id)` goes to another mention; `onClose(id)` gives the focus back. */
  constructor(root, { onJump, onClose }) {
    this.root = root;
    this.onJump = onJump;
    this.onClose = onClose;
    root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      if (event.target.closest("input, select")) return;
      if (event.key === "ArrowLeft") this.step(-1);
      if (event.key === "ArrowRight") this.step(1);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!root.hidden && !root.contains(event.target) && !event.target.closest("#article mark, #panels")) this.hide();
    });
    addEventListener("resize", () => this.place());
  }

  /** Opens the card of an entity; `context.mentions` are the ids of its record in text order. */
  open(id, mark, context) {
    Object.assign(this, { id, mark, context });
    const focused = !this.root.hidden && this.root.contains(document.activeElement) && document.activeElement.id;
    this.draw();
    this.root.hidden = false;
    this.place();
    const again = focused && this.root.querySelector(`#${focused}:not(:disabled)`);
    (again || this.root.querySelector(".close")).focus({ preventScroll: true });
  }

  /** The entity whose card is open. */
  get openId() {
    return this.root.hidden ? undefined : this.id;
  }

  /** Draws again, in the language of now. */
  refresh() {
    if (this.root.hidden) return;
    const focused = this.root.contains(document.activeElement) && document.activeElement.id;
    this.draw();
    if (focused) this.root.querySelector(`#${focused}`)?.focus({ preventScroll: true });
  }

  draw() {
    const { context, id } = this;
    const { analysis, text, mentions } = context;
    const entity = analysis.entities[id];
    const record = recordOf(analysis, entity);
    const values = rows(record, entity, context);
    const parent = analysis.entities[entity.parent];
    this.root.className = `card kind-${entity.kind}`;
    this.root.replaceChildren(
      ...[
        el("p", { class: "card-kind" }, el("span", { class: "stroke" }, t(`kind.${entity.kind}`))),
        el("h2", { id: "card-title", lang: "vi" }, shorten(nameOf(record, entity, text), 160)),
        button("×", () => this.close(), { class: "close quiet", aria: { label: t("card.close") } }),
        entity.kind === "document" && citationText(record) !== record.name && citationBlock(record, context),
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
      ].filter(Boolean),
    );
  }

  step(by) {
    const {
      id,
      context: { mentions },
    } = this;
    if (mentions.length > 1) this.onJump(mentions[(mentions.indexOf(id) + by + mentions.length) % mentions.length]);
  }

  /** Below or above the mark, where there is more room; the style sheet has the narrow form. */
  place() {
    const { root, mark } = this;
    if (root.hidden || !mark?.isConnected) return;
    const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    if (getComputedStyle(root).position === "fixed") {
      const covered = at.bottom + 24 - root.getBoundingClientRect().top;
      if (covered > 0) scrollBy({ top: covered, behavior: "instant" });
      return;
    }
    const below = innerHeight - at.bottom - 24;
    const above = at.top - 24;
    const isBelow = below >= Math.min(root.scrollHeight, LEAST) || below >= above;
    root.style.setProperty("--room", `${Math.max(LEAST, isBelow ? below : above)}px`);
    const left = Math.max(12, Math.min(at.left, document.documentElement.clientWidth - root.offsetWidth - 12));
    const top = isBelow ? at.bottom + 14 : at.top - root.offsetHeight - 10;
    root.style.setProperty("--left", `${left + scrollX}px`);
    root.style.setProperty("--top", `${top + scrollY}px`);
  }

  /** Closes and gives the focus back to the mark. */
  close() {
    this.hide();
    this.onClose(this.id);
  }

  hide() {
    this.root.hidden = true;
  }
}

/** Why an entity was marked, in plain words; the rule's own name stays for whoever wants to report it. */
function because({ rule }) {
  return rule === READER ? t("corrections.why") : [t(`rule.${rule}`, {}, ""), " ", el("code", {}, rule)];
}
