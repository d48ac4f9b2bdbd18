// The card of one entity: what it is, its value, why it was marked, where else it stands. Beside the mark on a
// wide window, at the foot on a narrow one.

import { el, button } from "../dom.js";
import { t, number } from "../i18n/index.js";
import { recordOf } from "../kinds.js";
import { rows, nameOf } from "./values.js";

/** How many other places are listed before "and n more". */
const LISTED = 12;
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
      if (event.key === "ArrowLeft") this.step(-1);
      if (event.key === "ArrowRight") this.step(1);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!root.hidden && !root.contains(event.target) && !event.target.closest("#article mark, #panels")) this.hide();
    });
    addEventListener("resize", () => this.place());
  }

  /** Opens the card of an entity; `mentions` are the ids of its record in text order. */
  open(id, mark, { analysis, text, mentions }) {
    Object.assign(this, { id, mark, analysis, text, mentions });
    this.draw();
    this.root.hidden = false;
    this.place();
    this.root.querySelector(".close").focus({ preventScroll: true });
  }

  /** The entity whose card is open. */
  get openId() {
    return this.root.hidden ? undefined : this.id;
  }

  /** Draws again, in the language of now. */
  refresh() {
    if (!this.root.hidden) this.draw();
  }

  draw() {
    const { analysis, text, mentions, id } = this;
    const entity = analysis.entities[id];
    const record = recordOf(analysis, entity);
    const values = rows(analysis, entity, text);
    const here = mentions.indexOf(id);
    this.root.className = `card kind-${entity.kind}`;
    this.root.replaceChildren(...[
      el("p", { class: "card-kind" }, el("span", { class: "stroke" }, t(`kind.${entity.kind}`))),
      el("h2", { id: "card-title", lang: "vi" }, shorten(nameOf(record, entity, text), 160)),
      button("×", () => this.close(), { class: "close quiet", aria: { label: t("card.close") } }),
      values.length > 0 && el("dl", {}, values.map(([label, value]) => [
        el("dt", {}, label),
        [value].flat().map((each) => el("dd", { lang: "vi" }, each)),
      ])),
      el("p", { class: "why" }, el("strong", {}, t("card.why")), " ", because(entity)),
      mentions.length > 1 && el("div", { class: "mentions" },
        el("div", { class: "steps" },
          button("‹", () => this.step(-1), { class: "previous", aria: { label: t("card.previous") } }),
          el("span", {}, t("card.position", { here: number(here + 1), all: number(mentions.length) })),
          button("›", () => this.step(1), { class: "next", aria: { label: t("card.next") } })),
        this.places()),
    ].filter(Boolean));
  }

  /** The other mentions, each with the words around it. */
  places() {
    const others = this.mentions.filter((id) => id !== this.id);
    return el("ul", {}, others.slice(0, LISTED).map((id) => {
      const [before, words, after] = around(this.text, this.analysis.entities[id]);
      return el("li", {}, button([before, el("b", {}, words), after], () => this.onJump(id), { class: "row", lang: "vi" }));
    }), others.length > LISTED && el("li", { class: "more" }, t("more", { n: number(others.length - LISTED) })));
  }

  step(by) {
    const { mentions, id } = this;
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
function because(entity) {
  const wording = t(`rule.${entity.rule}`, {}, "");
  return [wording, " ", el("code", {}, entity.rule)];
}

function around(text, { start, end }) {
  const before = text.slice(Math.max(0, start - 36), start).replace(/^[^\s]*\s|[^]*\n/g, "");
  const after = text.slice(end, end + 36).replace(/\n[^]*/, "").replace(/\s\S*$/, "");
  return [before && `… ${before}`.trimStart(), shorten(text.slice(start, end), 80), after && `${after} …`];
}

/** Cuts a long wording with an ellipsis. */
export function shorten(wording, letters) {
  return wording.length > letters ? `${wording.slice(0, letters).trimEnd()}…` : wording;
}
