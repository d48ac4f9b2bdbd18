// The desk of a reader who corrects: takes what they select, choose and change, keeps the list, and says what happened.

import { wordsOf } from "../card/values.js";
import { number, t } from "../i18n/index.js";
import { apply, crossing, exists, subjectOf } from "./apply.js";
import { Corrections } from "./corrections.js";
import { editor } from "./editor.js";
import { drop, keep, kept, keyOf } from "./keep.js";
import { KindMenu } from "./menu.js";
import { SelectionButton, selectedSpan, selectionPlace } from "./selection.js";

export class Desk {
  /**
   * @param {{menu: HTMLElement, button: HTMLElement}} roots
   * @param {{shown(): {found: object, analysis: object, text: string}|null, onChange(): Promise<void>, onShow(subject: number|string|undefined, span: object): void, onLeave(): void, say(key: string, values?: object): void}} acts
   */
  constructor(roots, acts) {
    this.acts = acts;
    this.isEditing = false;
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

  /** Begins with another article; brings back what the reader kept of it. */
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

  /** The analysis as corrected so far. */
  correct(found, text) {
    return apply(found, text, this.corrections.list);
  }

  async changed() {
    if (this.isKept && !keep(this.key, this.corrections.list)) {
      this.isKept = false;
      this.acts.say("corrections.notKept");
    }
    await this.acts.onChange();
  }

  /** The menu of kinds for a stretch of the text, beside a place of the window. */
  offer(span, place) {
    this.button.root.hidden = true;
    this.menu.open(span, wordsOf(span, this.acts.shown().text), place);
  }

  /** The menu for what is selected; false where nothing is. */
  offerSelected() {
    const span = selectedSpan(this.acts.shown().text);
    if (span) this.offer(span, selectionPlace());
    return Boolean(span);
  }

  async add(kind, span) {
    const { analysis } = this.acts.shown();
    if (exists(analysis, kind, span)) return this.say("exists", kind, span);
    const crossed = crossing(analysis, span);
    getSelection().removeAllRanges();
    const subject = this.corrections.add(kind, span, crossed);
    this.say(crossed.length ? "crossed" : "added", kind, span, crossed.length);
    await this.drawn;
    this.acts.onShow(subject, span);
  }

  async change(subject, next) {
    const { analysis, found } = this.acts.shown();
    if (exists(analysis, next.kind, next, subject)) return this.say("exists", next.kind, next);
    const crossed = crossing(analysis, next, subject);
    this.corrections.change(subject, next, typeof subject === "number" ? found.entities[subject] : undefined, crossed);
    this.say(crossed.length ? "crossed" : "changed", next.kind, next, crossed.length);
    await this.drawn;
    this.acts.onShow(subject, next);
  }

  async remove(subject) {
    const entity = this.acts.shown().analysis.entities.find((each) => subjectOf(each) === subject);
    this.corrections.remove(subject);
    this.say("removed", entity.kind, entity);
    await this.drawn;
    this.acts.onShow(undefined, entity);
  }

  async restore(subject) {
    const { analysis, found } = this.acts.shown();
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

  /** What the card shows below "why". */
  editor(entity) {
    return editor(entity, this.acts.shown().text, this.isEditing, {
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

  wantKept(isWanted) {
    this.isKept = isWanted && keep(this.key, this.corrections.list);
    if (!isWanted) drop(this.key);
    else if (!this.isKept) this.acts.say("corrections.notKept");
  }

  say(what, kind, span, n) {
    const words = wordsOf(span, this.acts.shown().text);
    this.acts.say(
      `corrections.${what}`,
      {
        words: words.length > 80 ? `${words.slice(0, 80)}…` : words,
        kind: t(`kind.${kind}`).toLocaleLowerCase(),
        n: n && number(n),
      },
      what !== "exists" && ["corrections.undo", () => this.undo()],
    );
  }
}
