// Finding words in the article: a small bar, every match lit, Enter from one to the next. It knows Vietnamese: with or without
// diacritics, old and new places of tones, composed or decomposed letters.

import { highlight, rangeOf, unhighlight } from "../article/ranges.js";
import { button, byId, el, focusWithin, one } from "../dom.js";
import { number, t } from "../i18n/index.js";
import { Turns, unlessAborted } from "../turns.js";
import { search } from "./search.js";

/** @import { Span } from "../pkg/analysis.js" */

/** How long typing rests before the search begins, in milliseconds. */
const REST = 120;

export class FindBar {
  /**
   * @param {HTMLElement} root
   * @param {import("../article/view.js").ArticleView} view
   * @param {{go(span: Span): void, onMark(span: Span): void, onClose(span?: Span): void}} acts
   */
  constructor(root, view, acts) {
    this.root = root;
    this.view = view;
    this.acts = acts;
    /** @type {Span[]} */
    this.matches = [];
    this.at = -1;
    /** Whether diacritics count. */
    this.marks = false;
    /** @type {AbortController|undefined} of the search under way */
    this.search = undefined;
    /** @type {ReturnType<typeof setTimeout>|undefined} until typing rests */
    this.timer = undefined;
    /** @type {number|undefined} the frame in which matches are lit */
    this.waiting = undefined;
    this.input = el("input", {
      type: "search",
      id: "find-words",
      lang: "vi",
      spellcheck: false,
      autocomplete: "off",
      on: { input: () => this.typed() },
    });
    this.count = el("output", { class: "found", htmlFor: "find-words" });
    root.addEventListener("keydown", (event) => this.key(event));
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /**
   * Opens the bar with the words selected in the article, or those of last time.
   * @param {string} [selected]
   */
  open(selected) {
    this.draw();
    this.root.hidden = false;
    if (selected) this.input.value = selected;
    this.input.focus();
    this.input.select();
    this.run();
  }

  close() {
    if (!this.isOpen) return;
    this.root.hidden = true;
    this.search?.abort();
    unhighlight("langkinh-found");
    this.acts.onClose(this.matches[this.at]);
  }

  /** Another article, another analysis or language: what is open is drawn and searched again. */
  refresh() {
    if (!this.isOpen) return;
    this.draw();
    this.run({ stay: true });
  }

  /** Lights the matches of what was drawn anew, once for all that is drawn together. */
  lightSoon() {
    if (!this.isOpen || this.matches.length === 0 || this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = undefined;
      this.show();
    });
  }

  draw() {
    this.root.setAttribute("aria-label", t("find.label"));
    const focused = focusWithin(this.root)?.id;
    this.root.replaceChildren(
      el("label", { class: "sr", htmlFor: "find-words" }, t("find.words")),
      this.input,
      this.count,
      button("‹", () => this.step(-1), { id: "find-previous", class: "quiet", aria: { label: t("find.previous") } }),
      button("›", () => this.step(1), { id: "find-next", class: "quiet", aria: { label: t("find.next") } }),
      button(t("find.marks"), () => this.toggleMarks(), {
        id: "find-marks",
        class: "choice",
        title: t("find.marksAbout"),
        aria: { pressed: String(this.marks) },
      }),
      button(t("find.mark"), () => this.mark(), { id: "find-mark", class: "quiet", title: t("find.markAbout") }),
      button("×", () => this.close(), { id: "find-close", class: "quiet", aria: { label: t("find.close") } }),
    );
    this.input.placeholder = t("find.words");
    if (focused) byId(this.root, focused)?.focus();
    this.tell();
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), REST);
  }

  toggleMarks() {
    this.marks = !this.marks;
    this.draw();
    this.run();
  }

  /** Searches; goes to the first match behind the one where the reader is. */
  async run({ stay = false } = {}) {
    clearTimeout(this.timer);
    this.search?.abort();
    this.search = new AbortController();
    const { signal } = this.search;
    const from = this.matches[this.at]?.start ?? 0;
    try {
      const matches = await search(this.view.text, this.input.value, { marks: this.marks }, new Turns(signal));
      if (signal.aborted) return;
      this.matches = matches;
      this.at = matches.length
        ? Math.max(
            0,
            matches.findIndex(({ start }) => start >= from),
          )
        : -1;
    } catch (error) {
      return unlessAborted(error);
    }
    this.show();
    if (this.at >= 0 && !stay) this.go();
    this.tell();
  }

  /** @param {1|-1} by */
  step(by) {
    if (this.matches.length === 0) return;
    this.at = (this.at + by + this.matches.length) % this.matches.length;
    this.go();
    this.tell();
  }

  go() {
    this.acts.go(this.matches[this.at]);
  }

  mark() {
    if (this.at >= 0) this.acts.onMark(this.matches[this.at]);
  }

  tell() {
    const words = this.input.value.trim();
    this.count.textContent = !words
      ? ""
      : this.matches.length
        ? t("find.count", { here: number(this.at + 1), all: number(this.matches.length) })
        : t("find.none");
    for (const id of ["find-previous", "find-next", "find-mark"]) {
      const act = /** @type {HTMLButtonElement} */ (one(`#${id}`, this.root));
      act.disabled = this.matches.length === 0;
    }
  }

  /** Lights every match on what is drawn. */
  show() {
    const ranges = this.view
      .drawnSpans()
      .flatMap((drawn) => within(this.matches, drawn))
      .map((span) => rangeOf(this.view, span))
      .filter((range) => range !== null);
    highlight("langkinh-found", ranges);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && event.target === this.input) this.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  }
}

/**
 * The matches that begin in a stretch; both are in order.
 * @param {Span[]} matches
 * @param {Span} drawn
 */
function within(matches, { start, end }) {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matches[middle].start < start) low = middle + 1;
    else high = middle;
  }
  const out = [];
  for (let i = low; i < matches.length && matches[i].start < end; i += 1) out.push(matches[i]);
  return out;
}
