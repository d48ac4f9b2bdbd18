// The desk of a reader who corrects: takes what they select, choose and change, keeps the list, and says what happened.

import { wordsOf } from "../card/values.js";
import { number, t } from "../i18n/index.js";
import { apply, crossing, exists, subjectOf } from "./apply.js";
import { Corrections } from "./corrections.js";
import { editor } from "./editor.js";
import { drop, keep, kept, keyOf } from "./keep.js";
import { KindMenu } from "./menu.js";
import { SelectionButton, selectedSpan, selectionPlace } from "./selection.js";

/** @import { Analysis, Kind, Span } from "../pkg/analysis.js" */
/** @import { Article } from "../session.js" */
/** @import { CorrectedEntity } from "./apply.js" */
/** @import { Highlight, Subject } from "./corrections.js" */
/** @import { Spot } from "./menu.js" */

export class Desk {
  /**
   * @param {{menu: HTMLElement, button: HTMLElement}} roots
   * @param {{shown(): Article|undefined, onChange(): Promise<void>, onShow(subject: Subject|undefined, span: Span): void, onLeave(): void, say: import("../toast.js").Say}} acts
   */
  constructor(roots, acts) {
    this.acts = acts;
    this.isEditing = false;
    this.isKept = false;
    /** @type {string|undefined} of the text, where this machine can keep corrections */
    this.key = undefined;
    /** @type {Promise<void>|undefined} that the last change is shown */
    this.drawn = undefined;
    this.corrections = new Corrections(() => (this.drawn = this.changed()));
    this.menu = new KindMenu(roots.menu, {
      onChoose: (kind, span) => this.add(kind, span),
      onClose: () => acts.onLeave(),
    });
    this.button = new SelectionButton(roots.button, {
      textOf: () => acts.shown()?.text,
      onMark: (span, place) => this.offer(span, place),
    });
  }

  /** What is corrected: there is an article wherever there is something to correct. */
  get shown() {
    return /** @type {Article} */ (this.acts.shown());
  }

  /**
   * Begins with another article; brings back what the reader kept of it.
   * @param {Analysis} found
   * @param {string} text
   */
  async begin(found, text) {
    this.corrections.reset();
    this.isKept = false;
    this.key = await keyOf(text);
    const list = this.key && kept(this.key, found, text.length);
    if (list) {
      this.corrections.reset(list);
      this.isKept = true;
    }
    return Boolean(list);
  }

  /**
   * The analysis as corrected so far.
   * @param {Analysis} found
   * @param {string} text
   */
  correct(found, text) {
    return apply(found, text, this.corrections.list);
  }

  async changed() {
    if (this.isKept && this.key && !keep(this.key, this.corrections.list)) {
      this.isKept = false;
      this.acts.say("corrections.notKept");
    }
    await this.acts.onChange();
  }

  /**
   * The menu of kinds for a stretch of the text, beside a place of the window.
   * @param {Span} span
   * @param {Spot} place
   */
  offer(span, place) {
    this.button.root.hidden = true;
    this.menu.open(span, wordsOf(span, this.shown.text), place);
  }

  /** The menu for what is selected; false where nothing is. */
  offerSelected() {
    const span = selectedSpan(this.shown.text);
    if (span) this.offer(span, selectionPlace());
    return Boolean(span);
  }

  /**
   * @param {Kind} kind
   * @param {Span} span
   */
  async add(kind, span) {
    const { analysis } = this.shown;
    if (exists(analysis, kind, span)) return this.say("exists", kind, span);
    const crossed = crossing(analysis, span);
    getSelection()?.removeAllRanges();
    const subject = this.corrections.add(kind, span, crossed);
    this.say(crossed.length ? "crossed" : "added", kind, span, crossed.length);
    await this.drawn;
    this.acts.onShow(subject, span);
  }

  /**
   * @param {Subject} subject
   * @param {Highlight} next
   */
  async change(subject, next) {
    const { analysis, found } = this.shown;
    if (exists(analysis, next.kind, next, subject)) return this.say("exists", next.kind, next);
    const crossed = crossing(analysis, next, subject);
    this.corrections.change(subject, next, typeof subject === "number" ? found.entities[subject] : undefined, crossed);
    this.say(crossed.length ? "crossed" : "changed", next.kind, next, crossed.length);
    await this.drawn;
    this.acts.onShow(subject, next);
  }

  /** @param {Subject} subject */
  async remove(subject) {
    const entity = this.shown.analysis.entities.find((each) => subjectOf(each) === subject);
    if (!entity) return;
    this.corrections.remove(subject);
    this.say("removed", entity.kind, entity);
    await this.drawn;
    this.acts.onShow(undefined, entity);
  }

  /** @param {Subject} subject */
  async restore(subject) {
    const { analysis, found } = this.shown;
    const was = typeof subject === "number" ? found.entities[subject] : undefined;
    this.corrections.restore(subject, was ? crossing(analysis, was, subject) : []);
    this.acts.say("corrections.undone");
    await this.drawn;
    if (was) this.acts.onShow(subject, was);
  }

  undo() {
    if (!this.corrections.canUndo) return;
    this.corrections.undo();
    this.acts.say("corrections.undone");
  }

  redo() {
    if (!this.corrections.canRedo) return;
    this.corrections.redo();
    this.acts.say("corrections.redone");
  }

  /**
   * What the card shows below "why".
   * @param {CorrectedEntity} entity
   */
  editor(entity) {
    return editor(entity, this.shown.text, this.isEditing, {
      onChange: (subject, next) => this.change(subject, next),
      onRemove: (subject) => this.remove(subject),
      onRestore: (subject) => this.restore(subject),
      onToggle: (isOpen) => (this.isEditing = isOpen),
    });
  }

  /** Whether this machine can keep corrections. */
  get canKeep() {
    return this.key !== undefined;
  }

  /** @param {boolean} isWanted */
  wantKept(isWanted) {
    if (!this.key) return;
    this.isKept = isWanted && keep(this.key, this.corrections.list);
    if (!isWanted) drop(this.key);
    else if (!this.isKept) this.acts.say("corrections.notKept");
  }

  /**
   * @param {string} what happened, a wording
   * @param {Kind} kind
   * @param {Span} span
   * @param {number} [n] how many others it crossed
   */
  say(what, kind, span, n) {
    const words = wordsOf(span, this.shown.text);
    this.acts.say(
      `corrections.${what}`,
      {
        words: words.length > 80 ? `${words.slice(0, 80)}…` : words,
        kind: t(`kind.${kind}`).toLocaleLowerCase(),
        n: n && number(n),
      },
      what === "exists" ? undefined : ["corrections.undo", () => this.undo()],
    );
  }
}
