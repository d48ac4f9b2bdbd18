// What a reader corrected by hand: one entry for each highlight touched, and the way back.
//
// A subject is the number of a highlight that the analyzer found, or `r1`, `r2` … for one that the reader added. Lists
// are never changed in place, so that undoing is going back to the list before.

/**
 * One correction. `removed` ones name what they took away by `entity`; an added one has no `entity`.
 * @typedef {{subject: number|string, action: "add"|"change"|"remove", entity?: number, kind?: string, start?: number, end?: number}} Correction
 */

export class Corrections {
  /** `onChange()` is told of every change. */
  constructor(onChange = () => {}) {
    this.onChange = onChange;
    this.reset();
  }

  /** Begins anew, with what was kept of an earlier visit if anything was. */
  reset(list = []) {
    this.past = [];
    this.future = [];
    this.list = list;
    this.added = Math.max(0, ...list.map(({ subject }) => Number(/^r(\d+)$/.exec(subject)?.[1] ?? 0)));
  }

  add(kind, { start, end }, crossed = []) {
    const subject = `r${(this.added += 1)}`;
    this.push([...this.without(crossed), { subject, action: "add", kind, start, end }]);
    return subject;
  }

  /** Gives a highlight another kind or other ends. `found` is what the analyzer has there, absent for an added one. */
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

  remove(subject) {
    this.push(this.without([subject]));
  }

  /** Takes one correction back: the highlight is again as it was found, and what crosses it gives way. */
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

  /** The list in which the subjects are no more: found ones noted as removed, added ones gone. */
  without(subjects) {
    const gone = new Set(subjects);
    const rest = this.list.filter((each) => !gone.has(each.subject));
    return [
      ...rest,
      ...subjects
        .filter((subject) => typeof subject === "number")
        .map((subject) => ({ subject, action: "remove", entity: subject })),
    ];
  }

  push(list) {
    this.past.push(this.list);
    this.future = [];
    this.list = list;
    this.onChange();
  }

  travel(from, to) {
    if (from.length === 0) return;
    to.push(this.list);
    this.list = from.pop();
    this.onChange();
  }
}
