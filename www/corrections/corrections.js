// What a reader corrected by hand: one entry for each highlight touched, and the way back.
//
// A subject is the number of a highlight that the analyzer found, or `r1`, `r2` … for one that the reader added. Lists
// are never changed in place, so that undoing is going back to the list before.

/** @import { Entity, Kind, Span } from "../pkg/analysis.js" */

/**
 * @typedef {number|string} Subject
 * @typedef {Span & {kind: Kind}} Highlight what a correction says of a subject
 */

/**
 * One correction. Those of found highlights name them by `entity` too.
 * @typedef {{subject: Subject, action: "add", entity?: undefined} & Highlight} Addition
 * @typedef {{subject: Subject, action: "change", entity: number} & Highlight} Change
 * @typedef {{subject: number, action: "remove", entity: number} & {[K in keyof Highlight]?: undefined}} Removal
 * @typedef {Addition|Change|Removal} Correction
 */

export class Corrections {
  /** @param {() => unknown} [onChange] is told of every change */
  constructor(onChange = () => {}) {
    this.onChange = onChange;
    /** @type {Correction[][]} */
    this.past = [];
    /** @type {Correction[][]} */
    this.future = [];
    /** @type {Correction[]} */
    this.list = [];
    this.added = 0;
  }

  /**
   * Begins anew, with what was kept of an earlier visit if anything was.
   * @param {Correction[]} [list]
   */
  reset(list = []) {
    this.past = [];
    this.future = [];
    this.list = list;
    this.added = Math.max(0, ...list.map(({ subject }) => Number(/^r(\d+)$/.exec(String(subject))?.[1] ?? 0)));
  }

  /**
   * Marks a stretch.
   * @param {Kind} kind
   * @param {Span} span
   * @param {Subject[]} [crossed] what gives way to it
   */
  add(kind, { start, end }, crossed = []) {
    const subject = `r${(this.added += 1)}`;
    this.push([...this.without(crossed), { subject, action: "add", kind, start, end }]);
    return subject;
  }

  /**
   * Gives a highlight another kind or other ends.
   * @param {Subject} subject
   * @param {Highlight} next
   * @param {Entity} [found] what the analyzer has there, absent for an added one
   * @param {Subject[]} [crossed] what gives way to it
   */
  change(subject, { kind, start, end }, found, crossed = []) {
    const rest = this.without(crossed).filter((each) => each.subject !== subject);
    const same = found && found.kind === kind && found.start === start && found.end === end;
    if (same) this.push(rest);
    else
      this.push([
        ...rest,
        found
          ? { subject, action: "change", entity: found.id, kind, start, end }
          : { subject, action: "add", kind, start, end },
      ]);
  }

  /** @param {Subject} subject */
  remove(subject) {
    this.push(this.without([subject]));
  }

  /**
   * Takes one correction back: the highlight is again as it was found, and what crosses it gives way.
   * @param {Subject} subject
   * @param {Subject[]} [crossed]
   */
  restore(subject, crossed = []) {
    this.push(this.without(crossed).filter((each) => each.subject !== subject));
  }

  clear() {
    this.push([]);
  }

  undo() {
    this.travel(this.past, this.future);
  }

  redo() {
    this.travel(this.future, this.past);
  }

  get canUndo() {
    return this.past.length > 0;
  }

  get canRedo() {
    return this.future.length > 0;
  }

  /**
   * The list in which the subjects are no more: found ones noted as removed, added ones gone.
   * @param {Subject[]} subjects
   * @returns {Correction[]}
   */
  without(subjects) {
    const gone = new Set(subjects);
    const rest = this.list.filter((each) => !gone.has(each.subject));
    return [
      ...rest,
      ...subjects
        .filter((subject) => typeof subject === "number")
        .map((subject) => ({ subject, action: /** @type {const} */ ("remove"), entity: subject })),
    ];
  }

  /** @param {Correction[]} list */
  push(list) {
    this.past.push(this.list);
    this.future = [];
    this.list = list;
    this.onChange();
  }

  /**
   * @param {Correction[][]} from
   * @param {Correction[][]} to
   */
  travel(from, to) {
    const list = from.pop();
    if (!list) return;
    to.push(this.list);
    this.list = list;
    this.onChange();
  }
}
